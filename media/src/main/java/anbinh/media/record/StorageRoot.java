package anbinh.media.record;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// A folder that holds recordings, known by a marker file, so that an empty mount point is never
/// taken for a storage whose recordings are all gone.
///
/// @param id from the marker
public record StorageRoot(Path folder, UUID id) {
  public static final String MARKER = "anbinh-storage";

  /// Opens a storage root.
  ///
  /// @param known the id that the caller has recorded for this root; when empty, a folder that is
  ///   empty or absent becomes a new root
  /// @throws StorageException when the marker is missing or another's, the folder holds other
  ///   things, or it lies inside another storage root
  public static StorageRoot open(Path folder, Optional<UUID> known) {
    try {
      Path root = folder.toAbsolutePath().normalize();
      for (Path parent = root.getParent(); parent != null; parent = parent.getParent()) {
        if (Files.exists(parent.resolve(MARKER))) {
          throw new StorageException(
              root + " lies inside the storage root " + parent + "; storage roots may not nest.");
        }
      }
      if (Files.exists(root.resolve(MARKER))) {
        UUID id = read(root.resolve(MARKER));
        if (known.isPresent() && !known.get().equals(id)) {
          throw new StorageException(
              root + " is the storage " + id + ", but " + known.get() + " is expected there.");
        }
        return new StorageRoot(root, id);
      }
      if (known.isPresent()) {
        throw new StorageException(
            root + " has no marker " + MARKER + "; the disk is probably not mounted.");
      }
      return create(root);
    } catch (IOException e) {
      throw new StorageException(folder + " cannot be opened as a storage: " + e.getMessage(), e);
    }
  }

  /// Whether the marker is still there; false when the disk went away.
  public boolean isPresent() {
    return Files.exists(folder.resolve(MARKER));
  }

  private static StorageRoot create(Path root) throws IOException {
    Files.createDirectories(root);
    try (Stream<Path> content = Files.list(root)) {
      if (content.anyMatch(path -> !path.getFileName().toString().equals("lost+found"))) {
        throw new StorageException(
            root + " is neither empty nor a storage root; choose an empty folder.");
      }
    }
    UUID id = UUID.randomUUID();
    Path marker = root.resolve(MARKER);
    Files.writeString(
        marker,
        "anbinh-storage=1\nid=" + id + "\n",
        StandardOpenOption.CREATE_NEW,
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
    syncFolder(root);
    return new StorageRoot(root, id);
  }

  private static UUID read(Path marker) throws IOException {
    byte[] content = Files.readAllBytes(marker);
    String[] lines = new String(content, StandardCharsets.UTF_8).split("\n", -1);
    if (lines.length != 3 || !lines[0].equals("anbinh-storage=1") || !lines[1].startsWith("id=")) {
      throw new StorageException(marker + " is not a marker that this version can read.");
    }
    try {
      return UUID.fromString(lines[1].substring(3));
    } catch (IllegalArgumentException e) {
      throw new StorageException("The marker " + marker + " carries no valid id.", e);
    }
  }

  /// Makes the name of a file durable.
  static void syncFolderOf(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      syncFolder(folder);
    }
  }

  /// Makes the names in a folder durable.
  static void syncFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
