package anbinh.audit;

import anbinh.audit.event.Refusals;
import java.time.Instant;

/// Ends the windows that refusals are counted in.
public final class RefusalWindows {
  private RefusalWindows() {}

  /// Makes the next refusal of anybody an event of its own.
  public static void end(Refusals refusals) {
    refusals.end(Instant.MAX);
  }
}
