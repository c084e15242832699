package anbinh.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Tells a program that hangs from one that is slow: as long as it goes on saying something, it may
/// take what time it needs.
final class Watchdog {
  /// So long no step of a test takes on a machine that does much else.
  static final Duration SILENCE = Duration.ofMinutes(4);

  private long said = -1;
  private long since;

  /// Whether it has said nothing more for longer than that.
  ///
  /// @param bytes that it has said so far
  /// @param nanos of a clock that only goes on
  boolean isSilent(long bytes, long nanos) {
    if (bytes != said) {
      said = bytes;
      since = nanos;
    }
    return nanos - since > SILENCE.toNanos();
  }

  /// What a test waits for.
  interface Condition {
    boolean holds() throws IOException;
  }

  /// Waits for the end of a program.
  ///
  /// @param output where it says what it does
  static void awaitEnd(Process program, Path output) throws IOException, InterruptedException {
    await(program, output, () -> false);
  }

  /// Waits until something holds, or the program ends.
  static void await(Process program, Path output, Condition until)
      throws IOException, InterruptedException {
    var watchdog = new Watchdog();
    while (!until.holds() && !program.waitFor(100, TimeUnit.MILLISECONDS)) {
      assertThat(watchdog.isSilent(Files.size(output), System.nanoTime()))
          .as("said nothing for %s after: %s", SILENCE, Files.readString(output))
          .isFalse();
    }
  }
}
