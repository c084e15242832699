package anbinh.seal.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/// Reads a package that was unpacked into a folder. Links and devices are refused, not followed.
final class FolderPackage {
  private FolderPackage() {}

  static PackageFiles read(Path folder) throws IOException, PackageProblem {
    Path root = root(folder);
    PackageFiles files = new PackageFiles();
    byte[] buffer = new byte[256 * 1024];
    for (Path path : list(root)) {
      String name = root.relativize(path).toString().replace('\\', '/');
      BasicFileAttributes attributes =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (attributes.isDirectory()) {
        files.folder(name);
        continue;
      }
      if (!attributes.isRegularFile()) {
        throw new PackageProblem(
            name, Reason.PATH_REFUSED, "it is a link or a device and not a plain file");
      }
      files.begin(name);
      try (InputStream in = Files.newInputStream(path)) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          files.data(buffer, 0, read);
        }
      }
      files.end();
    }
    return files;
  }

  /// The folder that holds `bag` and `seal`: the given one, or the only one in it.
  private static Path root(Path folder) throws IOException, PackageProblem {
    if (isRoot(folder)) {
      return folder;
    }
    List<Path> children;
    try (Stream<Path> paths = Files.list(folder)) {
      children = paths.toList();
    }
    if (children.size() == 1 && isRoot(children.getFirst())) {
      return children.getFirst();
    }
    throw new PackageProblem(
        String.valueOf(folder.getFileName()),
        Reason.NOT_A_PACKAGE,
        "the folder does not hold the folders bag and seal");
  }

  private static boolean isRoot(Path folder) {
    return Files.isDirectory(folder.resolve("bag"), LinkOption.NOFOLLOW_LINKS)
        || Files.isDirectory(folder.resolve("seal"), LinkOption.NOFOLLOW_LINKS);
  }

  private static List<Path> list(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths.filter(path -> !path.equals(root)).sorted().toList();
    }
  }
}
