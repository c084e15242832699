package anbinh.audit.log;

import anbinh.audit.event.EventTable;
import anbinh.audit.witness.Witnesses;
import anbinh.platform.OnlyWhenServing;
import anbinh.seal.log.EventRecord;
import anbinh.seal.log.Leaf;
import anbinh.seal.log.TlogProof;
import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.pack.EventProof;
import anbinh.seal.policy.Policy;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/// Proofs that something is in the log, for features that hand them out. Safe for many threads.
@Component
@OnlyWhenServing
@NamedInterface("services")
public class Proofs {
  private final Appender appender;
  private final EventTable table;
  private final Witnesses witnesses;

  Proofs(Appender appender, EventTable table, Witnesses witnesses) {
    this.table = table;
    this.appender = appender;
    this.witnesses = witnesses;
  }

  /// The proof that the entry is in the log, under a released checkpoint.
  public TlogProof prove(long index) {
    return appender.prove(index, appender.releasedOver(index));
  }

  /// The same under a checkpoint that enough witnesses have seen, for which it waits a bounded
  /// time, and otherwise under one with the cosignatures that there are.
  public TlogProof proveWitnessed(long index) throws InterruptedException {
    appender.releasedOver(index);
    SignedCheckpoint head = witnesses.awaitCovering(index);
    return appender.prove(index, head);
  }

  /// The proof that the entry is in the log, under this checkpoint of it.
  public TlogProof prove(long index, SignedCheckpoint head) {
    return appender.prove(index, head);
  }

  /// The document that an entry commits to.
  ///
  /// @throws IllegalStateException when the database holds another one than the log
  public byte[] document(long index) {
    byte[] document = table.document(index).array();
    if (!Arrays.equals(Leaf.of(document).canonical(), appender.entry(index))) {
      throw new IllegalStateException("entry " + index + " was altered in the database");
    }
    return document;
  }

  /// An event with the proof that it is under this checkpoint.
  ///
  /// @throws IllegalStateException as above
  public EventProof disclose(long index, SignedCheckpoint head) {
    return new EventProof(EventRecord.parse(document(index)), prove(index, head));
  }

  /// Who has to have seen a checkpoint (C2SP tlog-policy); empty when no witness is asked.
  public Optional<Policy> findPolicy() {
    return witnesses.findPolicy();
  }

  /// The latest released checkpoint.
  public SignedCheckpoint checkpoint() {
    return appender.released();
  }

  public VerifierKey verifierKey() {
    return appender.verifierKey();
  }
}
