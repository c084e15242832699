package anbinh.community.team;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.Areas;
import anbinh.areas.NewArea;
import anbinh.community.team.list.TeamLists;
import anbinh.community.team.list.TeamLists.Village;
import anbinh.community.team.member.Members;
import anbinh.identity.People;
import anbinh.identity.Role;
import anbinh.platform.sheet.SheetRows;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
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

  private static Map<String, Object> accepted() {
    return Map.of(
        "outcome", "ACCEPTED", "number", "12/QĐ-UBND", "on", today().minusDays(30).toString());
  }

  private static String established(String name, UUID... villages) {
    JsonNode proposed = done(as("diaban").post(PATH, team(name, villages)));
    String path = PATH + "/" + proposed.path("id").asString();
    done(as("chutich").post(path + "/decision", accepted()));
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
    assertThat(as("diaban").post(path + "/decision", accepted()).code()).isEqualTo("not-your-role");
    assertThat(as("trungten").post(path + "/decision", accepted()).code())
        .isEqualTo("own-team-proposal");
    assertThat(as("xakhac").post(path + "/decision", accepted()).code()).isEqualTo("not-your-area");
    assertThat(as("chutich").get(PATH + "/waiting").text())
        .contains(proposed.path("code").asString());
    assertThat(as("trungten").get(PATH + "/waiting").text())
        .doesNotContain(proposed.path("code").asString());
    assertThat(fields(as("chutich").post(path + "/decision", Map.of("outcome", "ACCEPTED"))))
        .containsExactlyInAnyOrder("number required", "on required");
    assertThat(done(as("chutich").post(path + "/decision", accepted())).path("state").asString())
        .isEqualTo("ESTABLISHED");
    assertThat(as("chutich").post(path + "/decision", accepted()).code())
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
    JsonNode changed = done(as("chutich").post(path + "/decision", accepted()));
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
    Map<String, Object> end = new HashMap<>(accepted());
    end.put("on", today().toString());
    assertThat(done(as("chutich").post(path + "/decision", end)).path("state").asString())
        .isEqualTo("DISSOLVED");
    JsonNode read = done(as("chutich").get(path));
    assertThat(read.path("acts")).hasSize(3);
    assertThat(read.path("members").get(0).path("leftReason").asString())
        .isEqualTo("TEAM_DISSOLVED");
    JsonNode again = done(as("diaban").post(PATH, team("Tổ Một", village)));
    String next = PATH + "/" + again.path("id").asString();
    assertThat(fields(as("chutich").post(next + "/decision", accepted())))
        .containsExactly("outcome team-village-covered");
    done(as("chutich").post(next + "/decision", end));
    assertThat(log(path))
        .contains("team.proposed", "team.established", "team.changed", "team.dissolved")
        .doesNotContain("Hoa", "0912 345 678", "0912345678");
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
                    .post(member + "/details", Map.of("phone", "?", "username", "khong-co"))))
        .containsExactlyInAnyOrder("phone team-phone", "username team-no-account");
    done(
        as("diaban")
            .post(
                member + "/details",
                Map.of("phone", "0987 654 321", "certificate", "GCN-1", "username", "totruong")));
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
    assertThat(as("diaban").post(member + "/details", Map.of()).code())
        .isEqualTo("member-not-active");
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
        .doesNotContain("Hoa")
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
                    where type = 'team.imported'
                    """)
                .query(String.class)
                .single())
        .contains("\"members\":" + 3 * TEAMS, taken.path("sha256").asString())
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
    assertThat(roster.path("total").path("active").asInt()).isGreaterThanOrEqualTo(3 * TEAMS);
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
    assertThat(line.path("withoutLeader").asInt()).isZero();
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
