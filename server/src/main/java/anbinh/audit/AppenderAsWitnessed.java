package anbinh.audit;

import anbinh.audit.witness.WitnessTrouble;
import anbinh.audit.witness.WitnessedLog;
import anbinh.platform.OnlyWhenServing;
import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.tree.Hash;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// The appender's log, for the witnesses.
@Component
@OnlyWhenServing
class AppenderAsWitnessed implements WitnessedLog {
  private final Appender appender;
  private final AuditLog log;

  AppenderAsWitnessed(Appender appender, AuditLog log) {
    this.appender = appender;
    this.log = log;
  }

  @Override
  public VerifierKey verifierKey() {
    return appender.verifierKey();
  }

  @Override
  public SignedCheckpoint checkpoint() {
    return appender.released();
  }

  @Override
  public List<Hash> consistencyProof(long oldSize, long newSize) {
    return appender.consistencyProof(oldSize, newSize);
  }

  @Override
  public void follow(Consumer<SignedCheckpoint> follower) {
    appender.follow(follower);
  }

  @Override
  public void contradicted(String witness, WitnessTrouble trouble, long size) {
    log.record(
        Event.of(AuditEvent.WITNESS_CONTRADICTS)
            .about("witness", witness, witness)
            .fact("trouble", trouble)
            .fact("size", size));
  }
}
