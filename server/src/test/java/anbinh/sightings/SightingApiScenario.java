package anbinh.sightings;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.Role;
import anbinh.platform.Problem;
import anbinh.platform.web.ApiScenario;
import anbinh.sightings.feed.IndexFeed;
import anbinh.testing.Await;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Sightings for the sweeps: one camera, one system that sends, and an investigator's case.
public final class SightingApiScenario implements ApiScenario {
  private static final String BATCHES = "POST /api/sightings/batches";

  private static final String PASSES = "/api/cases/{id}/passes";

  private final TestServer server;
  private final String caseId;
  private final String camera;
  private @Nullable String key;
  private int made;

  /// @param caseId of the investigator at home
  /// @param camera its code
  public SightingApiScenario(TestServer server, String caseId, String camera) {
    this.server = server;
    this.caseId = caseId;
    this.camera = camera;
  }

  @Override
  public Set<String> paths() {
    return Set.of("/api/sightings/", "/api/sighting-sources", PASSES);
  }

  @Override
  public String address(String operation) {
    String path = operation.substring(operation.indexOf(' ') + 1);
    if (path.equals("/api/sightings/searches")) {
      Await.until("an index that can be searched", this::isReady);
    }
    if (path.equals(PASSES)) {
      return path.replace("{id}", caseId);
    }
    return path.contains("{id}")
        ? path.replace("{id}", source().at("/source/id").asString())
        : path;
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
                  "Tìm xe gây tai nạn rồi bỏ chạy",
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
      case "POST " + PASSES ->
          new HashMap<>(
              Map.of(
                  "position",
                  pass(),
                  "verdict",
                  "CONFIRMED",
                  "note",
                  "Đúng xe trong ảnh của nhân chứng",
                  "remembered",
                  "36A12345"));
      case "POST /api/sighting-sources" -> new HashMap<>(Map.of("name", "Hệ thống " + made));
      default -> new HashMap<>();
    };
  }

  private Map<String, Object> batch() {
    return Map.of(
        "sightings",
        List.of(
            Map.of(
                "id",
                "s-" + made,
                "camera",
                camera,
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
        server
            .client()
            .send("POST", "/api/sightings/batches", batch(), Map.of("Authorization", bearer()));
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
      holdKey(client);
    }
    return ApiScenario.super.call(client, operation, address);
  }

  /// Has somebody call as a system does that may send.
  public void holdKey(TestClient client) {
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
