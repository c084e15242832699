package anbinh.community.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.Areas;
import anbinh.areas.NewArea;
import anbinh.community.team.list.TeamLists;
import anbinh.community.team.list.TeamLists.Village;
import anbinh.community.team.member.Members;
import anbinh.community.team.unit.TeamAct.Outcome;
import anbinh.community.team.unit.TeamForms.TeamDecision;
import anbinh.community.team.unit.Teams;
import anbinh.identity.People;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.platform.Problem;
import anbinh.platform.sheet.SheetRows;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Teams over HTTP: from a proposal to the end, who reads what, a province's list, its roster.
class TeamsIT {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final String PATH = "/api/teams";

  /// So many teams as the time of a test run allows; the whole province is 4351.
  private static final int TEAMS = Integer.getInteger("test.teams", 400);

  private static final int IN_COMMUNE = 20;
  private static final List<Village> VILLAGES = new ArrayList<>();
  private static final Map<String, TestClient> CLIENTS = new HashMap<>();

  private static Area province = new Area(new UUID(0, 0), "", "", AreaKind.PROVINCE, null);
  private static Area commune = province;
  private static int made;

  @BeforeAll
  static void world() {
    Areas areas = SERVER.bean(Areas.class);
    province = areas.create(new NewArea("38", "Tỉnh thử", AreaKind.PROVINCE, null), null);
    commune = area("C-1", "Xã Bá Thước", AreaKind.COMMUNE, province);
    Area other = area("C-2", "Xã khác", AreaKind.COMMUNE, province);
    Area village = area("C-1-001", "Thôn Một", AreaKind.RESIDENTIAL_AREA, commune);
    Area far = area("C-1-002", "Thôn Hai", AreaKind.RESIDENTIAL_AREA, commune);
    SERVER.person("diaban", commune.id(), Role.COMMUNITY_OFFICER);
    SERVER.person("chutich", commune.id(), Role.CHAIR);
    SERVER.namedPerson(
        "trungten", "Người diaban", commune.id(), Role.CHAIR, Role.COMMUNITY_OFFICER);
    SERVER.person("trungten2", commune.id(), Role.CHAIR);
    SERVER.person("haivai", commune.id(), Role.CHAIR, Role.COMMUNITY_OFFICER);
    SERVER.person("chutinh", province.id(), Role.CHAIR);
    SERVER.person("totruong", village.id(), Role.TEAM_LEADER);
    SERVER.person("toxa", far.id(), Role.TEAM_MEMBER);
    SERVER.person("tonghop", province.id(), Role.ANALYST);
    SERVER.person("xakhac", other.id(), Role.COMMUNITY_OFFICER, Role.CHAIR);
    SERVER.person("tinh", province.id(), Role.COMMUNITY_OFFICER);
    SERVER.person("quantri", null, Role.ADMINISTRATOR);
  }

  private static Area area(String code, String name, AreaKind kind, Area above) {
    return SERVER.bean(Areas.class).create(new NewArea(code, name, kind, above.id()), null);
  }

  private static Area village() {
    made++;
    return area("C-1-9" + made, "Thôn mới " + made, AreaKind.RESIDENTIAL_AREA, commune);
  }

  private static TestClient as(String username) {
    return CLIENTS.computeIfAbsent(username, SERVER::signedIn);
  }

  private static JsonNode done(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isBetween(200, 204);
    return answer.json();
  }

  private static UUID id(String code) {
    return SERVER.bean(Areas.class).find(code).orElseThrow().id();
  }

  private static Map<String, Object> team(String name, UUID... villages) {
    return Map.of("communeId", commune.id(), "name", name, "areaIds", villages, "planned", 3);
  }

  /// What accepts that which waits of a team.
  private static Map<String, Object> accepted(String path) {
    return accepted(waitingAct(path), today().minusDays(30));
  }

  private static Map<String, Object> accepted(String act, LocalDate on) {
    return Map.of("actId", act, "outcome", "ACCEPTED", "number", "12/QĐ-UBND", "on", on.toString());
  }

  private static String waitingAct(String path) {
    return done(as("chutich").get(path))
        .path("acts")
        .valueStream()
        .filter(act -> act.path("decision").isNull())
        .map(act -> act.path("id").asString())
        .findFirst()
        .orElse(new UUID(0, 0).toString());
  }

