package anbinh.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchdogTest {
  private static final long START = -5; // System.nanoTime() may be negative
  private static final long SILENCE = Watchdog.SILENCE.toNanos();

  @TempDir private Path folder;

  @Test
  void whatGoesOnSayingSomethingMayTakeAsLongAsItNeeds() {
    var watchdog = new Watchdog();
    for (int step = 0; step < 100; step++) {
      assertThat(watchdog.isSilent(step, START + step * SILENCE)).as("step %d", step).isFalse();
    }
  }

  @Test
  void whatSaysNothingHangs() {
    var watchdog = new Watchdog();
    assertThat(watchdog.isSilent(0, START)).isFalse();
    assertThat(watchdog.isSilent(7, START + SILENCE)).isFalse();
    assertThat(watchdog.isSilent(7, START + 2 * SILENCE)).isFalse();
    assertThat(watchdog.isSilent(7, START + 2 * SILENCE + 1)).isTrue();
  }

  @Test
  void waitsForTheEndOrForWhatIsSaid() throws Exception {
    Path output = folder.resolve("output");
    Process program =
        new ProcessBuilder("sh", "-c", "echo one; read line; echo two")
            .redirectOutput(output.toFile())
            .start();
    Watchdog.await(program, output, () -> Files.readString(output).contains("one"));
    assertThat(program.isAlive()).isTrue();
    program.getOutputStream().close();
    Watchdog.awaitEnd(program, output);
    assertThat(program.waitFor(0, TimeUnit.SECONDS)).isTrue();
    assertThat(output).hasContent("one\ntwo");
  }
}
