package anbinh.measure.register;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.measure.register.MeasureTable.Due;
import anbinh.platform.SiteClock;
import anbinh.worklist.WorklistEntry;
import anbinh.worklist.WorklistKind;
import anbinh.worklist.WorklistSource;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/// How many measures that an officer keeps have a task of which nothing came yet, and whose day is
/// near or over.
@Component
class MeasureWorklist implements WorklistSource {
  private static final int DAYS_AHEAD = 7;

  private final MeasureTable table;
  private final Access access;
  private final SiteClock clock;

  MeasureWorklist(MeasureTable table, Access access, SiteClock clock) {
    this.table = table;
    this.access = access;
    this.clock = clock;
  }

  @Override
  public List<WorklistEntry> list(Person person) {
    if (!person.has(Role.COMMUNITY_OFFICER)) {
      return List.of();
    }
    LocalDate today = clock.today();
    Due due =
        table.countDue(
            person.id(),
            access.scope(person, Role.COMMUNITY_OFFICER).areas(),
            today,
            today.plusDays(DAYS_AHEAD));
    LocalDate next = due.next();
    return List.of(
        new WorklistEntry(
            WorklistKind.MEASURE_DUE,
            due.count(),
            due.late(),
            next == null ? null : clock.endOf(next)));
  }
}
