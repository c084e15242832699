package anbinh.audit.witness;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.StartFailure;
import anbinh.seal.FormatProblem;
import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.policy.Policy;
import anbinh.seal.policy.Witnessing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/// Has the log's heads cosigned by the witnesses of the policy, one thread each, and says which
/// head has its quorum. Without a policy all heads are as they are. Safe for many threads.
@Component
@OnlyWhenServing
@NamedInterface("services")
public class Witnesses implements SmartLifecycle {
  private final WitnessSettings settings;
  private final WitnessedLog log;
  private final InstantSource clock;
  private final DemonstrationWitness demonstration;
  private final @Nullable Policy policy;
  private final @Nullable Heads heads;
  private final List<WitnessLoop> loops = new ArrayList<>();
  private volatile boolean running;

  Witnesses(
      WitnessSettings settings,
      WitnessedLog log,
      WitnessTable table,
      InstantSource clock,
      DemonstrationWitness demonstration) {
    this.settings = settings;
    this.log = log;
    this.clock = clock;
    this.demonstration = demonstration;
    Path file = settings.policy();
    Policy read =
        file == null ? demonstration.start(log.verifierKey()).orElse(null) : read(file, log);
    if (read == null) {
      policy = null;
      heads = null;
      return;
    }
    Heads watched = new Heads(read, settings.patience(), clock, log.checkpoint());
    policy = read;
    heads = watched;
    for (Policy.Witness witness : read.witnesses()) {
      loops.add(new WitnessLoop(witness, settings, log, table, watched, clock, this::wakeAll));
    }
  }

  /// The policy of the file, for this log.
  private static Policy read(Path file, WitnessedLog log) {
    Policy read;
    try {
      read = Policy.parse(Files.readAllBytes(file));
    } catch (IOException | FormatProblem e) {
      throw new StartFailure(
          "anbinh.audit.witnesses.policy cannot be used: " + e.getMessage(),
          "Write the policy as docs/guide/witness.md says, or name none.",
          e);
    }
    var own = new Policy.Log(log.verifierKey(), null);
    if (read.logs().isEmpty()) {
      return new Policy(List.of(own), read.witnesses(), read.groups(), read.quorum());
    }
    if (read.logs().stream().noneMatch(known -> known.key().equals(log.verifierKey()))) {
      throw new StartFailure(
          "the policy " + file + " names logs, but not this one",
          "Add the line: log " + log.verifierKey().write());
    }
    return read;
  }

  @Override
  public void start() {
    running = true;
    Heads watched = heads;
    if (watched != null) {
      log.follow(head -> offer(watched, head));
      offer(watched, log.checkpoint());
      loops.forEach(WitnessLoop::start);
    }
  }

  @Override
  public void stop() {
    running = false;
    log.follow(_ -> {});
    loops.forEach(WitnessLoop::stop);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// Who has to have seen a head; empty when no witness is asked.
  public Optional<Policy> findPolicy() {
    return Optional.ofNullable(policy);
  }

  /// The head for others, with the cosignatures that it has.
  public SignedCheckpoint published() {
    Heads watched = heads;
    if (watched == null) {
      return log.checkpoint();
    }
    offer(watched, log.checkpoint());
    return watched.published();
  }

  /// The head under which an entry, which is under the newest checkpoint, is proved: with its
  /// quorum if that is reached within the patience.
  public SignedCheckpoint awaitCovering(long index) throws InterruptedException {
    Heads watched = heads;
    if (watched == null) {
      return log.checkpoint();
    }
    offer(watched, log.checkpoint());
    return watched.awaitCovering(index).orElseGet(log::checkpoint);
  }

  /// How it stands; empty when no witness is asked.
  public Optional<WitnessReport> findReport() {
    if (heads == null || policy == null) {
      return Optional.empty();
    }
    List<WitnessStatus> all = loops.stream().map(WitnessLoop::status).toList();
    Instant behind = heads.findBehindSince().orElse(null);
    boolean late = behind != null && !clock.instant().isBefore(behind.plus(settings.alarm()));
    boolean contradicted =
        all.stream()
            .map(WitnessStatus::trouble)
            .anyMatch(trouble -> trouble != null && trouble.isContradiction());
    Witnessing asked = policy.check(log.checkpoint().note());
    return Optional.of(
        new WitnessReport(
            asked.needed(),
            asked.members(),
            heads.findReached().map(head -> head.checkpoint().size()).orElse(null),
            behind,
            late || contradicted,
            demonstration.isAsked(),
            all));
  }

  private void offer(Heads watched, SignedCheckpoint head) {
    if (watched.offer(head)) {
      wakeAll();
    }
  }

  private void wakeAll() {
    loops.forEach(WitnessLoop::wake);
  }
}