  private static String established(String name, UUID... villages) {
    JsonNode proposed = done(as("diaban").post(PATH, team(name, villages)));
    String path = PATH + "/" + proposed.path("id").asString();
    done(as("chutich").post(path + "/decision", accepted(path)));
    return path;
  }

  private static Map<String, Object> person(
      String name, String born, @Nullable String nationalId, String position, LocalDate from) {
    Map<String, Object> who = new HashMap<>();
    who.put("name", name);
    who.put("birthOn", born);
    who.put("gender", "FEMALE");
    who.put("phone", "0912 345 678");
    who.put("nationalId", nationalId);
    who.put("origin", "CIVIL_DEFENCE");
    who.put("education", "UPPER_SECONDARY");
    Map<String, Object> member = new HashMap<>();
    member.put("person", who);
    member.put("position", position);
    member.put("from", from.toString());
    member.put("until", from.plusYears(5).minusDays(1).toString());
    return member;
  }

  private static Map<String, Object> members(Object... some) {
    return Map.of("members", List.of(some));
  }

  /// Accepts all who wait, but those at some places.
  private static Map<String, Object> answers(String path, Integer... refused) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (JsonNode member : done(as("chutich").get(path)).path("members")) {
      for (JsonNode term : member.path("terms")) {
        if (term.path("state").asString().equals("WAITING")) {
          boolean no = List.of(refused).contains(items.size());
          items.add(
              no
                  ? Map.of(
                      "termId",
                      term.path("id").asString(),
                      "outcome",
                      "REFUSED",
                      "reason",
                      "Chưa có giấy khám sức khỏe.")
                  : Map.of("termId", term.path("id").asString(), "outcome", "ACCEPTED"));
        }
      }
    }
    return Map.of("items", items, "number", "15/QĐ-UBND", "on", today().minusDays(20).toString());
  }

  private static List<String> fields(Answer answer) {
    List<String> fields = new ArrayList<>();
    answer
        .json()
        .path("errors")
        .forEach(error ->
            fields.add(error.path("field").asString() + " " + error.path("code").asString()));
    return fields;
  }

  private static String log(String path) {
    return String.join(
        "\n",
        SERVER
            .database()
            .client()
            .sql(
                """
                select type || ' ' || convert_from(leaf, 'UTF8') || coalesce(detail, '')
                from audit.event where object_id = ? order by seq
                """)
            .param(path.substring(path.lastIndexOf('/') + 1))
            .query((row, number) -> row.getString(1))
            .list());
  }

  @Test
  void aTeamIsProposedByThePoliceAndEstablishedByTheChair() {
    UUID village = village().id();
    JsonNode proposed = done(as("diaban").post(PATH, team("Tổ Một", village)));
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
    assertThat(read.path("acts")).hasSize(3);
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
    Answer wrong =
        as("diaban")
            .post(
                path + "/members",
                members(
                    person("Lê Thị An", "2015-01-01", "12", "LEADER", from),
                    person("Hà Văn Bình", "1980-01-01", null, "LEADER", today().minusDays(60)),
                    person("Bùi Văn Chi", "1940-01-01", null, "MEMBER", from)));
    assertThat(fields(wrong))
        .containsExactlyInAnyOrder(
            "members[0].person.birthOn team-too-young",
            "members[0].person.nationalId team-national-id",
            "members[1].from team-before-established",
            "members[1].position team-leader-taken",
            "members[0].position team-leader-taken",
            "members[2].person.birthOn team-too-old");
    Map<String, Object> old = person("Bùi Văn Chi", "1940-01-01", null, "MEMBER", from);
    old.put("overAge", true);
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
    Map<String, Object> some = new HashMap<>(answers(path));
    some.computeIfPresent("items", (_, items) -> ((List<?>) items).subList(0, 2));
    assertThat(fields(as("chutich").post(path + "/recognition", some)))
        .containsExactly("items team-answer-all");
    done(as("chutich").post(path + "/recognition", answers(path, 1)));
    JsonNode read = done(as("diaban").get(path));
    assertThat(read.path("members"))
        .extracting(each -> each.path("state").asString())
        .containsExactly("RECOGNISED", "RECOGNISED", "REFUSED");
    assertThat(read.toString()).doesNotContain("038190000001");
    assertThat(read.path("members").get(1).path("warnings").toString()).contains("OVER_AGE");

    Map<String, Object> twice = person("Người Khác", "1985-05-05", "038190000001", "MEMBER", from);
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
    assertThat(done(as("chutich").get(member)).path("nationalId").asString())
        .isEqualTo("038190000001");
    assertThat(as("chutich").get(elsewhere + "/members/" + leader).code())
        .isEqualTo("no-such-member");
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

    JsonNode own = done(as("totruong").get(path));
    assertThat(own.path("office").asBoolean()).isFalse();
    assertThat(own.path("acts")).isEmpty();
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

    assertThat(
            fields(
                as("diaban")
                    .post(
                        member + "/leaving",
                        Map.of("on", today().plusDays(1).toString(), "reason", "MOVED"))))
        .containsExactly("on past-or-present");
    done(
        as("diaban")
            .post(member + "/leaving", Map.of("on", today().toString(), "reason", "MOVED")));
    assertThat(as("diaban").post(member + "/details", Map.of("version", 1)).code())
        .isEqualTo("member-not-active");
    assertThat(as("totruong").get(path).code()).isEqualTo("not-your-area");
    assertThat(as("totruong").get(PATH).text()).doesNotContain("Tổ Hai");
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
        .sql("update community.member set left_on = left_on - 1830 where id = ?::uuid")
        .param(leader)
        .update();
    assertThat(clock.eraseOld()).isOne();
    assertThat(done(as("diaban").get(path)).toString()).doesNotContain("Lê Thị An");
  }

  @Test
  void aProvincesListIsCheckedThenTakenAsAWholeAndCountedOnOnePage() {
    provinceOf(TEAMS);
    List<List<String>> rows = TeamLists.rows(VILLAGES, 2_026);
    assertThat(
            as("xakhac").postAs(PATH + "/import/check", TeamLists.csv(rows), SheetRows.CSV).code())
        .isEqualTo("not-your-area");
    byte[] workbook = TeamLists.workbook(rows);
    long start = System.nanoTime();
    JsonNode checked =
        done(as("tinh").postAs(PATH + "/import/check", workbook, SheetRows.WORKBOOK));
    Duration check = Duration.ofNanos(System.nanoTime() - start);
    assertThat(checked.path("errorCount").asInt()).as(checked.toString()).isZero();
    assertThat(checked.path("teams").asInt()).isEqualTo(TEAMS);
    assertThat(checked.path("members").asInt()).isEqualTo(3 * TEAMS);
    start = System.nanoTime();
    JsonNode taken = done(as("tinh").postAs(PATH + "/import", workbook, SheetRows.WORKBOOK));
    Duration take = Duration.ofNanos(System.nanoTime() - start);
    assertThat(taken.path("sha256")).isEqualTo(checked.path("sha256"));
    assertThat(take).isLessThan(Duration.ofSeconds(30));
    JsonNode again = done(as("tinh").postAs(PATH + "/import", TeamLists.csv(rows), SheetRows.CSV));
    assertThat(again.path("teams").asInt()).isZero();
    assertThat(again.path("knownMembers").asInt()).isEqualTo(3 * TEAMS);
    assertThat(
            SERVER
                .database()
                .client()
                .sql(
                    """
                    select convert_from(leaf, 'UTF8') || coalesce(detail, '') from audit.event
                    where type = 'team.imported' and strpos(convert_from(leaf, 'UTF8'), ?) > 0
                    """)
                .param(taken.path("sha256").asString())
                .query(String.class)
                .single())
        .contains(
            "\"members\":" + 3 * TEAMS, taken.path("sha256").asString(), id("P-001").toString())
        .doesNotContain("mô phỏng");

    start = System.nanoTime();
    JsonNode roster = done(as("tinh").get(PATH + "/roster"));
    Duration count = Duration.ofNanos(System.nanoTime() - start);
    System.out.printf(
        Locale.ROOT,
        "%d teams: check %d ms, take %d ms, roster %d ms, file %d kB%n",
        TEAMS,
        check.toMillis(),
        take.toMillis(),
        count.toMillis(),
        workbook.length / 1000);
    assertThat(roster.path("exact").asBoolean()).isTrue();
    assertThat(roster.path("total").path("active").path("value").asInt())
        .isGreaterThanOrEqualTo(3 * TEAMS);
    JsonNode line =
        roster
            .path("lines")
            .valueStream()
            .filter(each -> each.path("areaCode").asString().equals("P-001"))
            .findFirst()
            .orElseThrow();
    int here = Math.min(TEAMS, IN_COMMUNE);
    assertThat(line.path("established").asInt()).isEqualTo(here);
    assertThat(line.path("villagesWithout").asInt()).isZero();
    long leadNoMore =
        rows.stream()
            .filter(row -> row.get(1).equals("P-001") && row.get(16).equals("Tổ trưởng"))
            .filter(row ->
                LocalDate.parse(row.get(18), DateTimeFormatter.ofPattern("dd/MM/uuuu"))
                    .isBefore(today()))
            .count();
    assertThat(leadNoMore).isPositive();
    assertThat(line.path("withoutLeader").asLong()).isEqualTo(leadNoMore);
    assertThat(line.path("over").asInt() + line.path("ending").asInt()).isPositive();
    JsonNode ofCommune =
        done(as("tinh").get(PATH + "/roster?area=" + line.path("areaId").asString()));
    assertThat(ofCommune.path("teams")).hasSize(here);
    JsonNode figures = done(as("tonghop").get(PATH + "/roster"));
    assertThat(figures.path("exact").asBoolean()).isFalse();
    figures
        .path("lines")
        .forEach(each ->
            each.path("origins")
                .forEach(figure ->
                    assertThat(
                            figure.path("value").isNull() || figure.path("value").asInt() % 10 == 0)
                        .as(each.toString())
                        .isTrue()));
    assertThat(as("tonghop").get(PATH + "/roster").text()).doesNotContain("mô phỏng");
    assertThat(as("totruong").get(PATH + "/roster").code()).isEqualTo("not-your-role");
  }

  @Test
  void aListWithMistakesIsNamedCellByCellAndNothingOfItIsTaken() {
    Area first = village();
    Area second = village();
    List<List<String>> rows = new ArrayList<>();
    for (List<String> row :
        TeamLists.rows(
            List.of(
                new Village("C-1", first.code(), "sai một"),
                new Village("C-1", second.code(), "sai hai")),
            7)) {
      rows.add(new ArrayList<>(row));
    }
    Collections.replaceAll(rows.get(0), "C-1", "C-9");
    rows.get(1).set(3, "C-1-001x");
    rows.get(2).set(12, rows.get(1).get(12));
    rows.get(2).set(17, "ngày mai");
    rows.get(4).set(16, "Tổ trưởng");
    rows.get(5).set(17, "01/07/2024");
    rows.get(5).set(9, "01/01/2015");
    Answer refused = as("tinh").postAs(PATH + "/import", TeamLists.csv(rows), SheetRows.CSV);
    assertThat(refused.code()).isEqualTo("list-wrong");
    List<String> cells = new ArrayList<>();
    refused
        .json()
        .path("list")
        .path("errors")
        .forEach(error ->
            cells.add(error.path("cell").asString() + " " + error.path("code").asString()));
    assertThat(cells)
        .contains(
            "B2 team-list-commune",
            "D3 team-list-village",
            "R4 list-date",
            "Q5 team-leader-taken",
            "Q6 team-leader-taken",
            "J7 team-too-young",
            "R7 team-before-established");
    assertThat(as("diaban").get(PATH).text()).doesNotContain("sai một").doesNotContain("sai hai");
    assertThat(as("tinh").get(PATH + "/import/columns").text()).contains("Full name");
  }

  @Test
  void aListThatContradictsItselfIsNamedCellByCell() {
    Area first = village();
    Area second = village();
    List<List<String>> rows = new ArrayList<>();
    for (List<String> row :
        TeamLists.rows(
            List.of(
                new Village("C-1", first.code(), "trái một"),
                new Village("C-1", second.code(), "trái hai")),
            8)) {
      rows.add(new ArrayList<>(row));
    }
    rows.get(1).set(4, "5");
    rows.subList(3, 6).forEach(row -> row.set(3, first.code()));
    rows.get(4).set(12, rows.get(0).get(12));
    rows.get(5).set(21, rows.get(0).get(21));
    rows.add(new ArrayList<>(rows.get(2)));
    JsonNode checked =
        done(
            as("tinh")
                .postAs(PATH + "/import/check", TeamLists.workbook(rows), SheetRows.WORKBOOK));
    List<String> cells = new ArrayList<>();
    checked
        .path("errors")
        .forEach(error ->
            cells.add(error.path("cell").asString() + " " + error.path("code").asString()));
    assertThat(cells)
        .containsExactlyInAnyOrder(
            "E5 team-list-differs",
            "D7 team-list-village-twice",
            "M8 team-list-same",
            "V9 team-list-repeated",
            "R6 team-term-overlap",
            "R10 team-term-overlap");
  }

  /// Who leads, by the name of the member.
  private static JsonNode member(String path, String name) {
    return done(as("diaban").get(path))
        .path("members")
        .valueStream()
        .filter(each -> each.path("name").asString().startsWith(name))
        .findFirst()
        .orElseThrow();
  }

  private static String code(Answer answer) {
    return answer.status() < 300 ? "done" : answer.code();
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
        as("diaban").post(member + "/leaving", Map.of("on", today().toString(), "reason", "DIED")));
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
        .sql("update community.member set left_on = left_on - 1830 where id = ?::uuid")
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
            update community.member_proposal set proposed_at = proposed_at - interval '1830 days'
            where decided_at is null and team_id = ?::uuid
            """)
        .param(path.substring(PATH.length() + 1))
        .update();
    assertThat(SERVER.bean(Members.class).eraseOld()).isOne();
    assertThat(done(as("diaban").get(path)).toString()).doesNotContain("Ngô Thị Quên");
    assertThat(log(path)).contains("\"closed\":\"LAPSED\"");
  }

  private static List<List<String>> listOf(String name, Area village, long seed) {
    List<List<String>> rows = new ArrayList<>();
    TeamLists.rows(List.of(new Village("C-1", village.code(), name)), seed)
        .forEach(row -> rows.add(new ArrayList<>(row)));
    return rows;
  }

  private static Answer send(String path, List<List<String>> rows) {
    return as("diaban").postAs(PATH + "/import" + path, TeamLists.csv(rows), SheetRows.CSV);
  }

  private static List<String> cells(JsonNode report) {
    List<String> cells = new ArrayList<>();
    report
        .path("errors")
        .forEach(error ->
            cells.add(error.path("cell").asString() + " " + error.path("code").asString()));
    return cells;
  }

  @Test
  void anOldListBringsNobodyBackAndShowsWhatCameByIt() {
    List<List<String>> rows = listOf("cũ", village(), 9);
    assertThat(
            as("diaban")
                .postAs(
                    PATH + "/import?checked=" + "0".repeat(64), TeamLists.csv(rows), SheetRows.CSV)
                .code())
        .isEqualTo("team-list-other");
    assertThat(done(send("", rows)).path("members").asInt()).isEqualTo(3);
    assertThat(
            done(as("chutich").get(PATH + "/lists")).path("items").get(0).path("members").asInt())
        .isEqualTo(3);
    String path =
        PATH
            + "/"
            + done(as("diaban").get(PATH))
                .path("items")
                .valueStream()
                .filter(each -> each.path("name").asString().equals("Tổ bảo vệ cũ"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    JsonNode third = done(as("chutich").get(path)).path("members").get(2);
    assertThat(
            third.path("terms").get(0).path("imported").path("by").path("displayName").asString())
        .isEqualTo("Người diaban");
    done(
        as("diaban")
            .post(
                path + "/members/" + third.path("id").asString() + "/leaving",
                Map.of("on", today().toString(), "reason", "RELIEVED")));
    List<List<String>> longer = new ArrayList<>(rows);
    List<String> more = new ArrayList<>(rows.get(2));
    more.set(8, "Người Thứ Tư (mô phỏng)");
    more.set(12, "038190004444");
    more.set(21, "GCN-thu-tu");
    more.set(22, "BH-thu-tu");
    longer.add(more);
    JsonNode again = done(send("", longer));
    assertThat(again.path("members").asInt()).isOne();
    assertThat(again.path("knownMembers").asInt()).isEqualTo(3);
    assertThat(done(as("diaban").get(path)).path("members")).hasSize(4);

    done(
        as("diaban")
            .post(
                path + "/members",
                members(person("Đỗ Thị Chối", "1990-02-03", null, "MEMBER", today()))));
    done(as("chutich").post(path + "/recognition", answers(path, 0)));
    more.set(8, "Đỗ Thị Chối");
    more.set(9, "03/02/1990");
    more.set(12, "");
    more.set(21, "");
    more.set(22, "");
    assertThat(cells(done(send("/check", longer)))).containsExactly("I5 team-list-refused");
  }

  @Test
  void rowsOfOnePersonAgreeAndAnotherPersonIsAnother() {
    List<List<String>> rows = listOf("hai dòng", village(), 10);
    rows.get(2).set(9, "01/02/1980");
    List<String> second = new ArrayList<>(rows.get(2));
    second.set(16, "Tổ phó");
    second.set(17, "05/07/2027");
    second.set(18, "04/07/2028");
    rows.add(second);
    String id = second.get(12);
    rows.get(2).set(12, "");
    rows.get(2).set(21, "");
    JsonNode checked = done(send("/check", rows));
    assertThat(cells(checked)).isEmpty();
    assertThat(checked.path("members").asInt()).isEqualTo(3);
    second.set(11, "0911 222 333");
    second.set(22, "BH-khac");
    assertThat(cells(done(send("/check", rows))))
        .containsExactlyInAnyOrder("L5 team-list-person-differs", "W5 team-list-person-differs");
    second.set(11, "912345678");
    second.set(22, rows.get(2).get(22));
    assertThat(cells(done(send("/check", rows)))).containsExactly("L5 team-list-phone");
    second.set(11, rows.get(2).get(11));
    done(send("", rows));
    assertThat(
            SERVER
                .database()
                .client()
                .sql(
                    """
                    select count(*) from community.member where national_id_hash is not null
                    and certificate = ?
                    """)
                .param(second.get(21))
                .query(Long.class)
                .single())
        .as(id)
        .isOne();
    assertThat(
            SERVER
                .database()
                .client()
                .sql("select count(*) from audit.event where type = 'team.list-checked'")
                .query(Long.class)
                .single())
        .isGreaterThanOrEqualTo(3);

    Area elsewhere = area("C-2-900", "Thôn dò", AreaKind.RESIDENTIAL_AREA, other());
    List<List<String>> probe = new ArrayList<>();
    TeamLists.rows(List.of(new Village("C-2", elsewhere.code(), "dò")), 11)
        .forEach(row -> probe.add(new ArrayList<>(row)));
    probe.get(0).set(12, id);
    assertThat(
            cells(
                done(
                    as("xakhac")
                        .postAs(PATH + "/import/check", TeamLists.csv(probe), SheetRows.CSV))))
        .containsExactly("M2 team-member-somewhere");
  }

  private static Area other() {
    return SERVER.bean(Areas.class).find("C-2").orElseThrow();
  }

  @Test
  void aFaultOfTheDatabaseQuotesNoRow() {
    JdbcClient database = SERVER.bean(JdbcClient.class);
    assertThatThrownBy(() ->
            database
                .sql(
                    """
                    insert into community.member
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
      Map<String, Object> wanted = new HashMap<>(team("Tổ " + each.name(), each.id()));
      wanted.put("communeId", old.id());
      String path = PATH + "/" + done(as("tinh").post(PATH, wanted)).path("id").asString();
      paths.add(path);
      String act = done(as("tinh").get(path)).path("acts").get(0).path("id").asString();
      done(as("chutinh").post(path + "/decision", accepted(act, today().minusDays(5))));
    }
    done(
        as("quantri")
            .post(
                "/api/areas/endings",
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
                "/api/areas/endings",
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

  private static JsonNode line(String reader, String code) {
    JsonNode roster = done(as(reader).get(PATH + "/roster"));
    return roster.path("lines").isEmpty()
        ? roster.path("total")
        : roster
            .path("lines")
            .valueStream()
            .filter(each -> each.path("areaCode").asString().equals(code))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void theDemonstrationHasATeamOfItsOwnAndSaysThatItIsSimulated() {
    SampleTeams simulated = SERVER.bean(SampleTeams.class);
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

  /// Communes with villages that have no team.
  private static void provinceOf(int teams) {
    var list = new StringBuilder("commune,name\n");
    for (int i = 0; i < teams; i++) {
      String code = "P-%03d".formatted(i / IN_COMMUNE + 1);
      if (i % IN_COMMUNE == 0) {
        area(code, "Xã thử " + code, AreaKind.COMMUNE, province);
      }
      int number = i % IN_COMMUNE + 1;
      list.append(code).append(",Thôn ").append(number).append('\n');
      VILLAGES.add(new Village(code, "%s-%03d".formatted(code, number), "Thôn " + number));
    }
    done(as("quantri").postAs("/api/areas/import/villages", list.toString(), "text/csv"));
  }

  private static LocalDate today() {
    return LocalDate.now(ZONE);
  }
}
