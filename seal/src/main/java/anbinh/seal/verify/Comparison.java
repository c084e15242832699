package anbinh.seal.verify;

import anbinh.seal.note.Checkpoint;
import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.tree.Tree;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether two signed heads of one log tell one history.
enum Comparison {
  /// They are the same head.
  SAME(0),
  /// The larger holds all that the smaller held.
  GROWN(0),
  /// The log signed two histories.
  SPLIT(1),
  /// The log has fewer entries than a head that it signed.
  CUT(1),
  /// The log's tiles are needed to tell.
  LOG_NEEDED(3),
  /// They are heads of two logs.
  OTHER_LOGS(3),
  /// One of them is not signed by a key that the reader gave.
  UNKNOWN_KEY(4);

  private final int exitCode;

  Comparison(int exitCode) {
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }

  /// Compares two heads.
  ///
  /// @param log where the log's tiles are, if the reader has them
  static Comparison of(
      SignedCheckpoint one,
      SignedCheckpoint another,
      List<VerifierKey> trusted,
      @Nullable LogSource log)
      throws IOException {
    if (!isSigned(one, trusted) || !isSigned(another, trusted)) {
      return UNKNOWN_KEY;
    }
    boolean inOrder = one.checkpoint().size() <= another.checkpoint().size();
    Checkpoint older = (inOrder ? one : another).checkpoint();
    Checkpoint newer = (inOrder ? another : one).checkpoint();
    if (!older.origin().equals(newer.origin())) {
      return OTHER_LOGS;
    }
    if (older.size() == newer.size()) {
      return older.root().equals(newer.root()) ? SAME : SPLIT;
    }
    if (older.size() == 0) {
      return GROWN;
    }
    if (log == null) {
      return LOG_NEEDED;
    }
    long size = log.size();
    if (size < newer.size()) {
      return CUT;
    }
    return Tree.verifyConsistency(
            older.size(),
            newer.size(),
            log.proof(size, older.size(), newer.size()),
            older.root(),
            newer.root())
        ? GROWN
        : SPLIT;
  }

  static boolean isSigned(SignedCheckpoint head, List<VerifierKey> trusted) {
    return trusted.stream()
        .anyMatch(key ->
            key.name().equals(head.checkpoint().origin())
                && key.check(head.note()) == VerifierKey.Answer.SIGNED);
  }
}
