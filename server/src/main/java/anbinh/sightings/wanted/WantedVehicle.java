package anbinh.sightings.wanted;

import anbinh.vision.Colour;
import anbinh.vision.ObjectClass;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An entry of the list of wanted vehicles.
///
/// @param code what people call it, for example `WV-2026-0001`
/// @param plate capitals and digits, each known
/// @param objectClass null where it is not known
/// @param colour likewise
/// @param paper the document that orders the search
/// @param caseId in which it is wanted; null where the document stands for itself
/// @param areaId in which, and below which, it is wanted
/// @param state as it was kept; at a moment it is [#stateAt]
/// @param decision null while nobody has decided
/// @param end null where nobody ended it early
public record WantedVehicle(
    UUID id,
    String code,
    String plate,
    @Nullable ObjectClass objectClass,
    @Nullable Colour colour,
    Paper paper,
    @Nullable UUID caseId,
    UUID areaId,
    String reason,
    UUID requestedBy,
    Instant requestedAt,
    Instant expiresAt,
    WantedState state,
    @Nullable Decision decision,
    @Nullable End end) {
  public static final Duration MAX_TIME = Duration.ofDays(30);

  public WantedVehicle {
    if (expiresAt.isAfter(requestedAt.plus(MAX_TIME))) {
      throw new IllegalArgumentException("nothing is wanted for longer than " + MAX_TIME);
    }
  }

  /// @param authority whose paper it is, in words
  public record Paper(String number, LocalDate on, String authority) {}

  /// What another person said of it, and why.
  public record Decision(String reason, UUID by, Instant at) {}

  /// @param note null where nothing was added
  public record End(@Nullable String note, UUID by, Instant at) {}

  /// Where it stands at a moment: past its time it is over, whether that was noted yet or not.
  public WantedState stateAt(Instant now) {
    return state.isOver() || now.isBefore(expiresAt) ? state : WantedState.EXPIRED;
  }

  /// Whether a pass of a moment is compared with it: none that was before its approval.
  public boolean holdsAt(Instant passedAt) {
    return decision != null
        && stateAt(passedAt) == WantedState.ACTIVE
        && !passedAt.isBefore(decision.at());
  }

  WantedVehicle in(WantedState next, @Nullable Decision decided, @Nullable End ended) {
    return new WantedVehicle(
        id,
        code,
        plate,
        objectClass,
        colour,
        paper,
        caseId,
        areaId,
        reason,
        requestedBy,
        requestedAt,
        expiresAt,
        next,
        decided,
        ended);
  }
}
