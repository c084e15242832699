package anbinh.audit.log;

import anbinh.audit.folder.LogFolder;
import anbinh.seal.log.LogReader;
import anbinh.seal.tree.Hash;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/// The roots that the log's tree had, from which whoever has the log derives the same. Works from
/// the files, also beside a running server. Safe for many threads.
@Component
@NamedInterface("services")
public class Roots {
  private final LogFolder folder;

  Roots(LogFolder folder) {
    this.folder = folder;
  }

  /// The root of the tree of the first `size` entries (RFC 9162 §2.1.1); empty where no checkpoint
  /// covers them yet.
  public Optional<Hash> find(long size) {
    if (!folder.started()) {
      return Optional.empty();
    }
    LogReader log = LogReader.open(folder.folder(), folder.key().verifierKey());
    return size > log.size() ? Optional.empty() : Optional.of(log.root(size));
  }
}
