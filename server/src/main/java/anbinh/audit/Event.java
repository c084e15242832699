package anbinh.audit;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that happened, to be recorded.
///
/// Values of facts and details are text, whole numbers, truths, identifiers, instants, enum
/// constants, and lists and maps of these.
///
/// @param actor null when the server did it by itself, or nobody is signed in
/// @param facts stand in the record, which the log commits to for ever, so they never hold personal
///   data
/// @param details for the auditor; may name people, and can be erased
/// @param refused whether it was tried and not allowed
/// @param exact whether it may be placed in time although others of its type may not
/// @param areaId where it happened, by which readers of the log are limited: the actor's area
///   unless said otherwise; null for the whole site. It does not stand in the record
public record Event(
    EventType type,
    @Nullable Actor actor,
    @Nullable Subject subject,
    Map<String, Object> facts,
    Map<String, Object> details,
    boolean refused,
    boolean exact,
    @Nullable UUID areaId) {
  /// Facts that the log itself puts into records.
  public static final String EVENT = "event";

  public static final String REFUSED = "refused";
  public static final String KIND = "kind";
  private static final Set<String> RESERVED = Set.of(EVENT, REFUSED, KIND);

  public Event {
    facts = Map.copyOf(facts);
    details = Map.copyOf(details);
  }

  public static Event of(EventType type) {
    return new Event(type, null, null, Map.of(), Map.of(), false, false, null);
  }

  public Event by(@Nullable Actor who) {
    UUID area = who == null || areaId != null ? areaId : who.areaId();
    return new Event(type, who, subject, facts, details, refused, exact, area);
  }

  public Event about(String kind, Object id, @Nullable String code) {
    return new Event(
        type,
        actor,
        new Subject(kind, id.toString(), code),
        facts,
        details,
        refused,
        exact,
        areaId);
  }

  /// The same, in the area of what it is about, so that whoever watches over that area reads it,
  /// whoever acted.
  public Event within(@Nullable UUID area) {
    return new Event(type, actor, subject, facts, details, refused, exact, area);
  }

  /// @throws IllegalArgumentException for a name that says something else in every record
  public Event fact(String name, Object value) {
    if (RESERVED.contains(name)) {
      throw new IllegalArgumentException("no fact may be called " + name);
    }
    return new Event(
        type, actor, subject, plus(facts, name, value), details, refused, exact, areaId);
  }

  public Event detail(String name, Object value) {
    return new Event(
        type, actor, subject, facts, plus(details, name, value), refused, exact, areaId);
  }

  /// The same, tried and not allowed.
  public Event asRefused() {
    return new Event(type, actor, subject, facts, details, true, exact, areaId);
  }

  /// The same, of what can be joined with no report, whatever else its type tells of.
  public Event asExact() {
    return new Event(type, actor, subject, facts, details, refused, true, areaId);
  }

  /// How closely its readers may place it in time.
  public Disclosure disclosure() {
    Disclosure disclosure = exact ? Disclosure.EXACT : type.disclosure();
    return actor != null && actor.mayReport() ? disclosure.coarser(Disclosure.COUNT) : disclosure;
  }

  private static Map<String, Object> plus(Map<String, Object> map, String name, Object value) {
    var more = new TreeMap<>(map);
    more.put(name, value);
    return more;
  }
}
