package anbinh.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.AreaKind;
import anbinh.cameras.OwnerContact;
import anbinh.cameras.Owners;
import anbinh.evidence.EvidenceWorld;
import anbinh.identity.Role;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a sweep over the whole API needs: the operations that the running server describes, an
/// address and a right body for each, and somebody of each role in the area of the objects ("home")
/// and in another one.
final class ApiWorld {
  final EvidenceWorld evidence;
  private final TestServer server;
  private final String person;
  private final Map<String, String> home = new LinkedHashMap<>();
  private final Map<String, String> elsewhere = new LinkedHashMap<>();
  private final Map<String, TestClient> clients = new HashMap<>();
  private @Nullable JsonNode description;
  private @Nullable String request;
  private @Nullable String link;
  private int made;

  ApiWorld(TestServer server) {
    this.server = server;
    this.evidence = new EvidenceWorld(server);
    UUID commune = evidence.commune.id();
    UUID other = evidence.elsewhere.id();
    server.person("admin-home", commune, Role.ADMINISTRATOR);
    server.person("admin-elsewhere", other, Role.ADMINISTRATOR);
    server.person("officer-elsewhere", other, Role.DUTY_OFFICER);
    server.person("auditor-home", commune, Role.AUDITOR);
    person = server.person("nguoi-duoc-sua", commune, Role.DUTY_OFFICER).id().toString();
    server
        .bean(Owners.class)
        .putContact(
            evidence.camera.id(), new OwnerContact("Trần Thị B", "0912 345 678", null, null), null);
    home.put("duty officer", "officer");
    home.put("investigator", "investigator");
    home.put("approver", "approver");
    home.put("auditor", "auditor-home");
    home.put("administrator", "admin-home");
    elsewhere.put("duty officer", "officer-elsewhere");
    elsewhere.put("investigator", "stranger");
    elsewhere.put("approver", "chief");
    elsewhere.put("auditor", "auditor");
    elsewhere.put("administrator", "admin-elsewhere");
  }

  /// A client of somebody who may do as `reader` may, in the area of the objects.
  TestClient home(String reader) {
    return signedIn(username(reader));
  }

  TestClient elsewhere(String reader) {
    return signedIn(String.valueOf(elsewhere.get(reader)));
  }

  String username(String reader) {
    return String.valueOf(home.get(reader));
  }

  TestClient signedIn(String username) {
    return clients.computeIfAbsent(username, server::signedIn);
  }

  /// Nobody, with a token against forgery.
  TestClient nobody() {
    TestClient nobody = server.client();
    nobody.get("/api/session");
    return nobody;
  }

  /// The document that the server publishes.
  JsonNode description() {
    JsonNode read = description;
    if (read == null) {
      read = server.client().get("/v3/api-docs").json();
      description = read;
    }
    return read;
  }

  /// Its operations as `GET /api/site`, with their descriptions.
  Map<String, JsonNode> operations() {
    Map<String, JsonNode> operations = new LinkedHashMap<>();
    description()
        .path("paths")
        .forEachEntry((path, item) ->
            item.forEachEntry((method, operation) ->
                operations.put(method.toUpperCase(Locale.ROOT) + " " + path, operation)));
    assertThat(operations).hasSizeGreaterThan(30);
    return operations;
  }

  static String method(String operation) {
    return operation.substring(0, operation.indexOf(' '));
  }

