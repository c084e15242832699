package anbinh.team;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.platform.sheet.SheetRows;
import anbinh.platform.web.ApiScenario;
import anbinh.team.member.MemberForms;
import anbinh.team.member.MemberForms.MembersDecision;
import anbinh.team.member.MemberForms.NewMember;
import anbinh.team.member.MemberForms.NewMembers;
import anbinh.team.member.MemberForms.PersonForm;
import anbinh.team.member.MemberTable;
import anbinh.team.member.Members;
import anbinh.team.member.Recognition;
import anbinh.team.member.Term;
import anbinh.team.member.TermTable;
import anbinh.team.unit.TeamForms.NewTeam;
import anbinh.team.unit.TeamForms.TeamDecision;
import anbinh.team.unit.TeamProposal.Outcome;
import anbinh.team.unit.TeamProposalTable;
import anbinh.team.unit.Teams;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the sweeps over the API need of teams.
public final class TeamApiScenario implements ApiScenario {
  private static final String TEAM = "/api/teams/{id}";
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private final TestServer server;
  private final Area commune;
  private final TeamWorkApiScenario work;
  private int made;
  private @Nullable UUID waiting;
  private UUID act = UUID.randomUUID();

  /// @param work whose team is opened by those who are in it
  public TeamApiScenario(TestServer server, Area commune, TeamWorkApiScenario work) {
    this.server = server;
    this.commune = commune;
    this.work = work;
  }

  @Override
  public Set<String> paths() {
    return Set.of("/api/teams");
  }

  @Override
  public String address(String operation) {
    String path = operation.substring(operation.indexOf(' ') + 1);
    if (!path.startsWith(TEAM)) {
      return path;
    }
    if (operation.equals("GET " + TEAM)) {
      return path.replace("{id}", work.standing().team().toString());
    }
    boolean decides = path.equals(TEAM + "/decision");
    Team team = team(!decides);
    boolean recognises = path.endsWith("/recognition") || path.equals(TEAM + "/withdrawal");
    if (!path.contains("/members/{") && !recognises) {
      return path.replace("{id}", team.id().toString());
    }
    UUID member = member(team, !recognises);
    if (path.endsWith("/departure/withdrawal")) {
      server
          .bean(Members.class)
          .leave(
              team.id(),
              member,
              new MemberForms.Leaving(today(), LeavingReason.RESIGNED),
              officer());
    }
    return path.replace("{id}", team.id().toString()).replace("{memberId}", member.toString());
  }

  @Override
  public Map<String, Object> body(String operation) {
    made++;
    return switch (operation) {
      case "POST /api/teams" ->
          Map.of(
              "communeId",
              commune.id().toString(),
              "name",
              "Tổ thử " + made,
              "areaIds",
              List.of(village().toString()),
              "planned",
              3,
              "reason",
              "Theo kế hoạch của xã");
      case "POST /api/teams/{id}/changes" ->
          Map.of(
              "areaIds",
              List.of(village().toString()),
              "planned",
              4,
              "from",
              today().toString(),
              "reason",
              "Sáp nhập thôn");
      case "POST /api/teams/{id}/dissolution" -> Map.of("reason", "Sáp nhập thôn");
      case "POST /api/teams/{id}/decision" ->
          Map.of(
              "actId", String.valueOf(act),
              "outcome", "ACCEPTED",
              "reason", "Đủ điều kiện",
              "number", "12/QĐ-UBND",
              "on", today().toString(),
              "signer", "Bùi Thị Hạnh");
      case "POST /api/teams/{id}/members" -> Map.of("members", List.of(newMember()));
      case "POST /api/teams/{id}/recognition" ->
          decision(waiting == null ? UUID.randomUUID() : waiting);
      case "POST /api/teams/{id}/members/{memberId}/details" ->
          Map.of(
              "version",
              0,
              "phone",
              "0912 345 678",
              "education",
              "LOWER_SECONDARY",
              "healthOn",
              today().toString(),
              "certificate",
              "GCN-" + made,
              "badge",
              "BH-" + made,
              "username",
              account());
      case "POST /api/teams/{id}/members/{memberId}/departure/withdrawal" ->
          Map.of("reason", "Ghi nhầm người");
      case "POST /api/teams/{id}/members/{memberId}/departure" ->
          Map.of("on", today().toString(), "reason", "RESIGNED");
      default -> Map.of();
    };
  }

