package anbinh.oversight.page;

import anbinh.audit.LoggedEvent;
import anbinh.seal.json.Json;
import java.util.Set;

/// What the public figures count.
enum CountOf {
  /// Cameras that this installation records; a retired one counts back.
  CONNECTED_CAMERAS,
  /// Cameras of residents and others that are in the register.
  COMMUNITY_CAMERAS,
  CASES_OPENED,
  CASES_CLARIFIED,
  REQUESTS,
  URGENT,
  GRANTED,
  REFUSED,
  EXTRACTIONS,
  /// Recordings, stills and live pictures that were watched, and searches by place.
  LOOKS,
  /// Tries of what somebody may not.
  DENIED,
  FINDINGS_OPENED,
  FINDINGS_CLOSED;

  private static final Set<String> LOOKED =
      Set.of("recording.watched", "still.taken", "live.watched", "cameras.sought");

  /// What the entries are called that count.
  static final Set<String> TYPES =
      Set.of(
          "camera.added",
          "camera.imported",
          "camera.retired",
          "case.opened",
          "case.closed",
          "extraction.requested",
          "extraction.marked-urgent",
          "extraction.decided",
          "extraction.taken",
          "recording.watched",
          "still.taken",
          "live.watched",
          "cameras.sought",
          "access.denied",
          "oversight.finding-opened",
          "oversight.finding-closed");

  /// By how much an entry changes the count. It needs nothing but what stands in the leaf, which
  /// anybody may read.
  long in(LoggedEvent entry) {
    String type = entry.type();
    return switch (this) {
      case CONNECTED_CAMERAS ->
          switch (type) {
            case "camera.added" -> is(entry, "cameraKind", "CONNECTED");
            case "camera.retired" -> -is(entry, "cameraKind", "CONNECTED");
            default -> 0;
          };
      case COMMUNITY_CAMERAS ->
          switch (type) {
            case "camera.added" -> is(entry, "cameraKind", "COMMUNITY");
            case "camera.retired" -> -is(entry, "cameraKind", "COMMUNITY");
            case "camera.imported" ->
                entry.facts().find("cameras").orElse(null) instanceof Json.Num many
                    ? (long) many.value()
                    : 0;
            default -> 0;
          };
      case CASES_OPENED -> one(type.equals("case.opened"));
      case CASES_CLARIFIED ->
          one(
              type.equals("case.closed")
                  && entry.facts().find("clarified").orElse(null) instanceof Json.Bool clarified
                  && clarified.value());
      case REQUESTS -> one(type.equals("extraction.requested"));
      case URGENT -> one(type.equals("extraction.marked-urgent"));
      case GRANTED ->
          type.equals("extraction.decided")
              ? is(entry, "outcome", "APPROVE") + is(entry, "outcome", "APPROVE_LESS")
              : 0;
      case REFUSED -> type.equals("extraction.decided") ? is(entry, "outcome", "REFUSE") : 0;
      case EXTRACTIONS -> one(type.equals("extraction.taken"));
      case LOOKS -> one(LOOKED.contains(type) && !entry.refused());
      case DENIED -> one(entry.refused());
      case FINDINGS_OPENED -> one(type.equals("oversight.finding-opened"));
      case FINDINGS_CLOSED -> one(type.equals("oversight.finding-closed"));
    };
  }

  private static long is(LoggedEvent entry, String fact, String value) {
    return one(entry.findFact(fact).filter(value::equals).isPresent());
  }

  private static long one(boolean counts) {
    return counts ? 1 : 0;
  }
}
