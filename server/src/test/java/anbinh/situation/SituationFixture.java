package anbinh.situation;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.tree.Hash;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reports of a test as phones and officers send them.
public final class SituationFixture {
  private SituationFixture() {}

  /// A report with every field that it can have.
  public static Map<String, Object> form(UUID commune, @Nullable UUID village, String kind) {
    Map<String, Object> form = new HashMap<>();
    form.put("communeId", commune);
    form.put("villageId", village);
    form.put("kind", kind);
    form.put("danger", false);
    form.put("injured", false);
    form.put("precision", "NOW");
    form.put("happenedAt", Instant.now().minusSeconds(600).toString());
    form.put("notedAt", Instant.now().minusSeconds(60).toString());
    form.put("deviceTime", Instant.now().toString());
    form.put("seen", "Khóa cổng bị cắt, mất một xe đạp.");
    form.put("told", "Có người lạ đi qua lúc chiều.");
    form.put("toldBy", "Một người hàng xóm");
    form.put("placeWords", "Đầu thôn, gần giếng");
    form.put(
        "point",
        new HashMap<>(Map.of("latitude", 20.35, "longitude", 105.24, "accuracyMetres", 12)));
    form.put("people", List.of());
    form.put("media", List.of());
    return form;
  }

  public static Map<String, Object> named(String name, String role) {
    return new HashMap<>(Map.of("name", name, "role", role, "words", "Áo đỏ"));
  }

  public static Map<String, Object> medium(UUID id, String kind, byte[] bytes) {
    return new HashMap<>(
        Map.of(
            "id",
            id,
            "kind",
            kind,
            "bytes",
            bytes.length,
            "sha256",
            Hash.sha256(bytes).hex(),
            "keepPosition",
            false));
  }

  public static Answer put(TestClient by, String path, Object body) {
    return by.send("PUT", path, body, token(by));
  }

  public static Answer putBytes(TestClient by, String path, byte[] bytes) {
    Map<String, String> headers = new HashMap<>(token(by));
    headers.put("Content-Type", "application/octet-stream");
    return by.sendBytes("PUT", path, bytes, headers);
  }

  /// Sends a report, and gives its identifier.
  public static String sent(TestClient by, Map<String, Object> form) {
    String id = UUID.randomUUID().toString();
    made(put(by, "/api/situations/" + id, form), 200);
    return id;
  }

  public static Map<String, Object> words(String text) {
    return new HashMap<>(Map.of("words", text));
  }

  public static Map<String, Object> reason(String text) {
    return new HashMap<>(Map.of("reason", text));
  }

  public static JsonNode made(Answer answer, int status) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    return answer.text().isEmpty() ? JsonMapper.shared().createObjectNode() : answer.json();
  }

  private static Map<String, String> token(TestClient client) {
    return Map.of("X-XSRF-TOKEN", client.cookie("XSRF-TOKEN").orElseThrow());
  }
}