  @Override
  public boolean makesBodyOfItsObject(String operation) {
    return operation.equals("POST /api/teams/{id}/decision")
        || operation.equals("POST /api/teams/{id}/recognition");
  }

  @Override
  public Answer call(TestClient client, String operation, String address) {
    if (operation.startsWith("POST /api/teams/import")) {
      return client.postAs(address, list(), SheetRows.CSV);
    }
    if (operation.equals("POST /api/teams/{id}/decision")) {
      act = server.bean(TeamProposalTable.class).findPending(team(address)).orElseThrow().id();
    }
    if (operation.equals("POST /api/teams/{id}/recognition")) {
      UUID team = team(address);
      UUID term = server.bean(TermTable.class).list(List.of(team)).getFirst().id();
      return client.post(address, decision(term));
    }
    return ApiScenario.super.call(client, operation, address);
  }

  private static UUID team(String address) {
    return UUID.fromString(address.split("/", -1)[3]);
  }

  private static Map<String, Object> decision(UUID term) {
    return Map.of(
        "items",
        List.of(Map.of("termId", term.toString(), "outcome", "ACCEPTED", "reason", "Đủ điều kiện")),
        "number",
        "13/QĐ-UBND",
        "on",
        today().toString(),
        "signer",
        "Bùi Thị Hạnh");
  }

  private Map<String, Object> newMember() {
    return Map.of(
        "person",
        Map.of(
            "name", "Người thử " + made,
            "birthOn", "1990-02-03",
            "gender", "MALE",
            "origin", "RECRUITED"),
        "position",
        "MEMBER",
        "from",
        today().toString(),
        "until",
        today().plusYears(5).toString());
  }

  private String list() {
    made++;
    String village = server.bean(Areas.class).get(village()).code();
    return "commune,team,villages,planned,team_decision,team_decided_on\n"
        + commune.code()
        + ",Tổ nhập "
        + made
        + ","
        + village
        + ",3,1/QĐ,2024-07-05\n";
  }

  /// An account that nobody has yet.
  private String account() {
    String username = "to-vien-" + made;
    server.person(username, commune.id(), Role.TEAM_MEMBER);
    return username;
  }

  private UUID village() {
    made++;
    return server
        .bean(Areas.class)
        .create(
            new NewArea(
                commune.code() + "-T" + made,
                "Thôn thử " + made,
                AreaKind.RESIDENTIAL_AREA,
                commune.id()),
            null)
        .id();
  }

  private Team team(boolean established) {
    made++;
    Teams teams = server.bean(Teams.class);
    Team team =
        teams.propose(
            new NewTeam(commune.id(), "Tổ thử " + made, List.of(village()), 3, null), officer());
    act = server.bean(TeamProposalTable.class).findPending(team.id()).orElseThrow().id();
    if (established) {
      teams.decide(
          team.id(),
          new TeamDecision(act, Outcome.ACCEPTED, null, "11/QĐ-UBND", today(), null),
          chair());
    }
    return team;
  }

  private UUID member(Team team, boolean recognised) {
    made++;
    Recognition recognition = server.bean(Recognition.class);
    var person =
        new PersonForm(
            "Người thử " + made,
            1990,
            null,
            Gender.FEMALE,
            null,
            null,
            Origin.RECRUITED,
            null,
            null);
    recognition.propose(
        team.id(),
        new NewMembers(
            List.of(
                new NewMember(
                    null, person, Position.LEADER, today(), today().plusYears(5), false, false))),
        officer());
    Term term = server.bean(TermTable.class).list(List.of(team.id())).getFirst();
    waiting = term.id();
    if (recognised) {
      recognition.decide(
          team.id(),
          new MembersDecision(
              List.of(new MemberForms.Answer(term.id(), Outcome.ACCEPTED, null)),
              "13/QĐ-UBND",
              today(),
              null),
          chair());
    }
    return server.bean(MemberTable.class).list(List.of(team.id())).getFirst().id();
  }

  private Person officer() {
    return server.bean(People.class).find("community-officer-home").orElseThrow();
  }

  /// Not the one of the sweep, who decides what this one did not.
  private Person chair() {
    return server.bean(People.class).find("chair-elsewhere").orElseThrow();
  }

  private static LocalDate today() {
    return LocalDate.now(ZONE);
  }
}
