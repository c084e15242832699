package anbinh.teamwork.pay;

import anbinh.areas.Area;
import anbinh.areas.unit.Areas;
import anbinh.identity.AreaScope;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.SiteClock;
import anbinh.team.unit.TeamCommunes;
import anbinh.worklist.WorklistEntry;
import anbinh.worklist.WorklistKind;
import anbinh.worklist.WorklistSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// How many sheets of months that are over the chair decides that others calculated.
@Component
class PaySheetWorklist implements WorklistSource {
  private final PayTable table;
  private final TeamCommunes communes;
  private final Areas areas;
  private final Access access;
  private final People people;
  private final SiteClock clock;

  PaySheetWorklist(
      PayTable table,
      TeamCommunes communes,
      Areas areas,
      Access access,
      People people,
      SiteClock clock) {
    this.table = table;
    this.communes = communes;
    this.areas = areas;
    this.access = access;
    this.people = people;
    this.clock = clock;
  }

  @Override
  public List<WorklistEntry> list(Person person) {
    if (!person.has(Role.CHAIR)) {
      return List.of();
    }
    List<UUID> found =
        table.undecided(
            communes.communesOf(person, Role.CHAIR),
            people.accountsOf(person.id()),
            YearMonth.from(clock.today().plusDays(1)),
            WorklistEntry.MAX_COUNT);
    AreaScope scope = access.scope(person, Role.CHAIR);
    Set<UUID> present =
        areas.list(Set.copyOf(found)).stream().map(Area::id).collect(Collectors.toSet());
    long count =
        found.stream()
            .filter(each ->
                present.contains(each) ? scope.includes(each) : decides(person, scope, each))
            .count();
    return List.of(WorklistEntry.of(WorklistKind.PAY_SHEET_DECISION, (int) count));
  }

  /// Whether somebody decides the sheets of a commune that is no more: where all of it went into
  /// another one, who is the chair there, else the chair of a part of it.
  private boolean decides(Person person, AreaScope scope, UUID commune) {
    UUID today = communes.today(commune);
    UUID own = person.areaId();
    return communes.isPresent(today)
        ? scope.includes(today)
        : own != null && areas.findPresent(own).filter(each -> each.kind().isCommune()).isPresent();
  }
}
