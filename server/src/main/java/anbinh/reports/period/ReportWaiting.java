package anbinh.reports.period;

import anbinh.areas.Area;
import anbinh.areas.unit.Areas;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.reports.ReportPeriod;
import anbinh.reports.period.Report.State;
import anbinh.reports.period.ReportBook.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What of reports waits for somebody: for a commune's officer what is to be handed in, for its
/// chair what is to be approved and what is late, for who is above what is to be accepted. Safe for
/// many threads.
@Component
public class ReportWaiting {
  /// Of more, the oldest are shown.
  private static final int MAX = 200;

  private static final int PERIODS_BACK = 4;
  private static final Role[] ABOVE = {Role.COMMUNITY_OFFICER, Role.CHAIR};

  private final ReportBook book;
  private final ReportSteps steps;
  private final ReportTable table;
  private final ReportCalendar calendar;
  private final Areas areas;
  private final People people;
  private final Access access;

  ReportWaiting(
      ReportBook book,
      ReportSteps steps,
      ReportTable table,
      ReportCalendar calendar,
      Areas areas,
      People people,
      Access access) {
    this.book = book;
    this.steps = steps;
    this.table = table;
    this.calendar = calendar;
    this.areas = areas;
    this.people = people;
    this.access = access;
  }

  /// What is to be done.
  public enum Task {
    SUBMIT,
    /// For the chair of a unit whose officer is late: to see to it.
    LATE,
    APPROVE,
    ACCEPT
  }

  /// @param reportId null while nobody began it
  /// @param reminders how often the unit was reminded of it
  public record Item(
      Task task,
      UUID areaId,
      ReportPeriod period,
      LocalDate due,
      boolean late,
      @Nullable UUID reportId,
      int reminders,
      @Nullable LocalDate remindedOn) {}

  /// What waits for somebody, what is late first; at most 200.
  public List<Item> list(Person person) {
    List<Item> found = new ArrayList<>(own(person));
    Set<UUID> accounts = people.accountsOf(person.id());
    for (ReportTable.Waiting each : table.listWaiting(within(person), person.areaId(), MAX)) {
      Report report = each.report();
      boolean hadPart =
          accounts.contains(each.submittedBy())
              || (report.state() == State.APPROVED && accounts.contains(each.approvedBy()));
      Task task = report.state() == State.SUBMITTED ? Task.APPROVE : Task.ACCEPT;
      if (!hadPart && isTheirs(person, report, task)) {
        found.add(
            new Item(
                task,
                report.areaId(),
                report.period(),
                calendar.due(report.period(), report),
                false,
                report.id(),
                0,
                null));
      }
    }
    found.sort((one, other) -> Boolean.compare(other.late(), one.late()));
    return found.stream().limit(MAX).toList();
  }

  private boolean isTheirs(Person person, Report report, Task task) {
    return task == Task.APPROVE
        ? person.has(Role.CHAIR) && steps.isOwnLevel(person, report.areaId())
        : steps.isAbove(person, report.areaId());
  }

  private @Nullable Set<UUID> within(Person person) {
    return access.scope(person, ABOVE).areas();
  }

  private List<Item> own(Person person) {
    UUID own = person.areaId();
    Area unit = own == null ? null : areas.findPresent(own).orElse(null);
    if (unit == null || !unit.kind().isCommune()) {
      return List.of();
    }
    boolean submits = person.has(Role.COMMUNITY_OFFICER);
    List<Item> found = new ArrayList<>();
    for (Place each : book.placesOf(unit, PERIODS_BACK)) {
      Report report = each.report();
      boolean awaited = report == null || report.state().awaited();
      if (awaited && each.period().isOver(calendar.today()) && (submits || each.late())) {
        found.add(
            new Item(
                submits ? Task.SUBMIT : Task.LATE,
                unit.id(),
                each.period(),
                each.due(),
                each.late(),
                report == null ? null : report.id(),
                each.reminders(),
                each.remindedOn()));
      }
    }
    return found;
  }
}
