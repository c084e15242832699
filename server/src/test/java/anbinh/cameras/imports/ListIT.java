package anbinh.cameras.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.identity.Role;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// Lists of cameras over HTTP.
class ListIT {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  private static final String PATH = "/api/cameras/import";
  private static final String TITLES =
      "reference,name,area,owner_kind,keep_days,owner_name,owner_phone,latitude,longitude,"
          + "consent_on,consent_form\n";

  private static Area commune = new Area(new UUID(0, 0), "", "", AreaKind.COMMUNE, null);
  private static TestClient administrator = SERVER.client();

  @BeforeAll
  static void people() {
    Areas areas = SERVER.bean(Areas.class);
    commune = areas.create(new NewArea("C-1", "Xã Bá Thước", AreaKind.COMMUNE, null), null);
    areas.create(new NewArea("C-1-V", "Thôn Một", AreaKind.RESIDENTIAL_AREA, commune.id()), null);
    areas.create(new NewArea("C-2", "Phường Hạc Thành", AreaKind.COMMUNE, null), null);
    SERVER.person("administrator", commune.id(), Role.ADMINISTRATOR, Role.INVESTIGATOR);
    administrator = SERVER.signedIn("administrator");
  }

  private static Answer send(String path, String list) {
    return administrator.postAs(path, list, "text/csv");
  }

  private static String rows(String prefix, int from, int to) {
    var list = new StringBuilder(TITLES);
    for (int i = from; i < to; i++) {
      list.append(
          "%s-%d,Nhà số %d,%s,HOUSEHOLD,%d,Chủ %d,09%08d,19.8%03d,105.7%03d,24/01/2026,PAPER\n"
              .formatted(
                  prefix, i, i, i % 2 == 0 ? "C-1" : "C-1-V", 1 + i % 30, i, i, i % 999, i % 999));
    }
    return list.toString();
  }

  private static long count(String prefix) {
    return SERVER
        .database()
        .client()
        .sql("select count(*) from cameras.camera where reference like ?")
        .param(prefix + "-%")
        .query(Long.class)
        .single();
  }

  @Test
  void checksThenTakesThenTakesOnlyWhatIsNew() {
    Answer checked = send(PATH + "/check", rows("A", 0, 2_500));
    assertThat(checked.status()).as(checked.text()).isEqualTo(200);
    JsonNode preview = checked.json();
    assertThat(preview.path("rows").asInt()).isEqualTo(2_500);
    assertThat(preview.path("fresh").asInt()).isEqualTo(2_500);
    assertThat(preview.path("withContact").asInt()).isEqualTo(2_500);
    assertThat(preview.path("withConsent").asInt()).isEqualTo(2_500);
    assertThat(preview.path("areas")).hasSize(2);
    assertThat(preview.path("sample").get(0).path("name").asString()).isEqualTo("Nhà số 0");
    Answer other = send(PATH + "?checked=" + "0".repeat(64), rows("A", 0, 2_500));
    assertThat(other.code()).isEqualTo("list-other");
    assertThat(count("A")).isZero();

    Answer taken =
        send(PATH + "?checked=" + preview.path("sha256").asString(), rows("A", 0, 2_500));
    assertThat(taken.status()).as(taken.text()).isEqualTo(201);
    assertThat(taken.json().path("sha256")).isEqualTo(preview.path("sha256"));
    assertThat(count("A")).isEqualTo(2_500);

    JsonNode again = send(PATH, rows("A", 0, 2_510)).json();
    assertThat(again.path("known").asInt()).isEqualTo(2_500);
    assertThat(again.path("fresh").asInt()).isEqualTo(10);
    assertThat(count("A")).isEqualTo(2_510);
    assertThat(
            SERVER
                .database()
                .client()
                .sql("select count(distinct code) from cameras.camera where reference like 'A-%'")
                .query(Long.class)
                .single())
        .isEqualTo(2_510);

    JsonNode one =
        administrator.get("/api/cameras/register?q=nha%20so%207%20a-7").json().path("items").get(0);
    JsonNode contact =
        administrator
            .get("/api/cameras/" + one.path("id").asString() + "/contact?purpose=UPKEEP")
            .json();
    assertThat(contact.path("name").asString()).isEqualTo("Chủ 7");
    assertThat(one.path("consent").path("state").asString()).isEqualTo("GIVEN");
    assertThat(
            administrator
                .get("/api/cameras/" + one.path("id").asString() + "/consents")
                .json()
                .path("items"))
        .hasSize(1);
    assertThat(
            SERVER
                .database()
                .client()
                .sql("select convert_from(record, 'UTF8') from audit.event where type = ?")
                .param("camera.imported")
                .query(String.class)
                .list())
        .anySatisfy(leaf ->
            assertThat(leaf)
                .contains(preview.path("sha256").asString(), "\"cameras\":2500")
                .doesNotContain("Chủ"));
  }

