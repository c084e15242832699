package anbinh.evidence.collect;

import anbinh.platform.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The folders of evidence below the data folder: `evidence/packages/EXT-….zip`, and
/// `evidence/staging/EXT-…/` for what is on its way.
///
/// A file appears under its name only when it is whole and on the disk. Safe for many threads as
/// long as one thread works on an extraction.
@Component
public class Staging {
  private static final String PART = ".part";

  private final Path packages;
  private final Path staging;

  Staging(DataFolder data) {
    Path evidence = data.root().resolve("evidence");
    this.packages = evidence.resolve("packages");
    this.staging = evidence.resolve("staging");
  }

  /// Where the package of an extraction stands.
  public Path packageFile(Extraction extraction) {
    return packageFile(extraction.code(), extraction.additions());
  }

  /// Where a package stands or will stand after so many additions: `EXT-….zip`, `EXT-…+1.zip` …
  Path packageFile(String code, int additions) {
    return packages.resolve(code + (additions == 0 ? "" : "+" + additions) + ".zip");
  }

  /// Every file that may be one of a package: before and after each addition, also one that a
  /// killed server did not note.
  List<Path> packageFiles(String code, int additions) {
    return IntStream.rangeClosed(0, additions + 1)
        .mapToObj(count -> packageFile(code, count))
        .toList();
  }

  /// Makes the folder that [#packageFile] lies in.
  void preparePackages() throws IOException {
    Files.createDirectories(packages);
  }

  Path folder(String extraction) {
    return staging.resolve(extraction);
  }

  /// The path of a staged file, whose folder is made.
  Path file(String extraction, String name) throws IOException {
    Path file = folder(extraction).resolve(name);
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    return file;
  }

  /// An empty file for a while, whose user deletes it; one that a killed server left goes at the
  /// next start.
  public Path scratch() throws IOException {
    Files.createDirectories(staging);
    return Files.createTempFile(staging, "", PART);
  }

  /// A place to write a file aside; left-overs of an earlier try are removed.
  Path aside(Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + PART);
    Files.deleteIfExists(part);
    return part;
  }

  /// Puts a file that was written aside into its place, whole and on the disk.
  void settle(Path part, Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    Path parent = file.getParent();
    if (parent != null) {
      try (FileChannel folder = FileChannel.open(parent, StandardOpenOption.READ)) {
        folder.force(true);
      }
    }
  }

  /// Puts a file that is kept elsewhere in the data folder into its place as it is: under a second
  /// name where the disk knows such, otherwise as a copy.
  void take(Path source, Path file) throws IOException {
    Path part = aside(file);
    try {
      Files.createLink(part, source);
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.copy(source, part);
    }
    settle(part, file);
  }

  void write(Path file, byte[] content) throws IOException {
    Path part = aside(file);
    try (FileChannel out =
        FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer source = ByteBuffer.wrap(content);
      while (source.hasRemaining()) {
        out.write(source);
      }
    }
    settle(part, file);
  }

  void write(Path file, String content) throws IOException {
    write(file, content.getBytes(StandardCharsets.UTF_8));
  }

  /// The names of the files below a staged folder, in order.
  List<String> list(String extraction, String name) throws IOException {
    Path root = folder(extraction).resolve(name);
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String relative = root.relativize(file).toString();
        if (!relative.endsWith(PART)) {
          names.add(relative);
        }
      }
    }
    return names;
  }

  /// Removes what was staged for an extraction.
  void clear(String extraction) {
    delete(folder(extraction));
  }

  /// Removes what was staged for extractions that are no longer on their way.
  void clearAllBut(Set<String> extractions) throws IOException {
    if (!Files.isDirectory(staging)) {
      return;
    }
    try (Stream<Path> folders = Files.list(staging)) {
      for (Path folder : folders.toList()) {
        if (!extractions.contains(String.valueOf(folder.getFileName()))) {
          delete(folder);
        }
      }
    }
  }

  /// Removes the files that a package had before its latest addition, which a killed server may
  /// have left.
  void clearEarlier(String code, int additions) throws IOException {
    for (int before = 0; before < additions; before++) {
      Files.deleteIfExists(packageFile(code, before));
    }
  }

  private static void delete(Path root) {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the folder " + root + " cannot be removed", e);
    }
  }
}
