package anbinh.measure.register;

import anbinh.areas.unit.Areas;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.measure.MeasureProblem;
import anbinh.measure.register.MeasureContent.MeasureTask;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.team.member.TeamMembership;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Who may do what with a measure: by what they are to it, and by a role in its commune. For
/// everybody else it does not exist, and that they asked is an entry of the log.
@Component
public class MeasureAccess {
  /// Who can be asked to help.
  static final Role[] HELPERS = {
    Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.MEDIATOR, Role.VILLAGE_HEAD, Role.PARTNER
  };

  static final Role[] READERS = {
    Role.COMMUNITY_OFFICER,
    Role.CHAIR,
    Role.TEAM_LEADER,
    Role.TEAM_MEMBER,
    Role.MEDIATOR,
    Role.VILLAGE_HEAD,
    Role.PARTNER
  };

  private final MeasureTable table;
  private final MeasureHelperTable helpers;
  private final TeamMembership membership;
  private final Access access;
  private final Areas areas;
  private final People people;
  private final SiteClock clock;

  MeasureAccess(
      MeasureTable table,
      MeasureHelperTable helpers,
      TeamMembership membership,
      Access access,
      Areas areas,
      People people,
      SiteClock clock) {
    this.table = table;
    this.helpers = helpers;
    this.membership = membership;
    this.access = access;
    this.areas = areas;
    this.people = people;
    this.clock = clock;
  }

  /// What somebody is to a measure.
  ///
  /// @param keeps it, as an officer of its commune
  /// @param decides as the chair, while something waits for one
  /// @param appoints another keeper as the chair, since its own is no officer there any more
  /// @param help by what they help at present, which they do only while it is in force
  public record On(
      Measure measure,
      Person person,
      boolean keeps,
      boolean decides,
      boolean appoints,
      Set<UUID> help) {
    public On {
      help = Set.copyOf(help);
    }

    boolean helps() {
      return !help.isEmpty();
    }

    boolean sees() {
      return keeps || decides || appoints || helps();
    }

    boolean readsAll() {
      return keeps || decides;
    }

    boolean reads() {
      return readsAll() || helps();
    }

    boolean handsOver() {
      return keeps || appoints;
    }

    boolean notesTasks() {
      return keeps || helps();
    }

    /// Whether a task is theirs: for who helps, those of their own and of whoever helps.
    boolean notes(MeasureTask task) {
      UUID whose = task.helperId();
      return keeps || (helps() && (whose == null || help.contains(whose)));
    }

    /// Whether they see it: of what came of one, who helps sees their own word only.
    boolean sees(MeasureTask task) {
      return keeps || (task.result() == null ? notes(task) : person.id().equals(task.by()));
    }
  }

  Person requireReader() {
    return access.require(READERS);
  }

  On require(UUID id, Predicate<On> right, Role... roles) {
    Person person = access.require(roles);
    Measure measure = table.find(id).orElseThrow(() -> refuse(id));
    On on = on(measure, person);
    if (!right.test(on)) {
      throw refuse(id);
    }
    return on;
  }

  Problem refuse(UUID id) {
    return access.refuse(MeasureProblem.NO_SUCH_MEASURE, "measure", id);
  }

  On on(Measure measure, Person person) {
    boolean open = measure.isOpen(clock.today());
    boolean officer = access.may(person, measure.communeId(), Role.COMMUNITY_OFFICER);
    boolean chair = open && access.may(person, measure.communeId(), Role.CHAIR);
    boolean another = !isAbout(measure, person);
    return new On(
        measure,
        person,
        officer && measure.keeperId().equals(person.id()),
        chair && another && chairsCommune(person) && measure.asksChair(clock.today()),
        chair && another && !hasKeeper(measure),
        open && another && measure.state().confirmed() && !measure.isOverByPaper(clock.today())
            ? help(measure, person)
            : Set.of());
  }

  /// Whether somebody is the chair of a commune: one of the province, or of the whole site, reads
  /// nothing of a single one.
  public boolean chairsCommune(Person person) {
    UUID own = person.areaId();
    return own != null
        && person.has(Role.CHAIR)
        && areas.findPresent(own).filter(each -> each.kind().isCommune()).isPresent();
  }

  /// Whether somebody may be who a measure is about, by name: to them it does not exist.
  boolean isAbout(Measure measure, Person person) {
    return table
        .findContent(measure.id())
        .filter(content -> MeasureNames.same(content.name(), person.displayName()))
        .isPresent();
  }

  private Set<UUID> help(Measure measure, Person person) {
    return mayHelp(person, measure.communeId())
        ? helpers.list(measure.id()).stream()
            .filter(each -> each.helps() && person.id().equals(each.personId()))
            .map(MeasureHelper::id)
            .collect(Collectors.toSet())
        : Set.of();
  }

  /// Whether somebody can help in a commune: by a role there, and, where their account is bound to
  /// a member of a team, as long as they are in it.
  boolean mayHelp(Person person, UUID communeId) {
    UUID own = person.areaId();
    boolean there = own != null && areas.communeOf(own).equals(communeId);
    return there && hasRole(person) && servesStill(person);
  }

  boolean mayHelpNow(Person person) {
    return hasRole(person) && servesStill(person);
  }

  private static boolean hasRole(Person person) {
    for (Role role : HELPERS) {
      if (person.has(role)) {
        return true;
      }
    }
    return false;
  }

  private boolean servesStill(Person person) {
    return membership.mayServe(person.id());
  }

  /// The officers who may keep measures of a commune; who is a chair as well may not, since the
  /// chair confirms what the police keep.
  List<Person> officers(UUID communeId) {
    return people.listActive(Role.COMMUNITY_OFFICER, areas.above(communeId)).stream()
        .filter(each -> !each.has(Role.CHAIR))
        .toList();
  }

  private boolean hasKeeper(Measure measure) {
    return officers(measure.communeId()).stream()
        .anyMatch(each -> each.id().equals(measure.keeperId()));
  }
}
