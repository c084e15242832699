package anbinh.team.standing;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.platform.FieldProblems;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.platform.WrittenText;
import anbinh.team.Member;
import anbinh.team.ServicePeriods.ServicePeriod;
import anbinh.team.Team;
import anbinh.team.TeamEvent;
import anbinh.team.TeamProblem;
import anbinh.team.member.MemberTable;
import anbinh.team.member.TeamMembership;
import anbinh.team.member.Term;
import anbinh.team.member.TermTable;
import anbinh.team.standing.Concern.Residence;
import anbinh.team.standing.StandingForms.NewBenefit;
import anbinh.team.standing.StandingForms.NewInsurance;
import anbinh.team.standing.StandingForms.NewResidence;
import anbinh.team.unit.TeamStandard;
import anbinh.team.unit.TeamTable;
import anbinh.team.unit.Teams;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Looks at every day whether who serves still may, and keeps what is said of residence, insurance
/// and benefits; rights are the caller's to check. Safe for many threads.
@Component
class MemberStandings {
  private final StandingTable table;
  private final TeamTable teamTable;
  private final Teams teams;
  private final MemberTable members;
  private final TermTable terms;
  private final TeamMembership membership;
  private final SiteClock clock;
  private final Ids ids;
  private final AuditLog log;

  MemberStandings(
      StandingTable table,
      TeamTable teamTable,
      Teams teams,
      MemberTable members,
      TermTable terms,
      TeamMembership membership,
      SiteClock clock,
      Ids ids,
      AuditLog log) {
    this.table = table;
    this.teamTable = teamTable;
    this.teams = teams;
    this.members = members;
    this.terms = terms;
    this.membership = membership;
    this.clock = clock;
    this.ids = ids;
    this.log = log;
  }

  /// Somebody who serves and whom something concerns.
  public record Concerned(ServicePeriod serving, List<Concern> concerns) {
    public Concerned {
      concerns = List.copyOf(concerns);
    }
  }

  /// A team of which too few serve.
  public record Weak(UUID teamId, int serving, int least) {}

  /// Whom something concerns today in some teams, by team.
  public List<Concerned> concerned(Collection<UUID> some) {
    LocalDate today = clock.today();
    TeamStandard standard = teamTable.standard(today);
    List<ServicePeriod> serving = membership.servicePeriods(some).on(today);
    List<UUID> ids = serving.stream().map(ServicePeriod::memberId).toList();
    Map<UUID, Residence> residences = table.residences(ids);
    Map<UUID, Boolean> overAge = overAge(some, today);
    Map<UUID, Member> byId = new HashMap<>();
    members.listByIds(ids).forEach(member -> byId.put(member.id(), member));
    List<Concerned> concerned = new ArrayList<>();
    for (ServicePeriod stint : serving) {
      Member member = byId.get(stint.memberId());
      if (member != null && member.name() != null) {
        List<Concern> concerns =
            Concern.of(
                member.identity(),
                stint.from(),
                overAge.getOrDefault(member.id(), false),
                residences.get(member.id()),
                standard,
                today);
        if (!concerns.isEmpty()) {
          concerned.add(new Concerned(stint, concerns));
        }
      }
    }
    concerned.sort(Comparator.comparing(each -> each.serving().teamId()));
    return concerned;
  }

  /// Those of some teams of which too few serve today.
  public List<Weak> weak(Collection<UUID> some) {
    LocalDate today = clock.today();
    int least = teamTable.standard(today).leastStrength();
    Map<UUID, Long> counts =
        membership.servicePeriods(some).on(today).stream()
            .collect(Collectors.groupingBy(ServicePeriod::teamId, Collectors.counting()));
    return some.stream()
        .sorted()
        .map(team -> new Weak(team, counts.getOrDefault(team, 0L).intValue(), least))
        .filter(each -> each.serving() < least)
        .toList();
  }

