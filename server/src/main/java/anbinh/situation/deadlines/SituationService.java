package anbinh.situation.deadlines;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.platform.Problem;
import anbinh.situation.SituationEvent;
import anbinh.situation.SituationProblem;
import anbinh.situation.report.Situation;
import anbinh.situation.report.SituationContent;
import anbinh.situation.report.SituationTable;
import anbinh.situation.report.SituationTrail;
import anbinh.situation.report.SituationTrail.Step;
import anbinh.situation.report.SituationTrail.StepMark;
import anbinh.situation.reporter.ReporterStore;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Keeps what changes of reports: with what is due next, the history, the log, and the number by
/// which the reporter's phone learns of it. Rights are the caller's to check. Safe for many
/// threads.
@Component
public class SituationService {
  private static final String PREFIX = "TH";
  private static final int CODES = 1_000_000;

  private final SecureRandom random = new SecureRandom();
  private final SituationTable table;
  private final SituationTrail trail;
  private final ReporterStore reporters;
  private final SituationDeadlines clock;
  private final AuditLog log;

  SituationService(
      SituationTable table,
      SituationTrail trail,
      ReporterStore reporters,
      SituationDeadlines clock,
      AuditLog log) {
    this.table = table;
    this.trail = trail;
    this.reporters = reporters;
    this.clock = clock;
    this.log = log;
  }

  /// A code that is free. Codes are drawn: in a series, a gap between two that somebody sees would
  /// tell of one that they may not know of.
  public String newCode() {
    String code;
    do {
      code = "%s-%d-%06d".formatted(PREFIX, clock.today().getYear(), random.nextInt(CODES));
    } while (table.hasCode(code));
    return code;
  }

  public Situation get(UUID id) {
    return table.find(id).orElseThrow(() -> Problem.of(SituationProblem.NO_SUCH_SITUATION));
  }

  /// Finds one, and holds it until the end of the transaction.
  @Transactional(propagation = Propagation.MANDATORY)
  public Situation lockForUpdate(UUID id) {
    return find(id).orElseThrow(() -> Problem.of(SituationProblem.NO_SUCH_SITUATION));
  }

  /// The same of one that may not be there. The one with which it goes on is held before it, since
  /// a change of either is one of both.
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Situation> find(UUID id) {
    UUID into = table.find(id).flatMap(each -> Optional.ofNullable(each.mergedInto())).orElse(null);
    if (into != null) {
      table.findForUpdate(into);
    }
    return table.findForUpdate(id);
  }

  public SituationContent content(Situation one) {
    return table
        .findContent(one.id())
        .orElseThrow(() -> Problem.of(SituationProblem.SITUATION_ERASED, one.code()));
  }

  /// Those that go on with one.
  public List<Situation> listMergedInto(UUID id) {
    return table.listMergedInto(id);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public Situation keep(Situation changed) {
    Situation next = clock.timed(changed.revised());
    table.save(next);
    kept(next);
    return next;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public Situation keep(Situation changed, SituationContent content) {
    Situation next = clock.timed(changed.revised());
    table.save(next, content);
    kept(next);
    return next;
  }

  /// Also the reporters of those that go on with it see how it stands.
  private void kept(Situation one) {
    passUpDanger(one);
    var all = new ArrayList<>(List.of(one.id()));
    listMergedInto(one.id()).forEach(each -> all.add(each.id()));
    reporters.touch(all);
  }

  /// Where somebody is in danger now, nobody waits for one desk: it is for the officers above at
  /// once, also where that came in after the end.
  @Transactional(propagation = Propagation.MANDATORY)
  public void passUpDanger(Situation one) {
    boolean stands = !one.state().over() || one.marks().attentionAt() != null;
    if (one.nature().danger() && stands && one.mergedInto() == null) {
      passUp(one);
    }
  }

  /// Makes it one for the officers above too, who may receive it and act, with those that go on
  /// with it; once is for good.
  @Transactional(propagation = Propagation.MANDATORY)
  public void passUp(Situation one) {
    passUpAlone(one);
    listMergedInto(one.id()).forEach(this::passUpAlone);
  }

  private void passUpAlone(Situation one) {
    if (trail.setAbove(one.id())) {
      note(SituationEvent.PASSED_UP, one, null, null);
    }
  }

  /// Records what happened, in the log and in the report's history.
  ///
  /// @param by null for the reporter, who stands in neither, and for the server
  @Transactional(propagation = Propagation.MANDATORY)
  public void note(
      SituationEvent what, Situation one, @Nullable Person by, @Nullable StepMark mark) {
    trail.addStep(one.id(), new Step(clock.now(), what, by == null ? null : by.id(), mark));
    log.record(event(what, one, by));
  }

  /// Records that somebody read what was written under an emergency access: in its history too, so
  /// that the officers of its commune see it.
  @Transactional(propagation = Propagation.MANDATORY)
  public void noteEmergency(Situation one, Person by, UUID emergency) {
    SituationEvent what = SituationEvent.EMERGENCY_READ;
    trail.addStep(one.id(), new Step(clock.now(), what, by.id(), null));
    log.record(event(what, one, by).fact("emergency", emergency));
  }

  /// Records that somebody was shown something of it.
  @Transactional
  public void read(SituationEvent what, Situation one, Person by) {
    log.record(event(what, one, by));
  }

  public static Event event(SituationEvent what, Situation one, @Nullable Person by) {
    return Event.of(what)
        .by(by == null ? null : by.actor())
        .about("situation", one.id(), one.code());
  }
}
