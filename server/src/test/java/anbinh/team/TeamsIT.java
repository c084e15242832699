package anbinh.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.demo.seed.TeamDemoSeeder;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.platform.Problem;
import anbinh.team.member.Members;
import anbinh.team.unit.TeamForms.TeamDecision;
import anbinh.team.unit.TeamProposal.Outcome;
import anbinh.team.unit.Teams;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.Waiting;
import anbinh.worklist.WorklistKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Teams over HTTP: from a proposal to the end, who reads what, a province's list, its roster.
/// Lists are inherited, so that all share one server.
class TeamsIT extends ListTests {
  @Test
  void aTeamIsProposedByThePoliceAndEstablishedByTheChair() {
    UUID village = village().id();
    int waiting = Waiting.of(as("chutich"), WorklistKind.TEAM_DECISION).count();
    int namesakes = Waiting.of(as("trungten"), WorklistKind.TEAM_DECISION).count();
    JsonNode proposed = done(as("diaban").post(PATH, team("Tổ Một", village)));
    assertThat(Waiting.of(as("chutich"), WorklistKind.TEAM_DECISION).count())
        .isEqualTo(waiting + 1);
    assertThat(Waiting.of(as("trungten"), WorklistKind.TEAM_DECISION).count()).isEqualTo(namesakes);
    assertThat(Waiting.of(as("diaban"), WorklistKind.TEAM_DECISION).count()).isZero();
    String path = PATH + "/" + proposed.path("id").asString();
    assertThat(proposed.path("code").asString()).startsWith("TEAM-");
    assertThat(as("diaban").post(path + "/decision", accepted(path)).code())
        .isEqualTo("not-your-role");
    assertThat(as("trungten").post(path + "/decision", accepted(path)).code())
        .isEqualTo("own-team-proposal");
    assertThat(as("xakhac").post(path + "/decision", accepted(path)).code())
        .isEqualTo("not-your-area");
    assertThat(as("chutich").get(PATH + "/waiting").text())
        .contains(proposed.path("code").asString());
    assertThat(as("trungten").get(PATH + "/waiting").text())
        .doesNotContain(proposed.path("code").asString());
    assertThat(
            fields(
                as("chutich")
                    .post(
                        path + "/decision",
                        Map.of("actId", waitingAct(path), "outcome", "ACCEPTED"))))
        .containsExactlyInAnyOrder("number required", "on required");
    assertThat(
            done(as("chutich").post(path + "/decision", accepted(path))).path("state").asString())
        .isEqualTo("ESTABLISHED");
    assertThat(as("chutich").post(path + "/decision", accepted(path)).code())
        .isEqualTo("no-team-proposal");

    assertThat(fields(as("diaban").post(PATH, team("Tổ  MỘT", village))))
        .containsExactlyInAnyOrder("areaIds team-village-covered", "name team-name-taken");
    Map<String, Object> change =
        Map.of(
            "areaIds",
            List.of(village, village().id()),
            "planned",
            5,
            "from",
            today().minusDays(10).toString(),
            "reason",
            "Sáp nhập hai thôn.");
    assertThat(done(as("diaban").post(path + "/changes", change)).path("planned").asInt())
        .isEqualTo(3);
    assertThat(as("diaban").post(path + "/changes", change).code())
        .isEqualTo("team-proposal-pending");
    JsonNode changed = done(as("chutich").post(path + "/decision", accepted(path)));
    assertThat(changed.path("planned").asInt()).isEqualTo(5);
    assertThat(changed.path("areas")).hasSize(2);

    done(
        as("diaban")
            .post(
                path + "/members",
                members(
                    person("Lê Thị Hoa", "1990-02-03", null, "LEADER", today().minusDays(15)))));
    done(as("chutich").post(path + "/recognition", answers(path)));
    done(as("diaban").post(path + "/dissolution", Map.of("reason", "Sáp nhập xã.")));
    Map<String, Object> end = accepted(waitingAct(path), today());
    assertThat(done(as("chutich").post(path + "/decision", end)).path("state").asString())
        .isEqualTo("DISSOLVED");
    JsonNode read = done(as("chutich").get(path));
    assertThat(read.path("proposals")).hasSize(3);
    assertThat(read.path("members").get(0).path("leftReason").asString())
        .isEqualTo("TEAM_DISSOLVED");
    JsonNode again = done(as("diaban").post(PATH, team("Tổ Một", village)));
    String next = PATH + "/" + again.path("id").asString();
    assertThat(fields(as("chutich").post(next + "/decision", accepted(next))))
        .containsExactly("outcome team-village-covered");
    done(as("chutich").post(next + "/decision", accepted(waitingAct(next), today())));
    assertThat(log(path))
        .contains("team.proposed", "team.established", "team.changed", "team.dissolved")
        .doesNotContain("Lê Thị Hoa", "0912 345 678", "0912345678");
  }

