package anbinh.standard.unit;

import anbinh.identity.AreaScope;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.SiteClock;
import anbinh.standard.StandardState;
import anbinh.standard.assessment.Assessment;
import anbinh.standard.assessment.StandardTable;
import anbinh.standard.unit.StandardUnits.Unit;
import anbinh.worklist.WorklistEntry;
import anbinh.worklist.WorklistKind;
import anbinh.worklist.WorklistSource;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/// The units of this year of which somebody has the next step: to register and assess one, to
/// appraise what another person assessed, to decide what others appraised.
@Component
class StandardWorklist implements WorklistSource {
  private static final Role[] DOERS = {Role.VILLAGE_HEAD, Role.COMMUNITY_OFFICER, Role.CHAIR};

  private final StandardUnits units;
  private final StandardTable table;
  private final Access access;
  private final People people;
  private final SiteClock clock;

  StandardWorklist(
      StandardUnits units, StandardTable table, Access access, People people, SiteClock clock) {
    this.units = units;
    this.table = table;
    this.access = access;
    this.people = people;
    this.clock = clock;
  }

  @Override
  public List<WorklistEntry> list(Person person) {
    if (Arrays.stream(DOERS).noneMatch(person::has)) {
      return List.of();
    }
    AreaScope area = access.scope(person, DOERS);
    List<Unit> found =
        units.list(units.today().getYear(), area).stream()
            .filter(unit -> hasNextStep(person, area, unit))
            .toList();
    Set<UUID> own = own(person, found);
    List<Instant> due =
        found.stream()
            .filter(unit -> assessmentId(unit).filter(own::contains).isEmpty())
            .flatMap(unit -> unit.dueOn().stream())
            .map(clock::endOf)
            .toList();
    return List.of(WorklistEntry.of(WorklistKind.STANDARD_ASSESSMENT, due, clock.now()));
  }

  /// Whether the next step is somebody's by role and area; nobody has one of what is decided or
  /// exempt.
  static boolean hasNextStep(Person person, AreaScope area, Unit unit) {
    if (unit.dueOn().isEmpty()) {
      return false;
    }
    Assessment assessment = unit.assessment();
    if (assessment == null || !assessment.assessed()) {
      return unit.present()
          && person.has(unit.kind().assessor())
          && area.includes(unit.area().id());
    }
    UUID authority = assessment.authorityId();
    return person.has(isAppraised(unit) ? Role.CHAIR : Role.COMMUNITY_OFFICER)
        && (authority == null ? person.areaId() == null : area.includes(authority));
  }

  private static boolean isAppraised(Unit unit) {
    Assessment assessment = unit.assessment();
    return assessment != null && assessment.state() == StandardState.APPRAISED;
  }

  /// In which of some assessments somebody did a step before, by whatever account.
  private Set<UUID> own(Person person, List<Unit> found) {
    List<UUID> assessed = ids(found, Unit::assessed);
    if (assessed.isEmpty()) {
      return Set.of();
    }
    Set<UUID> accounts = people.accountsOf(person.id());
    Set<UUID> own = new HashSet<>(table.assessedBy(assessed, accounts));
    own.addAll(table.appraisedBy(ids(found, StandardWorklist::isAppraised), accounts));
    return own;
  }

  private static List<UUID> ids(List<Unit> units, Predicate<Unit> requested) {
    return units.stream().filter(requested).flatMap(unit -> assessmentId(unit).stream()).toList();
  }

  private static Optional<UUID> assessmentId(Unit unit) {
    return Optional.ofNullable(unit.assessment()).map(Assessment::id);
  }
}
