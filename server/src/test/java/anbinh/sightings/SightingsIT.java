package anbinh.sightings;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.recording.TestCamera;
import anbinh.sightings.analysis.AnalysisResultsTests;
import anbinh.sightings.mqtt.FrigateTests;
import anbinh.sightings.onvif.OnvifTests;
import anbinh.testing.Await;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.Tools;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/// Passes that another system sends or that recorded footage shows, and searches for them, on the
/// real database and index.
class SightingsIT extends AnalysisJobTests {
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
  void aHalfRememberedPlateIsAmongTheFirstThree() {
    awaitAll();
    assertThat(plates(search("36?-123.4?")).stream().limit(3)).contains("36A12345");
    assertThat(plates(search("٣٦?-١٢٣.٤?")).stream().limit(3)).contains("36A12345");
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
  void whatPassedACameraIsCountedByTheMinute() {
    Map<String, Object> person = pass("person", market, "36A00001", "PERSON", "RED", 130);
    person.remove("readings");
    batch(key, List.of(person));
    String id =
        SERVER
            .database()
            .client()
            .sql("select camera_id::text from sightings.pass where source_key = 'person'")
            .query(String.class)
            .single();
    String path =
        "/api/cameras/" + id + "/activity?from=" + EVENING + "&to=" + EVENING.plusSeconds(180);
    JsonNode counted = SERVER.signedIn("officer").get(path).json();
    assertThat(counted.path("seconds").asInt()).isEqualTo(60);
    assertThat(counted.at("/items/0/at").asString()).isEqualTo(EVENING.toString());
    assertThat(counted.at("/items/0/vehicles").asInt()).isPositive();
    assertThat(counted.at("/items/2/persons").asInt()).isOne();
    assertThat(SERVER.signedIn("stranger").get(path).code()).isEqualTo("not-your-area");
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
    String id;
    Instant passed;
    try (TestCamera gate = TestCamera.showingPlate("30V-465.97")) {
      id = camera("Cổng làng", commune, gate.address(), true).id().toString();
      assertThat(switched(id, true).path("switchedOn").asBoolean()).isTrue();
      Await.until("a pass", () -> plates(search("30V-465.97")).contains("30V46597"));
      JsonNode hit = search("30V-465.97").at("/hits/items/0");
      passed = Instant.parse(hit.path("at").asString());
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
    storedFootageIsAnalysedForACase(id, passed.minusSeconds(4), passed.plusSeconds(5));
    aKilledProcessCostsAJobNoSegment(id, passed.minusSeconds(4), passed.plusSeconds(5));
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
    tests.ofASegmentWithoutAPictureThePictureAloneIsNotAnalysed();
  }

  @Test
  void passesThatFrigateTellsOfAreStoredWhateverTheBrokerDoes() {
    Tools.need("mosquitto");
    var tests = new FrigateTests(SERVER, BROKER, market);
    tests.whatEndsIsStoredOnceAndWithoutNames();
    tests.whatIsRefusedIsCountedAndNamed();
    tests.aBrokerThatVanishesIsToldAndFoundAgain();
  }

  @Test
  void whatACameraTellsByItselfIsStored() throws Exception {
    new OnvifTests(SERVER, METADATA_CAMERA, bridge).whatACameraFollowsIsAPass();
  }

  /// A restart goes on where the index stands; without its folder it is made anew. What was not
  /// stored before, a broker tells again.
  @Test
  void theIndexIsMadeAnewFromTheStream() throws Exception {
    Tools.need("mosquitto");
    awaitAll();
    var tests = new FrigateTests(SERVER, BROKER, market);
    tests.tellWhatCannotBeStored();
    SERVER.stop();
    FileSystemUtils.deleteRecursively(SERVER.data().resolve("sightings").resolve("index"));
    tests.mend();
    SERVER.start();
    awaitAll();
    tests.whatWasNotStoredIsToldAgain();
  }
}
