package anbinh.reports.period;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.platform.SiteClock;
import anbinh.reports.period.ReportWaiting.Item;
import anbinh.worklist.WorklistEntry;
import anbinh.worklist.WorklistKind;
import anbinh.worklist.WorklistSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/// How many reports wait for an officer or a chair, which is two questions to the tables of reports
/// however many there are.
@Component
class ReportWorklist implements WorklistSource {
  private final ReportWaiting waiting;
  private final SiteClock clock;

  ReportWorklist(ReportWaiting waiting, SiteClock clock) {
    this.waiting = waiting;
    this.clock = clock;
  }

  @Override
  public List<WorklistEntry> list(Person person) {
    return person.has(Role.COMMUNITY_OFFICER) || person.has(Role.CHAIR)
        ? List.of(entry(waiting.list(person)))
        : List.of();
  }

  /// What others handed in is decided without a last day, and may have one that is over.
  private WorklistEntry entry(List<Item> items) {
    LocalDate today = clock.today();
    return new WorklistEntry(
        WorklistKind.PERIOD_REPORT,
        items.size(),
        (int) items.stream().filter(Item::late).count(),
        items.stream()
            .filter(each -> !each.late())
            .map(Item::due)
            .filter(due -> !due.isBefore(today))
            .min(Comparator.naturalOrder())
            .map(clock::endOf)
            .orElse(null));
  }
}
