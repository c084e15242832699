package anbinh.sightings;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.cameras.Camera;
import anbinh.cameras.NewCamera;
import anbinh.cameras.store.Cameras;
import anbinh.identity.Role;
import anbinh.platform.ConsistencyCheck;
import anbinh.recording.TestCamera;
import anbinh.sightings.analysis.AnalysisResultsTests;
import anbinh.testing.Await;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestGateway;
import anbinh.testing.TestServer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/// Passes that another system sends or that recorded footage shows, and searches for them, on the
/// real database and index.
class SightingsIT {
  private static final TestGateway GATEWAY = new TestGateway();

  @RegisterExtension
  static final TestServer SERVER =
      new TestServer(
          "anbinh.recording.segment=5s",
          "anbinh.sightings.alert.webhook.url=" + GATEWAY.url(),
          "anbinh.sightings.alert.webhook.secret=" + TestGateway.secret());

  private static final String REASON = "Tìm xe gây tai nạn rồi bỏ chạy ở chợ";
  private static final String JPEG =
      Base64.getEncoder().encodeToString(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0});
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  /// Yesterday, in the evening.
  private static final Instant EVENING =
      Instant.now().atZone(ZONE).truncatedTo(ChronoUnit.DAYS).minusHours(5).toInstant();

  private static Area commune = new Area(new UUID(0, 0), "", "", AreaKind.COMMUNE, null);
  private static String market = "";
  private static String station = "";
  private static String caseId = "";
  private static String key = "";

  @AfterAll
  static void closeGateway() {
    GATEWAY.close();
  }

  @BeforeAll
  static void send() {
    Areas areas = SERVER.bean(Areas.class);
    commune = areas.create(new NewArea("C-1", "Xã Bá Thước", AreaKind.COMMUNE, null), null);
    Area other = areas.create(new NewArea("C-2", "Phường Hạc Thành", AreaKind.COMMUNE, null), null);
    SERVER.person("investigator", commune.id(), Role.INVESTIGATOR);
    SERVER.person("colleague", commune.id(), Role.INVESTIGATOR);
    SERVER.person("stranger", other.id(), Role.INVESTIGATOR);
    SERVER.person("officer", commune.id(), Role.DUTY_OFFICER);
    SERVER.person("approver", commune.id(), Role.APPROVER);
    SERVER.person("both", commune.id(), Role.INVESTIGATOR, Role.APPROVER);
    SERVER.person("stranger-approver", other.id(), Role.APPROVER);
    SERVER.person("boss", null, Role.ADMINISTRATOR);
    SERVER.person("local-boss", commune.id(), Role.ADMINISTRATOR);
    market = camera("Cổng chợ", commune);
    station = camera("Bến xe", other);
    caseId = openCase("investigator", commune);
    key = source("Cổng thu phí").path("key").asString();
    JsonNode taken =
        batch(
            key,
            List.of(
                pass("1", market, "36A12345", "TRUCK", "WHITE", 0),
                pass("2", market, "36A12B45", "TRUCK", "SILVER", 60),
                pass("3", market, "36B11234", "MOTORBIKE", "RED", 120),
                pass("4", station, "36A12345", "TRUCK", "WHITE", 180)));
    assertThat(taken.path("stored").asInt()).as(taken.toString()).isEqualTo(4);
  }

  private static String camera(String name, Area area) {
    return camera(name, area, "rtsp://127.0.0.1:9/x", false).code();
  }

  private static Camera camera(String name, Area area, String address, boolean recording) {
    return SERVER
        .bean(Cameras.class)
        .add(new NewCamera(name, area.id(), address, null, null, recording, 30, null, true), null);
  }

  private static String openCase(String username, Area area) {
    Answer opened =
        SERVER
            .signedIn(username)
            .post(
                "/api/cases",
                Map.of(
                    "title",
                    "Tai nạn rồi bỏ chạy",
                    "type",
                    "THEFT",
                    "occurredFrom",
                    EVENING.toString(),
                    "areaId",
                    area.id()));
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    return opened.json().path("id").asString();
  }

  private static JsonNode source(String name) {
    Answer added = SERVER.signedIn("boss").post("/api/sighting-sources", Map.of("name", name));
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    return added.json();
  }

  private static Map<String, Object> pass(
      String id, String camera, String plate, String type, String colour, int seconds) {
    return new HashMap<>(
        Map.of(
            "id",
            id,
            "camera",
            camera,
            "from",
            EVENING.plusSeconds(seconds).toString(),
            "class",
            type,
            "colours",
            List.of(colour),
            "readings",
            List.of(Map.of("text", plate, "confidence", .9)),
            "model",
            "test 1",
            "platePicture",
            JPEG));
  }

  private static JsonNode batch(String withKey, List<Map<String, Object>> passes) {
    Answer answer = send(withKey, Map.of("sightings", passes));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static Answer send(String withKey, Object body) {
    return SERVER
        .client()
        .send("POST", "/api/sightings/batches", body, Map.of("Authorization", "Bearer " + withKey));
  }

  private static Map<String, Object> form(String text) {
    return new HashMap<>(Map.of("caseId", caseId, "reason", REASON, "text", text));
  }

  private static Answer trySearch(String username, Map<String, Object> form) {
    Answer[] answer = new Answer[1];
    Await.until(
        "an index that can be searched",
        () -> {
          answer[0] = SERVER.signedIn(username).post("/api/sightings/searches", form);
          return answer[0].status() != 503;
        });
    return answer[0];
  }

  private static JsonNode search(String text) {
    Answer answer = trySearch("investigator", form(text));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static List<String> plates(JsonNode found) {
    List<String> plates = new ArrayList<>();
    found.at("/hits/items").forEach(hit -> plates.add(hit.at("/match/text").asString()));
    return plates;
  }

  private static void awaitAll() {
    Await.untilIs(List.of("36A12345", "36A12B45"), () -> plates(search("36A 12345")));
  }

  @Test
  void whatAWitnessRemembersIsUnderstoodAndTheNearestComesFirst() {
    awaitAll();
    JsonNode found = search("36A 12?45 xe tải trắng hôm qua 18–20h Bá Thước");
    JsonNode understood = found.path("understood");
    assertThat(understood.path("plate").asString()).isEqualTo("36A12?45");
    assertThat(understood.path("classes").toString()).isEqualTo("[\"TRUCK\"]");
    assertThat(understood.path("colours").toString()).isEqualTo("[\"WHITE\"]");
    assertThat(understood.at("/places/0/name").asString()).isEqualTo("Xã Bá Thước");
    assertThat(understood.path("ignored").asString()).isEmpty();
    assertThat(plates(found)).containsExactly("36A12345", "36A12B45");
    JsonNode first = found.at("/hits/items/0");
    assertThat(first.path("cost").asInt()).isZero();
    assertThat(first.path("reasons").isEmpty()).isTrue();
    assertThat(first.path("cameraCode").asString()).isEqualTo(market);
    assertThat(first.path("platePicture").asString()).isEqualTo(JPEG);
    assertThat(first.at("/match/meanings/0/kind").asString()).isEqualTo("CAR");
    JsonNode second = found.at("/hits/items/1");
    assertThat(second.path("reasons").toString()).isEqualTo("[\"COLOUR_NEAR\"]");
    assertThat(second.at("/match/steps/5/kind").asString()).isEqualTo("FILLED");
  }

  @Test
  void bothMeaningsOfAPlateAreTold() {
    awaitAll();
    JsonNode found = search("36B1-1234");
    assertThat(plates(found)).first().isEqualTo("36B11234");
    assertThat(found.at("/hits/items/0/match/meanings").size()).isEqualTo(2);
    assertThat(found.path("accepted").isEmpty()).isFalse();
  }

  @Test
  void pagesFollowOneAnother() {
    awaitAll();
    Answer first =
        SERVER.signedIn("investigator").post("/api/sightings/searches?limit=1", form("36A12345"));
    String next = first.json().at("/hits/next").asString();
    assertThat(plates(first.json())).containsExactly("36A12345");
    Answer second =
        SERVER
            .signedIn("investigator")
            .post("/api/sightings/searches?limit=1&after=" + next, form("36A12345"));
    assertThat(plates(second.json())).containsExactly("36A12B45");
  }

  @Test
  void onlyWhoWorksOnAnOpenCaseSearches() {
    assertThat(trySearch("officer", form("36A12345")).status()).isEqualTo(403);
    assertThat(SERVER.signedIn("colleague").get("/api/cases").text()).contains(caseId);
    assertThat(SERVER.signedIn("colleague").get("/api/cases?own=true").text())
        .doesNotContain(caseId);
    assertThat(SERVER.signedIn("investigator").get("/api/cases?own=true").text()).contains(caseId);
    assertThat(trySearch("colleague", form("36A12345")).code()).isEqualTo("not-your-case");
    assertThat(trySearch("stranger", form("36A12345")).code()).isEqualTo("not-your-case");
    Map<String, Object> hasty = form("36A12345");
    hasty.put("reason", "aaa");
    assertThat(trySearch("investigator", hasty).text()).contains("\"reason\"");
    assertThat(trySearch("investigator", form("vì sao")).text()).contains("sighting-search");
    String closed = openCase("investigator", commune);
    Answer closing =
        SERVER
            .signedIn("investigator")
            .post(
                "/api/cases/" + closed + "/outcome",
                Map.of("clarified", false, "clarifiedBy", List.of(), "note", "Không tìm được xe"));
    assertThat(closing.status()).as(closing.text()).isLessThan(300);
    Map<String, Object> late = form("36A12345");
    late.put("caseId", closed);
    assertThat(trySearch("investigator", late).code()).isEqualTo("case-closed");
  }

  @Test
  void everySearchIsAnEntryOfTheLog() {
    search("36A12345");
    assertThat(SERVER.leaves(caseId))
        .anySatisfy(
            leaf -> assertThat(leaf).startsWith("sightings.searched").contains("36A12345", REASON));
  }

  @Test
  void rowsThatAreRightAreStoredAndTheOthersNamed() {
    Map<String, Object> unknown = pass("u", "CAM-9999", "36A99999", "CAR", "RED", 0);
    Map<String, Object> broken = pass("b", market, "36A99999", "CAR", "RED", 0);
    broken.put("class", 5);
    JsonNode taken =
        batch(
            key,
            List.of(
                pass("1", market, "36A12345", "TRUCK", "WHITE", 0),
                unknown,
                broken,
                pass("5", market, "88A88888", "CAR", "BLACK", 240)));
    assertThat(taken.path("stored").asInt()).isEqualTo(1);
    assertThat(taken.path("repeated").asInt()).isEqualTo(1);
    assertThat(taken.at("/refused/0/index").asInt()).isEqualTo(1);
    assertThat(taken.at("/refused/0/errors/0/field").asString()).isEqualTo("camera");
    assertThat(taken.at("/refused/1/id").asString()).isEqualTo("b");
    assertThat(taken.at("/refused/1/errors/0/field").asString()).isEqualTo("class");
    Await.untilIs(List.of("88A88888"), () -> plates(search("88A-888.88")));
  }

  @Test
  void onlySystemsWithAKeySend() {
    assertThat(send("0".repeat(64), Map.of("sightings", List.of(Map.of()))).code())
        .isEqualTo("unknown-source-key");
    assertThat(
            SERVER
                .signedIn("investigator")
                .post("/api/sightings/batches", Map.of("sightings", List.of(Map.of())))
                .code())
        .isEqualTo("unknown-source-key");
    JsonNode added = source("Hệ thống cũ");
    TestClient boss = SERVER.signedIn("boss");
    String id = added.at("/source/id").asString();
    assertThat(boss.post("/api/sighting-sources", Map.of("name", "hệ thống cũ")).code())
        .isEqualTo("sighting-source-name-taken");
    assertThat(boss.post("/api/sighting-sources/" + id + "/revocation", Map.of()).status())
        .isEqualTo(200);
    assertThat(send(added.path("key").asString(), Map.of("sightings", List.of(Map.of()))).code())
        .isEqualTo("unknown-source-key");
    assertThat(boss.get("/api/sighting-sources").text())
        .contains("Cổng thu phí")
        .doesNotContain(key);
    assertThat(SERVER.signedIn("local-boss").get("/api/sighting-sources").status()).isEqualTo(403);
    assertThat(SERVER.leaves(id))
        .hasSize(2)
        .noneMatch(leaf -> leaf.contains(added.path("key").asString()));
  }

  private static Answer keep(String username, String inCase, long position, String verdict) {
    return SERVER
        .signedIn(username)
        .post(
            "/api/cases/" + inCase + "/passes",
            Map.of(
                "position",
                position,
                "verdict",
                verdict,
                "note",
                "Thùng xe có vết móp như nhân chứng tả",
                "remembered",
                "36A12345"));
  }

  private static long position(String id) {
    return SERVER
        .database()
        .client()
        .sql("select position from sightings.pass where source_key = ?")
        .param(id)
        .query(Long.class)
        .single();
  }

  private static JsonNode kept(String inCase) {
    Answer answer = SERVER.signedIn("investigator").get("/api/cases/" + inCase + "/passes");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().path("items");
  }

  @Test
  void whoWorksOnACaseKeepsPassesInIt() {
    String ours = openCase("investigator", commune);
    assertThat(keep("colleague", ours, position("1"), "CONFIRMED").code())
        .isEqualTo("not-your-case");
    assertThat(keep("officer", ours, position("1"), "CONFIRMED").code()).isEqualTo("not-your-role");
    assertThat(keep("investigator", ours, position("4"), "CONFIRMED").code())
        .as("of another area")
        .isEqualTo("no-such-pass");
    assertThat(keep("investigator", ours, 999_999, "CONFIRMED").code()).isEqualTo("no-such-pass");
    Answer first = keep("investigator", ours, position("2"), "UNDECIDED");
    assertThat(first.status()).as(first.text()).isEqualTo(200);
    keep("investigator", ours, position("2"), "CONFIRMED");
    keep("investigator", ours, position("3"), "REJECTED");
    JsonNode passes = kept(ours);
    assertThat(passes.size()).isEqualTo(2);
    JsonNode pass = passes.get(0);
    assertThat(pass.path("verdict").asString()).isEqualTo("CONFIRMED");
    assertThat(pass.path("held").asBoolean()).isTrue();
    assertThat(pass.path("note").asString()).startsWith("Thùng xe");
    assertThat(pass.at("/decidedBy/displayName").asString()).isNotEmpty();
    assertThat(pass.path("cameraCode").asString()).isEqualTo(market);
    assertThat(pass.at("/seen/readings/0/text").asString()).isEqualTo("36A12B45");
    assertThat(pass.at("/seen/platePicture").asString()).isEqualTo(JPEG);
    assertThat(passes.get(1).path("held").asBoolean()).isFalse();
    assertThat(SERVER.signedIn("colleague").get("/api/cases/" + ours + "/passes").code())
        .isEqualTo("not-your-case");
    assertThat(SERVER.leaves(ours))
        .anySatisfy(leaf -> assertThat(leaf).startsWith("sightings.pass-kept").contains("Thùng xe"))
        .anySatisfy(leaf -> assertThat(leaf).startsWith("sightings.passes-read"));
    assertThat(
            SERVER
                .database()
                .client()
                .sql("select count from sightings.confusion where remembered = '3' and read = 'B'")
                .query(Long.class)
                .single())
        .as("each pass teaches once")
        .isOne();
  }

  /// What a case holds outlives its retention, until the case is over for good.
  @Test
  void passesThatACaseHoldsAreNotForgotten() throws Exception {
    batch(
        key,
        List.of(
            pass("held", market, "36C55555", "CAR", "RED", 0),
            pass("ended", market, "36C66666", "CAR", "RED", 0),
            pass("free", market, "36C77777", "CAR", "RED", 0)));
    String open = openCase("investigator", commune);
    String ended = openCase("investigator", commune);
    long held = position("held");
    assertThat(keep("investigator", open, held, "CONFIRMED").status()).isEqualTo(200);
    assertThat(keep("investigator", ended, position("ended"), "CONFIRMED").status()).isEqualTo(200);
    end(ended);
    SERVER
        .database()
        .client()
        .sql(
            """
            update sightings.pass set from_at = from_at - interval '60 days',
              to_at = to_at - interval '60 days', best_at = best_at - interval '60 days'
            where source_key in ('held', 'ended', 'free')
            """)
        .update();
    SERVER.stop();
    SERVER.start();
    Await.until("what nobody holds to be forgotten", () -> count("free") == 0);
    Await.until(
        "a case that is over to hold nothing", () -> !kept(ended).get(0).path("held").asBoolean());
    assertThat(count("held")).isOne();
    assertThat(kept(open).get(0).at("/seen/readings/0/text").asString()).isEqualTo("36C55555");
  }

  private static int count(String id) {
    return SERVER
        .database()
        .client()
        .sql("select count(*) from sightings.pass where source_key = ?")
        .param(id)
        .query(Integer.class)
        .single();
  }

  private static void end(String ended) {
    String path = "/api/cases/" + ended;
    Map<String, Object> outcome =
        Map.of("clarified", false, "clarifiedBy", List.of(), "note", "Không tìm được xe");
    assertThat(SERVER.signedIn("investigator").post(path + "/outcome", outcome).status())
        .isLessThan(300);
    Answer asked =
        SERVER
            .signedIn("investigator")
            .post(
                path + "/final-closure",
                Map.of(
                    "kind",
                    "NOT_PROSECUTED",
                    "authority",
                    "POLICE",
                    "number",
                    "45/QĐ",
                    "on",
                    LocalDate.now(ZONE).toString(),
                    "reason",
                    "Không khởi tố vụ án theo quyết định."));
    assertThat(asked.status()).as(asked.text()).isEqualTo(201);
    Answer decided =
        SERVER
            .signedIn("approver")
            .post(
                path + "/final-closure/decision",
                Map.of("outcome", "CONFIRMED", "reason", "Đã xem quyết định."));
    assertThat(decided.status()).as(decided.text()).isEqualTo(200);
  }

  @Test
  void theTimeOfTheFormCountsWhereTheTextSaysNone() {
    awaitAll();
    Map<String, Object> form = form("36A12345");
    form.put("to", EVENING.minusSeconds(60).toString());
    assertThat(plates(trySearch("investigator", form).json())).isEmpty();
    form.put("text", "36A12345 hôm qua");
    assertThat(plates(trySearch("investigator", form).json())).isNotEmpty();
  }

  @Test
  void aDirectionThatNobodySawCosts() {
    awaitAll();
    JsonNode found = search("36A 12345 đi vào");
    assertThat(found.at("/understood/direction").asString()).isEqualTo("TOWARDS");
    assertThat(found.at("/hits/items/0/reasons").toString()).isEqualTo("[\"DIRECTION_UNKNOWN\"]");
  }

  /// From a camera's stream to the hit: recorded, analysed by a process of its own, stored, found.
  @Test
  void theFootageOfASwitchedOnCameraIsAnalysedAndFound() throws Exception {
    try (TestCamera gate = TestCamera.showingPlate("30V-465.97")) {
      String id = camera("Cổng làng", commune, gate.address(), true).id().toString();
      assertThat(switched(id, true).path("switchedOn").asBoolean()).isTrue();
      Await.until("a pass", () -> plates(search("30V-465.97")).contains("30V46597"));
      JsonNode hit = search("30V-465.97").at("/hits/items/0");
      assertThat(hit.path("model").asString()).isNotEmpty();
      assertThat(hit.path("platePicture").asString()).startsWith("/9j/");
      JsonNode now = analysis("officer");
      assertThat(now.path("state").asString()).isEqualTo("RUNNING");
      assertThat(now.path("camerasPerCore").asDouble()).isPositive();
      assertThat(camera(now, id).path("lagSeconds").asInt()).isLessThan(60);
      assertThat(switched(id, false).path("switchedOn").asBoolean()).isFalse();
      assertThat(analysis("stranger").toString()).doesNotContain(id);
      assertThat(SERVER.leaves(id)).anyMatch(leaf -> leaf.startsWith("sighting-analysis."));
    }
    Await.untilIs("IDLE", () -> analysis("boss").path("state").asString());
  }

  private static JsonNode analysis(String username) {
    return SERVER.signedIn(username).get("/api/sightings/analysis").json();
  }

  private static JsonNode camera(JsonNode analysis, String id) {
    return analysis
        .path("cameras")
        .valueStream()
        .filter(each -> each.path("cameraId").asString().equals(id))
        .findAny()
        .orElseThrow();
  }

  private static JsonNode switched(String id, boolean on) {
    Answer answer =
        SERVER
            .signedIn("local-boss")
            .patch("/api/sightings/analysis/cameras/" + id, Map.of("on", on));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return camera(answer.json(), id);
  }

  @Test
  void passesAndPositionAreStoredTogetherAndOnce() {
    var camera = camera("Ngã ba", commune, "rtsp://127.0.0.1:9/x", false);
    var tests = new AnalysisResultsTests(SERVER, camera.id());
    tests.passesAndPositionAreStoredTogetherAndOnce();
    tests.whatWasNotAnalysedIsRecordedWithItsReason();
  }

  /// A restart goes on where the index stands; without its folder it is made anew.
  @Test
  void theIndexIsMadeAnewFromTheStream() throws Exception {
    awaitAll();
    SERVER.stop();
    FileSystemUtils.deleteRecursively(SERVER.data().resolve("sightings").resolve("index"));
    SERVER.start();
    awaitAll();
  }

  private static Map<String, Object> wanted(String plate) {
    return new HashMap<>(
        Map.of(
            "plate",
            plate,
            "objectClass",
            "TRUCK",
            "documentNumber",
            "12/CV-CAX",
            "documentOn",
            "2026-01-15",
            "documentAuthority",
            "Công an xã Bá Thước",
            "caseId",
            caseId,
            "areaId",
            commune.id(),
            "reason",
            REASON));
  }

  private static String wantedId(String plate) {
    Answer asked = SERVER.signedIn("investigator").post("/api/wanted-vehicles", wanted(plate));
    assertThat(asked.status()).as(asked.text()).isEqualTo(201);
    assertThat(asked.json().path("state").asString()).isEqualTo("REQUESTED");
    return asked.json().path("id").asString();
  }

  private static Answer decide(String username, String id, String outcome) {
    return SERVER
        .signedIn(username)
        .post(
            "/api/wanted-vehicles/" + id + "/decision",
            Map.of("outcome", outcome, "reason", "Văn bản đúng thẩm quyền, còn hạn"));
  }

  private static Map<String, Object> passNow(String id, String camera, String plate) {
    Map<String, Object> pass = pass(id, camera, plate, "CAR", "WHITE", 0);
    pass.put("from", Instant.now().toString());
    return pass;
  }

  private static List<JsonNode> alerts(String id) {
    List<JsonNode> found = new ArrayList<>();
    SERVER
        .signedIn("officer")
        .get("/api/wanted-vehicles/alerts")
        .json()
        .path("items")
        .forEach(each -> {
          if (each.path("wantedId").asString().equals(id)) {
            found.add(each);
          }
        });
    return found;
  }

  /// An entry is asked for by one and approved by another person; what passes then is told once,
  /// whatever is done again after a crash, and a person says what came of it.
  @Test
  void aWantedVehicleIsToldOnceAndLookedAfterByAPerson() {
    String id = wantedId("36A-567.18");
    batch(key, List.of(passNow("w0", market, "36A56718")));
    assertThat(decide("investigator", id, "APPROVE").code()).isEqualTo("not-your-role");
    assertThat(decide("stranger-approver", id, "APPROVE").code()).isEqualTo("not-your-area");
    assertThat(decide("approver", id, "APPROVE").json().path("state").asString())
        .isEqualTo("ACTIVE");
    assertThat(decide("approver", id, "REFUSE").code()).isEqualTo("wanted-vehicle-decided");
    batch(
        key,
        List.of(
            passNow("w1", market, "36A5671B"),
            passNow("w2", market, "36A56777"),
            passNow("w3", station, "36A56718")));
    Await.untilIs(1, () -> alerts(id).size());
    // As after a crash before the position was stored.
    SERVER
        .database()
        .client()
        .sql("update sightings.wanted_position set last_position = 0")
        .update();
    batch(key, List.of(passNow("w4", market, "36A56718")));
    Await.untilIs(2, () -> alerts(id).size());
    messageSaysNoMoreThanPlateCameraAndTime("36A56718");
    JsonNode alert = alerts(id).getLast();
    assertThat(alert.path("reading").asString()).isEqualTo("36A5671B");
    assertThat(alert.at("/steps/7/kind").asString()).isEqualTo("ALIKE");
    assertThat(alert.path("objectClass").asString()).isEqualTo("CAR");
    assertThat(alert.path("wantedClass").asString()).isEqualTo("TRUCK");
    assertThat(alert.path("platePicture").asString()).isEqualTo(JPEG);
    assertThat(alert.path("state").asString()).isEqualTo("OPEN");
    TestClient officer = SERVER.signedIn("officer");
    assertThat(officer.get("/api/wanted-vehicles/alerts/figures").json().path("count").asInt())
        .isPositive();
    String path = "/api/wanted-vehicles/alerts/" + alert.path("id").asString() + "/acknowledgement";
    assertThat(SERVER.signedIn("stranger").post(path, Map.of()).code()).isEqualTo("not-your-area");
    Answer checked = officer.post(path, Map.of("finding", "ANOTHER_VEHICLE"));
    assertThat(checked.json().at("/acknowledgement/by/displayName").asString()).isNotBlank();
    assertThat(officer.post(path, Map.of()).code()).isEqualTo("wanted-alert-acknowledged");
    assertThat(
            SERVER
                .signedIn("colleague")
                .post("/api/wanted-vehicles/" + id + "/end", Map.of())
                .code())
        .isEqualTo("not-your-wanted-vehicle");
    assertThat(
            SERVER
                .signedIn("investigator")
                .post("/api/wanted-vehicles/" + id + "/end", Map.of("note", "Đã tìm thấy xe"))
                .json()
                .path("state")
                .asString())
        .isEqualTo("ENDED");
    assertThat(SERVER.leaves(id))
        .extracting(leaf -> leaf.split("\\s", 2)[0])
        .contains(
            "wanted-vehicle.requested",
            "wanted-vehicle.approved",
            "wanted-vehicle.alert-raised",
            "wanted-vehicle.alert-acknowledged",
            "wanted-vehicle.ended");
  }

  private static void messageSaysNoMoreThanPlateCameraAndTime(String plate) {
    Await.until("a message", () -> GATEWAY.calls.size() > 0);
    TestGateway.Call call = GATEWAY.calls.getFirst();
    assertThat(call.signed()).isTrue();
    JsonNode data = call.body().path("data");
    assertThat(data.path("subject").asString()).doesNotContain(plate);
    assertThat(data.path("text").asString()).contains(plate, market, "có thể đọc sai");
    assertThat(data.at("/alerts/0").propertyNames())
        .containsExactlyInAnyOrder("plate", "camera", "at");
    assertThat(call.body().toString()).doesNotContain(REASON, "12/CV-CAX", "WV-", caseId);
  }

  @Test
  void nobodyDecidesTheirOwnAndWhatIsUndecidedFindsNothing() {
    Map<String, Object> asked = wanted("36A-777.77");
    asked.remove("caseId");
    String own =
        SERVER.signedIn("both").post("/api/wanted-vehicles", asked).json().path("id").asString();
    assertThat(decide("both", own, "APPROVE").code()).isEqualTo("own-wanted-vehicle");
    batch(key, List.of(passNow("o1", market, "36A77777")));
    assertThat(decide("approver", own, "REFUSE").json().path("state").asString())
        .isEqualTo("REFUSED");
    batch(key, List.of(passNow("o2", market, "36A77777")));
    Await.untilIs(List.of("36A77777", "36A77777"), () -> plates(search("36A-777.77")));
    assertThat(alerts(own)).isEmpty();
  }

  @Test
  void anEntryPastItsTimeIsNotedAsExpired() {
    String id = wantedId("36A-888.81");
    assertThat(decide("approver", id, "APPROVE").status()).isEqualTo(200);
    SERVER
        .database()
        .client()
        .sql("update sightings.wanted_vehicle set expires_at = now() where id = cast(? as uuid)")
        .param(id)
        .update();
    Await.until(
        "an entry of the log",
        () ->
            SERVER.leaves(id).stream().anyMatch(leaf -> leaf.startsWith("wanted-vehicle.expired")));
    assertThat(SERVER.signedIn("officer").get("/api/wanted-vehicles?state=EXPIRED").text())
        .contains(id);
    assertThat(findings(id))
        .as("an expiry that was altered by SQL")
        .containsExactly("the log tells of its request otherwise, or not at all");
  }

  /// What the check finds wrong with an entry.
  private static List<String> findings(String id) {
    String code =
        SERVER
            .database()
            .client()
            .sql("select code from sightings.wanted_vehicle where id = cast(? as uuid)")
            .param(id)
            .query(String.class)
            .single();
    List<String> found = new ArrayList<>();
    SERVER
        .bean("wantedAgainstLog", ConsistencyCheck.class)
        .run(each -> {
          if (each.subject().equals("wanted vehicle " + code)) {
            found.add(each.what());
          }
        });
    return found;
  }

  @Test
  void anEntryThatNobodyApprovedIsNamedByTheCheckAndTellsNobody() {
    String id = wantedId("36A-888.82");
    assertThat(findings(id)).isEmpty();
    SERVER
        .database()
        .client()
        .sql(
            """
            update sightings.wanted_vehicle set state = 'ACTIVE', decided_at = now(),
              decided_by = (select id from identity.person where username = 'approver'),
              decision_reason = 'Văn bản đúng thẩm quyền'
            where id = cast(? as uuid)
            """)
        .param(id)
        .update();
    assertThat(findings(id))
        .containsExactly("the log tells of its decision otherwise, or not at all");
    String approved = wantedId("36C-111.17");
    assertThat(decide("approver", approved, "APPROVE").status()).isEqualTo(200);
    batch(key, List.of(passNow("f1", market, "36A88882"), passNow("f2", market, "36C11117")));
    Await.until("the alert of the other entry", () -> alerts(approved).size() == 1);
    assertThat(alerts(id)).isEmpty();
  }

  @Test
  void anEntryWhosePlateWasChangedTellsNobody() {
    String id = wantedId("36C-222.27");
    assertThat(decide("approver", id, "APPROVE").status()).isEqualTo(200);
    SERVER
        .database()
        .client()
        .sql("update sightings.wanted_vehicle set plate = '36C33337' where id = cast(? as uuid)")
        .param(id)
        .update();
    assertThat(findings(id))
        .containsExactly("the log tells of its request otherwise, or not at all");
    String approved = wantedId("36C-444.47");
    assertThat(decide("approver", approved, "APPROVE").status()).isEqualTo(200);
    batch(key, List.of(passNow("f3", market, "36C33337"), passNow("f4", market, "36C44447")));
    Await.until("the alert of the other entry", () -> alerts(approved).size() == 1);
    assertThat(alerts(id)).isEmpty();
  }
}
