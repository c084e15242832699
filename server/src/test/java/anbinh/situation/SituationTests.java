package anbinh.situation;

import static anbinh.situation.SituationFixture.form;
import static anbinh.situation.SituationFixture.made;
import static anbinh.situation.SituationFixture.sent;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.identity.Role;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// Who takes part in the tests of reports, and what they do in all of them.
abstract class SituationTests {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  static final String PATH = "/api/situations";
  static final String WORDS = "Đã xác minh tại chỗ cùng tổ.";
  static Area commune = new Area(new UUID(0, 0), "", "", AreaKind.COMMUNE, null);
  static Area village = commune;
  static Area elsewhere = commune;
  static TestClient member = SERVER.client();
  static TestClient mate = SERVER.client();
  static TestClient leader = SERVER.client();
  static TestClient officer = SERVER.client();
  static TestClient second = SERVER.client();
  static TestClient stranger = SERVER.client();
  static TestClient province = SERVER.client();
  static TestClient chair = SERVER.client();
  static int people;

  @BeforeAll
  static void people() {
    Areas areas = SERVER.bean(Areas.class);
    Area province38 = areas.create(new NewArea("38", "Thanh Hóa", AreaKind.PROVINCE, null), null);
    commune =
        areas.create(new NewArea("C-1", "Xã Bá Thước", AreaKind.COMMUNE, province38.id()), null);
    elsewhere =
        areas.create(new NewArea("C-2", "Xã Khác", AreaKind.COMMUNE, province38.id()), null);
    village = village("C-1-001", commune);
    SERVER.person("member", village.id(), Role.TEAM_MEMBER);
    SERVER.person("mate", village.id(), Role.TEAM_MEMBER);
    SERVER.person("leader", village.id(), Role.TEAM_LEADER);
    SERVER.namedPerson("officer", "Lê Thanh Trực", commune.id(), Role.COMMUNITY_OFFICER);
    SERVER.person("second", commune.id(), Role.COMMUNITY_OFFICER);
    SERVER.person("stranger", elsewhere.id(), Role.COMMUNITY_OFFICER);
    SERVER.person("province", province38.id(), Role.COMMUNITY_OFFICER);
    SERVER.person("chair", commune.id(), Role.CHAIR);
    member = SERVER.signedIn("member");
    mate = SERVER.signedIn("mate");
    leader = SERVER.signedIn("leader");
    officer = SERVER.signedIn("officer");
    second = SERVER.signedIn("second");
    stranger = SERVER.signedIn("stranger");
    province = SERVER.signedIn("province");
    chair = SERVER.signedIn("chair");
  }

  static Area village(String code, Area of) {
    return SERVER
        .bean(Areas.class)
        .create(new NewArea(code, "Thôn " + code, AreaKind.RESIDENTIAL_AREA, of.id()), null);
  }

  static Map<String, Object> report(String kind) {
    return form(commune.id(), village.id(), kind);
  }

  static JsonNode act(TestClient by, String id, String act, Object body) {
    Answer answer = by.post(PATH + "/" + id + "/" + act, body);
    return made(answer, answer.status() == 201 ? 201 : 200);
  }

  static String received(String kind) {
    String id = sent(member, report(kind));
    act(officer, id, "acknowledgement", Map.of());
    return id;
  }

  static JsonNode details(TestClient by, String id) {
    return made(by.get(PATH + "/" + id), 200);
  }

  static JsonNode situation(TestClient by, String id) {
    return details(by, id).path("situation");
  }

  static String list(TestClient by, String query) {
    return by.get(PATH + "?limit=200" + query).text();
  }

  static JsonNode own(TestClient by, String id) {
    JsonNode page = by.get(PATH + "/own").json();
    while (true) {
      for (JsonNode each : page.path("items")) {
        if (each.path("id").asString().equals(id)) {
          return each;
        }
      }
      assertThat(page.path("more").asBoolean()).as("%s among one's own", id).isTrue();
      page = by.get(PATH + "/own?since=" + page.path("cursor").asLong()).json();
    }
  }

  static Map<String, Object> classified(String kind, boolean danger) {
    return new HashMap<>(Map.of("kind", kind, "danger", danger, "injured", false, "reason", WORDS));
  }

  static void age(String column, String id, int hours) {
    SERVER
        .database()
        .client()
        .sql(
            "update situation.situation set "
                + column
                + " = "
                + column
                + " - make_interval(hours => ?) where id = cast(? as uuid)")
        .params(hours, id)
        .update();
  }

  static String leaves(String id) {
    return String.join(
        "\n",
        SERVER
            .database()
            .client()
            .sql(
                """
                select type || ' ' || coalesce(actor_id::text, 'nobody') || ' '
                  || convert_from(record, 'UTF8') || coalesce(detail, '')
                from audit.event where object_id = ? order by seq
                """)
            .param(id)
            .query((row, number) -> row.getString(1))
            .list());
  }

  static JsonNode written(TestClient by, String id) {
    return made(by.get(PATH + "/written-reports?limit=200"), 200)
        .path("items")
        .valueStream()
        .filter(each -> each.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  static TestClient fresh(Role role) {
    people++;
    SERVER.person("moi-" + people, village.id(), role);
    return SERVER.signedIn("moi-" + people);
  }
}
