package anbinh.evidence.collect.document;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One object of the record in the order it is written. A field that is not known is not left out
/// but says why: `{"absent": "…"}`. For one thread.
final class Fields {
  private final Map<String, Object> fields = new LinkedHashMap<>();

  Fields put(String name, Object value) {
    fields.put(name, value);
    return this;
  }

  /// @param why the field is absent when the value is null, as an English phrase
  Fields put(String name, @Nullable Object value, String why) {
    return value == null ? absent(name, why) : put(name, value);
  }

  Fields absent(String name, String why) {
    fields.put(name, Map.of("absent", why));
    return this;
  }

  Map<String, Object> toMap() {
    return new LinkedHashMap<>(fields);
  }
}
