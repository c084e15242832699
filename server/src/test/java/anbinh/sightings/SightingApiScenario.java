package anbinh.sightings;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.cameras.Camera;
import anbinh.cameras.NewCamera;
import anbinh.cameras.store.Cameras;
import anbinh.identity.Role;
import anbinh.platform.Problem;
import anbinh.platform.web.ApiScenario;
import anbinh.sightings.feed.IndexFeed;
import anbinh.testing.Await;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Sightings for the sweeps: one camera, one system that sends, an investigator's case, and
/// vehicles that the investigator wants.
public final class SightingApiScenario implements ApiScenario {
  private static final String BATCHES_PATH = "/api/sightings/batches";
  private static final String BATCHES = "POST " + BATCHES_PATH;

  private static final String ALERTS = "/api/wanted-vehicles/alerts";
  private static final String REASON = "Tìm xe gây tai nạn rồi bỏ chạy";

  private static final String PASSES = "/api/cases/{id}/passes";
  private static final String CONVOYS = "/api/cases/{id}/convoys";
  private static final String JOBS_OF_CASE = "/api/cases/{id}/analysis-jobs";
  private static final String JOBS = "/api/sightings/analysis/jobs";

  private final TestServer server;
  private final UUID areaId;
  private final String caseId;
  private final Camera camera;
  private @Nullable String key;
  private int made;

  /// @param areaId where the camera stands, and whose people are `investigator` and `approver`
  /// @param caseId of that investigator
  /// @param camera of which passes are sent
  public SightingApiScenario(TestServer server, UUID areaId, String caseId, Camera camera) {
    this.server = server;
    this.areaId = areaId;
    this.caseId = caseId;
    this.camera = camera;
  }

  @Override
  public Set<String> paths() {
    return Set.of(
        "/api/sightings/",
        "/api/sighting-sources",
        PASSES,
        CONVOYS,
        JOBS_OF_CASE,
        "/api/wanted-vehicles");
  }

  /// The camera never records.
  @Override
  public Map<String, String> answers() {
    return Map.of("POST " + JOBS, "no-footage-to-analyse");
  }

  @Override
  public String address(String operation) {
    String path = operation.substring(operation.indexOf(' ') + 1);
    if (path.equals("/api/sightings/searches") || path.equals(CONVOYS)) {
      Await.until("an index that can be searched", this::isReady);
    }
    if (Set.of(PASSES, CONVOYS, JOBS_OF_CASE).contains(path)) {
      return path.replace("{id}", caseId);
    }
    if (path.equals(JOBS + "/estimate")) {
      Instant now = Instant.now();
      return path
          + "?cameraId=%s&from=%s&to=%s"
              .formatted(camera.id(), now.minusSeconds(3_600), now.minusSeconds(60));
    }
    return path.contains("{id}") ? path.replace("{id}", id(path)) : path;
  }

  private String id(String path) {
    if (path.startsWith(JOBS)) {
      return job();
    }
    if (path.contains("/analysis/") || path.contains("/metadata/")) {
      return addCamera();
    }
    if (path.startsWith("/api/sighting-sources")) {
      return source().at("/source/id").asString();
    }
    return path.startsWith(ALERTS) ? alert() : wanted(plate());
  }

  /// A job of the investigator. Its span is not over, so that it stays open.
  private String job() {
    UUID id = UUID.randomUUID();
    Instant now = Instant.now();
    server
        .database()
        .client()
        .sql(
            """
            insert into sightings.analysis_job (id, case_id, camera_id, area_id, from_at, to_at,
              state, requested_by, requested_at, last_start, analysed_until, recorded_millis)
            select :id, cast(:case as uuid), :camera, :area, :now, :to, 'WAITING', id, :now, :now,
              :now, 0
            from identity.person where username = 'investigator'
            """)
        .param("id", id)
        .param("case", caseId)
        .param("camera", camera.id())
        .param("area", areaId)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("to", now.plus(Duration.ofHours(10)).atOffset(ZoneOffset.UTC))
        .update();
    return id.toString();
  }

  private String plate() {
    made++;
    return "36A%05d".formatted(made);
  }

  /// An entry that the investigator asked for.
  private String wanted(String plate) {
    Map<String, Object> asked = body("POST /api/wanted-vehicles");
    asked.put("plate", plate);
    return done("investigator", "/api/wanted-vehicles", asked, 201).path("id").asString();
  }

  /// An alert of an entry that was approved, by a pass that was sent.
  private String alert() {
    String plate = plate();
    String wanted = wanted(plate);
    String decision = "/api/wanted-vehicles/" + wanted + "/decision";
    done("approver", decision, body("POST /api/wanted-vehicles/{id}/decision"), 200);
    Map<String, Object> pass =
        new HashMap<>(
            Map.of(
                "id",
                "w-" + made,
                "camera",
                camera.code(),
                "from",
                Instant.now().toString(),
                "readings",
                List.of(Map.of("text", plate, "confidence", .9)),
                "model",
                "test 1"));
    TestClient sender = server.client();
    authorize(sender);
    Answer sent = sender.post(BATCHES_PATH, Map.of("sightings", List.of(pass)));
    assertThat(sent.json().path("stored").asInt()).as(sent.text()).isOne();
    String[] found = new String[1];
    TestClient reader = server.signedIn("investigator");
    Await.until(
        "an alert",
        () -> {
          for (JsonNode each : reader.get(ALERTS + "?state=OPEN").json().path("items")) {
            if (each.path("wantedId").asString().equals(wanted)) {
              found[0] = each.path("id").asString();
            }
          }
          return found[0] != null;
        });
    return found[0];
  }

