package anbinh.demo.seed;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.platform.SearchTerms;
import anbinh.platform.SiteClock;
import anbinh.team.Education;
import anbinh.team.Gender;
import anbinh.team.Member;
import anbinh.team.Origin;
import anbinh.team.Position;
import anbinh.team.Team;
import anbinh.team.member.MemberForms.Answer;
import anbinh.team.member.MemberForms.MemberDetails;
import anbinh.team.member.MemberForms.MembersDecision;
import anbinh.team.member.MemberForms.NewMember;
import anbinh.team.member.MemberForms.NewMembers;
import anbinh.team.member.MemberForms.PersonForm;
import anbinh.team.member.MemberTable;
import anbinh.team.member.Members;
import anbinh.team.member.Recognition;
import anbinh.team.member.TermTable;
import anbinh.team.unit.TeamForms.NewTeam;
import anbinh.team.unit.TeamForms.TeamDecision;
import anbinh.team.unit.TeamProposal.Outcome;
import anbinh.team.unit.TeamProposalTable;
import anbinh.team.unit.TeamTable;
import anbinh.team.unit.Teams;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes the team of a demonstration, each name in it labelled as simulated.
@Component
public class TeamDemoSeeder {
  private static final String SIMULATED = " (mô phỏng)";
  private static final int DAYS_AGO = 60;
  private static final int STRENGTH = 3;
  private static final Set<Role> IN_TEAMS = Set.of(Role.TEAM_LEADER, Role.TEAM_MEMBER);

  private final Teams teams;
  private final TeamTable table;
  private final TeamProposalTable proposals;
  private final Recognition recognition;
  private final TermTable terms;
  private final MemberTable memberTable;
  private final Members members;
  private final People people;
  private final SiteClock clock;

  TeamDemoSeeder(
      Teams teams,
      TeamTable table,
      TeamProposalTable proposals,
      Recognition recognition,
      TermTable terms,
      MemberTable memberTable,
      Members members,
      People people,
      SiteClock clock) {
    this.teams = teams;
    this.table = table;
    this.proposals = proposals;
    this.recognition = recognition;
    this.terms = terms;
    this.memberTable = memberTable;
    this.members = members;
    this.people = people;
    this.clock = clock;
  }

  /// One of two people, where a third is planned and each has the account of their name, for a
  /// village of a commune that has none.
  @Transactional
  public void make(UUID communeId, UUID villageId, Person officer, Person chair) {
    if (!table.listPresent(List.of(communeId)).isEmpty()) {
      return;
    }
    LocalDate on = clock.today().minusDays(DAYS_AGO);
    Team team =
        teams.propose(
            new NewTeam(
                communeId, "Tổ bảo vệ số 1" + SIMULATED, List.of(villageId), STRENGTH, null),
            officer);
    teams.decide(
        team.id(),
        new TeamDecision(
            proposals.findPending(team.id()).orElseThrow().id(),
            Outcome.ACCEPTED,
            null,
            "MP-01/QĐ-UBND",
            on,
            chair.displayName()),
        chair);
    recognition.propose(
        team.id(),
        new NewMembers(
            List.of(
                member("Nguyễn Đình Khoa", 1971, Origin.PART_TIME_POLICE, Position.LEADER, on),
                member("Hà Văn Sơn", 1984, Origin.CIVIL_DEFENCE, Position.DEPUTY, on))),
        officer);
    recognition.decide(
        team.id(),
        new MembersDecision(
            terms.list(List.of(team.id())).stream()
                .map(term -> new Answer(term.id(), Outcome.ACCEPTED, null))
                .toList(),
            "MP-02/QĐ-UBND",
            on,
            chair.displayName()),
        chair);
    memberTable.list(List.of(team.id())).forEach(member -> bind(team, member, officer));
  }

  /// Gives a member the account of their name, where there is one, so that its owner sees what is
  /// kept of their own work.
  private void bind(Team team, Member member, Person officer) {
    people
        .search(SearchTerms.parse(member.identity().name().replace(SIMULATED, "")), IN_TEAMS, 1)
        .stream()
        .map(account ->
            new MemberDetails(
                member.version(),
                member.phone(),
                member.education(),
                member.healthOn(),
                member.certificate(),
                member.badge(),
                account.username()))
        .forEach(details -> members.change(team.id(), member.id(), details, officer));
  }

  private static NewMember member(
      String name, int born, Origin origin, Position position, LocalDate from) {
    return new NewMember(
        null,
        new PersonForm(
            name + SIMULATED,
            born,
            null,
            Gender.MALE,
            "000 000 000",
            null,
            origin,
            Education.UPPER_SECONDARY,
            from),
        position,
        from,
        from.plusYears(1),
        false,
        false);
  }
}
