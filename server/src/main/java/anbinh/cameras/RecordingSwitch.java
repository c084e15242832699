package anbinh.cameras;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That recording of a camera was switched on or off.
///
/// @param by null when the server itself did it
public record RecordingSwitch(Instant at, State state, @Nullable UUID by) {
  public enum State {
    ON,
    OFF,
    /// Off for good.
    RETIRED
  }
}