  private JsonNode done(String username, String path, Map<String, Object> body, int status) {
    Answer answer = server.signedIn(username).post(path, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    return answer.json();
  }

  /// One that never records, so that nothing of it is analysed.
  private String addCamera() {
    made++;
    Camera added =
        server
            .bean(Cameras.class)
            .add(
                new NewCamera(
                    "Camera phân tích " + made,
                    camera.areaId(),
                    "rtsp://127.0.0.1:9/x",
                    null,
                    null,
                    false,
                    30,
                    null,
                    true),
                null);
    return added.id().toString();
  }

  private boolean isReady() {
    try {
      server.bean(IndexFeed.class).search();
      return true;
    } catch (Problem notYet) {
      return false;
    }
  }

  @Override
  public Map<String, Object> body(String operation) {
    made++;
    return switch (operation) {
      case "POST /api/sightings/searches" ->
          new HashMap<>(
              Map.of(
                  "caseId",
                  caseId,
                  "reason",
                  REASON,
                  "text",
                  "36A 12345 trắng",
                  "misreading",
                  20,
                  "strict",
                  false,
                  "from",
                  Instant.now().minusSeconds(3_600).toString(),
                  "to",
                  Instant.now().toString()));
      case BATCHES -> new HashMap<>(batch());
      case "POST " + PASSES -> kept();
      case "POST " + CONVOYS ->
          new HashMap<>(
              Map.of(
                  "positions", List.of(confirmed(), confirmed()), "minutes", 5, "reason", REASON));
      case "POST /api/sighting-sources" -> new HashMap<>(Map.of("name", "Hệ thống " + made));
      case "POST /api/wanted-vehicles" ->
          new HashMap<>(
              Map.of(
                  "plate",
                  "36A-123.45",
                  "objectClass",
                  "TRUCK",
                  "colour",
                  "WHITE",
                  "documentNumber",
                  "12/CV-CAX",
                  "documentOn",
                  "2026-01-15",
                  "documentAuthority",
                  "Công an xã",
                  "caseId",
                  caseId,
                  "areaId",
                  areaId.toString(),
                  "reason",
                  REASON,
                  "days",
                  7));
      case "POST /api/wanted-vehicles/{id}/decision" ->
          new HashMap<>(Map.of("outcome", "APPROVE", "reason", "Văn bản đúng thẩm quyền, còn hạn"));
      case "POST /api/wanted-vehicles/{id}/end" ->
          new HashMap<>(Map.of("note", "Đã tìm thấy xe tại bến"));
      case "POST /api/wanted-vehicles/alerts/{id}/acknowledgement" ->
          new HashMap<>(Map.of("finding", "THE_VEHICLE"));
      case "POST " + JOBS ->
          new HashMap<>(
              Map.of(
                  "caseId",
                  caseId,
                  "cameraId",
                  camera.id().toString(),
                  "from",
                  Instant.now().minusSeconds(3_600).toString(),
                  "to",
                  Instant.now().minusSeconds(60).toString(),
                  "reason",
                  REASON));
      case "PATCH /api/sightings/analysis/cameras/{id}" -> new HashMap<>(Map.of("on", true));
      case "PATCH /api/sightings/metadata/cameras/{id}" ->
          new HashMap<>(Map.of("on", true, "path", "/metadata"));
      default -> new HashMap<>();
    };
  }

  private Map<String, Object> kept() {
    return new HashMap<>(
        Map.of(
            "position",
            pass(),
            "verdict",
            "CONFIRMED",
            "note",
            "Đúng xe trong ảnh của nhân chứng",
            "remembered",
            "36A12345"));
  }

  /// The position of a pass that the case keeps.
  private long confirmed() {
    made++;
    return done("investigator", PASSES.replace("{id}", caseId), kept(), 200)
        .path("position")
        .asLong();
  }

  private Map<String, Object> batch() {
    return Map.of(
        "sightings",
        List.of(
            Map.of(
                "id",
                "s-" + made,
                "camera",
                camera.code(),
                "from",
                Instant.now().minusSeconds(60).toString(),
                "readings",
                List.of(Map.of("text", "36A12345", "confidence", .9)),
                "model",
                "test 1")));
  }

  /// The position of a pass at home.
  private long pass() {
    Answer sent =
        server.client().send("POST", BATCHES_PATH, batch(), Map.of("Authorization", bearer()));
    assertThat(sent.status()).as(sent.text()).isEqualTo(200);
    return server
        .database()
        .client()
        .sql("select max(position) from sightings.pass")
        .query(Long.class)
        .single();
  }

  @Override
  public Answer call(TestClient client, String operation, String address) {
    if (operation.equals(BATCHES)) {
      authorize(client);
    }
    return ApiScenario.super.call(client, operation, address);
  }

  /// Has somebody call as a system does that may send.
  public void authorize(TestClient client) {
    client.header("Authorization", bearer());
  }

  private String bearer() {
    String held = key;
    if (held == null) {
      held = source().path("key").asString();
      key = held;
    }
    return "Bearer " + held;
  }

  private JsonNode source() {
    made++;
    String boss = "quan-tri-nguon-" + made;
    server.person(boss, null, Role.ADMINISTRATOR);
    Answer added =
        server.signedIn(boss).post("/api/sighting-sources", Map.of("name", "Nguồn " + made));
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    return added.json();
  }
}