  @Test
  void nothingIsTakenWhenOneRowIsWrong() {
    String list = rows("B", 0, 1_500) + "B-x,,C-1,HOUSEHOLD,7,,,,,,\n";
    JsonNode checked = send(PATH + "/check", list).json();
    assertThat(checked.path("errorCount").asInt()).isEqualTo(1);
    JsonNode error = checked.path("errors").get(0);
    assertThat(error.path("row").asInt()).isEqualTo(1_502);
    assertThat(error.path("column").asString()).isEqualTo("name");
    assertThat(error.path("title").asString()).isEqualTo("Name");
    assertThat(error.path("message").asString()).isNotBlank();
    Answer taken = send(PATH, list);
    assertThat(taken.status()).isEqualTo(400);
    assertThat(taken.code()).isEqualTo("list-wrong");
    assertThat(taken.json().path("list").path("errors").get(0).path("row").asInt())
        .isEqualTo(1_502);
    assertThat(count("B")).isZero();
  }

  @Test
  void aListOfAnotherAreaIsRefusedAsAWhole() {
    Answer answer = send(PATH, rows("C", 0, 10) + "C-x,Chợ,C-2,HOUSEHOLD,7,,,,,,\n");
    assertThat(answer.code()).isEqualTo("not-your-area");
    assertThat(count("C")).isZero();
  }

  @Test
  void whatIsNoListSaysWhy() {
    byte[] bad = (TITLES + "D-1,Ngã ba,C-1,HOUSEHOLD,7,,,,,,\nD-2,Ng\u0000").getBytes(UTF_8);
    bad[bad.length - 1] = (byte) 0xE3;
    Answer answer = administrator.postAs(PATH, bad, "text/csv");
    assertThat(answer.code()).isEqualTo("list-wrong");
    assertThat(answer.text()).contains("\"cell\":\"B3\"", "list-not-unicode", "not UTF-8");
    assertThat(send(PATH, "").code()).isEqualTo("list-unreadable");
    assertThat(administrator.postAs(PATH, "PK", "application/zip").status()).isEqualTo(415);
    assertThat(count("D")).isZero();
  }

  @Test
  void aListMayBeLargerThanOtherBodiesButNotWithoutEnd() {
    String large = rows("E", 0, 4_000);
    assertThat(large.length()).isGreaterThan(256 * 1024);
    assertThat(send(PATH + "/check", large).status()).isEqualTo(200);
    assertThat(send(PATH + "/check", "x".repeat(49 << 20)).status()).isEqualTo(413);
    assertThat(administrator.post("/api/cameras", "x".repeat(300 << 10)).status()).isEqualTo(413);
  }

  @Test
  void tellsTheColumnsInTheReadersLanguage() {
    JsonNode columns =
        SERVER.signedIn("administrator").language("vi").get(PATH + "/columns").json().path("items");
    assertThat(columns).hasSize(ListColumn.values().length);
    assertThat(columns.get(0).path("title").asString()).isEqualTo("Số hiệu");
    assertThat(columns.get(4).path("choices").get(4).asString()).isEqualTo("Hộ gia đình");
  }
}
