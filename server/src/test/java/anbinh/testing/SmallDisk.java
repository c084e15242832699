package anbinh.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A real file system of a few mebibytes (a tmpfs), which only root can make, to be filled and
/// emptied.
public final class SmallDisk implements AutoCloseable {
  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /// Mounts one; skips the test where that is not allowed.
  public static SmallDisk mount(int mebibytes) throws IOException {
    return over(Files.createTempDirectory("anbinh-small-disk"), mebibytes);
  }

  /// Mounts one over an empty folder, which is gone with it.
  public static SmallDisk over(Path folder, int mebibytes) throws IOException {
    boolean mounted =
        run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", folder.toString());
    if (!mounted) {
      Files.delete(folder);
    }
    assumeTrue(mounted, "a small disk can only be mounted as root");
    return new SmallDisk(folder);
  }

  public Path folder() {
    return folder;
  }

  /// Takes room until so many bytes are left.
  public void fill(long leaving) throws IOException {
    byte[] block = new byte[64 * 1024];
    try (FileChannel filler =
        FileChannel.open(
            folder.resolve("filler"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.APPEND)) {
      long free = folder.toFile().getUsableSpace();
      while (free > leaving) {
        int length = (int) Math.min(block.length, free - leaving);
        filler.write(ByteBuffer.wrap(block, 0, length));
        free = folder.toFile().getUsableSpace();
      }
    } catch (IOException full) {
      if (leaving > 0) {
        throw full;
      }
    }
  }

  /// Gives the room back.
  public void empty() throws IOException {
    Files.deleteIfExists(folder.resolve("filler"));
  }

  @Override
  public void close() throws IOException {
    run("umount", "--lazy", folder.toString());
    Files.deleteIfExists(folder);
  }

  private static boolean run(String... command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.onExit().join().exitValue() == 0;
  }
}
