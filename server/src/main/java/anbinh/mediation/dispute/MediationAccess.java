package anbinh.mediation.dispute;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.mediation.MediationProblem;
import anbinh.mediation.dispute.MediationTable.Looker;
import anbinh.mediation.team.MediationTeam;
import anbinh.mediation.team.MediationTeamTable;
import anbinh.mediation.team.Mediator;
import anbinh.platform.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who may do what with a mediation: by role and area, and by what they are to it.
@Component
public class MediationAccess {
  private static final Role[] READERS = {
    Role.COMMUNITY_OFFICER, Role.MEDIATOR, Role.VILLAGE_HEAD, Role.AUDITOR
  };

  private final MediationTable table;
  private final MediationTeamTable teams;
  private final Access access;

  MediationAccess(MediationTable table, MediationTeamTable teams, Access access) {
    this.table = table;
    this.teams = teams;
    this.access = access;
  }

  /// What somebody is to a mediation.
  ///
  /// @param acts whether they mediate it: by their account, or as the team's leader for a mediator
  ///   who has none or whose office ended
  /// @param leads whether they lead a team whose mediators it may be assigned to, and have no
  ///   interest in it
  /// @param received whether they took it down
  /// @param officer of the commune; of what is guarded, of its first village's only
  /// @param audits whether they are shown what is guarded as any referral
  /// @param self what they are as a mediator of one of its teams; null for who is none
  public record On(
      Mediation mediation,
      Person person,
      boolean acts,
      boolean leads,
      boolean received,
      boolean head,
      boolean officer,
      boolean audits,
      @Nullable UUID self) {
    /// Whether they may read all of its content.
    boolean readsAll() {
      boolean authoritys =
          mediation.state() == MediationState.REFERRED
              || mediation.ending().outcome() == MediationOutcome.ESCALATED;
      return acts || (officer && (authoritys || isReview()));
    }

    private boolean isReview() {
      return mediation.state() == MediationState.REVIEW;
    }

    /// Whether they may say if it goes on.
    boolean reviews() {
      Mediation.Review review = mediation.review();
      return review != null
          && (officer || (review.by() == Mediation.Reviewer.SECOND_PERSON && leads));
    }

    /// Whether they are told that it waits for a look.
    boolean knowsReview() {
      return reviews() || officer || acts || received;
    }

    /// A village head knows that there is one, and how it stands, also of what they took down.
    boolean reads() {
      return readsAll() || reviews() || (received && (mediates() || officer));
    }

    boolean mediates() {
      return person.has(Role.MEDIATOR);
    }

    /// Whether they belong to it: mediate it, lead, or took it down as a mediator.
    boolean belongs() {
      return acts || leads || (received && mediates());
    }

    /// Whether they are told that it is guarded, where it is.
    boolean knowsGuarded() {
      return received || officer;
    }

    boolean checks() {
      return belongs();
    }

    boolean excludes(UUID mediator) {
      return belongs() || mediator.equals(self);
    }

    boolean corrects() {
      return acts || (received && mediates());
    }

    /// Whether a party may tell them that it wants no more of it, before it begins or after.
    boolean stops() {
      return acts || (mediation.state() == MediationState.RECEIVED && belongs());
    }
  }

  /// Whether somebody is, or was, a mediator of a village.
  boolean isOf(UUID mediatorId, UUID villageId) {
    return teams.listOf(List.of(villageId)).stream()
        .flatMap(team -> team.mediators().stream())
        .anyMatch(each -> each.id().equals(mediatorId) && each.decisionNumber() != null);
  }

  /// Requires who leads the team of a village, by their account.
  Person requireLeading(UUID villageId) {
    Person person = access.require(villageId, Role.MEDIATOR);
    if (!teams.listVillagesLedBy(person.id()).contains(villageId)) {
      throw access.refuse(MediationProblem.NOT_YOUR_MEDIATION, "area", villageId);
    }
    return person;
  }

  Person requireReader() {
    return access.require(READERS);
  }

  Looker looker(Person reader) {
    return new Looker(
        access.scope(reader, READERS),
        reader.id(),
        reader.has(Role.COMMUNITY_OFFICER),
        seesAsAuditor(reader));
  }

  On requireReading(UUID id) {
    return require(id, READERS);
  }

  /// Whether an officer was asked about it before it was in the book: it may be violence.
  private static boolean isAsked(Mediation mediation) {
    Mediation.Review review = mediation.review();
    return review != null && review.by() == Mediation.Reviewer.OFFICER && mediation.entry() == null;
  }

  /// Requires one of the roles in one of the mediation's villages; what is guarded does not exist
  /// for others.
  On require(UUID id, Role... roles) {
    Person person = access.require(roles);
    Mediation mediation = find(id);
    UUID other = mediation.otherVillageId();
    boolean byOther =
        other != null
            && !access.may(person, mediation.villageId(), roles)
            && access.may(person, other, roles);
    if (byOther && ((mediation.guarded() && !seesAsAuditor(person)) || isAsked(mediation))) {
      throw Problem.of(MediationProblem.NO_SUCH_MEDIATION);
    }
    Person allowed = access.require(byOther ? other : mediation.villageId(), roles);
    On on = on(mediation, allowed);
    if ((mediation.guarded() && !on.knowsGuarded() && !on.audits())
        || (isAsked(mediation) && !on.knowsGuarded())) {
      throw Problem.of(MediationProblem.NO_SUCH_MEDIATION);
    }
    return on;
  }

