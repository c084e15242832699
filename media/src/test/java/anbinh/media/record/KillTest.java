package anbinh.media.record;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.Await;
import anbinh.media.record.log.Recovered;
import java.io.BufferedReader;
import java.io.File;
import java.nio.MappedByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a recorder of twenty cameras with SIGKILL and looks at what it left.
class KillTest {
  private static final int CAMERAS = 20;

  @TempDir Path folder;

  @Test
  void losesOnlyTheLastPicturesOfEveryCameraToAKill() throws Exception {
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
    try (BufferedReader output = process.inputReader()) {
      assertThat(output.readLine()).isEqualTo("recording");
      MappedByteBuffer running = RecordingProcess.mapSent(Path.of(storage + ".sent"), CAMERAS);
      Await.untilAtLeast(90, "pictures sent", () -> running.getInt(4 * (CAMERAS - 1)));
    } finally {
      process.destroyForcibly();
    }
    process.waitFor();

    StorageRoot root = StorageRoot.open(storage, Optional.empty());
    List<Recovered> found = Recovery.scan(root, file -> false);

    assertThat(found).allSatisfy(one -> assertThat(one).isInstanceOf(Recovered.Kept.class));
    List<Recovered.Kept> kept = found.stream().map(Recovered.Kept.class::cast).toList();
    assertThat(kept.stream().map(one -> one.segment().cameraKey()).distinct()).hasSize(CAMERAS);
    MappedByteBuffer sent = RecordingProcess.mapSent(Path.of(storage + ".sent"), CAMERAS);
    List<Integer> lost = new ArrayList<>();
    for (int i = 0; i < CAMERAS; i++) {
      String camera = "camera-" + i;
      int recovered =
          kept.stream()
              .filter(one -> one.segment().cameraKey().equals(camera))
              .mapToInt(one -> one.segment().frames())
              .sum();
      lost.add(sent.getInt(4 * i) - recovered);
    }
    Collections.sort(lost);
    System.out.printf(
        "pictures lost to a kill, of %d cameras at 15 a second: median %d, worst %d%n",
        CAMERAS, lost.get(CAMERAS / 2), lost.getLast());
    assertThat(lost.getFirst()).isNotNegative();
    // One or two where a processor is free; more where the writer has to wait for one.
    assertThat(lost.getLast()).isLessThan(30);
    assertThat(sent.getInt(0)).isGreaterThan(30);
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
