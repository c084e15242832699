package anbinh.sightings.wanted;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.platform.SiteClock;
import anbinh.worklist.WorklistEntry;
import anbinh.worklist.WorklistKind;
import anbinh.worklist.WorklistSource;
import java.util.List;
import org.springframework.stereotype.Component;

/// Entries of the list of wanted vehicles that wait for an approver of the area, who did not ask
/// for them. One that nobody decides lapses at its end.
@Component
class WantedWorklist implements WorklistSource {
  private final WantedTable table;
  private final WantedAccess access;
  private final People people;
  private final SiteClock clock;

  WantedWorklist(WantedTable table, WantedAccess access, People people, SiteClock clock) {
    this.table = table;
    this.access = access;
    this.people = people;
    this.clock = clock;
  }

  @Override
  public List<WorklistEntry> list(Person person) {
    if (!person.has(Role.APPROVER)) {
      return List.of();
    }
    WantedTable.Undecided waiting =
        table.countUndecided(
            access.approverScope(person),
            people.accountsOf(person.id()),
            clock.now(),
            WorklistEntry.MAX_COUNT);
    return List.of(
        new WorklistEntry(
            WorklistKind.WANTED_VEHICLE_DECISION, waiting.count(), 0, waiting.nextEnd()));
  }
}
