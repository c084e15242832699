package anbinh.measure.register;

import anbinh.identity.Person;
import anbinh.measure.MeasureEvent;
import anbinh.measure.MeasureProblem;
import anbinh.measure.register.MeasureAccess.On;
import anbinh.measure.register.MeasureContent.MeasureTask;
import anbinh.measure.register.MeasureForms.HelperEnd;
import anbinh.measure.register.MeasureForms.MeasureTaskDone;
import anbinh.measure.register.MeasureForms.NewMeasureHelper;
import anbinh.measure.register.MeasureForms.NewMeasureTask;
import anbinh.measure.register.MeasureHelpers.Choice;
import anbinh.platform.FieldProblem;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Assigns who helps with a measure and keeps, and notes what was done, in fixed words. Roles are
/// the caller's to check. Safe for many threads.
@Component
public class MeasureHelp {
  private static final int MAX_HELPERS = 20;
  private static final int MAX_TASKS = 200;

  private final Measures measures;
  private final MeasureTable table;
  private final MeasureHelperTable helperTable;
  private final MeasureHelpers helpers;
  private final MeasureAccess access;
  private final SiteClock clock;
  private final Ids ids;

  MeasureHelp(
      Measures measures,
      MeasureTable table,
      MeasureHelperTable helperTable,
      MeasureHelpers helpers,
      MeasureAccess access,
      SiteClock clock,
      Ids ids) {
    this.measures = measures;
    this.table = table;
    this.helperTable = helperTable;
    this.helpers = helpers;
    this.access = access;
    this.clock = clock;
    this.ids = ids;
  }

  /// Assigns somebody; nothing happens where they help already. Kin, as the keeper or they said,
  /// and who bears the name do not help.
  @Transactional
  public void assign(UUID id, NewMeasureHelper requested, Person by) {
    Measure measure = measures.lockForUpdate(id, by, On::keeps);
    requireConfirmed(measure);
    UUID person = requested.personId();
    UUID member = requested.memberId();
    if ((person == null) == (member == null)) {
      throw Problem.invalid(
          List.of(
              new FieldProblem("personId", "measure-one-helper"),
              new FieldProblem("memberId", "measure-one-helper")));
    }
    String field = person == null ? "memberId" : "personId";
    Choice chosen =
        helpers.list(measure.communeId()).stream()
            .filter(each -> each.is(person, member))
            .findFirst()
            .orElseThrow(() -> Problem.invalid(field, "measure-no-helper"));
    if (MeasureNames.same(measures.content(measure).name(), chosen.name())) {
      throw Problem.invalid(field, "measure-interested");
    }
    List<MeasureHelper> known =
        helperTable.list(id).stream()
            .filter(each -> each.is(chosen.personId(), chosen.memberId()))
            .toList();
    if (known.stream().anyMatch(each -> each.cause() == HelperEnd.KIN)) {
      throw Problem.invalid(field, "measure-interested");
    }
    Optional<MeasureHelper> present = known.stream().filter(MeasureHelper::helps).findFirst();
    if (present.isPresent()) {
      UUID account = chosen.personId();
      if (account != null && present.get().personId() == null) {
        helperTable.account(present.get().id(), account);
      }
      return;
    }
    if (helperTable.list(id).stream().filter(MeasureHelper::helps).count() >= MAX_HELPERS) {
      throw Problem.of(MeasureProblem.MEASURE_FULL, measure.code());
    }
    helperTable.insert(
        id,
        new MeasureHelper(ids.next(), chosen.personId(), chosen.memberId(), clock.now(), null),
        by.id());
    measures.note(MeasureEvent.HELPER_ASSIGNED, measure, by);
  }

  /// The keeper ends that somebody helps.
  @Transactional
  void end(UUID id, UUID helperId, HelperEnd cause, Person by) {
    Measure measure = measures.lockForUpdate(id, by, On::keeps);
    MeasureHelper helper =
        helperTable.list(id).stream()
            .filter(each -> each.id().equals(helperId))
            .findFirst()
            .orElseThrow(() -> Problem.of(MeasureProblem.NO_SUCH_MEASURE_HELPER));
    // That somebody was kin may come out after they left.
    if (helper.helps() || (cause == HelperEnd.KIN && helper.cause() != HelperEnd.KIN)) {
      helperTable.end(helperId, cause, clock.now());
      measures.note(MeasureEvent.HELPER_ENDED, measure, by);
    }
  }

