package anbinh.audit.log;

import anbinh.audit.AuditEvent;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.audit.suspension.Suspension;
import anbinh.audit.witness.WitnessHeads;
import anbinh.audit.witness.WitnessTrouble;
import anbinh.audit.witness.WitnessedLog;
import anbinh.platform.Finding;
import anbinh.platform.OnlyWhenServing;
import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.tree.Hash;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The appender's log, for the witnesses.
@Component
@OnlyWhenServing
class AppenderAsWitnessed implements WitnessedLog {
  private final Appender appender;
  private final AuditLog log;
  private final HeadsAgainstLog heads;
  private final Suspension suspension;

  AppenderAsWitnessed(
      Appender appender, AuditLog log, HeadsAgainstLog heads, Suspension suspension) {
    this.appender = appender;
    this.log = log;
    this.heads = heads;
    this.suspension = suspension;
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
  public void contradicted(
      String witness, WitnessTrouble trouble, long size, @Nullable SignedCheckpoint seen) {
    log.record(
        Event.of(AuditEvent.WITNESS_CONTRADICTS)
            .about("witness", witness, witness)
            .fact("trouble", trouble)
            .fact("size", size));
    String place = WitnessHeads.place(witness);
    suspension.report(
        seen == null
            ? List.of(new Finding(place, "it contradicts this log and shows no head", true))
            : heads.find(place, seen).stream().toList());
  }
}
