package anbinh.seal.verify;

import anbinh.seal.FormatProblem;
import anbinh.seal.pack.PackageLayout;
import anbinh.seal.zip.ZipDirectory;
import anbinh.seal.zip.ZipEntryInfo;
import anbinh.seal.zip.ZipStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a package from a zip file with both readers, which must see the same.
final class ZipPackage {
  private ZipPackage() {}

  static PackageFiles read(Path file) throws IOException, PackageProblem {
    String name = String.valueOf(file.getFileName());
    PackageFiles files = new PackageFiles();
    try {
      List<ZipEntryInfo> seeking = ZipDirectory.read(file);
      List<ZipEntryInfo> streaming;
      Sink sink = new Sink(files);
      try (InputStream in = Files.newInputStream(file)) {
        streaming = ZipStream.read(in, sink);
      }
      if (!seeking.equals(streaming)) {
        throw new PackageProblem(
            name, Reason.NOT_A_PACKAGE, "read from its two ends, the archive says two things");
      }
    } catch (FormatProblem e) {
      throw new PackageProblem(name, Reason.NOT_A_PACKAGE, String.valueOf(e.getMessage()));
    } catch (CarriedProblem e) {
      throw e.problem;
    }
    return files;
  }

  private static final class CarriedProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient PackageProblem problem;

    CarriedProblem(PackageProblem problem) {
      super(problem);
      this.problem = problem;
    }
  }

  private static final class Sink implements ZipStream.Content {
    private final PackageFiles files;
    private @Nullable String root;
    private boolean isFile;

    Sink(PackageFiles files) {
      this.files = files;
    }

    @Override
    public void begin(String name) {
      try {
        int slash = name.indexOf('/');
        String first = slash < 0 ? name : name.substring(0, slash);
        if (root == null) {
          requireRoot(name, slash, first);
          root = first;
          files.nameRoot(first);
        } else if (slash < 0 || !first.equals(root)) {
          throw new PackageProblem(
              name, Reason.UNEXPECTED_FILE, "it is outside the folder " + root);
        }
        String path = name.substring(slash + 1);
        isFile = !name.endsWith("/");
        if (isFile) {
          files.begin(path);
        } else if (!path.isEmpty()) {
          files.folder(path.substring(0, path.length() - 1));
        }
      } catch (PackageProblem e) {
        throw new CarriedProblem(e);
      }
    }

    @Override
    public void data(byte[] bytes, int offset, int length) {
      try {
        if (isFile) {
          files.data(bytes, offset, length);
        }
      } catch (PackageProblem e) {
        throw new CarriedProblem(e);
      }
    }

    @Override
    public void end() {
      if (isFile) {
        files.end();
      }
    }

    private static void requireRoot(String name, int slash, String first) throws PackageProblem {
      try {
        PackageLayout.requireName(first);
        if (slash < 0) {
          throw new FormatProblem("it is not in a folder");
        }
      } catch (FormatProblem e) {
        Reason reason =
            name.startsWith("/") || name.contains("..") || name.contains("\\")
                ? Reason.PATH_REFUSED
                : Reason.NOT_A_PACKAGE;
        throw new PackageProblem(name, reason, String.valueOf(e.getMessage()));
      }
    }
  }
}
