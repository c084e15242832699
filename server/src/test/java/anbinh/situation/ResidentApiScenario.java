package anbinh.situation;

import static anbinh.situation.ResidentFixture.OPEN311;
import static anbinh.situation.ResidentFixture.REPORTS;
import static anbinh.situation.SituationFixture.made;

import anbinh.areas.Area;
import anbinh.identity.Role;
import anbinh.platform.web.ApiScenario;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Residents' reports and Open311 for the sweeps.
public final class ResidentApiScenario implements ApiScenario {
  private static final String KEYS = "/api/open311-keys";

  private final TestServer server;
  private final Area commune;
  private @Nullable TestClient administrator;
  private @Nullable String secret;
  private @Nullable String code;

  public ResidentApiScenario(TestServer server, Area commune) {
    this.server = server;
    this.commune = commune;
  }

  @Override
  public Set<String> paths() {
    return Set.of(REPORTS, "/open311/", KEYS);
  }

  @Override
  public String address(String operation) {
    String path = operation.substring(operation.indexOf(' ') + 1).replace("{format}", "json");
    if (path.startsWith(KEYS)) {
      return path.contains("{id}")
          ? path.replace("{id}", key().path("key").path("id").asString())
          : operation.startsWith("GET") ? path + "?limit=200" : path;
    }
    if (path.startsWith(REPORTS)) {
      return path.replace("{id}", path.contains("{id}") ? photo() : "");
    }
    if (path.contains("{id}")) {
      return path.replace("{id}", request()) + "?api_key=" + secret();
    }
    return operation.equals("GET " + OPEN311 + "/requests.{format}")
        ? path + "?api_key=" + secret()
        : path.replace("{code}", "THEFT");
  }

  @Override
  public Map<String, Object> body(String operation) {
    String path = operation.substring(operation.indexOf(' ') + 1);
    if (operation.startsWith("GET") || path.startsWith("/open311/") || path.contains("/photos/")) {
      return new HashMap<>();
    }
    return switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "resident-reports" -> {
        Map<String, Object> form = ResidentFixture.report(commune.id(), "THEFT");
        form.put("media", List.of(ResidentFixture.photo(UUID.randomUUID(), TestPictures.jpeg())));
        yield form;
      }
      case "follow-up" -> ResidentFixture.code(code());
      case "messages" ->
          ResidentFixture.answer(
              code(), UUID.randomUUID(), "Vừa thấy người đó quay lại.", "2026-11-25T02:00:00Z");
      case "retraction" -> {
        Map<String, Object> body = ResidentFixture.code(code());
        body.put("reason", "Đã tìm thấy xe.");
        yield body;
      }
      case "open311-keys" -> newKey();
      default -> new HashMap<>();
    };
  }

  private static Map<String, Object> newKey() {
    return new HashMap<>(
        Map.of(
            "name",
            "Báo Thanh Hóa",
            "lastDay",
            LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(30).toString()));
  }

  @Override
  public Answer call(TestClient client, String operation, String address) {
    if (operation.startsWith("POST /open311/")) {
      return ResidentFixture.post311(
          client, "json", ResidentFixture.request(secret(), commune.code()));
    }
    return switch (operation.substring(0, operation.indexOf(' '))) {
      case "GET" -> client.get(address);
      case "DELETE" ->
          ResidentFixture.withdrawPhoto(
              client, UUID.fromString(address.substring(address.lastIndexOf('/') + 1)), code());
      case "PUT" ->
          ResidentFixture.putPhoto(
              client,
              UUID.fromString(address.substring(address.lastIndexOf('/') + 1)),
              code(),
              TestPictures.jpeg());
      default -> client.post(address, body(operation));
    };
  }

  /// A photo that a report announced, whose code is held from then on.
  private String photo() {
    UUID id = UUID.randomUUID();
    Map<String, Object> form = ResidentFixture.anonymous(commune.id(), "THEFT");
    form.put("media", List.of(ResidentFixture.photo(id, TestPictures.jpeg())));
    code = ResidentFixture.sent(nobody(), form);
    return id.toString();
  }

  private String code() {
    if (code == null) {
      code = ResidentFixture.sent(nobody(), ResidentFixture.anonymous(commune.id(), "THEFT"));
    }
    return code;
  }

  private String request() {
    return made(
            ResidentFixture.post311(
                server.client(), "json", ResidentFixture.request(secret(), commune.code())),
            201)
        .get(0)
        .path("service_request_id")
        .asString();
  }

  private String secret() {
    if (secret == null) {
      secret = key().path("secret").asString();
    }
    return secret;
  }

  private JsonNode key() {
    TestClient client = administrator;
    if (client == null) {
      server.person("quan-tri-khoa", null, Role.ADMINISTRATOR);
      client = server.signedIn("quan-tri-khoa");
      administrator = client;
    }
    return made(client.post(KEYS, newKey()), 201);
  }

  private TestClient nobody() {
    TestClient nobody = server.client();
    nobody.get("/api/session");
    return nobody;
  }
}
