package anbinh.cases.check;

import anbinh.audit.EventType;
import anbinh.audit.event.RecordedEvent;
import anbinh.seal.json.Json;
import anbinh.seal.log.EventRecord;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds events and holds their values against those of rows, in the form that events write them
/// in: times in milliseconds.
final class Values {
  private static final Json.Obj NOTHING = new Json.Obj(Map.of());

  private Values() {}

  static boolean is(RecordedEvent event, EventType type) {
    return type.code().equals(event.type());
  }

  /// The first event that is of one of the types.
  static @Nullable RecordedEvent first(List<RecordedEvent> events, Set<? extends EventType> types) {
    return events.stream()
        .filter(event -> types.stream().anyMatch(type -> is(event, type)))
        .findFirst()
        .orElse(null);
  }

  /// The last one.
  static @Nullable RecordedEvent last(List<RecordedEvent> events, Set<? extends EventType> types) {
    return first(events.reversed(), types);
  }

  /// Whether an event's fact is as in the row; what is null in the row is absent there.
  static boolean says(RecordedEvent event, String fact, @Nullable Object value) {
    return says(event.facts(), fact, value);
  }

  /// Whether an event's detail is as in the row; details that were erased say nothing.
  static boolean tells(RecordedEvent event, String name, @Nullable Object value) {
    Json.Obj detail = event.detail();
    return detail == null || says(detail, name, value);
  }

  /// The same of details that are erased together with what stands in the row.
  static boolean tellsOrForgot(@Nullable RecordedEvent event, String name, @Nullable Object value) {
    Json.Obj detail = event == null ? null : event.detail();
    return says(detail == null ? NOTHING : detail, name, value);
  }

  private static boolean says(Json.Obj of, String name, @Nullable Object value) {
    return Objects.equals(of.find(name).orElse(null), json(value));
  }

  private static @Nullable Json json(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Boolean truth -> new Json.Bool(truth);
      case Integer number -> Json.of(number.longValue());
      case Double number when Double.isFinite(number) -> new Json.Num(number + 0.0); // no -0
      case Instant time -> Json.of(EventRecord.formatTime(time));
      default -> Json.of(value.toString());
    };
  }

  static @Nullable String text(RecordedEvent event, String fact) {
    return event.facts().find(fact).orElse(null) instanceof Json.Str(String text) ? text : null;
  }

  static Set<String> texts(RecordedEvent event, String fact) {
    Set<String> texts = new HashSet<>();
    if (event.facts().find(fact).orElse(null) instanceof Json.Arr(List<Json> items)) {
      for (Json item : items) {
        if (item instanceof Json.Str(String text)) {
          texts.add(text);
        }
      }
    }
    return texts;
  }

  static @Nullable UUID id(RecordedEvent event, String fact) {
    String text = text(event, fact);
    return text == null ? null : UUID.fromString(text);
  }
}
