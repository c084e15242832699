package anbinh.media.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Against the kernel, asked by `fincore` of util-linux which pages of a file it keeps. The file
/// lies in the build folder, since a temporary folder may itself be memory.
@EnabledOnOs(OS.LINUX)
class PageCacheTest {
  private static final int PAGES = 256;

  private Path file = Path.of("");

  @BeforeEach
  void writeAMebibyte() throws IOException {
    file = Files.createTempFile(Path.of("target"), "page cache ", ".mp4");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(1 << 20));
      channel.force(false);
    }
  }

  @AfterEach
  void delete() throws IOException {
    Files.delete(file);
  }

  @Test
  void givesBackWhatIsDurable() {
    assertThat(residentPages()).isEqualTo(PAGES);

    PageCache.release(file, 1 << 20);

    assertThat(residentPages()).isZero();
  }

  @Test
  void keepsWhatComesAfter() {
    PageCache.release(file, 1 << 19);

    // The kernel keeps pages in larger pieces and a piece as a whole.
    assertThat(residentPages()).isBetween(PAGES / 2, PAGES);
  }

  @Test
  void leavesWhatIsNotDurableAsItIs() throws IOException {
    Files.writeString(file, "not yet durable".repeat(1000));

    PageCache.release(file, 15_000);

    assertThat(file).hasContent("not yet durable".repeat(1000));
  }

  @Test
  void aFileThatIsGoneHoldsUpNothing() {
    assertThatCode(() -> PageCache.release(file.resolveSibling("deleted.mp4"), 4096))
        .doesNotThrowAnyException();
  }

  private int residentPages() {
    try {
      Process process = new ProcessBuilder("fincore", "-n", "-o", "PAGES", file.toString()).start();
      String answer =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return Integer.parseInt(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
