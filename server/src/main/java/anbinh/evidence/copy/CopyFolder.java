package anbinh.evidence.copy;

import anbinh.platform.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The folder `evidence/copies`: `<id>/` for a copy on its way into its package, and the packages,
/// `EXT-…-C<number>.zip`. Safe for many threads as long as one thread works on a copy.
@Component
class CopyFolder {
  private static final String ZIP = ".zip";

  private final Path root;

  CopyFolder(DataFolder data) {
    root = data.root().resolve("evidence").resolve("copies");
  }

  /// A file of a copy on its way; its folder is made.
  Path file(UUID id, String name) throws IOException {
    Files.createDirectories(
        root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    return Files.createDirectories(root.resolve(id.toString())).resolve(name);
  }

  Path video(UUID id) throws IOException {
    return file(id, "video.mp4");
  }

  Path packageFile(String code) {
    return root.resolve(code + ZIP);
  }

  void clear(UUID id) {
    delete(root.resolve(id.toString()));
  }

  /// Removes what a killed server left, and what was refused.
  void clearAllBut(Set<UUID> kept) throws IOException {
    if (!Files.isDirectory(root)) {
      return;
    }
    Set<String> names = Set.copyOf(kept.stream().map(UUID::toString).toList());
    try (Stream<Path> entries = Files.list(root)) {
      for (Path entry : entries.toList()) {
        String name = String.valueOf(entry.getFileName());
        if (!name.endsWith(ZIP) && !names.contains(name)) {
          delete(entry);
        }
      }
    }
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the folder of a copy cannot be removed", e);
    }
  }
}