  @Test
  void membersAreProposedTogetherAndRecognisedOneByOne() {
    String path = established("Tổ Hai", village().id(), id("C-1-001"));
    LocalDate from = today().minusDays(15);
    Map<String, Object> old = older("Bùi Văn Chi", "1940-01-01", "MEMBER", from);
    done(
        as("diaban")
            .post(
                path + "/members",
                members(
                    person("Lê Thị An", "1990-01-01", "038190000001", "LEADER", from),
                    person("Hà Văn Bình", "1980-01-01", null, "DEPUTY", from),
                    old)));
    assertThat(as("trungten").post(path + "/recognition", answers(path)).code())
        .isEqualTo("own-team-proposal");
    int waiting = Waiting.of(as("chutich"), WorklistKind.TEAM_DECISION).count();
    done(as("chutich").post(path + "/recognition", answers(path, 1)));
    assertThat(Waiting.of(as("chutich"), WorklistKind.TEAM_DECISION).count())
        .isEqualTo(waiting - 1);
    JsonNode read = done(as("diaban").get(path));
    assertThat(read.path("members"))
        .extracting(each -> each.path("state").asString())
        .containsExactly("RECOGNISED", "RECOGNISED", "REFUSED");
    assertThat(read.toString()).doesNotContain("038190000001");
    assertThat(read.path("members").get(1).path("warnings").toString()).contains("OVER_AGE");

    Map<String, Object> twice = person("Người Khác", "1990-05-05", "038190000001", "MEMBER", from);
    Map<String, Object> same = person("lê thị AN", "1990-01-01", null, "MEMBER", from);
    String elsewhere = established("Tổ Ba", village().id());
    assertThat(fields(as("diaban").post(elsewhere + "/members", members(twice, same))))
        .containsExactly(
            "members[0].person.nationalId team-member-elsewhere",
            "members[1].person.name team-maybe-same");
    same.put("anotherPerson", true);
    done(as("diaban").post(elsewhere + "/members", members(same)));

    String leader = read.path("members").get(0).path("id").asString();
    String member = path + "/members/" + leader;
    assertDetailsAreCorrected(member, elsewhere + "/members/" + leader);
    assertIsReadAsFarAsOnesOffice(path);
    assertLeaves(member, path);
    JsonNode other = read.path("members").get(1);
    Map<String, Object> renewed = new HashMap<>();
    renewed.put("memberId", other.path("id").asString());
    renewed.put("position", "LEADER");
    renewed.put("from", today().toString());
    renewed.put("until", today().plusYears(1).toString());
    renewed.put("overAge", true);
    done(as("diaban").post(path + "/members", members(renewed)));
    done(as("chutich").post(path + "/recognition", answers(path)));
    assertThat(done(as("diaban").get(path)).path("members").get(0).path("position").asString())
        .isEqualTo("LEADER");
    assertThat(log(path))
        .contains("team.members-proposed", "\"declined\":1", "team.read", "team.member-read")
        .doesNotContain("Lê Thị An", "Hà Văn Bình", "Bùi Văn Chi")
        .doesNotContain("038190000001")
        .doesNotContain("0987 654 321", "0987654321");

    Members clock = SERVER.bean(Members.class);
    assertThat(clock.eraseOld()).isZero();
    SERVER
        .database()
        .client()
        .sql("update team.member set left_on = left_on - 1830 where id = ?::uuid")
        .param(leader)
        .update();
    assertThat(clock.eraseOld()).isOne();
    assertThat(done(as("diaban").get(path)).toString()).doesNotContain("Lê Thị An");
  }

