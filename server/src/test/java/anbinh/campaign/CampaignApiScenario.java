package anbinh.campaign;

import anbinh.areas.Area;
import anbinh.platform.web.ApiScenario;
import anbinh.testing.TestClient;
import anbinh.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the sweeps over the API need of campaigns.
public final class CampaignApiScenario implements ApiScenario {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final String PATH = "/api/campaigns";

  private final TestServer server;
  private final Area commune;
  private final Map<String, TestClient> clients = new HashMap<>();
  private @Nullable String standing;
  private int made;

  public CampaignApiScenario(TestServer server, Area commune) {
    this.server = server;
    this.commune = commune;
  }

  @Override
  public Set<String> paths() {
    return Set.of(PATH, "/api/campaign-materials");
  }

  @Override
  public String address(String operation) {
    String path = operation.substring(operation.indexOf(' ') + 1);
    if (!path.contains("{id}")) {
      return path;
    }
    if (path.contains("{materialId}")) {
      String id = campaign(false);
      String material = material(id);
      approve(id, 2);
      return path.replace("{id}", id).replace("{materialId}", material);
    }
    if (operation.startsWith("GET")) {
      String id = standing == null ? campaign(true) : standing;
      standing = id;
      return path.replace("{id}", id);
    }
    if (path.endsWith("/withdrawal")) {
      String part = path.contains("{activityId}") ? "/activities" : "/commendations";
      String id = campaign(true);
      Map<String, Object> body = body("POST " + PATH + "/{id}" + part);
      as("partner-home").post(PATH + "/" + id + part, body);
      return path.replace("{id}", id).replaceAll("\\{\\w+Id}", String.valueOf(body.get("id")));
    }
    String id = campaign(!path.endsWith("{id}/decision"));
    if (path.endsWith("/changes/decision")) {
      as("partner-home")
          .post(PATH + "/" + id + "/messages", body("POST " + PATH + "/{id}/messages"));
    }
    if (path.endsWith("/report")) {
      as("partner-home").post(PATH + "/" + id + "/end", body("POST " + PATH + "/{id}/end"));
    }
    return path.replace("{id}", id);
  }

  @Override
  public Map<String, Object> body(String operation) {
    made++;
    Map<String, Object> body = new HashMap<>();
    switch (operation.substring(operation.indexOf(' ') + 1)) {
      case PATH -> {
        body.put("id", UUID.randomUUID().toString());
        body.put("areaId", commune.id().toString());
        body.put("title", "Toàn dân phòng cháy " + made);
        body.put("aim", "Mỗi nhà một bình chữa cháy");
        body.put("from", today().toString());
        body.put("until", today().plusMonths(1).toString());
        body.put("villageIds", List.of(commune.id().toString()));
        body.put("partners", List.of("Hội Phụ nữ xã"));
      }
      case PATH + "/{id}/decision" -> {
        body.put("version", 1);
        body.put("outcome", "ACCEPTED");
        body.put("reason", "Phù hợp");
        paper(body);
      }
      case PATH + "/{id}/changes/decision" -> {
        body.put("version", 2);
        body.put("outcome", "ACCEPTED");
        body.put("reason", "Phù hợp");
      }
      case PATH + "/{id}/activities/{activityId}/withdrawal",
          PATH + "/{id}/commendations/{commendationId}/withdrawal" ->
          body.put("reason", "Ghi nhầm");
      case PATH + "/{id}/messages" -> {
        body.put("language", "VI");
        body.put("words", "Hãy khóa van ga trước khi đi ngủ.");
      }
      case "/api/campaign-materials/{id}" -> {
        body.put("id", UUID.randomUUID().toString());
        body.put("title", "Tờ rơi " + made);
        body.put("content", base64("%PDF-1.4 thử"));
      }
      case PATH + "/{id}/activities" -> {
        body.put("id", UUID.randomUUID().toString());
        body.put("kind", "MEETING");
        body.put("on", today().toString());
        body.put("place", "Nhà văn hóa thôn");
        body.put("words", "Họp dân");
        body.put("attended", 80);
        body.put("households", 60);
        body.put("leaflets", 100);
      }
      case PATH + "/{id}/end" -> body.put("on", today().toString());
      case PATH + "/{id}/report" -> {
        body.put("words", "Đạt mục tiêu");
        body.put("lessons", "Nên làm sớm hơn");
        body.put("commitments", 60);
        body.put("models", 1);
      }
      case PATH + "/{id}/commendations" -> {
        body.put("id", UUID.randomUUID().toString());
        body.put("whom", "UNIT");
        body.put("name", "Hội Phụ nữ xã");
        body.put("form", "Giấy khen");
        body.put("authority", "Chủ tịch UBND xã");
        paper(body);
      }
      default -> {}
    }
    return body;
  }

  private static void paper(Map<String, Object> body) {
    body.put("number", "21/QĐ-UBND");
    body.put("on", today().toString());
    body.put("signer", "Bùi Thị Hạnh");
  }

  static String base64(String content) {
    return Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
  }

  private String campaign(boolean running) {
    String id = as("partner-home").post(PATH, body("POST " + PATH)).json().path("id").asString();
    if (running) {
      approve(id, 1);
    }
    return id;
  }

  private void approve(String id, int version) {
    Map<String, Object> body = body("POST " + PATH + "/{id}/decision");
    body.put("version", version);
    int status = as("chair-home").post(PATH + "/" + id + "/decision", body).status();
    if (status != 204) {
      throw new IllegalStateException(id + " " + status);
    }
  }

  private String material(String campaign) {
    return as("partner-home")
        .post("/api/campaign-materials/" + campaign, body("POST /api/campaign-materials/{id}"))
        .json()
        .path("id")
        .asString();
  }

  private TestClient as(String username) {
    return clients.computeIfAbsent(username, server::signedIn);
  }

  private static LocalDate today() {
    return LocalDate.now(ZONE);
  }
}
