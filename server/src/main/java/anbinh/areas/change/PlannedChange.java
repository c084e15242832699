package anbinh.areas.change;

import anbinh.areas.change.AreaChanges.Ending;
import anbinh.areas.change.AreaChanges.Move;
import anbinh.areas.change.AreaChanges.Successor;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A change of units that was decided and whose day is to come.
///
/// @param on the first day on which it holds
/// @param name what the unit will be called; null where units end
/// @param areaIds the unit that is renamed, or those that end
record PlannedChange(
    UUID id,
    LocalDate on,
    @Nullable String name,
    String reason,
    List<UUID> areaIds,
    List<Successor> successors,
    List<Move> moves,
    State state) {
  PlannedChange {
    areaIds = List.copyOf(areaIds);
    successors = List.copyOf(successors);
    moves = List.copyOf(moves);
  }

  enum State {
    WAITING,
    DONE,
    /// What it is about had changed by its day, and it was not carried out.
    FAILED,
    WITHDRAWN
  }

  boolean isOpen() {
    return state == State.WAITING || state == State.FAILED;
  }

  Ending ending() {
    return new Ending(areaIds, on, reason, successors, moves);
  }
}
