package anbinh.team;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.identity.Role;
import anbinh.team.imports.TeamLists.Village;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// A province with offices and teams, and how they are asked, for the tests of [TeamsIT].
abstract class TeamOfficeFixture {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  static final String PATH = "/api/teams";

  /// So many teams as the time of a test run allows; the whole province is 4351.
  static final int TEAMS = Integer.getInteger("test.teams", 400);

  static final int IN_COMMUNE = 20;
  static final List<Village> VILLAGES = new ArrayList<>();
  static final Map<String, TestClient> CLIENTS = new HashMap<>();

  static Area province = new Area(new UUID(0, 0), "", "", AreaKind.PROVINCE, null);
  static Area commune = province;
  static int made;

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

  static Area area(String code, String name, AreaKind kind, Area above) {
    return SERVER.bean(Areas.class).create(new NewArea(code, name, kind, above.id()), null);
  }

  static Area village() {
    made++;
    return area("C-1-9" + made, "Thôn mới " + made, AreaKind.RESIDENTIAL_AREA, commune);
  }

  static TestClient as(String username) {
    return CLIENTS.computeIfAbsent(username, SERVER::signedIn);
  }

  static JsonNode done(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isBetween(200, 204);
    return answer.json();
  }

  static UUID id(String code) {
    return SERVER.bean(Areas.class).find(code).orElseThrow().id();
  }

  static Map<String, Object> team(String name, UUID... villages) {
    return Map.of("communeId", commune.id(), "name", name, "areaIds", villages, "planned", 3);
  }

  /// What accepts that which waits of a team.
  static Map<String, Object> accepted(String path) {
    return accepted(waitingAct(path), today().minusDays(30));
  }

  static Map<String, Object> accepted(String act, LocalDate on) {
    return Map.of("actId", act, "outcome", "ACCEPTED", "number", "12/QĐ-UBND", "on", on.toString());
  }

  static String waitingAct(String path) {
    return done(as("chutich").get(path))
        .path("proposals")
        .valueStream()
        .filter(act -> act.path("decision").isNull())
        .map(act -> act.path("id").asString())
        .findFirst()
        .orElse(new UUID(0, 0).toString());
  }

  static String established(String name, UUID... villages) {
    JsonNode proposed = done(as("diaban").post(PATH, team(name, villages)));
    String path = PATH + "/" + proposed.path("id").asString();
    done(as("chutich").post(path + "/decision", accepted(path)));
    return path;
  }

  /// Somebody who is older than the law has it, by decision and healthy.
  static Map<String, Object> older(String name, String born, String position, LocalDate from) {
    Map<String, Object> who =
        Map.of(
            "name",
            name,
            "birthOn",
            born,
            "gender",
            "MALE",
            "origin",
            "CIVIL_DEFENCE",
            "education",
            "UPPER_SECONDARY",
            "healthOn",
            from.minusDays(10).toString());
    return new HashMap<>(
        Map.of(
            "person",
            who,
            "position",
            position,
            "from",
            from.toString(),
            "until",
            from.plusYears(5).minusDays(1).toString(),
            "overAge",
            true));
  }

  static Map<String, Object> person(
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

  static Map<String, Object> members(Object... some) {
    return Map.of("members", List.of(some));
  }

  /// Accepts all who wait, but those at some places.
  static Map<String, Object> answers(String path, Integer... refused) {
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

  static List<String> fields(Answer answer) {
    List<String> fields = new ArrayList<>();
    answer
        .json()
        .path("errors")
        .forEach(error ->
            fields.add(error.path("field").asString() + " " + error.path("code").asString()));
    return fields;
  }

  static String log(String path) {
    return String.join("\n", SERVER.leaves(path.substring(path.lastIndexOf('/') + 1)));
  }

  /// Who leads, by the name of the member.
  static JsonNode member(String path, String name) {
    return done(as("diaban").get(path))
        .path("members")
        .valueStream()
        .filter(each -> each.path("name").asString().startsWith(name))
        .findFirst()
        .orElseThrow();
  }

  static String code(Answer answer) {
    return answer.status() < 300 ? "done" : answer.code();
  }

  static JsonNode line(String reader, String code) {
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

  static LocalDate today() {
    return LocalDate.now(ZONE);
  }
}
