package anbinh.subject.request;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.SiteClock;
import anbinh.worklist.WorklistEntry;
import anbinh.worklist.WorklistKind;
import anbinh.worklist.WorklistSource;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/// Open requests of people about their own data, for administrators of the area; each is due at the
/// end of its day.
@Component
class DataRequestWorklist implements WorklistSource {
  private final DataRequestTable table;
  private final Access access;
  private final SiteClock clock;

  DataRequestWorklist(DataRequestTable table, Access access, SiteClock clock) {
    this.table = table;
    this.access = access;
    this.clock = clock;
  }

  @Override
  public List<WorklistEntry> list(Person person) {
    if (!person.has(Role.ADMINISTRATOR)) {
      return List.of();
    }
    DataRequestTable.Waiting waiting =
        table.countOpen(access.scope(person, Role.ADMINISTRATOR).areas(), clock.today());
    LocalDate next = waiting.nextDue();
    return List.of(
        new WorklistEntry(
            WorklistKind.DATA_REQUEST,
            waiting.count(),
            waiting.overdue(),
            next == null ? null : clock.endOf(next)));
  }
}
