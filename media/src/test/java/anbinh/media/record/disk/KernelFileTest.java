package anbinh.media.record.disk;

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
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Against the kernel, asked by `fincore` of util-linux which pages of a file it keeps. The file
/// lies in the build folder, since a temporary folder may itself be memory.
@EnabledOnOs(OS.LINUX)
class KernelFileTest {
  private static final long PAGES = 256;

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
    Files.deleteIfExists(file);
  }

  @Test
  void givesBackWhatIsDurable() {
    assertThat(residentPages()).isEqualTo(PAGES);

    kernel(it -> it.release(1 << 20));

    assertThat(residentPages()).isZero();
  }

  @Test
  void keepsWhatComesAfter() {
    kernel(it -> it.release(1 << 19));

    // The kernel keeps pages in larger pieces and a piece as a whole.
    assertThat(residentPages()).isBetween(PAGES / 2, PAGES);
  }

  @Test
  void leavesWhatIsNotDurableAsItIs() throws IOException {
    Files.writeString(file, "not yet durable".repeat(1000));

    kernel(it -> it.release(15_000));

    assertThat(file).hasContent("not yet durable".repeat(1000));
  }

  @Test
  void setsBlocksAsideAndGivesBackWhatIsNotUsed() {
    try (KernelFile kernel = KernelFile.open(file)) {
      kernel.reserve(3 << 20);

      assertThat(file).hasSize(1 << 20);
      assertThat(allocatedBytes()).isGreaterThanOrEqualTo(3 << 20);

      kernel.trim(1 << 20);
    }

    assertThat(file).hasSize(1 << 20);
    assertThat(allocatedBytes()).isLessThan(2 << 20);
  }

  @Test
  void aFileThatIsGoneHoldsUpNothing() {
    file = file.resolveSibling("deleted.mp4");

    assertThatCode(() -> kernel(it -> it.release(4096))).doesNotThrowAnyException();
  }

  @Test
  void nothingIsToldAfterClosing() {
    KernelFile kernel = KernelFile.open(file);
    kernel.close();

    kernel.trim(0);
    kernel.close();

    assertThat(file).hasSize(1 << 20);
  }

  private void kernel(Consumer<KernelFile> calls) {
    try (KernelFile kernel = KernelFile.open(file)) {
      calls.accept(kernel);
    }
  }

  private long allocatedBytes() {
    return 512 * answer("stat", "-c", "%b", file.toString());
  }

  private long residentPages() {
    return answer("fincore", "-n", "-o", "PAGES", file.toString());
  }

  private static long answer(String... command) {
    try {
      Process process = new ProcessBuilder(command).start();
      return Long.parseLong(
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
