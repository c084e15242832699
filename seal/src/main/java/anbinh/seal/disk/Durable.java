package anbinh.seal.disk;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Writes whole files so that a reader sees the old one or the new one, and so that a crash leaves
/// one of the two.
///
/// Streams instead of channels, because an interrupt of the calling thread closes a channel.
public final class Durable {
  private static final boolean FOLDERS_CAN_BE_SYNCED =
      !System.getProperty("os.name", "").startsWith("Windows");

  private Durable() {}

  /// Puts `bytes` in place of `file`. With `sync` the content is on the disk before the name is;
  /// the name itself is durable only after [#syncFolder].
  public static void replace(Path file, byte[] bytes, boolean sync) throws IOException {
    Path folder = file.getParent();
    if (folder == null) {
      throw new IOException("the file " + file + " has no folder");
    }
    Files.createDirectories(folder);
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (FileOutputStream out = new FileOutputStream(fresh.toFile())) {
      out.write(bytes);
      if (sync) {
        out.getFD().sync();
      }
    }
    try {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IOException("the file system of " + folder + " cannot rename atomically", e);
    }
  }

  /// Brings a file's content to the disk.
  public static void syncFile(Path file) throws IOException {
    try (FileOutputStream out = new FileOutputStream(file.toFile(), true)) {
      out.getFD().sync();
    }
  }

  /// Brings a folder's names to the disk.
  public static void syncFolder(Path folder) throws IOException {
    if (!FOLDERS_CAN_BE_SYNCED) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
