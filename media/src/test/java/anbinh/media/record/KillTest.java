package anbinh.media.record;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.mp4.Ticks;
import java.io.BufferedReader;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a recorder of twenty cameras with SIGKILL and looks at what it left.
class KillTest {
  private static final int CAMERAS = 20;

  @TempDir Path folder;

  @Test
  void losesAtMostATenthOfASecondOfAnyCameraToAKill() throws Exception {
    Path storage = folder.resolve("storage");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                RecordingProcess.class.getName(),
                storage.toString(),
                String.valueOf(CAMERAS),
                "0",
                "3000")
            .redirectErrorStream(true)
            .start();
    Instant killed;
    try (BufferedReader output = process.inputReader()) {
      assertThat(output.readLine()).isEqualTo("recording");
      LockSupport.parkNanos(Duration.ofSeconds(6).toNanos());
      killed = Instant.now();
    } finally {
      process.destroyForcibly();
    }
    process.waitFor();

    StorageRoot root = StorageRoot.open(storage, Optional.empty());
    List<Recovered> found = Recovery.scan(root, file -> false);

    assertThat(found).allSatisfy(one -> assertThat(one).isInstanceOf(Recovered.Kept.class));
    List<Recovered.Kept> kept = found.stream().map(Recovered.Kept.class::cast).toList();
    assertThat(kept.stream().map(one -> one.segment().cameraKey()).distinct()).hasSize(CAMERAS);
    List<Duration> lost =
        kept.stream()
            .filter(one -> one.segment().ended() == EndCause.RECOVERED)
            .map(one ->
                Duration.between(
                    one.segment().start().plus(Ticks.toDuration(one.segment().durationTicks())),
                    killed))
            .sorted()
            .toList();
    System.out.printf(
        "tail lost to a kill, %d cameras: median %d ms, worst %d ms%n",
        CAMERAS, lost.get(lost.size() / 2).toMillis(), lost.getLast().toMillis());
    // Leaves room for a machine that is busy with other builds; the figure itself is printed.
    assertThat(lost.get(lost.size() / 2)).isLessThan(Duration.ofMillis(150));
    assertThat(lost.getLast()).isLessThan(Duration.ofMillis(500));
    assertThat(lost.getFirst()).isGreaterThan(Duration.ofMillis(-100));
  }

  /// Where main and test classes are, whether they run as a module or not.
  static String classPath() {
    return String.join(
        File.pathSeparator,
        location(Recorder.class),
        location(RecordingProcess.class),
        System.getProperty("java.class.path"));
  }

  private static String location(Class<?> type) {
    return Path.of(
            java.net.URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()))
        .toString();
  }
}