  /// Somebody helps no more by their own word; it is closed to them from then on.
  @Transactional
  void stepAside(UUID id, HelperEnd cause, Person by) {
    Measure measure = measures.lockForUpdate(id, by, On::helps);
    helperTable.list(id).stream()
        .filter(each -> each.helps() && by.id().equals(each.personId()))
        .forEach(each -> helperTable.end(each.id(), cause, clock.now()));
    measures.note(MeasureEvent.HELPER_ENDED, measure, by);
  }

  /// Sets a task; the same where it was sent before.
  @Transactional
  public void set(UUID id, NewMeasureTask requested, Person by) {
    Measure measure = measures.lockForUpdate(id, by, On::keeps);
    requireConfirmed(measure);
    MeasureContent content = measures.content(measure);
    if (content.findTask(requested.id()).isPresent()) {
      return;
    }
    if (requested.dueOn().isBefore(measure.span().from())
        || requested.dueOn().isAfter(measure.span().until())) {
      throw Problem.invalid(
          "dueOn", "measure-within", measure.span().from(), measure.span().until());
    }
    if (content.tasks().size() >= MAX_TASKS) {
      throw Problem.of(MeasureProblem.MEASURE_FULL, measure.code());
    }
    UUID whose = requested.helperId();
    if (whose != null
        && helperTable.list(id).stream()
            .noneMatch(each -> each.helps() && each.id().equals(whose))) {
      throw Problem.invalid("helperId", "measure-no-helper");
    }
    table.saveTasks(
        id,
        content.with(
            new MeasureTask(
                requested.id(), requested.task(), requested.dueOn(), whose, null, null, null)));
    measures.note(MeasureEvent.TASK_SET, measure, by);
  }

  /// Notes what came of a task, once; the same word again changes nothing.
  @Transactional
  public void done(UUID id, UUID taskId, MeasureTaskDone said, Person by) {
    Measure measure = measures.lockForUpdate(id, by, On::notesTasks);
    MeasureContent content = measures.content(measure);
    MeasureTask task =
        content
            .findTask(taskId)
            .filter(access.on(measure, by)::notes)
            .orElseThrow(() -> Problem.of(MeasureProblem.NO_SUCH_MEASURE_TASK));
    if (task.result() != null) {
      if (task.result() == said.result() && said.on().equals(task.doneOn())) {
        return;
      }
      throw Problem.of(MeasureProblem.MEASURE_TASK_DONE, measure.code());
    }
    LocalDate today = clock.today();
    if (said.on().isAfter(today) || said.on().isBefore(measure.span().from())) {
      throw Problem.invalid("on", "measure-within", measure.span().from(), today);
    }
    table.saveTasks(
        id,
        content.with(
            new MeasureTask(
                task.id(),
                task.task(),
                task.dueOn(),
                task.helperId(),
                said.result(),
                said.on(),
                by.id())));
    measures.note(MeasureEvent.TASK_DONE, measure, by);
  }

  /// Another officer of the commune keeps it from now on, by the keeper's word, or by the chair's
  /// where the keeper is no officer any more.
  @Transactional
  void handOver(UUID id, UUID personId, Person by) {
    Measure measure = measures.lockForUpdate(id, by, On::handsOver);
    Person keeper =
        access.officers(measure.communeId()).stream()
            .filter(each -> each.id().equals(personId))
            .findFirst()
            .orElseThrow(() -> Problem.invalid("personId", "measure-no-keeper"));
    if (access.isAbout(measure, keeper)) {
      throw Problem.invalid("personId", "measure-interested");
    }
    if (!measure.keeperId().equals(personId)) {
      table.keeper(id, personId);
      measures.note(MeasureEvent.HANDED_OVER, measure, by);
    }
  }

  /// Who else can keep it.
  List<Choice> keepers(On on) {
    return access.officers(on.measure().communeId()).stream()
        .filter(each -> !on.measure().keeperId().equals(each.id()))
        .map(each -> new Choice(each.id(), null, each.displayName()))
        .toList();
  }

  private static void requireConfirmed(Measure measure) {
    if (!measure.state().confirmed()) {
      throw Problem.of(MeasureProblem.MEASURE_ELSEWHERE, measure.code());
    }
  }
}
