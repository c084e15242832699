package anbinh.teamwork.duty;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A drill, a training or a contest of some teams of a commune.
///
/// @param results how often it was noted how it was; 0 while it was not held
/// @param reason why it was called off
public record Drill(
    UUID id,
    UUID communeId,
    Kind kind,
    String subject,
    @Nullable String place,
    LocalDate on,
    int minutes,
    List<UUID> teams,
    State state,
    int results,
    @Nullable String reason) {
  public enum Kind {
    TRAINING,
    DRILL,
    CONTEST
  }

  public enum State {
    PLANNED,
    HELD,
    CANCELLED
  }

  /// How it was for somebody; who passed or did not was there too.
  public enum Outcome {
    ATTENDED,
    PASSED,
    NOT_PASSED,
    ABSENT;

    public boolean present() {
      return this != ABSENT;
    }
  }

  public Drill {
    teams = List.copyOf(teams);
  }
}
