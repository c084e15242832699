package anbinh.situation.officer;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.Viewer;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.Problem;
import anbinh.situation.SituationEvent;
import anbinh.situation.SituationProblem;
import anbinh.situation.deadlines.SituationOfficers;
import anbinh.situation.deadlines.SituationService;
import anbinh.situation.report.Situation;
import anbinh.situation.report.SituationTable;
import anbinh.situation.report.SituationTrail;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/// Who may do what with a report at the desk: the officers responsible for its commune who have no
/// part in it; with one that is guarded, who received it. Whoever may not is told the same for
/// every reason, since the reason could be that they are named in it.
@Component
public class SituationAccess {
  private final SituationTable table;
  private final SituationTrail trail;
  private final NamedOfficers named;
  private final SituationOfficers officers;
  private final SituationService keeper;
  private final Access access;
  private final People people;

  SituationAccess(
      SituationTable table,
      SituationTrail trail,
      NamedOfficers named,
      SituationOfficers officers,
      SituationService keeper,
      Access access,
      People people) {
    this.table = table;
    this.trail = trail;
    this.named = named;
    this.officers = officers;
    this.keeper = keeper;
    this.access = access;
    this.people = people;
  }

  /// What an officer is to a report.
  ///
  /// @param receiver whether they have it
  /// @param receiverServes whether whoever has it still is an officer there
  /// @param takesBack whether it is of their commune, and one above has it
  public record On(
      Situation situation,
      Person person,
      boolean receiver,
      boolean receiverServes,
      boolean takesBack) {
    /// Whether its content opens to them.
    public boolean reads() {
      return situation.erasedAt() == null && (receiver || !situation.nature().guarded());
    }

    /// Whether they may do what the officer does who has it.
    public boolean acts() {
      return receiver
          || (!situation.nature().guarded() && situation.conduct().receiverId() != null);
    }

    /// Whether they may receive it: as the first, or because who has it is gone, let it wait too
    /// long, or took it from above.
    boolean receives() {
      return situation.conduct().receiverId() == null
          || (!receiver && (!receiverServes || takesBack || situation.due().escalatedAt() != null));
    }

    /// Whether who reported opens to them: to the first officer only, as long as they have it.
    public boolean opensReporter() {
      return receiver
          && situation.erasedAt() == null
          && person.id().equals(situation.conduct().identityOfficerId());
    }
  }

  /// Requires an officer, and returns whose reports they are shown.
  Person requireOfficer() {
    return access.require(Role.COMMUNITY_OFFICER);
  }

  /// Requires that a report is open to the signed-in officer.
  public On require(UUID id) {
    Person person = access.require(Role.COMMUNITY_OFFICER);
    Situation found =
        table.find(id).orElseThrow(() -> Problem.of(SituationProblem.NO_SUCH_SITUATION));
    access.require(found.place().communeId(), Role.COMMUNITY_OFFICER);
    return on(found, person);
  }

  public On require(UUID id, Predicate<On> right) {
    On on = require(id);
    if (!right.test(on)) {
      throw refuse(id);
    }
    return on;
  }

  /// The same of one that is held.
  On on(Situation found, Person person) {
    if (!officers.isResponsible(person, found.place().communeId(), found.id())
        || hasPart(found, person)) {
      throw refuse(found.id());
    }
    UUID receiver = found.conduct().receiverId();
    return new On(
        found,
        person,
        person.id().equals(receiver),
        officers.stillServes(receiver, found.place().communeId())
            && !trail.conflicts(found.id()).contains(receiver),
        officers.takesBack(person, receiver, found.place().communeId()));
  }

  private boolean hasPart(Situation found, Person person) {
    return hasPart(found.id(), person);
  }

  /// Whether somebody has a part in a report by one of their accounts, or is named in it.
  public boolean hasPart(UUID situation, Person person) {
    return !Collections.disjoint(trail.conflicts(situation), people.accountsOf(person.id()))
        || isNamed(situation, person);
  }

  /// Whether somebody's name stands in it: of who became an officer, or has another name, since it
  /// came in, nothing else says so.
  boolean isNamed(Situation found, Person person) {
    return isNamed(found.id(), person);
  }

  /// In which of some somebody's name stands.
  Set<UUID> namedIn(Collection<UUID> some, Person person) {
    return named.namedIn(some, person);
  }

  /// In which of some somebody has a part by one of their accounts, or is named.
  public Set<UUID> havingPart(Collection<UUID> some, Person person) {
    if (some.isEmpty()) {
      return Set.of();
    }
    Set<UUID> having = new HashSet<>(namedIn(some, person));
    having.addAll(trail.withPart(some, people.accountsOf(person.id())));
    return having;
  }

  /// The same in whatever others wrote of it.
  boolean isNamedAnywhere(Situation found, Person person) {
    return table
        .findContent(found.id())
        .filter(content -> SituationOfficers.isNamedAnywhere(person, content))
        .isPresent();
  }

  private boolean isNamed(UUID situation, Person person) {
    return table
        .findContent(situation)
        .filter(content -> SituationOfficers.isNamed(person, content))
        .isPresent();
  }

  /// Requires that what was written of it for the officers above is open to the signed-in one.
  Above requireAbove(UUID id) {
    Person person = access.require(Role.COMMUNITY_OFFICER);
    Situation found =
        table.find(id).orElseThrow(() -> Problem.of(SituationProblem.NO_SUCH_SITUATION));
    UUID commune = found.place().communeId();
    access.require(commune, Role.COMMUNITY_OFFICER);
    if (!officers.isAbove(person, commune) || hasPart(found, person)) {
      throw refuse(id);
    }
    return new Above(found, person);
  }

  /// An officer above, of whose communes a report is.
  record Above(Situation situation, Person person) {}

  /// Requires that a report opens in an emergency: none that is guarded, none in which the reader
  /// has a part, and none for whose commune no emergency access of theirs is open.
  Viewer requireEmergency(Situation found) {
    Viewer viewer = access.requireReading(found.place().communeId());
    if (found.nature().guarded()
        || hasPart(found, viewer.person())
        || isNamedAnywhere(found, viewer.person())) {
      throw access.refuse(
          SituationProblem.NOT_YOUR_SITUATION,
          "situation",
          found.id(),
          Objects.requireNonNull(viewer.emergency()));
    }
    return viewer;
  }

  public Problem refuse(UUID id) {
    return access.refuse(SituationProblem.NOT_YOUR_SITUATION, "situation", id);
  }

  Problem refuseReporter(UUID id) {
    return access.refuse(SituationProblem.REPORTER_CLOSED, "situation", id);
  }

  /// Records a reading.
  void read(SituationEvent what, On on) {
    keeper.read(what, on.situation(), on.person());
  }
}