  /// The path with the identifier of an object of the home area, one of its own where the operation
  /// changes it.
  String address(String operation) {
    String path = operation.substring(operation.indexOf(' ') + 1);
    String filled = fill(operation, path);
    return switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "coverage", "video.mp4", "frames" ->
          filled + "?from=" + evidence.start + "&to=" + evidence.start.plusSeconds(10);
      case "still.jpg" -> filled + "?at=" + evidence.start;
      case "candidates" ->
          filled
              + "?latitude=20.35&longitude=105.2402&from="
              + evidence.start
              + "&to="
              + evidence.start.plusSeconds(10);
      case "contact" -> method(operation).equals("GET") ? filled + "?purpose=FOOTAGE" : filled;
      default -> filled;
    };
  }

  /// A path of the operation with identifiers in the place of what is still to be filled in.
  String fill(String operation, String path) {
    return path.replace("{index}", "0")
        .replace("{code}", "csrf")
        .replace("{size}", "1")
        .replace("{cameraId}", evidence.shop.id().toString())
        .replace("/log/tile/**", "/log/tile/7/000")
        .replace("{id}", path.contains("{id}") ? object(operation) : "");
  }

  /// Has somebody call as the owner of a camera does, with a link that works.
  void holdLink(TestClient client) {
    if (link == null || evidence.owner(link).get("/api/owner/ask").status() != 200) {
      link = evidence.link(UUID.fromString(asked()), evidence.shop);
    }
    client.header("X-Anbinh-Link", link);
  }

  /// A request that was approved and waits for the owner of a camera.
  private String asked() {
    return evidence.approved(evidence.form(0, evidence.shop)).toString();
  }

  private String object(String operation) {
    boolean changes = !method(operation).equals("GET");
    if (operation.contains("/api/people/")) {
      return person;
    }
    if (operation.contains("/api/account/")) {
      return UUID.randomUUID().toString();
    }
    if (operation.contains("/api/findings/")) {
      return finding();
    }
    if (operation.contains("/api/cases/")) {
      return changes ? evidence.openCase("investigator", evidence.commune) : evidence.caseId;
    }
    if (operation.contains("/api/owner/")) {
      return UUID.randomUUID().toString();
    }
    if (operation.contains("/asks/")) {
      return asked();
    }
    if (operation.contains("/api/requests/")) {
      return changes || request == null ? request() : request;
    }
    return changes ? camera() : evidence.camera.id().toString();
  }

  /// A finding about somebody who is not among those who call.
  private String finding() {
    made++;
    String id = UUID.randomUUID().toString();
    server
        .database()
        .client()
        .sql(
            """
            insert into oversight.finding
              (id, code, rule, person_id, kind, day, opened_at, opened_event, looks, usual)
            values (cast(? as uuid), ?, 'VOLUME', ?, 'FOOTAGE', '2026-01-02', now(), ?, 90, 20)
            """)
        .params(id, "FIND-2025-" + made, UUID.randomUUID(), UUID.randomUUID())
        .update();
    return id;
  }

  String request() {
    request = evidence.request(evidence.form(0, evidence.camera)).toString();
    return request;
  }

  private String camera() {
    Answer added = home("administrator").post("/api/cameras", body("POST /api/cameras"));
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    return added.json().path("id").asString();
  }

  /// A body with every field that the server takes with good grace.
  Map<String, Object> body(String operation) {
    made++;
    return switch (operation) {
      case "POST /api/session" ->
          new HashMap<>(Map.of("username", "officer", "password", TestServer.PASSWORD));
      case "POST /api/session/password" ->
          new HashMap<>(Map.of("current", "không phải", "password", "một mật khẩu khác nữa"));
      case "POST /api/session/second-factor", "POST /api/session/confirm" ->
          new HashMap<>(
              Map.of(
                  "method",
                  operation.endsWith("confirm") ? "PASSWORD" : "TOTP",
                  "value",
                  operation.endsWith("confirm") ? TestServer.PASSWORD : "000000"));
      case "POST /api/account/totp/confirm" -> new HashMap<>(Map.of("code", "000000"));
      case "POST /api/account/passkeys" ->
          new HashMap<>(Map.of("name", "Máy tính cơ quan", "credential", Map.of("id", "AAAA")));
      case "POST /api/people" ->
          new HashMap<>(
              Map.of(
                  "username",
                  "nguoi-moi-" + made,
                  "displayName",
                  "Người mới",
                  "password",
                  "một mật khẩu lạ",
                  "roles",
                  List.of("DUTY_OFFICER"),
                  "areaId",
                  evidence.commune.id()));
      case "PATCH /api/people/{id}" ->
          new HashMap<>(
              Map.of(
                  "displayName",
                  "Tên mới",
                  "roles",
                  List.of("DUTY_OFFICER"),
                  "areaId",
                  evidence.commune.id(),
                  "active",
                  true,
                  "password",
                  "mật khẩu thay thế"));
      case "POST /api/areas" ->
          new HashMap<>(
              Map.of(
                  "code",
                  "KP-" + made,
                  "name",
                  "Khu phố",
                  "kind",
                  AreaKind.RESIDENTIAL_AREA,
                  "parentId",
                  evidence.commune.id()));
      case "POST /api/cameras" -> camera("simulated", true);
      case "POST /api/cameras/community" ->
          new HashMap<>(
              Map.of(
                  "name",
                  "Quán Hải Đăng",
                  "areaId",
                  evidence.commune.id(),
                  "reference",
                  "R-" + made,
                  "ownerKind",
                  "BUSINESS",
                  "keepDays",
                  14,
                  "place",
                  place(),
                  "contact",
                  contact(),
                  "consent",
                  new HashMap<>(
                      Map.of(
                          "form",
                          "PAPER",
                          "on",
                          "2026-01-02",
                          "until",
                          "2150-01-01",
                          "document",
                          "TT-12"))));
      case "POST /api/cameras/{id}/contact" -> contact();
      case "POST /api/cameras/{id}/consents" ->
          new HashMap<>(
              Map.of(
                  "what",
                  "GIVEN",
                  "form",
                  "ELECTRONIC",
                  "on",
                  "2026-01-02",
                  "until",
                  "2150-01-01",
                  "document",
                  "TT-12"));
      case "PATCH /api/cameras/{id}" -> camera("name", "Tên mới");
      case "POST /api/cameras/probe" ->
          new HashMap<>(
              Map.of("address", "rtsp://127.0.0.1:9/x", "username", "xem", "password", "xem"));
      case "POST /api/cases" ->
          new HashMap<>(
              Map.of(
                  "title",
                  "Trộm xe máy",
                  "type",
                  "THEFT",
                  "occurredFrom",
                  evidence.start.toString(),
                  "occurredTo",
                  evidence.start.plusSeconds(60).toString(),
                  "areaId",
                  evidence.commune.id(),
                  "place",
                  "Cổng chợ",
                  "description",
                  "Hai người trên một xe máy."));
      case "POST /api/cases/{id}/outcome" ->
          new HashMap<>(
              Map.of("clarified", true, "clarifiedBy", List.of("VEHICLE"), "note", "Biển số."));
      case "POST /api/cases/{id}/notes" -> new HashMap<>(Map.of("words", "Đã gặp chủ quán."));
      case "POST /api/requests", "POST /api/requests/check" -> urgent();
      case "POST /api/requests/{id}/decision" ->
          new HashMap<>(
              Map.of(
                  "outcome",
                  "APPROVE_LESS",
                  "reasonCode",
                  "LESS_TIME_SUFFICES",
                  "reason",
                  "Năm giây là đủ.",
                  "from",
                  evidence.start.plusSeconds(1).toString(),
                  "to",
                  evidence.start.plusSeconds(6).toString(),
                  "cameraIds",
                  List.of(evidence.camera.id())));
      case "POST /api/requests/{id}/urgent" ->
          new HashMap<>(
              Map.of("urgentReason", "LIFE_IN_DANGER", "urgentWords", "Người bị thương bỏ đi."));
      case "POST /api/findings/{id}/result" ->
          new HashMap<>(
              Map.of(
                  "result", "EXPLAINED", "reason", "Trực ban đã tra soát camera bị mất tín hiệu."));
      case "POST /api/requests/{id}/outcome" ->
          new HashMap<>(Map.of("useful", true, "clarified", List.of("PERSON"), "note", "Rõ mặt."));
      case "POST /api/requests/{id}/asks/{cameraId}/sheet.pdf" ->
          new HashMap<>(Map.of("secret", "x".repeat(43), "language", "vi"));
      case "POST /api/requests/{id}/asks/{cameraId}/messages" ->
          new HashMap<>(Map.of("channel", "EMAIL", "language", "vi"));
      case "POST /api/owner/ask/refuse" -> new HashMap<>(Map.of("reason", "Camera đã hỏng."));
      case "POST /api/owner/ask/clock" ->
          new HashMap<>(
              Map.of("shown", evidence.start.toString(), "at", evidence.start.toString()));
      default -> new HashMap<>();
    };
  }

  private Map<String, Object> urgent() {
    Map<String, Object> form = evidence.form(0, evidence.camera);
    form.put("urgent", true);
    form.put("urgentReason", "SUSPECT_AT_LARGE");
    form.put("urgentWords", "Đối tượng vừa rời chợ.");
    return form;
  }

  private Map<String, Object> camera(String field, Object value) {
    Map<String, Object> body =
        new HashMap<>(
            Map.of(
                "name",
                "Ngã tư",
                "areaId",
                evidence.commune.id(),
                "address",
                "rtsp://127.0.0.1:9/x",
                "username",
                "xem",
                "password",
                "xem",
                "recording",
                false,
                "keepDays",
                7));
    body.put("place", place());
    body.put("ownerKind", "HOUSEHOLD");
    body.put("reference", "R-" + made);
    body.put(field, value);
    return body;
  }

  private static Map<String, Object> place() {
    return new HashMap<>(
        Map.of(
            "latitude",
            19.8,
            "longitude",
            105.7,
            "directionDegrees",
            90,
            "angleDegrees",
            80,
            "rangeMetres",
            40));
  }

  private static Map<String, Object> contact() {
    return new HashMap<>(
        Map.of(
            "name",
            "Trần Thị B",
            "phone",
            "0912 345 678",
            "address",
            "12 Lê Lợi",
            "email",
            "b@example.vn"));
  }

  /// A list of one camera that the register does not have.
  private String list() {
    made++;
    return "reference,name,area,owner_kind,keep_days\nL-" + made + ",Cổng,C-1,HOUSEHOLD,7\n";
  }

  Answer call(TestClient client, String operation) {
    return call(client, operation, address(operation));
  }

  Answer call(TestClient client, String operation, String address) {
    if (operation.startsWith("POST /api/cameras/import")) {
      return client.postAs(address, list(), "text/csv");
    }
    if (operation.contains(" /api/owner/")) {
      holdLink(client);
    }
    Map<String, Object> body = body(operation);
    return switch (method(operation)) {
      case "GET" -> client.get(address);
      case "POST" -> client.post(address, body);
      case "PATCH" -> client.patch(address, body);
      default -> client.delete(address);
    };
  }

  /// How many refusals the log tells of.
  long refusals() {
    return server
        .database()
        .client()
        .sql("select count(*) from audit.event where refused")
        .query(Long.class)
        .single();
  }
}
