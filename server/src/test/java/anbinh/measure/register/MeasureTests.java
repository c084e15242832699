package anbinh.measure.register;

import static anbinh.measure.MeasureFixture.code;
import static anbinh.measure.MeasureFixture.form;
import static anbinh.measure.MeasureFixture.helper;
import static anbinh.measure.MeasureFixture.id;
import static anbinh.measure.MeasureFixture.made;
import static anbinh.measure.MeasureFixture.today;
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
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// Who takes part in the tests of legal measures, and what they do in all of them.
abstract class MeasureTests {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  static final String PATH = "/api/measures";
  static final String OPENINGS = "/api/measure-openings";
  static final String REASON = "Tòa án đề nghị đối chiếu quyết định đã hết hạn.";
  static Area commune = new Area(new UUID(0, 0), "", "", AreaKind.COMMUNE, null);
  static UUID village = new UUID(0, 0);
  static UUID helperAccount = new UUID(0, 0);
  static TestClient officer = SERVER.client();
  static TestClient second = SERVER.client();
  static TestClient chair = SERVER.client();
  static TestClient helper = SERVER.client();
  static TestClient analyst = SERVER.client();

  @BeforeAll
  static void people() {
    commune = area("C-1", "Xã Bá Thước", AreaKind.COMMUNE, null);
    village = area("C-1-01", "Thôn Thử", AreaKind.RESIDENTIAL_AREA, commune.id()).id();
    SERVER.person("officer", commune.id(), Role.COMMUNITY_OFFICER);
    SERVER.person("second", commune.id(), Role.COMMUNITY_OFFICER);
    SERVER.person("chair", commune.id(), Role.CHAIR);
    helperAccount = SERVER.person("helper", village, Role.TEAM_MEMBER).id();
    SERVER.person("analyst", null, Role.ANALYST);
    officer = SERVER.signedIn("officer");
    second = SERVER.signedIn("second");
    chair = SERVER.signedIn("chair");
    helper = SERVER.signedIn("helper");
    analyst = SERVER.signedIn("analyst");
  }

  static Area area(String code, String name, AreaKind kind, @Nullable UUID parent) {
    return SERVER.bean(Areas.class).create(new NewArea(code, name, kind, parent), null);
  }

  static JsonNode recorded() {
    return made(officer.post(PATH, form(village)), 201);
  }

  static JsonNode confirmed(JsonNode one) {
    made(chair.post(path(one) + "/confirmation", Map.of("version", 1)), 204);
    return made(officer.get(path(one)), 200);
  }

  static JsonNode helped() {
    JsonNode one = confirmed(recorded());
    return made(officer.post(path(one) + "/helpers", helper(helperAccount)), 201);
  }

  static String path(JsonNode one) {
    return PATH + "/" + id(one);
  }

  static String leaves(JsonNode one) {
    return String.join("\n", SERVER.leaves(id(one)));
  }

  static void expectUnknown(Answer answer) {
    assertThat(answer.code()).as(answer.text()).isEqualTo("no-such-measure");
  }

  static void update(String sql, Object... values) {
    SERVER.database().client().sql(sql).params(values).update();
    if (sql.contains("identity.")) {
      SERVER.acceptAccounts();
    }
  }

  static void keepTime() {
    int some;
    do {
      some = SERVER.bean(MeasureErasure.class).keepTime();
    } while (some > 0);
  }

  static long count(String from) {
    return SERVER
        .database()
        .client()
        .sql("select count(*) from " + from)
        .query(Long.class)
        .single();
  }

  /// Of the last quarter that is over.
  static String figures() {
    return figures(lastQuarter());
  }

  /// A day of the last quarter that is over.
  static LocalDate lastQuarter() {
    LocalDate day = today();
    return day.withDayOfMonth(2).minusMonths((day.getMonthValue() - 1) % 3 + 1L);
  }

  static String figures(LocalDate day) {
    int quarter = (day.getMonthValue() + 2) / 3;
    return PATH + "/figures?year=" + day.getYear() + "&quarter=" + quarter;
  }

  static String first(JsonNode details) {
    return details.path("helpers").get(0).path("id").asString();
  }

  static String until(JsonNode details) {
    return details.path("measure").path("until").asString();
  }

  static JsonNode row(TestClient who, JsonNode one) {
    return made(who.get(PATH + "?limit=200"), 200)
        .path("items")
        .valueStream()
        .filter(each -> each.path("code").asString().equals(code(one)))
        .findFirst()
        .orElseThrow();
  }
}
