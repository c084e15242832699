package anbinh.situation;

import static anbinh.situation.SituationFixture.made;

import anbinh.seal.tree.Hash;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Reports of a test as residents' pages and other systems send them.
final class ResidentFixture {
  static final String REPORTS = "/api/resident-reports";
  static final String OPEN311 = "/open311/v2";

  private ResidentFixture() {}

  /// A report with every field that it can have, of somebody who says who they are.
  static Map<String, Object> report(UUID commune, String kind) {
    Map<String, Object> form = new HashMap<>();
    form.put("ticket", UUID.randomUUID());
    form.put("communeId", commune);
    form.put("kind", kind);
    form.put("guarded", false);
    form.put("danger", false);
    form.put("injured", false);
    form.put("precision", "ABOUT");
    form.put("happenedAt", Instant.now().minusSeconds(600).toString());
    form.put("seen", "Khóa cổng bị cắt, mất một xe đạp.");
    form.put("told", "Có người lạ đi qua lúc chiều.");
    form.put("toldBy", "Một người hàng xóm");
    form.put("placeWords", "Đầu thôn, gần giếng");
    form.put(
        "point",
        new HashMap<>(Map.of("latitude", 20.35, "longitude", 105.24, "accuracyMetres", 12)));
    form.put("media", List.of());
    form.put(
        "reporter",
        new HashMap<>(
            Map.of("name", "Vi Thị Gọi", "phone", "0912 000 333", "contact", "Gọi buổi trưa")));
    return form;
  }

  static Map<String, Object> anonymous(UUID commune, String kind) {
    Map<String, Object> form = report(commune, kind);
    form.put("reporter", null);
    return form;
  }

  static Map<String, Object> photo(UUID id, byte[] bytes) {
    return new HashMap<>(
        Map.of("id", id, "bytes", bytes.length, "sha256", Hash.sha256(bytes).hex()));
  }

  /// Sends a report, and gives its follow-up code.
  static String sent(TestClient resident, Map<String, Object> form) {
    return made(resident.post(REPORTS, form), 201).path("code").asString();
  }

  static Map<String, Object> code(String code) {
    return new HashMap<>(Map.of("code", code));
  }

  static Map<String, Object> message(String code, UUID id, String words) {
    return new HashMap<>(Map.of("code", code, "id", id, "words", words));
  }

  /// The answer to the question of a moment.
  static Map<String, Object> answer(String code, UUID id, String words, String question) {
    Map<String, Object> message = message(code, id, words);
    message.put("question", question);
    return message;
  }

  static JsonNode follow(TestClient resident, String code) {
    return made(resident.post(REPORTS + "/follow-up", code(code)), 200);
  }

  static Answer putPhoto(TestClient resident, UUID id, String code, byte[] bytes) {
    return resident.sendBytes(
        "PUT",
        REPORTS + "/photos/" + id,
        bytes,
        Map.of("Content-Type", "application/octet-stream", "X-Anbinh-Code", code));
  }

  static Answer withdrawPhoto(TestClient resident, UUID id, String code) {
    return resident.sendBytes(
        "DELETE", REPORTS + "/photos/" + id, new byte[0], Map.of("X-Anbinh-Code", code));
  }

  /// A right form of GeoReport v2.
  static Map<String, String> request(String key, String communeCode) {
    return new HashMap<>(
        Map.of(
            "api_key",
            key,
            "service_code",
            "THEFT",
            "attribute[COMMUNE]",
            communeCode,
            "lat",
            "20.35",
            "long",
            "105.24",
            "description",
            "Mất xe đạp trước chợ " + UUID.randomUUID()));
  }

  static Answer post311(TestClient client, String format, Map<String, String> form) {
    return client.postAs(
        OPEN311 + "/requests." + format, written(form), "application/x-www-form-urlencoded");
  }

  private static String written(Map<String, String> form) {
    return form.entrySet().stream()
        .map(each -> escaped(each.getKey()) + "=" + escaped(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
