package anbinh.seal.figures;

import anbinh.seal.json.Json;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the public figures count, in the events of the log and nowhere else: the one place that
/// says so, for the server that publishes and for anybody who counts again.
///
/// Requests, decisions, cases and cameras are *open*: their leaves say type and day, so that
/// anybody counts them. That somebody looked, was refused, or asked about their own data is not:
/// leaves do not even tell that it happened, so only the office and whoever it discloses the events
/// to can count those again.
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
  /// Searches for vehicles among the sightings.
  SEARCHES,
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

  private static final Set<CountOf> CLOSED =
      Set.of(LOOKS, SEARCHES, DENIED, DATA_REQUESTS, DATA_REQUESTS_ENDED, DATA_REQUESTS_LATE);

  private static final Set<String> LOOKED =
      Set.of("recording.watched", "still.taken", "live.watched", "cameras.sought");

  /// The events that anybody can count, and which of their facts count.
  private static final Map<String, Set<String>> OPEN =
      Map.ofEntries(
          Map.entry("camera.added", Set.of("cameraKind")),
          Map.entry("camera.imported", Set.of("cameras")),
          Map.entry("camera.retired", Set.of("cameraKind")),
          Map.entry("case.opened", Set.of()),
          Map.entry("case.closed", Set.of("clarified")),
          Map.entry("extraction.requested", Set.of()),
          Map.entry("extraction.marked-urgent", Set.of()),
          Map.entry("extraction.decided", Set.of("outcome")),
          Map.entry("extraction.taken", Set.of()),
          Map.entry("oversight.finding-opened", Set.of()),
          Map.entry("oversight.finding-closed", Set.of()),
          Map.entry("oversight.sample-drawn", Set.of("drawn")),
          Map.entry("oversight.look-reviewed", Set.of("answer")),
          Map.entry(FiguresCheck.PUBLISHED, Set.of("through", "from", "to", "days")));

  /// What the events are called that count.
  public static final Set<String> TYPES =
      Stream.of(
              OPEN.keySet(),
              LOOKED,
              Set.of(
                  "sightings.searched",
                  "access.denied",
                  "data-request.received",
                  "data-request.ended"))
          .flatMap(Set::stream)
          .filter(type -> !type.equals(FiguresCheck.PUBLISHED))
          .collect(Collectors.toUnmodifiableSet());

  /// Whether anybody can count it in the leaves of the log.
  public boolean isOpen() {
    return !CLOSED.contains(this);
  }

  /// The facts that the leaf of an event shows, beside its type and its day; empty for an event
  /// that is not open.
  public static Optional<Set<String>> openFacts(String type) {
    return Optional.ofNullable(OPEN.get(type));
  }

  /// By how much an event changes the count.
  ///
  /// @param type what happened; one that is none of [#TYPES] counts nowhere
  /// @param entry its facts
  public long in(String type, Map<String, Json> entry) {
    if (!TYPES.contains(type)) {
      return 0;
    }
    if (entry.containsKey(NOT_ALLOWED)) {
      return this == DENIED ? Math.max(1, number(entry, "times")) : 0;
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
      case LOOKS -> one(LOOKED.contains(type));
      case SEARCHES -> one(type.equals("sightings.searched") && !isTrue(entry, "continued"));
      case DENIED -> 0;
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
