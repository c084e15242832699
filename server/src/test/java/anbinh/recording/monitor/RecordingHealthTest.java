package anbinh.recording.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.record.StorageRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingHealthTest {
  private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");

  @TempDir Path folder;

  @Test
  void isUpWhileACameraIsRecordedAndInAnOfficeWithoutCameras() {
    assertThat(status(FootageDisk.State.WRITABLE, 3, 2, 1, null)).isEqualTo("UP");
    assertThat(status(FootageDisk.State.WRITABLE, 0, 0, 0, null)).isEqualTo("UP");
  }

  @Test
  void isDownWhenNoCameraIsRecordedForLongerThanConnectingTakes() {
    assertThat(status(FootageDisk.State.WRITABLE, 2, 2, 0, NOW.minusSeconds(31))).isEqualTo("DOWN");
    assertThat(status(FootageDisk.State.WRITABLE, 2, 2, 0, NOW.minusSeconds(5))).isEqualTo("UP");
  }

  @Test
  void isNotUpWhenSomebodySwitchedAllCamerasOff() {
    assertThat(status(FootageDisk.State.WRITABLE, 2, 0, 0, null)).isEqualTo("WARNING");
  }

  @Test
  void isDownWhileTheDiskTakesNothingAlsoWithoutCameras() {
    for (FootageDisk.State state : FootageDisk.State.values()) {
      assertThat(status(state, 0, 0, 0, null))
          .as(state.name())
          .isEqualTo(state == FootageDisk.State.WRITABLE ? "UP" : "DOWN");
    }
  }

  @Test
  void isDownWhenNobodyLooks() {
    assertThat(
            RecordingHealth.health(
                    new RecordingStatus(
                        NOW.minusSeconds(90),
                        look(FootageDisk.State.WRITABLE),
                        false,
                        1,
                        1,
                        1,
                        null,
                        null,
                        0,
                        0),
                    NOW)
                .getStatus()
                .getCode())
        .isEqualTo("DOWN");
  }

  /// The folder of a disk that is not mounted is there, and empty.
  @Test
  void seesADiskThatIsGoneOrCannotBeWritten() throws IOException {
    assertThat(FootageDisk.look(folder.resolve("none")).state())
        .isEqualTo(FootageDisk.State.MISSING);
    assertThat(FootageDisk.look(folder).state()).isEqualTo(FootageDisk.State.MISSING);
    StorageRoot.open(folder, Optional.empty());
    assertThat(FootageDisk.look(folder).state()).isEqualTo(FootageDisk.State.WRITABLE);
    assertThat(FootageDisk.look(folder).state()).isEqualTo(FootageDisk.State.WRITABLE);
    Files.delete(folder.resolve("anbinh-writable"));
    // As on a disk that is mounted read-only, also for root.
    Files.createDirectory(folder.resolve("anbinh-writable"));
    assertThat(FootageDisk.look(folder).state()).isEqualTo(FootageDisk.State.READ_ONLY);
  }

  private static String status(
      FootageDisk.State disk, int cameras, int requested, int recording, @Nullable Instant none) {
    return RecordingHealth.health(
            new RecordingStatus(
                NOW, look(disk), false, cameras, requested, recording, none, null, 0, 0),
            NOW)
        .getStatus()
        .getCode();
  }

  private static FootageDisk.Look look(FootageDisk.State state) {
    return new FootageDisk.Look(state, "", 1, 2);
  }
}
