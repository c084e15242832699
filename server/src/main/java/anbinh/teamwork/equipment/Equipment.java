package anbinh.teamwork.equipment;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An item as it stands.
///
/// @param code what people call it, for example `EQ-0001`
/// @param memberId who has it; null where nobody does
/// @param moves how many there were, so that nobody moves what they did not see
public record Equipment(
    UUID id,
    String code,
    UUID communeId,
    Kind kind,
    String name,
    @Nullable String serial,
    State state,
    @Nullable UUID teamId,
    @Nullable UUID memberId,
    int moves) {
  public enum Kind {
    SUPPORT_TOOL,
    UNIFORM,
    COMMUNICATION,
    LIGHT,
    FIRE_FIGHTING,
    RESCUE,
    OFFICE,
    OTHER
  }

  public enum State {
    IN_STORE,
    ISSUED,
    IN_REPAIR,
    WRITTEN_OFF
  }

  /// What is done with an item.
  public enum Move {
    RECEIVED,
    ISSUED,
    RETURNED,
    SENT_TO_REPAIR,
    REPAIRED,
    WRITTEN_OFF,
    /// From a commune that was divided, by the one in which it lies.
    TAKEN_OVER;

    /// How an item stands afterwards; empty where one in that state cannot be moved so.
    Optional<State> from(State state) {
      return switch (this) {
        case RECEIVED -> Optional.empty();
        case ISSUED -> after(state == State.IN_STORE, State.ISSUED);
        case RETURNED -> after(state == State.ISSUED, State.IN_STORE);
        case SENT_TO_REPAIR ->
            after(state == State.IN_STORE || state == State.ISSUED, State.IN_REPAIR);
        case REPAIRED -> after(state == State.IN_REPAIR, State.IN_STORE);
        // Also from somebody's hands: what was lost, or was kept, never came back.
        case WRITTEN_OFF -> after(state != State.WRITTEN_OFF, State.WRITTEN_OFF);
        case TAKEN_OVER -> after(state != State.WRITTEN_OFF, state);
      };
    }

    /// Whether a paper has to say it.
    boolean needsPaper() {
      return this == RECEIVED || this == ISSUED || this == WRITTEN_OFF || this == TAKEN_OVER;
    }

    private static Optional<State> after(boolean fits, State next) {
      return fits ? Optional.of(next) : Optional.empty();
    }
  }
}
