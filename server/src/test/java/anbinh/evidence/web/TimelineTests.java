package anbinh.evidence.web;

import static anbinh.evidence.EvidenceFixture.errors;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.evidence.EvidenceFixture;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;

/// What happened in a case, as a list and on a map; they run with [PackageIT] on its server.
abstract class TimelineTests extends IncidentTests {
  @Test
  void tellsWhatHappenedInACaseOldestFirstWithThePlacesInTheLog() throws Exception {
    String caseId = world().openCase("investigator", world().commune);
    note("investigator", caseId, " Đã gặp chủ quán. ");
    Map<String, Object> form = world().form(0, world().camera);
    form.put("caseId", caseId);
    world().await(world().approved(form), "SEALED");
    note("colleague", caseId, "Xe có dán chữ đỏ.");
    assertThat(
            world()
                .as("investigator")
                .post("/api/cases/" + caseId + "/outcome", Map.of("clarified", false))
                .status())
        .isEqualTo(200);
    note("investigator", caseId, "Chủ xe đã nhận lại giấy tờ.");

    List<JsonNode> lines = lines("approver", caseId);
    assertThat(lines.stream().map(TimelineTests::told))
        .containsExactly(
            "OCCURRED",
            "OPENED",
            "NOTE",
            "REQUEST REQUESTED",
            "REQUEST APPROVED",
            "REQUEST COLLECTING",
            "REQUEST SEALED",
            "NOTE",
            "CLOSED",
            "NOTE");
    assertThat(lines.get(2).path("words").asString()).isEqualTo("Đã gặp chủ quán.");
    assertThat(lines.get(7).path("who").asString()).isEqualTo("Người colleague");
    assertThat(lines.get(3).path("request").path("code").asString()).startsWith("REQ-");
    assertThat(lines.get(5).path("who").isNull()).isTrue();
    assertThat(lines.get(2).path("logIndex").isNumber()).isTrue();
  }

  @Test
  void isForWhoMaySeeTheCaseAndNotesForItsInvestigators() {
    String path = "/api/cases/" + world().caseId;
    assertThat(world().as("stranger").get(path + "/timeline").code()).isEqualTo("not-your-area");
    assertThat(world().as("auditor").get(path + "/timeline").code()).isEqualTo("not-your-role");
    Map<String, Object> words = Map.of("words", "x");
    assertThat(world().as("approver").post(path + "/notes", words).code())
        .isEqualTo("not-your-role");
    assertThat(world().as("stranger").post(path + "/notes", words).code())
        .isEqualTo("not-your-area");
    TestClient investigator = world().as("investigator");
    assertThat(errors(investigator.post(path + "/notes", Map.of("words", " ")))).hasSize(1);
    assertThat(errors(investigator.post(path + "/notes", Map.of("words", "x".repeat(4001)))))
        .containsExactly("words size");
  }

  @Test
  void tellsOnTheMapWhichCamerasWereAskedForAndWhichSeeThePlace() throws Exception {
    EvidenceFixture world = world();
    String caseId = world.openCase("investigator", world.commune);
    String path = "/api/cases/" + caseId;
    TestClient investigator = world.as("investigator");
    Map<String, Object> place =
        Map.of(
            "point",
            Map.of("latitude", 20.35, "longitude", 105.2402),
            "reason",
            "Nhân chứng chỉ đúng chỗ.");
    assertThat(investigator.post(path + "/place", place).status()).isEqualTo(200);
    Map<String, Object> form = world.form(0, world.camera, world.shop);
    form.put("caseId", caseId);
    world.request(form);

    JsonNode map = world.as("approver").get(path + "/map").json();
    assertThat(map.path("point").path("latitude").asDouble()).isEqualTo(20.35);
    assertThat(map.path("cameras").valueStream().map(TimelineTests::onMap))
        .containsExactly(
            "Cổng chợ sees asked drawn", "Quán Hải Đăng asked drawn", "Ngã ba sees drawn");
    assertThat(world.as("stranger").get(path + "/map").code()).isEqualTo("not-your-area");
    assertThat(world.as("officer").get(path + "/map").code()).isEqualTo("not-your-role");

    assertThat(
            investigator
                .post(
                    path + "/protection",
                    Map.of("protection", "CHILD", "reason", "Người bị hại 12 tuổi."))
                .status())
        .isEqualTo(200);
    JsonNode hidden = investigator.get(path + "/map").json();
    assertThat(hidden.path("point").isNull()).isTrue();
    assertThat(hidden.path("cameras").valueStream().map(TimelineTests::onMap))
        .containsExactly("Cổng chợ asked", "Quán Hải Đăng asked");
    assertThat(lines("approver", caseId).stream().map(TimelineTests::told))
        .contains("PLACE", "PROTECTION");
  }

  @Test
  void aCaseTellsWhichOfItsRequestsItsReaderMayOpen() {
    EvidenceFixture world = world();
    String id = world.request(world.form(0, world.camera)).toString();
    for (String reader : List.of("investigator", "colleague", "approver")) {
      boolean mayRead = world.as(reader).get("/api/requests/" + id).status() == 200;
      assertThat(mayRead).as(reader).isEqualTo(!reader.equals("colleague"));
      for (String part : List.of("", "/timeline", "/map")) {
        JsonNode told = world.as(reader).get("/api/cases/" + world.caseId + part).json();
        assertThat(named(told).filter(each -> each.path("id").asString("").equals(id)))
            .as(reader + part)
            .isNotEmpty()
            .allMatch(each -> each.path("mayRead").booleanValue() == mayRead);
      }
    }
  }

  /// The requests that a view of a case names.
  private static Stream<JsonNode> named(JsonNode told) {
    return Stream.of(
            told.path("requests").valueStream(),
            told.path("items").valueStream().map(line -> line.path("request")),
            told.path("cameras")
                .valueStream()
                .flatMap(camera -> camera.path("requests").valueStream()))
        .flatMap(each -> each);
  }

  private static String onMap(JsonNode camera) {
    return camera.path("name").asString()
        + (camera.path("seesPlace").asBoolean() ? " sees" : "")
        + (camera.path("requests").isEmpty() ? "" : " asked")
        + (camera.path("sector").isNull() ? "" : " drawn");
  }

  @Test
  void theDatabaseItselfLetsNobodyChangeANote() {
    note("investigator", world().caseId, "Lời đầu.");
    for (String change : List.of("update cases.note set words = 'x'", "delete from cases.note")) {
      assertThatThrownBy(() -> SERVER.database().client().sql(change).update())
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("notes are only added");
    }
    long leaked =
        SERVER
            .database()
            .client()
            .sql(
                """
                select count(*) from audit.event
                where position('Lời đầu' in convert_from(record, 'UTF8')) > 0
                """)
            .query(Long.class)
            .single();
    assertThat(leaked).isZero();
  }

  private static String told(JsonNode line) {
    String what = line.path("what").isNull() ? "" : " " + line.path("what").asString();
    return line.path("kind").asString() + what;
  }

  private static void note(String username, String caseId, String words) {
    Answer added =
        world().as(username).post("/api/cases/" + caseId + "/notes", Map.of("words", words));
    assertThat(added.status()).as(added.text()).isEqualTo(201);
  }

  private static List<JsonNode> lines(String username, String caseId) {
    return world()
        .as(username)
        .get("/api/cases/" + caseId + "/timeline")
        .json()
        .path("items")
        .valueStream()
        .toList();
  }
}