  private static void assertDetailsAreCorrected(String member, String elsewhere) {
    assertThat(done(as("chutich").get(member)).path("nationalId").asString())
        .isEqualTo("038190000001");
    assertThat(as("chutich").get(elsewhere).code()).isEqualTo("no-such-member");
    assertThat(as("totruong").get(member).code()).isEqualTo("not-your-role");
    assertThat(
            fields(
                as("diaban")
                    .post(
                        member + "/details",
                        Map.of("version", 0, "phone", "?", "username", "toxa"))))
        .containsExactlyInAnyOrder("phone team-phone", "username team-no-account");
    done(
        as("diaban")
            .post(
                member + "/details",
                Map.of(
                    "version",
                    0,
                    "phone",
                    "0987 654 321",
                    "certificate",
                    "GCN-1",
                    "username",
                    "totruong")));
    assertThat(as("diaban").post(member + "/details", Map.of("version", 0, "badge", "BH-1")).code())
        .isEqualTo("member-changed");
    assertThat(done(as("diaban").get(member)).path("account").asString()).isEqualTo("totruong");
  }

  private static void assertIsReadAsFarAsOnesOffice(String path) {
    JsonNode own = done(as("totruong").get(path));
    assertThat(own.path("office").asBoolean()).isFalse();
    assertThat(own.path("proposals")).isEmpty();
    assertThat(own.path("members")).hasSize(2);
    assertThat(own.toString())
        .contains("0987 654 321", "Lê Thị An")
        .doesNotContain("1990")
        .doesNotContain("GCN-1")
        .doesNotContain("Hà Văn Bình");
    assertThat(as("totruong").get(PATH).text()).contains("Tổ Hai").doesNotContain("Tổ Ba");
    assertThat(as("toxa").get(path).code()).isEqualTo("not-your-area");
    assertThat(as("xakhac").get(path).code()).isEqualTo("not-your-area");
    assertThat(as("tonghop").get(path).code()).isEqualTo("not-your-role");
  }

  private static void assertLeaves(String member, String path) {
    assertThat(
            fields(
                as("diaban")
                    .post(
                        member + "/departure",
                        Map.of("on", today().plusDays(1).toString(), "reason", "MOVED"))))
        .containsExactly("on past-or-present");
    done(
        as("diaban")
            .post(member + "/departure", Map.of("on", today().toString(), "reason", "MOVED")));
    assertThat(as("diaban").post(member + "/details", Map.of("version", 1)).code())
        .isEqualTo("member-not-active");
    assertThat(as("totruong").get(path).code()).isEqualTo("not-your-area");
    assertThat(as("totruong").get(PATH).text()).doesNotContain("Tổ Hai");
  }

  @Test
  void aChairDecidesAboutWhatTheySaw() {
    String path = established("Tổ Thấy", village().id());
    Map<String, Object> change =
        Map.of(
            "areaIds",
            List.of(village().id()),
            "planned",
            4,
            "from",
            today().toString(),
            "reason",
            "Đổi thôn.");
    done(as("diaban").post(path + "/changes", change));
    String seen = waitingAct(path);
    done(
        as("trungten2")
            .post(
                path + "/decision",
                Map.of("actId", seen, "outcome", "REFUSED", "reason", "Chưa đủ hồ sơ.")));
    done(as("diaban").post(path + "/dissolution", Map.of("reason", "Sáp nhập.")));
    Answer late = as("chutich").post(path + "/decision", accepted(seen, today()));
    assertThat(late.code()).isEqualTo("team-proposal-other");
    assertThat(done(as("chutich").get(path)).path("team").path("state").asString())
        .isEqualTo("ESTABLISHED");
  }

  /// The rule is kept where the row is held, so whoever calls it keeps it.
  @Test
  void nobodyDecidesTheirOwnWhoeverCallsIt() {
    UUID village = village().id();
    String path =
        PATH + "/" + done(as("diaban").post(PATH, team("Tổ Mình", village))).path("id").asString();
    UUID id = UUID.fromString(path.substring(PATH.length() + 1));
    Person same = SERVER.bean(People.class).find("trungten").orElseThrow();
    var decision =
        new TeamDecision(
            UUID.fromString(waitingAct(path)), Outcome.ACCEPTED, null, "1/QĐ", today(), null);
    assertThatThrownBy(() -> SERVER.bean(Teams.class).decide(id, decision, same))
        .isInstanceOf(Problem.class);
    assertThat(done(as("chutich").get(path)).path("team").path("state").asString())
        .isEqualTo("PROPOSED");
  }

