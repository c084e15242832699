package anbinh.platform;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whether the server only reads at present. Cameras are recorded, people sign in and look; what
/// changes something is refused, and work in the background that decides, seals or deletes waits.
/// Safe for many threads.
@Component
public class ReadOnlyMode {
  private volatile @Nullable Instant since;

  public void begin(Instant at) {
    if (since == null) {
      since = at;
    }
  }

  public void end() {
    since = null;
  }

  public boolean isOn() {
    return since != null;
  }

  public Optional<Instant> findSince() {
    return Optional.ofNullable(since);
  }
}
