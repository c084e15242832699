package anbinh.seal.witness;

import anbinh.seal.note.VerifierKey;
import anbinh.seal.tree.Hash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A log that the witness knows: its keys, the head cosigned last, and what was refused last.
///
/// Safe for many threads; what is set is set under [#lock].
final class WatchedLog {
  private final String origin;
  private final List<VerifierKey> keys;
  private final ReentrantLock lock = new ReentrantLock(true);
  private volatile @Nullable CosignedHead head;
  private volatile @Nullable Refusal refusal;
  private volatile int kept;

  WatchedLog(String origin, List<VerifierKey> keys, @Nullable CosignedHead head, int kept) {
    this.origin = origin;
    this.keys = List.copyOf(keys);
    this.head = head;
    this.kept = kept;
  }

  /// A head that the log signed and the witness did not cosign; forgotten when the witness ends.
  ///
  /// @param at when it was offered
  /// @param size how large it was
  /// @param why what it contradicts
  record Refusal(Instant at, long size, Contradiction why) {}

  /// The SHA-256 of an origin in hexadecimal, which stands for it in paths.
  static String hash(String origin) {
    return Hash.sha256(origin.getBytes(StandardCharsets.UTF_8)).hex();
  }

  String origin() {
    return origin;
  }

  String originHash() {
    return hash(origin);
  }

  List<VerifierKey> keys() {
    return keys;
  }

  ReentrantLock lock() {
    return lock;
  }

  @Nullable CosignedHead head() {
    return head;
  }

  void head(CosignedHead next) {
    head = next;
  }

  @Nullable Refusal refusal() {
    return refusal;
  }

  void refusal(Refusal next) {
    refusal = next;
  }

  /// How many signed heads that contradict others are kept.
  int kept() {
    return kept;
  }

  void kept(int count) {
    kept = count;
  }
}
