package anbinh.audit.witness;

import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.tree.Hash;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The log as its witnesses need it. Safe for many threads.
public interface WitnessedLog {
  /// The log's key.
  VerifierKey verifierKey();

  /// The newest checkpoint that left the office.
  SignedCheckpoint checkpoint();

  /// The proof that the log only appended between two sizes that it has had.
  List<Hash> consistencyProof(long oldSize, long newSize);

  /// Has every newer checkpoint handed over, on the thread that signed it.
  void follow(Consumer<SignedCheckpoint> follower);

  /// Notes in the log itself that a witness contradicts it, and suspends the log unless the witness
  /// shows a head that the log leads to.
  ///
  /// @param witness its name in the policy
  /// @param trouble what is wrong
  /// @param size of the head that it was asked for
  /// @param seen the head that the witness shows as the one it cosigned last; null for none
  void contradicted(
      String witness, WitnessTrouble trouble, long size, @Nullable SignedCheckpoint seen);
}
