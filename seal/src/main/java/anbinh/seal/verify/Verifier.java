package anbinh.seal.verify;

import anbinh.seal.note.VerifierKey;
import anbinh.seal.policy.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Checks evidence packages: zip files and unpacked folders.
///
/// Reads every byte once, needs no network, and holds manifests and seal in memory but never
/// footage. Safe for many threads.
public final class Verifier {
  private final List<VerifierKey> trusted;
  private final @Nullable Policy policy;
  private final boolean quorumRequired;

  /// A verifier that trusts these keys, which the reader has from elsewhere; with none, the best
  /// answer is [Verdict.UnknownKey].
  public Verifier(List<VerifierKey> trusted) {
    this(trusted, null, false);
  }

  private Verifier(List<VerifierKey> trusted, @Nullable Policy policy, boolean quorumRequired) {
    this.trusted = List.copyOf(trusted);
    this.policy = policy;
    this.quorumRequired = quorumRequired;
  }

  /// The same, that trusts the logs of a policy too and answers [Verdict.Unwitnessed] below its
  /// quorum.
  public Verifier requiring(Policy asked) {
    return new Verifier(withLogs(asked), asked, true);
  }

  /// The same, that tells what the witnesses of a policy say and asks for no quorum.
  public Verifier counting(Policy asked) {
    return new Verifier(withLogs(asked), asked, false);
  }

  /// Checks one package. Throws only when it cannot be read from the disk.
  public Verdict verify(Path path) throws IOException {
    String name = String.valueOf(path.toAbsolutePath().normalize().getFileName());
    try {
      PackageFiles files =
          Files.isDirectory(path) ? FolderPackage.read(path) : ZipPackage.read(path);
      return new PackageCheck(name, files, trusted, policy, quorumRequired).run();
    } catch (PackageProblem e) {
      return Verdict.of(Facts.none(name), List.of(e.finding()));
    }
  }

  private List<VerifierKey> withLogs(Policy asked) {
    Set<VerifierKey> keys = new LinkedHashSet<>(trusted);
    asked.logs().forEach(log -> keys.add(log.key()));
    return List.copyOf(keys);
  }
}
