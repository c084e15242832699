package anbinh.audit;

import anbinh.platform.OnlyWhenServing;
import anbinh.seal.log.TlogProof;
import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.note.VerifierKey;
import org.springframework.stereotype.Component;

/// Proofs that something is in the log, for features that hand them out. Safe for many threads.
@Component
@OnlyWhenServing
public class Proofs {
  private final Appender appender;

  Proofs(Appender appender) {
    this.appender = appender;
  }

  /// The proof that the entry is in the log, under a checkpoint signed at the latest now.
  public TlogProof prove(long index) {
    return appender.prove(index);
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
