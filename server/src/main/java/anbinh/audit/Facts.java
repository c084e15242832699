package anbinh.audit;

import anbinh.seal.json.Json;
import anbinh.seal.log.EventRecord;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Turns an event's values into the JSON that records and details are written in: times in UTC with
/// milliseconds, as the record's own.
public final class Facts {
  private Facts() {}

  public static Map<String, Json> of(Map<String, Object> values) {
    Map<String, Json> members = new LinkedHashMap<>();
    values.forEach((name, value) -> members.put(name, of(value)));
    return members;
  }

  private static Json of(Object value) {
    return switch (value) {
      case Json json -> json;
      case String text -> Json.of(text);
      case Boolean truth -> new Json.Bool(truth);
      case Integer number -> Json.of(number.longValue());
      case Long number -> Json.of(number);
      case Double number -> new Json.Num(number);
      case UUID id -> Json.of(id.toString());
      case Instant instant -> Json.of(EventRecord.formatTime(instant));
      case Enum<?> constant -> Json.of(constant.name());
      case List<?> list -> new Json.Arr(list.stream().map(Facts::of).toList());
      case Map<?, ?> map -> {
        Map<String, Json> members = new LinkedHashMap<>();
        map.forEach((name, item) -> members.put(String.valueOf(name), of(item)));
        yield new Json.Obj(members);
      }
      default ->
          throw new IllegalArgumentException(
              "an event's value is text, a whole number, a truth, an id, a time, or a list or map"
                  + " of these, not a "
                  + value.getClass().getName());
    };
  }
}
