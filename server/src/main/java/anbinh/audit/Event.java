package anbinh.audit;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Something that happened, to be recorded.
///
/// Values of facts and detail are strings, whole numbers, booleans, and lists and maps of these;
/// identifiers and instants are given as strings.
///
/// @param actor null when the server did it by itself, or nobody is signed in
/// @param facts stand in the leaf for ever, so they never hold personal data
/// @param detail for the auditor; may name people, and can be erased
/// @param refused whether it was tried and not allowed
public record Event(
    EventType type,
    @Nullable Actor actor,
    @Nullable Subject subject,
    Map<String, Object> facts,
    Map<String, Object> detail,
    boolean refused) {
  public Event {
    facts = Map.copyOf(facts);
    detail = Map.copyOf(detail);
  }

  public static Event of(EventType type) {
    return new Event(type, null, null, Map.of(), Map.of(), false);
  }

  public Event by(@Nullable Actor who) {
    return new Event(type, who, subject, facts, detail, refused);
  }

  public Event about(String kind, Object id, @Nullable String code) {
    return new Event(type, actor, new Subject(kind, id.toString(), code), facts, detail, refused);
  }

  public Event fact(String name, Object value) {
    return new Event(type, actor, subject, plus(facts, name, value), detail, refused);
  }

  public Event detail(String name, Object value) {
    return new Event(type, actor, subject, facts, plus(detail, name, value), refused);
  }

  /// The same, tried and not allowed.
  public Event asRefused() {
    return new Event(type, actor, subject, facts, detail, true);
  }

  private static Map<String, Object> plus(Map<String, Object> map, String name, Object value) {
    var more = new TreeMap<>(map);
    more.put(name, value);
    return more;
  }
}
