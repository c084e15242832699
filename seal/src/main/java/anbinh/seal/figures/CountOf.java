package anbinh.seal.figures;

import anbinh.seal.json.Json;
import java.util.Map;
import java.util.Set;

/// What the public figures count, in the leaves of the log and nowhere else: the one place that
/// says so, for the server that publishes and for anybody who counts again.
public enum CountOf {
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
  FINDINGS_CLOSED,
  /// Looks that were drawn by lot, so that somebody of another unit judges their purpose.
  LOOKS_DRAWN,
  LOOKS_REVIEWED,
  /// Reviewed, and the purpose was not plain or could not be told.
  LOOKS_DOUBTED,
  /// What people asked about their own data.
  DATA_REQUESTS,
  DATA_REQUESTS_ENDED,
  /// Ended, and answered or ended later than the law allows.
  DATA_REQUESTS_LATE;

  private static final String NOT_ALLOWED = "refused";

  private static final Set<String> LOOKED =
      Set.of("recording.watched", "still.taken", "live.watched", "cameras.sought");

  /// What the entries are called that count.
  public static final Set<String> TYPES =
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
          "oversight.finding-closed",
          "oversight.sample-drawn",
          "oversight.look-reviewed",
          "data-request.received",
          "data-request.ended");

  /// By how much an entry changes the count.
  ///
  /// @param type what happened; one that is none of [#TYPES] counts nowhere
  /// @param entry the facts of its leaf
  public long in(String type, Map<String, Json> entry) {
    if (!TYPES.contains(type)) {
      return 0;
    }
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
            case "camera.imported" -> number(entry, "cameras");
            default -> 0;
          };
      case CASES_OPENED -> one(type.equals("case.opened"));
      case CASES_CLARIFIED -> one(type.equals("case.closed") && isTrue(entry, "clarified"));
      case REQUESTS -> one(type.equals("extraction.requested"));
      case URGENT -> one(type.equals("extraction.marked-urgent"));
      case GRANTED ->
          type.equals("extraction.decided")
              ? is(entry, "outcome", "APPROVE") + is(entry, "outcome", "APPROVE_LESS")
              : 0;
      case REFUSED -> type.equals("extraction.decided") ? is(entry, "outcome", "REFUSE") : 0;
      case EXTRACTIONS -> one(type.equals("extraction.taken"));
      case LOOKS -> one(LOOKED.contains(type) && !entry.containsKey(NOT_ALLOWED));
      case DENIED -> one(entry.containsKey(NOT_ALLOWED));
      case FINDINGS_OPENED -> one(type.equals("oversight.finding-opened"));
      case FINDINGS_CLOSED -> one(type.equals("oversight.finding-closed"));
      case LOOKS_DRAWN -> type.equals("oversight.sample-drawn") ? number(entry, "drawn") : 0;
      case LOOKS_REVIEWED -> one(type.equals("oversight.look-reviewed"));
      case LOOKS_DOUBTED ->
          type.equals("oversight.look-reviewed") ? 1 - is(entry, "answer", "PLAIN") : 0;
      case DATA_REQUESTS -> one(type.equals("data-request.received"));
      case DATA_REQUESTS_ENDED -> one(type.equals("data-request.ended"));
      case DATA_REQUESTS_LATE -> one(type.equals("data-request.ended") && isTrue(entry, "late"));
    };
  }

  private static long is(Map<String, Json> entry, String fact, String value) {
    return one(Json.of(value).equals(entry.get(fact)));
  }

  private static boolean isTrue(Map<String, Json> entry, String fact) {
    return entry.get(fact) instanceof Json.Bool truth && truth.value();
  }

  private static long number(Map<String, Json> entry, String fact) {
    return entry.get(fact) instanceof Json.Num many ? (long) many.value() : 0;
  }

  private static long one(boolean counts) {
    return counts ? 1 : 0;
  }
}
