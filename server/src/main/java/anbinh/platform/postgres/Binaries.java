package anbinh.platform.postgres;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/// The PostgreSQL programs, unpacked once from the class path into a folder.
///
/// Several servers may share the folder: the first unpacks beside it and renames, under a lock.
final class Binaries {
  /// The version of the archive on the class path; a new archive unpacks into a new folder.
  static final String VERSION = "17.10.0";

  private static final Logger LOG = LoggerFactory.getLogger(Binaries.class);
  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

  private final Path root;

  private Binaries(Path root) {
    this.root = root;
  }

  /// Unpacks into `folder/binaries-<version>` unless that is there.
  ///
  /// @param shared whether servers of other users may use the folder, too
  static Binaries in(Path folder, boolean shared) throws IOException {
    if (Files.notExists(folder)) {
      Files.createDirectories(folder);
      allowOne(folder, shared);
    }
    Path root = folder.resolve("binaries-" + VERSION);
    if (!Files.exists(root)) {
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve("binaries.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (lock.isValid() && !Files.exists(root)) {
          unpack(root, shared);
        }
      }
    }
    return new Binaries(root);
  }

  Path program(String name) {
    return root.resolve("bin").resolve(name);
  }

  private static void unpack(Path root, boolean shared) throws IOException {
    LOG.info("unpacking PostgreSQL {} (once)", VERSION);
    Path part = root.resolveSibling(root.getFileName() + ".new");
    delete(part);
    try (InputStream resource = Binaries.class.getResourceAsStream(ARCHIVE)) {
      if (resource == null) {
        throw new FileNotFoundException(
            "no embedded PostgreSQL for this machine; set anbinh.database.url to a PostgreSQL");
      }
      try (var tar =
          new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(resource)))) {
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          write(part, entry, tar);
        }
      }
    }
    allow(part, shared);
    Files.move(part, root, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void allow(Path root, boolean shared) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path each : all.filter(path -> !Files.isSymbolicLink(path)).toList()) {
        allowOne(each, shared);
      }
    }
  }

  private static void allowOne(Path path, boolean shared) throws IOException {
    boolean passable = Files.isDirectory(path) || Files.isExecutable(path);
    String own = passable ? "rwx" : "rw-";
    String others = !shared ? "---" : passable ? "r-x" : "r--";
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(own + others + others));
  }

  private static void write(Path part, TarArchiveEntry entry, InputStream content)
      throws IOException {
    Path file = part.resolve(entry.getName()).normalize();
    if (!file.startsWith(part)) {
      throw new IOException("entry outside of the archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.createLink(file, part.resolve(entry.getLinkName()).normalize());
    } else {
      Files.copy(content, file);
      boolean executable = (entry.getMode() & 0100) != 0;
      Files.setPosixFilePermissions(
          file, PosixFilePermissions.fromString(executable ? "rwx------" : "rw-------"));
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
