package anbinh.seal.verify;

import anbinh.seal.note.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Checks evidence packages: zip files and unpacked folders.
///
/// Reads every byte once, needs no network, and holds manifests and seal in memory but never
/// footage. Safe for many threads.
public final class Verifier {
  private final List<VerifierKey> trusted;

  /// A verifier that trusts these keys, which the reader has from elsewhere; with none, the best
  /// answer is [Verdict.UnknownKey].
  public Verifier(List<VerifierKey> trusted) {
    this.trusted = List.copyOf(trusted);
  }

  /// Checks one package. Throws only when it cannot be read from the disk.
  public Verdict verify(Path path) throws IOException {
    String name = String.valueOf(path.toAbsolutePath().normalize().getFileName());
    try {
      PackageFiles files =
          Files.isDirectory(path) ? FolderPackage.read(path) : ZipPackage.read(path);
      return new PackageCheck(name, files, trusted).run();
    } catch (PackageProblem e) {
      return Verdict.of(Facts.none(name), List.of(e.finding()));
    }
  }
}
