package anbinh.evidence.upload;

import anbinh.platform.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The folder `evidence/quarantine`: one file an upload, named by its identifier, which only the
/// server's own user may read; beside it `evidence/players` with copies for looking at, and
/// `evidence/infected`, from which nothing is read. Safe for many threads as long as one of them
/// writes to a file.
@Component
public class Quarantine {
  private static final String PART = ".part";

  private final Path folder;
  private final Path infected;
  private final Path players;

  Quarantine(DataFolder data) {
    this.folder = data.root().resolve("evidence").resolve("quarantine");
    this.infected = data.root().resolve("evidence").resolve("infected");
    this.players = data.root().resolve("evidence").resolve("players");
  }

  public Path file(UUID id) {
    return folder.resolve(id.toString());
  }

  /// Where the player copy of an upload is, or will be.
  public Path player(UUID id) {
    return players.resolve(id.toString());
  }

  /// Where a player copy is written before it is whole; the folder is made.
  public Path aside(UUID id) throws IOException {
    Files.createDirectories(
        players,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    return players.resolve(id + PART);
  }

  public void eraseAside(UUID id) {
    try {
      Files.deleteIfExists(players.resolve(id + PART));
    } catch (IOException e) {
      throw new UncheckedIOException("half of a player copy cannot be erased", e);
    }
  }

  void create(UUID id) throws IOException {
    Files.createDirectories(folder);
    Files.createFile(
        file(id),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  /// How far a file came; what is there is all that counts.
  long size(UUID id) throws IOException {
    return Files.size(file(id));
  }

  FileChannel open(UUID id) throws IOException {
    return FileChannel.open(file(id), StandardOpenOption.WRITE);
  }

  static void append(FileChannel file, long at, byte[] bytes, int length) throws IOException {
    ByteBuffer source = ByteBuffer.wrap(bytes, 0, length);
    while (source.hasRemaining()) {
      file.write(source, at + source.position());
    }
  }

  /// How many bytes the disk still takes.
  long free() throws IOException {
    Files.createDirectories(folder);
    return DataFolder.usableBytes(folder);
  }

  /// Puts an infected file where nothing reads it; may be repeated.
  void sealAway(UUID id) {
    try {
      Files.createDirectories(infected);
      if (Files.exists(file(id))) {
        Files.setPosixFilePermissions(file(id), PosixFilePermissions.fromString("r--------"));
        Files.move(file(id), infected.resolve(id.toString()), StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an infected file cannot be sealed away", e);
    }
  }

  /// Erases an upload and its player copy.
  public void erase(UUID id) {
    try {
      Files.deleteIfExists(player(id));
      Files.deleteIfExists(file(id));
      Files.deleteIfExists(infected.resolve(id.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException("an uploaded file cannot be erased", e);
    }
  }

  /// Erases what a killed server left.
  ///
  /// @param before only what nobody wrote to since
  void eraseAllBut(Set<UUID> kept, Instant before) throws IOException {
    eraseAllBut(folder, kept, before);
    eraseAllBut(players, kept, before);
  }

  private static void eraseAllBut(Path root, Set<UUID> kept, Instant before) throws IOException {
    if (!Files.isDirectory(root)) {
      return;
    }
    Set<String> names = Set.copyOf(kept.stream().map(UUID::toString).toList());
    try (Stream<Path> files = Files.list(root)) {
      for (Path file : files.toList()) {
        boolean old = Files.getLastModifiedTime(file).toInstant().isBefore(before);
        if (old && !names.contains(String.valueOf(file.getFileName()))) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
