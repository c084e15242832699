package anbinh.team;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A team.
///
/// @param code what people call it, for example `TEAM-0001`
/// @param communeId of the commune in which it lies
/// @param establishedOn the day of the decision; null while there is none
/// @param dissolvedOn the first day on which it is no more
public record Team(
    UUID id,
    String code,
    UUID communeId,
    String name,
    boolean refused,
    @Nullable LocalDate establishedOn,
    @Nullable LocalDate dissolvedOn) {
  public enum State {
    PROPOSED,
    REFUSED,
    ESTABLISHED,
    DISSOLVED
  }

  public State state(LocalDate day) {
    if (refused) {
      return State.REFUSED;
    }
    if (establishedOn == null) {
      return State.PROPOSED;
    }
    return dissolvedOn == null || day.isBefore(dissolvedOn) ? State.ESTABLISHED : State.DISSOLVED;
  }
}