  @Test
  void whoProposedPeopleMayRefuseTheirTeam() {
    String path =
        PATH
            + "/"
            + done(as("diaban").post(PATH, team("Tổ Hai Vai", village().id())))
                .path("id")
                .asString();
    done(
        as("haivai")
            .post(
                path + "/members",
                members(person("Ngô Văn Vai", "1990-02-03", null, "LEADER", today()))));
    done(
        as("haivai")
            .post(
                path + "/decision",
                Map.of("actId", waitingAct(path), "outcome", "REFUSED", "reason", "Chưa cần tổ.")));
    assertThat(member(path, "Ngô Văn Vai").path("state").asString()).isEqualTo("REFUSED");
    assertThat(log(path)).contains("team.members-closed");
  }

  @Test
  void whoLeftIsNotRecognisedForAnotherTermAndTheirPapersAreFreeAgain() {
    String path = established("Tổ Thôi", village().id());
    LocalDate from = today().minusDays(15);
    done(
        as("diaban")
            .post(
                path + "/members",
                members(
                    person("Mai Thị Thôi", "1990-02-03", "038190000777", "MEMBER", from),
                    person("Mai Văn Đổi", "1985-02-03", null, "LEADER", from))));
    done(as("chutich").post(path + "/recognition", answers(path)));
    String member = path + "/members/" + member(path, "Mai Thị Thôi").path("id").asString();
    String leader = path + "/members/" + member(path, "Mai Văn Đổi").path("id").asString();
    done(
        as("diaban")
            .post(
                member + "/details", Map.of("version", 0, "certificate", "GCN-T", "badge", "B-T")));
    Map<String, Object> more = new HashMap<>();
    more.put("memberId", member(path, "Mai Thị Thôi").path("id").asString());
    more.put("position", "LEADER");
    more.put("from", today().toString());
    more.put("until", today().plusYears(1).toString());
    Map<String, Object> steps = new HashMap<>(more);
    steps.put("memberId", leader.substring(leader.lastIndexOf('/') + 1));
    steps.put("position", "MEMBER");
    done(as("diaban").post(path + "/members", members(more, steps)));
    assertThat(code(as("diaban").post(path + "/withdrawal", Map.of()))).isEqualTo("done");
    done(as("diaban").post(path + "/members", members(more, steps)));
    done(
        as("diaban")
            .post(member + "/departure", Map.of("on", today().toString(), "reason", "DIED")));
    assertThat(fields(as("chutich").post(path + "/recognition", answers(path))))
        .containsExactly("items[1].outcome team-has-left");
    done(as("chutich").post(path + "/recognition", answers(path, 1)));

    JsonNode former = done(as("diaban").get(leader)).path("member");
    assertThat(former.path("terms").get(0).path("state").asString()).isEqualTo("OVER");
    assertThat(former.path("terms").get(0).path("ended").asString())
        .isEqualTo(today().minusDays(1).toString());
    assertThat(former.path("terms").get(2).path("state").asString()).isEqualTo("RUNNING");
    done(
        as("diaban")
            .post(
                leader + "/details", Map.of("version", 0, "certificate", "GCN-T", "badge", "B-T")));
    assertThat(log(path)).contains("\"badge\":true");

    SERVER
        .database()
        .client()
        .sql("update team.member set left_on = left_on - 1830 where id = ?::uuid")
        .param(member.substring(member.lastIndexOf('/') + 1))
        .update();
    assertThat(SERVER.bean(Members.class).eraseOld()).isOne();
    assertThat(done(as("diaban").get(path)).toString()).doesNotContain("giấy khám sức khỏe");
  }

  @Test
  void nobodyIsKeptAboutWhomNobodyDecides() {
    String path = established("Tổ Quên", village().id());
    done(
        as("diaban")
            .post(
                path + "/members",
                members(person("Ngô Thị Quên", "1990-02-03", null, "LEADER", today()))));
    assertThat(SERVER.bean(Members.class).eraseOld()).isZero();
    SERVER
        .database()
        .client()
        .sql(
            """
            update team.member_proposal set proposed_at = proposed_at - interval '1830 days'
            where decided_at is null and team_id = ?::uuid
            """)
        .param(path.substring(PATH.length() + 1))
        .update();
    assertThat(SERVER.bean(Members.class).eraseOld()).isOne();
    assertThat(done(as("diaban").get(path)).toString()).doesNotContain("Ngô Thị Quên");
    assertThat(log(path)).contains("\"closed\":\"LAPSED\"");
  }

