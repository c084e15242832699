package anbinh.e2e;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Looks whether all that a server keeps can be read by its owner alone, whatever the mask (umask)
/// was under which it was started.
final class OwnersFiles {
  private static final Set<PosixFilePermission> OWNERS =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private OwnersFiles() {}

  static void require(Steps steps, Path data) throws IOException {
    var files = new ArrayList<Path>();
    List<Path> open = new ArrayList<>();
    Files.walkFileTree(
        data,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            look(folder);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile()) {
              look(file);
            }
            return FileVisitResult.CONTINUE;
          }

          /// A file that the server has deleted meanwhile.
          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }

          private void look(Path path) throws IOException {
            files.add(path);
            if (!ServerProcess.isOurs(data, path)
                && !OWNERS.containsAll(Files.getPosixFilePermissions(path))) {
              open.add(path);
            }
          }
        });
    steps.require(open.isEmpty(), "others may read " + open);
    steps.done("the data folder: " + files.size() + " files and folders, all its owner's alone");
  }
}
