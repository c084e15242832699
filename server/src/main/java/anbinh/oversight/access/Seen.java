package anbinh.oversight.access;

import anbinh.audit.event.LoggedEvent;
import anbinh.platform.Inbound;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One entry of the log in which somebody looked at something.
///
/// Codes of events are those of the log, which never change once released, so that the log is all
/// that is needed to know.
///
/// @param index the entry's place in the log
/// @param targetCode what people call the target, if it has a code
/// @param ground where somebody pointed to on the map
/// @param from the beginning of the footage; the moment itself where it is about no footage
/// @param emergency the emergency access that it was seen under, or that was opened
public record Seen(
    FootageAccessKind kind,
    UUID person,
    Instant at,
    long index,
    String targetKind,
    String targetId,
    @Nullable String targetCode,
    @Nullable Ground ground,
    Instant from,
    Instant to,
    @Nullable UUID emergency) {
  private static final Set<String> FOOTAGE = Set.of("recording.watched", "still.taken");
  private static final Set<String> RECORDS =
      Set.of(
          "case.listed",
          "case.viewed",
          "case.party-read",
          "extraction.listed",
          "extraction.viewed",
          "extraction.downloaded",
          "camera.contact-read",
          "data-request.read");

  /// What the entries are called in which somebody may have looked at something.
  public static final Set<String> TYPES =
      Set.of(
          "recording.watched",
          "still.taken",
          "live.watched",
          "cameras.sought",
          "emergency.opened",
          "extraction.requested",
          "sightings.searched",
          "access.denied",
          "case.listed",
          "case.viewed",
          "case.party-read",
          "extraction.listed",
          "extraction.viewed",
          "extraction.downloaded",
          "camera.contact-read",
          "data-request.read");

  /// What an entry says; empty when nobody looked at anything, or its details were erased.
  public static Optional<Seen> in(LoggedEvent entry) {
    return kind(entry).flatMap(kind -> target(kind, entry));
  }

  private static Optional<FootageAccessKind> kind(LoggedEvent entry) {
    if (entry.actorId() == null) {
      return Optional.empty();
    }
    if (entry.refused()) {
      return Optional.of(FootageAccessKind.REFUSED);
    }
    if (FOOTAGE.contains(entry.type())) {
      return Optional.of(FootageAccessKind.FOOTAGE);
    }
    if (RECORDS.contains(entry.type())) {
      return Optional.of(FootageAccessKind.RECORDS);
    }
    return switch (entry.type()) {
      case "live.watched" -> Optional.of(FootageAccessKind.LIVE);
      case "cameras.sought" -> Optional.of(FootageAccessKind.PLACE);
      case "emergency.opened" -> Optional.of(FootageAccessKind.EMERGENCY);
      case "extraction.requested" -> Optional.of(FootageAccessKind.REQUEST);
      case "sightings.searched" -> Optional.of(FootageAccessKind.SEARCH);
      default -> Optional.empty();
    };
  }

  private static Optional<Seen> target(FootageAccessKind kind, LoggedEvent entry) {
    UUID person = entry.actorId();
    Ground ground = kind == FootageAccessKind.PLACE ? Ground.in(entry.detail()).orElse(null) : null;
    String id = kind == FootageAccessKind.PLACE ? cell(ground) : entry.objectId();
    if (kind == FootageAccessKind.RECORDS && id == null) {
      id = entry.type();
    }
    if (person == null || id == null) {
      return Optional.empty();
    }
    String targetKind = entry.objectKind() == null ? "place" : entry.objectKind();
    return Optional.of(
        new Seen(
            kind,
            person,
            entry.at(),
            entry.index(),
            targetKind,
            id,
            kind == FootageAccessKind.PLACE ? id : entry.objectCode(),
            ground,
            time(entry, "from"),
            time(entry, "to"),
            Inbound.id(
                    kind == FootageAccessKind.EMERGENCY
                        ? id
                        : entry.findFact("emergency").orElse(""))
                .orElse(null)));
  }

  /// About a hundred metres: where exactly somebody pointed to on the map says nothing.
  private static @Nullable String cell(@Nullable Ground ground) {
    return ground == null
        ? null
        : String.format(Locale.ROOT, "%.3f,%.3f", ground.latitude(), ground.longitude());
  }

  private static Instant time(LoggedEvent entry, String fact) {
    return entry.findFact(fact).flatMap(Inbound::instant).orElse(entry.at());
  }
}