  @Test
  void aFaultOfTheDatabaseQuotesNoRow() {
    JdbcClient database = SERVER.bean(JdbcClient.class);
    assertThatThrownBy(() ->
            database
                .sql(
                    """
                    insert into team.member
                      (id, team_id, state, name, gender, origin, created_at)
                    values (gen_random_uuid(), gen_random_uuid(), 'LEFT', 'Ngô Văn Lỗi', 'MALE',
                      'RECRUITED', now())
                    """)
                .update())
        .rootCause()
        .hasMessageContaining("member")
        .hasMessageNotContaining("Ngô Văn Lỗi");
  }

  @Test
  void oneOfTwoWhoWantTheSameNameAtOnceGetsIt() {
    UUID village = village().id();
    List<TestClient> clients = List.of(as("diaban"), as("haivai"));
    List<CompletableFuture<Integer>> sent =
        clients.stream()
            .map(client ->
                CompletableFuture.supplyAsync(
                    () -> client.post(PATH, team("Tổ Đua", village)).status()))
            .toList();
    assertThat(sent.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(201, 400);
  }

  @Test
  void aTeamGoesWhereItsVillagesGo() {
    Area old =
        SERVER
            .bean(Areas.class)
            .create(
                new NewArea("C-7", "Xã Cũ", AreaKind.COMMUNE, province.id()),
                today().minusDays(30),
                null);
    Area one = area("C-7-1", "Thôn Đông", AreaKind.RESIDENTIAL_AREA, old);
    Area two = area("C-7-2", "Thôn Tây", AreaKind.RESIDENTIAL_AREA, old);
    List<String> paths = new ArrayList<>();
    for (Area each : List.of(one, two)) {
      Map<String, Object> requested = new HashMap<>(team("Tổ " + each.name(), each.id()));
      requested.put("communeId", old.id());
      String path = PATH + "/" + done(as("tinh").post(PATH, requested)).path("id").asString();
      paths.add(path);
      String act = done(as("tinh").get(path)).path("proposals").get(0).path("id").asString();
      done(as("chutinh").post(path + "/decision", accepted(act, today().minusDays(5))));
    }
    done(
        as("quantri")
            .post(
                "/api/areas/closures",
                Map.of(
                    "areaIds",
                    List.of(old.id()),
                    "on",
                    today().minusDays(2).toString(),
                    "reason",
                    "Chia xã.",
                    "successors",
                    List.of(
                        Map.of("code", "C-71", "name", "Xã Đông", "kind", "COMMUNE"),
                        Map.of("code", "C-72", "name", "Xã Tây", "kind", "COMMUNE")),
                    "moves",
                    List.of(
                        Map.of("areaId", one.id(), "successor", 0),
                        Map.of("areaId", two.id(), "successor", 1)))));
    Area east = SERVER.bean(Areas.class).find("C-71").orElseThrow();
    SERVER.person("xadong", east.id(), Role.COMMUNITY_OFFICER, Role.CHAIR);
    JsonNode read = done(as("xadong").get(paths.get(0)));
    assertThat(read.path("team").path("communeName").asString()).isEqualTo("Xã Đông");
    assertThat(as("xadong").get(paths.get(1)).code()).isEqualTo("not-your-area");
    assertThat(line("xadong", "C-71").path("established").asInt()).isOne();
    assertThat(line("tinh", "C-71").path("established").asInt()).isOne();
    assertThat(done(as("xadong").get(PATH + "/roster")).path("teams")).hasSize(1);
    assertThat(done(as("xadong").get("/api/team-patrols")).path("items")).hasSize(1);

    Area west = SERVER.bean(Areas.class).find("C-72").orElseThrow();
    done(
        as("quantri")
            .post(
                "/api/areas/closures",
                Map.of(
                    "areaIds",
                    List.of(west.id()),
                    "on",
                    today().minusDays(1).toString(),
                    "reason",
                    "Nhập xã.",
                    "successors",
                    List.of(Map.of("areaId", east.id())))));
    Map<String, Object> change =
        Map.of(
            "areaIds",
            List.of(two.id()),
            "planned",
            4,
            "from",
            today().toString(),
            "reason",
            "Thêm người.");
    assertThat(code(as("xadong").post(paths.get(1) + "/changes", change))).isEqualTo("done");
    assertThat(line("tinh", "C-71").path("established").asInt()).isEqualTo(2);
  }

  @Test
  void theDemonstrationHasATeamOfItsOwnAndSaysThatItIsSimulated() {
    TeamDemoSeeder simulated = SERVER.bean(TeamDemoSeeder.class);
    Area other = SERVER.bean(Areas.class).find("C-2").orElseThrow();
    Area village = area("C-2-001", "Thôn Ba", AreaKind.RESIDENTIAL_AREA, other);
    People people = SERVER.bean(People.class);
    for (int twice = 0; twice < 2; twice++) {
      simulated.make(
          other.id(),
          village.id(),
          people.find("diaban").orElseThrow(),
          people.find("chutich").orElseThrow());
    }
    JsonNode teams = done(as("xakhac").get(PATH)).path("items");
    assertThat(teams).hasSize(1);
    JsonNode team = done(as("xakhac").get(PATH + "/" + teams.get(0).path("id").asString()));
    assertThat(team.path("members"))
        .hasSize(2)
        .allSatisfy(member -> assertThat(member.path("name").asString()).contains("mô phỏng"));
  }

  @Test
  void whoMayNotServeAnyMoreIsNamedAndBenefitsAreForWhoeverHasNoInsurance() {
    String path = established("Tổ Rà Soát", village().id());
    LocalDate from = today().minusDays(9);
    done(
        as("diaban")
            .post(
                path + "/members",
                members(
                    person("Hà Thị Ngân", "1990-01-01", null, "LEADER", from),
                    older("Hà Văn Cụ", "1940-01-01", "MEMBER", from))));
    done(as("chutich").post(path + "/recognition", answers(path)));
    String team = path.substring(PATH.length() + 1);
    JsonNode standing = done(as("chutich").get("/api/team-standing"));
    assertThat(concerns(standing, "Hà Thị Ngân"))
        .containsExactlyInAnyOrder("HEALTH_MISSING", "RESIDENCE_UNKNOWN");
    assertThat(concerns(standing, "Hà Văn Cụ")).containsExactly("RESIDENCE_UNKNOWN");
    assertThat(
            standing
                .path("teams")
                .valueStream()
                .filter(each -> each.path("teamId").asString().equals(team))
                .map(each -> each.path("serving").asInt() + "/" + each.path("least").asInt()))
        .containsExactly("2/3");
    assertThat(done(as("diaban").get("/api/team-standing/count")).path("now").asInt())
        .isGreaterThanOrEqualTo(2);
    assertThat(as("totruong").get("/api/team-standing").code()).isEqualTo("not-your-role");
    String member =
        path
            + "/members/"
            + done(as("diaban").get(path)).path("members").get(0).path("id").asString();
    Map<String, Object> moved = Map.of("on", today().toString(), "resident", false);
    assertThat(as("diaban").post(member + "/residence", moved).status()).isEqualTo(204);
    assertThat(concerns(done(as("chutich").get("/api/team-standing")), "Hà Thị Ngân"))
        .contains("NOT_RESIDENT");
    Map<String, Object> benefit =
        Map.of(
            "id",
            UUID.randomUUID(),
            "kind",
            "ACCIDENT",
            "happenedOn",
            today().minusDays(2).toString(),
            "dong",
            2_000_000,
            "number",
            "31/QĐ-UBND",
            "on",
            today().toString());
    assertThat(as("diaban").post(member + "/benefits", benefit).text())
        .contains("team-benefit-unknown");
    insured(member, true);
    assertThat(as("diaban").post(member + "/benefits", benefit).text())
        .contains("team-benefit-insured");
    insured(member, false);
    assertThat(as("diaban").post(member + "/benefits", benefit).status()).isEqualTo(204);
    assertThat(as("diaban").post(member + "/benefits", benefit).status()).isEqualTo(204);
    JsonNode cover = done(as("chutich").get(member + "/cover"));
    assertThat(cover.path("benefits")).hasSize(1);
    assertThat(cover.path("residences").get(0).path("resident").asBoolean()).isFalse();
    assertThat(as("totruong").get(member + "/cover").code()).isEqualTo("not-your-role");
    Map<String, Object> few = new HashMap<>(team("Tổ Hai Người", village().id()));
    few.put("planned", 2);
    assertThat(as("diaban").post(PATH, few).text()).contains("team-too-few");
  }

  private static void insured(String member, boolean health) {
    Map<String, Object> said =
        Map.of("from", today().minusDays(5).toString(), "social", false, "health", health);
    assertThat(as("diaban").post(member + "/insurance", said).status()).isEqualTo(204);
  }

  private static List<String> concerns(JsonNode standing, String name) {
    return standing
        .path("members")
        .valueStream()
        .filter(each -> each.path("name").asString().equals(name))
        .flatMap(each -> each.path("concerns").valueStream())
        .map(each -> each.path("kind").asString())
        .toList();
  }
}