  /// Whether the term that runs was decided for somebody who is older.
  private Map<UUID, Boolean> overAge(Collection<UUID> some, LocalDate today) {
    Map<UUID, Term> last = new HashMap<>();
    for (Term term : terms.list(some)) {
      if (term.accepted() && !term.from().isAfter(today)) {
        last.merge(
            term.memberId(), term, (one, other) -> other.from().isBefore(one.from()) ? one : other);
      }
    }
    return last.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().overAge()));
  }

  /// All that stands by somebody.
  public record Cover(
      List<Residence> residences, List<Insurance> insurance, List<Benefit> benefits) {
    public Cover {
      residences = List.copyOf(residences);
      insurance = List.copyOf(insurance);
      benefits = List.copyOf(benefits);
    }
  }

  @Transactional
  public Cover read(Team team, UUID memberId, Person by) {
    member(team.id(), memberId);
    log.record(event(TeamEvent.COVER_READ, team, memberId, by));
    return new Cover(
        table.listResidences(memberId),
        table.listInsurance(memberId),
        table.listBenefits(memberId));
  }

  @Transactional
  public void note(UUID teamId, UUID memberId, NewResidence said, Person by) {
    Team team = teams.lockForUpdate(teamId);
    member(teamId, memberId);
    require(said.on(), "on");
    table.insert(
        ids.next(), memberId, new Residence(said.on(), said.resident()), by.id(), clock.now());
    log.record(event(TeamEvent.RESIDENCE_NOTED, team, memberId, by));
  }

  @Transactional
  public void note(UUID teamId, UUID memberId, NewInsurance said, Person by) {
    Team team = teams.lockForUpdate(teamId);
    member(teamId, memberId);
    require(said.from(), "from");
    table.insert(
        ids.next(),
        memberId,
        new Insurance(said.from(), said.social(), said.health()),
        by.id(),
        clock.now());
    log.record(event(TeamEvent.INSURANCE_NOTED, team, memberId, by));
  }

  /// Notes a benefit that was granted. Whoever has the insurance that pays in its place gets none.
  @Transactional
  public void note(UUID teamId, UUID memberId, NewBenefit said, Person by) {
    Team team = teams.lockForUpdate(teamId);
    member(teamId, memberId);
    Benefit benefit =
        new Benefit(
            said.id(),
            memberId,
            said.kind(),
            said.happenedOn(),
            said.dong(),
            WrittenText.of(said.number()),
            said.on());
    Optional<Benefit> there = table.findBenefit(said.id());
    if (there.isPresent()) {
      if (!there.get().equals(benefit)) {
        throw Problem.of(TeamProblem.WORK_SENT_BEFORE);
      }
      return;
    }
    problems(teamId, benefit).requireNone();
    table.insert(benefit, by.id(), clock.now());
    log.record(event(TeamEvent.BENEFIT_NOTED, team, memberId, by));
  }

  private FieldProblems problems(UUID teamId, Benefit benefit) {
    var problems = new FieldProblems();
    LocalDate day = benefit.happenedOn();
    if (benefit.on().isAfter(clock.today())) {
      problems.reject("on", "past-or-present");
    } else if (benefit.on().isBefore(day)) {
      problems.reject("on", "team-benefit-paper", day);
    }
    if (membership.servicePeriods(List.of(teamId)).find(benefit.memberId(), day).isEmpty()) {
      problems.reject("happenedOn", "team-benefit-serving");
    }
    boolean same =
        table.listBenefits(benefit.memberId()).stream()
            .anyMatch(each -> each.kind() == benefit.kind() && each.happenedOn().equals(day));
    if (same) {
      problems.reject("happenedOn", "team-benefit-twice");
    }
    Optional<Benefit.Rule> rule = table.findRule(benefit.kind(), day);
    Optional<Insurance> insured =
        table.listInsurance(benefit.memberId()).stream()
            .filter(each -> !each.from().isAfter(day))
            .findFirst();
    if (rule.isEmpty()) {
      problems.reject("kind", "team-benefit-rule");
    } else if (insured.isEmpty()) {
      problems.reject("kind", "team-benefit-unknown");
    } else if (insured.get().has(rule.get().insurance())) {
      problems.reject("kind", "team-benefit-insured");
    }
    return problems;
  }

  private void require(LocalDate day, String field) {
    if (day.isAfter(clock.today())) {
      throw Problem.invalid(field, "past-or-present");
    }
  }

  private void member(UUID teamId, UUID memberId) {
    if (members.find(memberId).filter(each -> each.teamId().equals(teamId)).isEmpty()) {
      throw Problem.of(TeamProblem.NO_SUCH_MEMBER);
    }
  }

  private static Event event(TeamEvent type, Team team, UUID memberId, Person by) {
    return Event.of(type)
        .by(by.actor())
        .about("team", team.id(), team.code())
        .fact("member", memberId);
  }
}
