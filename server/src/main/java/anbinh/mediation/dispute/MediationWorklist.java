package anbinh.mediation.dispute;

import anbinh.identity.Person;
import anbinh.mediation.dispute.MediationTable.Due;
import anbinh.platform.SiteClock;
import anbinh.worklist.WorklistEntry;
import anbinh.worklist.WorklistKind;
import anbinh.worklist.WorklistSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/// How many mediations are due for who receives them. What was assigned today is due within the
/// days that its mediator has to begin in, and so it is counted at once.
@Component
class MediationWorklist implements WorklistSource {
  private final MediationTable table;
  private final MediationAccess access;
  private final SiteClock clock;

  MediationWorklist(MediationTable table, MediationAccess access, SiteClock clock) {
    this.table = table;
    this.access = access;
    this.clock = clock;
  }

  @Override
  public List<WorklistEntry> list(Person person) {
    if (Arrays.stream(MediationsController.RECEIVERS).noneMatch(person::has)) {
      return List.of();
    }
    LocalDate today = clock.today();
    Due due =
        table.countDue(
            access.looker(person),
            today,
            today.plusDays(NextStep.START_DAYS),
            WorklistEntry.MAX_COUNT);
    LocalDate next = due.next();
    return List.of(
        new WorklistEntry(
            WorklistKind.MEDIATION,
            due.count(),
            due.late(),
            next == null ? null : clock.endOf(next)));
  }
}
