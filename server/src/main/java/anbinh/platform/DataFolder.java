package anbinh.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The folder that holds everything an installation keeps; one server at a time uses it.
///
/// The lock is the operating system's on the file `lock`, so it ends with the process, however that
/// ends. Each feature keeps its files in a sub-folder of its own name.
public final class DataFolder implements AutoCloseable {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private final Path root;
  private final @Nullable FileChannel channel;

  private DataFolder(Path root, @Nullable FileChannel channel) {
    this.root = root;
    this.channel = channel;
  }

  /// Makes the folder where needed and locks it.
  ///
  /// @throws StartFailure when another server holds it
  public static DataFolder open(Path root) throws IOException {
    return tryOpen(root)
        .orElseThrow(() ->
            new StartFailure(
                "another An Bình server uses the data folder " + root.toAbsolutePath(),
                "Stop it, or give this one a folder of its own: ANBINH_DATA=FOLDER."));
  }

  /// The same, or empty when another server holds it.
  public static Optional<DataFolder> tryOpen(Path root) throws IOException {
    Path folder = root.toAbsolutePath().normalize();
    Files.createDirectories(folder);
    if (!keepToOwner(folder)) {
      throw new StartFailure(
          "the data folder " + folder + " is open to others, and its rights cannot be changed",
          "Make it An Bình's own (chown -R USER FOLDER; chmod 700 FOLDER), on a file system that"
              + " keeps rights.");
    }
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!locked(channel)) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(new DataFolder(folder, channel));
  }

  /// Lets nobody but its owner into a folder, however it was made: what lies in it and was made
  /// under another mask ([Umask]) is out of others' reach then, too.
  ///
  /// @return false where that cannot be: the folder is somebody else's, or its file system keeps no
  ///   rights
  public static boolean keepToOwner(Path folder) throws IOException {
    if (Files.getPosixFilePermissions(folder).equals(OWNER_ONLY)) {
      return true;
    }
    try {
      Files.setPosixFilePermissions(folder, OWNER_ONLY);
    } catch (FileSystemException refused) {
      return false;
    }
    return Files.getPosixFilePermissions(folder).equals(OWNER_ONLY);
  }

  /// The folder of a server that runs elsewhere, to read beside it.
  public static DataFolder beside(Path root) {
    return new DataFolder(root.toAbsolutePath().normalize(), null);
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  public Path root() {
    return root;
  }

  /// Whether this process holds the lock.
  public boolean owned() {
    return channel != null;
  }

  /// How many bytes the disk of a folder still takes; 0 where the folder is gone.
  ///
  /// Not by `Files.getFileStore`, which looks for the folder's mount and finds none in a chroot and
  /// in some containers.
  public static long usableBytes(Path folder) {
    return folder.toFile().getUsableSpace();
  }

  /// A feature's own sub-folder, made where needed.
  public Path folder(String feature) {
    try {
      return Files.createDirectories(root.resolve(feature));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the folder " + root.resolve(feature), e);
    }
  }

  /// Writes a small file that only the server's own user may read, whole or not at all.
  public static void writeSecret(Path file, String content) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    Files.createFile(
        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
      out.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
      out.force(true);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
