package anbinh.team.unit;

import anbinh.team.Paper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was proposed about a team, and what was decided of it.
///
/// @param planned how many people it is to have; null for its end
/// @param areas the villages that it is to cover; none for its end
/// @param from the day from which on it holds; null for an establishment that is not decided
/// @param imported whether it came from a list, and was decided on paper before
/// @param decision null while there is none
public record TeamProposal(
    UUID id,
    UUID teamId,
    Kind kind,
    @Nullable Integer planned,
    List<UUID> areas,
    @Nullable LocalDate from,
    @Nullable String reason,
    UUID proposedBy,
    Instant proposedAt,
    UUID proposedEvent,
    boolean imported,
    @Nullable Decision decision) {
  public TeamProposal {
    areas = List.copyOf(areas);
  }

  public enum Kind {
    ESTABLISH,
    CHANGE,
    DISSOLVE
  }

  public enum Outcome {
    ACCEPTED,
    REFUSED
  }

  /// @param by null for what was decided on paper before it came from a list
  /// @param event null for the same
  public record Decision(
      Outcome outcome,
      @Nullable String reason,
      @Nullable UUID by,
      Instant at,
      @Nullable UUID event,
      @Nullable Paper paper) {}
}
