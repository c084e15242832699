package anbinh.team;

import anbinh.areas.Area;
import anbinh.identity.Person;
import anbinh.identity.people.People;
import anbinh.team.member.MemberForms.Answer;
import anbinh.team.member.MemberForms.MemberDetails;
import anbinh.team.member.MemberForms.MembersDecision;
import anbinh.team.member.MemberForms.NewMember;
import anbinh.team.member.MemberForms.NewMembers;
import anbinh.team.member.MemberForms.PersonForm;
import anbinh.team.member.Members;
import anbinh.team.member.Recognition;
import anbinh.team.member.TermTable;
import anbinh.team.unit.TeamForms.NewTeam;
import anbinh.team.unit.TeamForms.TeamDecision;
import anbinh.team.unit.TeamProposal.Outcome;
import anbinh.team.unit.TeamProposalTable;
import anbinh.team.unit.Teams;
import anbinh.testing.TestServer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Makes teams with people in them whose accounts are bound, for tests of what teams do.
public final class TeamFixture {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  static final int DAYS_AGO = 100;
  private static int made;

  private final TestServer server;
  private final String officer;
  private final String chair;

  /// @param officer who proposes, and `chair` who decides, by their usernames
  public TeamFixture(TestServer server, String officer, String chair) {
    this.server = server;
    this.officer = officer;
    this.chair = chair;
  }

  /// A team that there has been for a hundred days.
  ///
  /// @param members the leader, then the others
  public record Made(UUID team, UUID village, List<UUID> members) {
    public Made {
      members = List.copyOf(members);
    }
  }

  /// @param accounts of the leader, the deputy and the others, in their order; null for none
  public Made team(Area commune, UUID village, @Nullable String... accounts) {
    made++;
    LocalDate from = LocalDate.now(ZONE).minusDays(DAYS_AGO);
    Teams teams = server.bean(Teams.class);
    Team team =
        teams.propose(
            new NewTeam(commune.id(), "Tổ việc " + made, List.of(village), 3, null),
            person(officer));
    teams.decide(
        team.id(),
        new TeamDecision(
            server.bean(TeamProposalTable.class).findPending(team.id()).orElseThrow().id(),
            Outcome.ACCEPTED,
            null,
            "11/QĐ-UBND",
            from,
            null),
        person(chair));
    Recognition recognition = server.bean(Recognition.class);
    List<NewMember> requested = new ArrayList<>();
    for (int i = 0; i < accounts.length; i++) {
      requested.add(
          new NewMember(
              null,
              new PersonForm(
                  "Thành viên " + made + " " + (char) ('A' + i),
                  1980,
                  null,
                  Gender.FEMALE,
                  "0912 000 00" + i,
                  null,
                  Origin.RECRUITED,
                  Education.UPPER_SECONDARY,
                  from),
              i == 0 ? Position.LEADER : i == 1 ? Position.DEPUTY : Position.MEMBER,
              from,
              from.plusYears(2),
              false,
              false));
    }
    recognition.propose(team.id(), new NewMembers(requested), person(officer));
    TermTable terms = server.bean(TermTable.class);
    recognition.decide(
        team.id(),
        new MembersDecision(
            terms.list(List.of(team.id())).stream()
                .map(term -> new Answer(term.id(), Outcome.ACCEPTED, null))
                .toList(),
            "12/QĐ-UBND",
            from,
            null),
        person(chair));
    List<UUID> members =
        terms.list(List.of(team.id())).stream()
            .sorted(Comparator.comparing(term -> term.position()))
            .map(term -> term.memberId())
            .toList();
    for (int i = 0; i < accounts.length; i++) {
      bind(team.id(), members.get(i), accounts[i]);
    }
    return new Made(team.id(), village, members);
  }

  private void bind(UUID team, UUID member, @Nullable String account) {
    if (account != null) {
      server
          .bean(Members.class)
          .change(
              team,
              member,
              new MemberDetails(0, "0912 345 678", null, null, null, null, account),
              person(officer));
    }
  }

  private Person person(String username) {
    return server.bean(People.class).find(username).orElseThrow();
  }
}
