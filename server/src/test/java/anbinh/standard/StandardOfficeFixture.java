package anbinh.standard;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.identity.Role;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// The offices of a ward and of its province, and how the standard is asked of them, for the tests
/// of [StandardIT].
abstract class StandardOfficeFixture {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  static final String ROOT = "/api/standard";
  static final String WHY = "Cả kỳ không có vụ việc nào như vậy.";
  static final String CHAIR = "Lê Xuân Tùng Chủ Trì";

  static Area commune = new Area(new UUID(0, 0), "", "", AreaKind.COMMUNE, null);
  static TestClient head = SERVER.client();
  static TestClient officer = SERVER.client();
  static TestClient chair = SERVER.client();
  static TestClient provinceOfficer = SERVER.client();
  static TestClient provinceChair = SERVER.client();
  static TestClient analyst = SERVER.client();
  static TestClient keeper = SERVER.client();
  static int made;

  static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
  }

  /// The last year of which the periods of all kinds are over, so that it can be decided.
  static int year() {
    return today().minusMonths(10).minusDays(15).getYear();
  }

  static int present() {
    return today().getYear();
  }

  @BeforeAll
  static void people() {
    Area province = area("Tỉnh Thanh Hóa", AreaKind.PROVINCE, null);
    commune = area("Phường Hạc Thành", AreaKind.WARD, province.id());
    head = person("head", commune.id(), Role.VILLAGE_HEAD);
    officer = person("officer", commune.id(), Role.COMMUNITY_OFFICER);
    chair = person("chair", commune.id(), Role.CHAIR);
    provinceOfficer = person("province-officer", province.id(), Role.COMMUNITY_OFFICER);
    provinceChair = person("province-chair", province.id(), Role.CHAIR);
    analyst = person("analyst", province.id(), Role.ANALYST);
    keeper = person("keeper", null, Role.ADMINISTRATOR);
  }

  static TestClient person(String username, @Nullable UUID area, Role... roles) {
    SERVER.person(username, area, roles);
    return SERVER.signedIn(username);
  }

  static Area area(String name, AreaKind kind, @Nullable UUID parent) {
    return area(name, kind, parent, today().minusYears(3));
  }

  static Area area(String name, AreaKind kind, @Nullable UUID parent, LocalDate from) {
    made++;
    return SERVER
        .bean(Areas.class)
        .create(new NewArea("A-" + made, name + " " + made, kind, parent), from, null);
  }

  static Area village() {
    return area("Tổ dân phố", AreaKind.RESIDENTIAL_AREA, commune.id());
  }

  static Map<String, Object> registration(Area unit, int registered) {
    Map<String, Object> body = new HashMap<>();
    body.put("areaId", unit.id());
    body.put("year", year());
    body.put("number", "03-NQ/CB");
    body.put("on", today().toString());
    body.put("registered", registered);
    body.put("registrable", 120);
    body.put("lateReason", "Mới sáp nhập nên đăng ký chậm.");
    return body;
  }

  static JsonNode done(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isBetween(200, 204);
    return answer.json();
  }

  static String registered(TestClient by, Area unit) {
    return ROOT
        + "/assessments/"
        + done(by.post(ROOT + "/assessments", registration(unit, 120))).path("id").asString();
  }

  static Map<String, Object> answer(String criterion, int seen, boolean met, String why) {
    Map<String, Object> body = new HashMap<>();
    body.put("criterion", criterion);
    body.put("seen", seen);
    body.put("met", met);
    body.put("number", 1);
    body.put("against", 1);
    body.put("reason", why);
    return body;
  }

  static void answerAll(TestClient by, String path) {
    for (JsonNode item : done(by.get(path)).path("criteria")) {
      done(by.post(path + "/answers", answer(item.path("code").asString(), 0, true, WHY)));
    }
  }

  static Map<String, Object> minutes() {
    return Map.of(
        "heldOn", today().toString(),
        "chair", CHAIR,
        "households", 120,
        "attended", 96,
        "organisations", 4,
        "votesFor", 95,
        "votesAgainst", 1,
        "came", List.of("PARTY_ORGANISATION", "FRONT", "MASS_ORGANISATIONS", "POLICE"));
  }

  static void send(TestClient by, String path) {
    answerAll(by, path);
    done(by.post(path + "/self-assessment", minutes()));
  }

  static void acceptAll(TestClient by, String path) {
    for (JsonNode item : done(by.get(path)).path("criteria")) {
      if (item.path("review").isNull()) {
        done(by.post(path + "/reviews", review(item.path("code").asString(), "ACCEPTED", null)));
      }
    }
  }

  static Map<String, Object> review(String criterion, String outcome, @Nullable String reason) {
    Map<String, Object> body = new HashMap<>();
    body.put("criterion", criterion);
    body.put("outcome", outcome);
    if (reason != null) {
      body.put("reason", reason);
    }
    return body;
  }

  static Map<String, Object> decision(String outcome) {
    return Map.of(
        "outcome", outcome,
        "number", "88/QĐ-UBND",
        "on", today().toString(),
        "reason", "Theo đề xuất của Thường trực.",
        "lateReason", "Chờ hồ sơ bổ sung.");
  }

  static void recognise(Area unit) {
    String path = registered(head, unit);
    send(head, path);
    acceptAll(officer, path);
    done(officer.post(path + "/appraisal", Map.of("outcome", "MET")));
    done(chair.post(path + "/decision", decision("MET")));
  }

  static JsonNode item(JsonNode assessment, String code) {
    for (JsonNode each : assessment.path("criteria")) {
      if (each.path("code").asString().equals(code)) {
        return each;
      }
    }
    throw new AssertionError("no criterion " + code);
  }

  static List<String> leaves(String path) {
    return SERVER.leaves(path.substring(path.lastIndexOf('/') + 1));
  }
}
