package anbinh.audit;

import anbinh.audit.witness.Witnesses;
import anbinh.platform.OnlyWhenServing;
import anbinh.seal.log.TlogProof;
import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.policy.Policy;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Proofs that something is in the log, for features that hand them out. Safe for many threads.
@Component
@OnlyWhenServing
public class Proofs {
  private final Appender appender;
  private final Witnesses witnesses;

  Proofs(Appender appender, Witnesses witnesses) {
    this.appender = appender;
    this.witnesses = witnesses;
  }

  /// The proof that the entry is in the log, under a checkpoint signed at the latest now.
  public TlogProof prove(long index) {
    return appender.prove(index);
  }

  /// The same under a checkpoint that enough witnesses have seen, for which it waits a bounded
  /// time, and otherwise under one with the cosignatures that there are.
  public TlogProof proveWitnessed(long index) throws InterruptedException {
    appender.prove(index); // signs a checkpoint over it if need be
    SignedCheckpoint head = witnesses.awaitCovering(index);
    return appender.prove(index, head);
  }

  /// The proof that the entry is in the log, under this checkpoint of it.
  public TlogProof prove(long index, SignedCheckpoint head) {
    return appender.prove(index, head);
  }

  /// Who has to have seen a checkpoint (C2SP tlog-policy); empty when no witness is asked.
  public Optional<Policy> findPolicy() {
    return witnesses.findPolicy();
  }

  /// The latest signed checkpoint.
  public SignedCheckpoint checkpoint() {
    return appender.checkpoint();
  }

  /// The bytes of an entry.
  public byte[] entry(long index) {
    return appender.entry(index);
  }

  public VerifierKey verifierKey() {
    return appender.verifierKey();
  }
}
