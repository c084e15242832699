package anbinh.media.rtsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Header fields in their order; names are compared without regard to case.
public record RtspHeaders(List<Field> fields) {
  public record Field(String name, String value) {
    public Field {
      if (breaksLine(name) || breaksLine(value)) {
        throw new IllegalArgumentException("a header field holds a line break");
      }
    }
  }

  public static final RtspHeaders NONE = new RtspHeaders(List.of());

  public RtspHeaders {
    fields = List.copyOf(fields);
  }

  /// The value of the first field named so.
  public Optional<String> find(String name) {
    return fields.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(Field::value)
        .findFirst();
  }

  public List<String> list(String name) {
    return fields.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(Field::value)
        .toList();
  }

  /// These fields and one more.
  public RtspHeaders with(String name, String value) {
    List<Field> more = new ArrayList<>(fields);
    more.add(new Field(name, value));
    return new RtspHeaders(more);
  }

  private static boolean breaksLine(String text) {
    return text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0;
  }
}