  /// The same for who mediates it.
  public On requireActing(UUID id) {
    On on = require(id, Role.MEDIATOR);
    if (!on.acts()) {
      throw refuse(on);
    }
    return on;
  }

  Problem refuse(On on) {
    return access.refuse(MediationProblem.NOT_YOUR_MEDIATION, "mediation", on.mediation().id());
  }

  On on(Mediation mediation, Person person) {
    List<MediationTeam> found = teamsOf(mediation);
    UUID assigned = mediation.conduct().mediatorId();
    Optional<Mediator> mediator =
        assigned == null ? Optional.empty() : teams.findMediator(assigned);
    List<MediationTeam> led =
        person.has(Role.MEDIATOR)
            ? found.stream()
                .filter(team -> isLeader(team, person) && hasFreeLeader(team, mediation))
                .toList()
            : List.of();
    boolean leads = !led.isEmpty();
    boolean acts =
        person.has(Role.MEDIATOR)
            && mediator
                .filter(each ->
                    (each.personId() == null || !each.serves())
                        ? led.stream().anyMatch(team -> team.id().equals(each.teamId()))
                        : each.personId().equals(person.id()))
                .isPresent();
    return new On(
        mediation,
        person,
        acts,
        leads,
        mediation.reception().by().equals(person.id()),
        may(person, mediation, Role.VILLAGE_HEAD),
        (mediation.guarded() || mediation.state() == MediationState.REVIEW)
            ? access.may(person, mediation.villageId(), Role.COMMUNITY_OFFICER)
            : may(person, mediation, Role.COMMUNITY_OFFICER),
        seesAsAuditor(person) && may(person, mediation, Role.AUDITOR),
        found.stream()
            .flatMap(team -> team.serving().stream())
            .filter(each -> person.has(Role.MEDIATOR) && person.id().equals(each.personId()))
            .map(Mediator::id)
            .findFirst()
            .orElse(null));
  }

  List<MediationTeam> teamsOf(Mediation mediation) {
    UUID other = mediation.otherVillageId();
    return teams.listOf(
        other == null ? List.of(mediation.villageId()) : List.of(mediation.villageId(), other));
  }

  private static boolean isLeader(MediationTeam team, Person person) {
    return team.findLeader().filter(each -> person.id().equals(each.personId())).isPresent();
  }

  private boolean may(Person person, Mediation mediation, Role role) {
    UUID other = mediation.otherVillageId();
    return Stream.of(mediation.villageId(), other == null ? mediation.villageId() : other)
        .anyMatch(village -> access.may(person, village, role));
  }

  /// A mediator of the village who also audits would know by what the list tells of other
  /// referrals, and is shown nothing of what is guarded.
  private static boolean seesAsAuditor(Person person) {
    return person.has(Role.AUDITOR) && !person.has(Role.MEDIATOR);
  }

  /// Whether a team is led by somebody without an interest in it: the leader mediates nothing of
  /// their own, be it for a mediator without an account.
  private boolean hasFreeLeader(MediationTeam team, Mediation mediation) {
    return team.findLeader()
        .filter(leader ->
            table
                .findContent(mediation.id())
                .map(content -> hasNoInterest(mediation, content, leader))
                .orElse(true))
        .isPresent();
  }

  /// Whether somebody may assign it (article 18.1): the leader of a team, or the head of a village,
  /// who notes what a leader says who has no account, and stands in for one with an interest in it.
  boolean assigns(On on) {
    return on.leads()
        || (on.head()
            && teamsOf(on.mediation()).stream()
                .anyMatch(team ->
                    team.findLeader().filter(leader -> leader.personId() != null).isEmpty()
                        || !hasFreeLeader(team, on.mediation())));
  }

  /// Whether a mediator may have it: who is not excluded nor bears the name of a party, and who has
  /// an account where the leader, who would note what they do, is one of these.
  boolean isFree(Mediation mediation, MediationContent content, Mediator mediator) {
    return mediator.serves()
        && hasNoInterest(mediation, content, mediator)
        && (mediator.personId() != null
            || teamsOf(mediation).stream()
                .filter(team -> team.id().equals(mediator.teamId()))
                .flatMap(team -> team.findLeader().stream())
                .allMatch(leader -> hasNoInterest(mediation, content, leader)));
  }

  private boolean hasNoInterest(Mediation mediation, MediationContent content, Mediator mediator) {
    Set<UUID> excluded = table.excluded(mediation.id());
    return !excluded.contains(mediator.id()) && !Names.anyIs(content.parties(), mediator.name());
  }

  /// Whether a reader of the area may be told more of it than that it exists, and its state.
  boolean knows(Mediation mediation, Person reader) {
    boolean authoritys =
        mediation.state() == MediationState.REFERRED
            || mediation.state() == MediationState.REVIEW
            || mediation.ending().outcome() == MediationOutcome.ESCALATED
            || mediation.reception().by().equals(reader.id());
    return !mediation.guarded()
        && (reader.has(Role.MEDIATOR) || (reader.has(Role.COMMUNITY_OFFICER) && authoritys));
  }

  private Mediation find(UUID id) {
    return table.find(id).orElseThrow(() -> Problem.of(MediationProblem.NO_SUCH_MEDIATION));
  }
}
