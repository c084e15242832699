package anbinh.audit.witness;

import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.tree.Hash;
import java.util.List;
import java.util.function.Consumer;

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

  /// Notes in the log itself that a witness contradicts it.
  ///
  /// @param witness its name in the policy
  /// @param trouble what is wrong
  /// @param size of the head that it was asked for
  void contradicted(String witness, WitnessTrouble trouble, long size);
}
