package anbinh.recording.still;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.media.Codec;
import anbinh.recording.still.StillDecoder.UndecodableException;
import anbinh.recording.still.StillDecoder.Unit;
import anbinh.testing.Await;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class StillDecoderTest {
  private static final List<Unit> NO_PICTURE =
      List.of(new Unit(ByteBuffer.wrap(new byte[] {0, 0, 0, 1, 0x65, 1, 2, 3}), 0));

  @Test
  void letsPreviewsWaitForNothing() throws Exception {
    var over = new AtomicBoolean();
    try (var decoder = new StillDecoder()) {
      Thread others =
          Thread.startVirtualThread(() -> {
            while (!over.get()) {
              assertThatThrownBy(
                      () -> decoder.decode(Codec.H264, NO_PICTURE, 0, StillDecoder.WHOLE))
                  .isInstanceOf(UndecodableException.class);
            }
          });
      Await.until("a preview that is refused", () -> isBusy(decoder));
      over.set(true);
      others.join();
      assertThat(isBusy(decoder)).isFalse();
    }
  }

  @Test
  void decodesBehindEverythingElseOnTheMachine() throws Exception {
    try (var decoder = new StillDecoder()) {
      assertThatThrownBy(() -> decoder.decode(Codec.H264, NO_PICTURE, 0, StillDecoder.WHOLE))
          .isInstanceOf(UndecodableException.class);
      List<Long> children =
          ProcessHandle.current()
              .children()
              .filter(child -> commandLine(child).contains(StillProcess.class.getName()))
              .map(ProcessHandle::pid)
              .toList();
      assertThat(children).isNotEmpty();
      for (long child : children) {
        String[] fields = Files.readString(Path.of("/proc", "" + child, "stat")).split(" ");
        assertThat(fields[18]).as("niceness").isEqualTo("19");
      }
    }
  }

  private static boolean isBusy(StillDecoder decoder) {
    try {
      return decoder.tryDecode(Codec.H264, NO_PICTURE, 0, 320).isEmpty();
    } catch (UndecodableException decoded) {
      return false;
    }
  }

  private static String commandLine(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc", "" + process.pid(), "cmdline"));
    } catch (IOException gone) {
      return "";
    }
  }
}
