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
import anbinh.sightings.mqtt.TestBroker;
import anbinh.sightings.onvif.MetadataCamera;
import anbinh.testing.Await;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestGateway;
import anbinh.testing.TestServer;
import anbinh.testing.Tools;
import java.io.IOException;
import java.time.Instant;
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
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// Passes that another system sends, on the real database and index: what their tests share.
abstract class SightingTests {
  static final TestGateway GATEWAY = new TestGateway();
  static final TestBroker BROKER = new TestBroker();
  static final MetadataCamera METADATA_CAMERA = new MetadataCamera();

  @RegisterExtension
  static final TestServer SERVER =
      new TestServer(
          "anbinh.recording.segment=5s",
          "anbinh.sightings.alert.webhook.url=" + GATEWAY.url(),
          "anbinh.sightings.alert.webhook.secret=" + TestGateway.secret(),
          BROKER.setting("url"),
          BROKER.setting("username"),
          BROKER.setting("password"));

  static final String REASON = "Tìm xe gây tai nạn rồi bỏ chạy ở chợ";
  static final String JPEG =
      Base64.getEncoder().encodeToString(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0});
  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  /// Yesterday, in the evening.
  static final Instant EVENING =
      Instant.now().atZone(ZONE).truncatedTo(ChronoUnit.DAYS).minusHours(5).toInstant();

  static Area commune = new Area(new UUID(0, 0), "", "", AreaKind.COMMUNE, null);
  static String market = "";
  static String station = "";
  static UUID bridge = new UUID(0, 0);
  static String caseId = "";
  static String key = "";

  @AfterAll
  static void closeOthers() throws IOException {
    METADATA_CAMERA.close();
    GATEWAY.close();
    BROKER.close();
  }

  @BeforeAll
  static void startBroker() {
    if (Tools.has("mosquitto")) {
      BROKER.start();
    }
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
    bridge = camera("Cầu", commune, METADATA_CAMERA.address(), false).id();
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

  static String camera(String name, Area area) {
    return camera(name, area, "rtsp://127.0.0.1:9/x", false).code();
  }

  static Camera camera(String name, Area area, String address, boolean recording) {
    return SERVER
        .bean(Cameras.class)
        .add(new NewCamera(name, area.id(), address, null, null, recording, 30, null, true), null);
  }

  static String openCase(String username, Area area) {
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

  static JsonNode source(String name) {
    Answer added = SERVER.signedIn("boss").post("/api/sighting-sources", Map.of("name", name));
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    return added.json();
  }

  static Map<String, Object> pass(
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

  static JsonNode batch(String withKey, List<Map<String, Object>> passes) {
    Answer answer = send(withKey, Map.of("sightings", passes));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  static Answer send(String withKey, Object body) {
    return SERVER
        .client()
        .send("POST", "/api/sightings/batches", body, Map.of("Authorization", "Bearer " + withKey));
  }

  static Map<String, Object> form(String text) {
    return new HashMap<>(Map.of("caseId", caseId, "reason", REASON, "text", text));
  }

  static Answer trySearch(String username, Map<String, Object> form) {
    Answer[] answer = new Answer[1];
    Await.until(
        "an index that can be searched",
        () -> {
          answer[0] = SERVER.signedIn(username).post("/api/sightings/searches", form);
          return answer[0].status() != 503;
        });
    return answer[0];
  }

  static JsonNode search(String text) {
    Answer answer = trySearch("investigator", form(text));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  static List<String> plates(JsonNode found) {
    List<String> plates = new ArrayList<>();
    found.at("/hits/items").forEach(hit -> plates.add(hit.at("/match/text").asString()));
    return plates;
  }

  static void awaitAll() {
    Await.untilIs(List.of("36A12345", "36A12B45"), () -> plates(search("36A 12345")));
  }
}
