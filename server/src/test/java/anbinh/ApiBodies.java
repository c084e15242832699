package anbinh;

import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.evidence.EvidenceFixture;
import anbinh.platform.Site;
import anbinh.testing.TestServer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A right body for each operation of the API, each time with names of its own.
final class ApiBodies {
  private final EvidenceFixture evidence;
  private final TestServer server;
  private @Nullable String asked;
  private int made;

  ApiBodies(EvidenceFixture evidence, TestServer server) {
    this.evidence = evidence;
    this.server = server;
  }

  /// A residential area that there has been for some time.
  UUID area() {
    made++;
    return server
        .bean(Areas.class)
        .create(
            new NewArea(
                "KC-" + made, "Khu phố cũ", AreaKind.RESIDENTIAL_AREA, evidence.commune.id()),
            LocalDate.of(2026, 1, 1),
            null)
        .id();
  }

  /// A change of one that is to come.
  String planned() {
    UUID area = area();
    String id = UUID.randomUUID().toString();
    server
        .database()
        .client()
        .sql(
            """
            with change as (
              insert into areas.planned_change
                (id, on_day, name, reason, planned_by, planned_at, state)
              values (cast(? as uuid), '2099-01-01', 'Tên sắp tới', 'Nghị quyết 3', ?, now(),
                'WAITING') returning id)
            insert into areas.planned_area (change_id, position, area_id)
            select id, 0, ? from change
            """)
        .params(id, UUID.randomUUID(), area)
        .update();
    return id;
  }

  /// A body with every field that the server takes with good grace.
  Map<String, Object> of(String operation) {
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
      case "POST /api/session/provider/begin" ->
          new HashMap<>(Map.of("invitation", "AAAAAAAAAAAAAAAAAAAAAA"));
      case "POST /api/session/provider" -> new HashMap<>(Map.of("state", "AAAA", "code", "AAAA"));
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
                  "roleEnds",
                  Map.of("DUTY_OFFICER", "2099-12-31"),
                  "areaId",
                  evidence.commune.id()));
      case "PATCH /api/people/{id}" ->
          new HashMap<>(
              Map.of(
                  "displayName",
                  "Tên mới",
                  "roles",
                  List.of("DUTY_OFFICER"),
                  "roleEnds",
                  Map.of("DUTY_OFFICER", "2099-12-31"),
                  "areaId",
                  evidence.commune.id(),
                  "active",
                  true,
                  "password",
                  "mật khẩu thay thế"));
      case "POST /api/role-grants/{id}/decision" ->
          new HashMap<>(Map.of("outcome", "REFUSED", "reason", "Chưa gặp được người này"));
      case "POST /api/log/suspension/proposal" ->
          new HashMap<>(
              Map.of("digest", "0".repeat(64), "reason", "Bản sao hôm qua được đưa lại sau sự cố"));
      case "POST /api/log/suspension/confirmation" ->
          new HashMap<>(Map.of("digest", "0".repeat(64)));
      case "POST /api/people/{id}/home" ->
          new HashMap<>(Map.of("latitude", 20.35, "longitude", 105.24));
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
      case "POST /api/areas/{id}/names" ->
          new HashMap<>(
              Map.of("name", "Tên mới " + made, "on", "2026-02-01", "reason", "Nghị quyết 1"));
      case "POST /api/areas/closures" ->
          new HashMap<>(
              Map.of(
                  "areaIds",
                  List.of(area()),
                  "on",
                  "2026-02-01",
                  "reason",
                  "Nghị quyết 2",
                  "successors",
                  List.of(
                      Map.of(
                          "code",
                          "KM-" + made,
                          "name",
                          "Khu phố mới",
                          "kind",
                          AreaKind.RESIDENTIAL_AREA)),
                  "moves",
                  List.of()));
      case "POST /api/areas/planned/{id}/withdrawal" ->
          new HashMap<>(Map.of("reason", "Nghị quyết bãi bỏ"));
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
      case "POST /api/footage-referrals" ->
          new HashMap<>(
              Map.of(
                  "cameraIds",
                  List.of(evidence.camera.id()),
                  "from",
                  evidence.start,
                  "to",
                  evidence.start.plusSeconds(10),
                  "recipientId",
                  personId("investigator"),
                  "note",
                  "Xe dừng lâu trước cổng"));
      case "POST /api/footage-referrals/{id}/dismissal" ->
          new HashMap<>(Map.of("reason", "Không liên quan đến vụ nào"));
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
                  "point",
                  point(),
                  "protection",
                  "NONE",
                  "description",
                  "Hai người trên một xe máy."));
      case "POST /api/cases/{id}/place" ->
          new HashMap<>(
              Map.of(
                  "place",
                  "Ngã ba chợ",
                  "point",
                  point(),
                  "reason",
                  "Nhân chứng chỉ lại đúng chỗ."));
      case "POST /api/cases/{id}/protection" ->
          new HashMap<>(
              Map.of("protection", "CHILD", "reason", "Người bị hại chưa đủ mười sáu tuổi."));
      case "POST /api/cases/{id}/outcome" ->
          new HashMap<>(
              Map.of("clarified", true, "clarifiedBy", List.of("VEHICLE"), "note", "Biển số."));
      case "POST /api/cases/{id}/notes" -> new HashMap<>(Map.of("words", "Đã gặp chủ quán."));
      case "POST /api/cases/{id}/officers" ->
          new HashMap<>(Map.of("personId", personId("colleague")));
      case "POST /api/cases/{id}/incidents" -> incident();
      case "POST /api/cases/{id}/incidents/{incidentId}/correction" ->
          with(incident(), "reason", "Nhân chứng nhớ lại giờ đúng.");
      case "POST /api/cases/{id}/incidents/{incidentId}/withdrawal" ->
          new HashMap<>(Map.of("reason", "Ghi nhầm việc của vụ khác."));
      case "POST /api/cases/{id}/vehicles" ->
          new HashMap<>(
              Map.of(
                  "role",
                  "USED",
                  "kind",
                  "MOTORBIKE",
                  "plate",
                  "36-B1 123.45",
                  "plateRows",
                  2,
                  "plateColour",
                  "WHITE",
                  "colour",
                  "RED",
                  "words",
                  "Baga sau gãy."));
      case "POST /api/cases/{id}/vehicles/{vehicleId}/removal" ->
          new HashMap<>(Map.of("reason", "Xe của người qua đường."));
      case "POST /api/cases/{id}/parties" ->
          new HashMap<>(
              Map.of(
                  "role",
                  "WITNESS",
                  "child",
                  false,
                  "name",
                  "Lê Thị C",
                  "contact",
                  "0912 000 111",
                  "document",
                  "12/QĐ",
                  "article",
                  "Điều 66 BLTTHS",
                  "from",
                  LocalDate.now(ZoneOffset.UTC).minusDays(1).toString(),
                  "until",
                  LocalDate.now(ZoneOffset.UTC).plusDays(90).toString()));
      case "POST /api/cases/{id}/parties/{partyId}/basis" ->
          new HashMap<>(
              Map.of(
                  "document",
                  "13/QĐ",
                  "article",
                  "Điều 66 BLTTHS",
                  "from",
                  LocalDate.now(ZoneOffset.UTC).minusDays(1).toString(),
                  "until",
                  LocalDate.now(ZoneOffset.UTC).plusDays(120).toString()));
      case "POST /api/cases/{id}/parties/{partyId}/erasure" ->
          new HashMap<>(Map.of("reason", "Ghi nhầm người của vụ khác."));
      case "POST /api/cases/{id}/parties/{partyId}/reopening" ->
          new HashMap<>(
              Map.of(
                  "reason",
                  "Tòa án yêu cầu lấy lời khai bổ sung.",
                  "document",
                  "14/QĐ",
                  "article",
                  "Điều 280 BLTTHS",
                  "from",
                  LocalDate.now(ZoneOffset.UTC).minusDays(1).toString(),
                  "until",
                  LocalDate.now(ZoneOffset.UTC).plusDays(60).toString()));
      case "POST /api/cases/{id}/parties/{partyId}/reopening/decision" ->
          new HashMap<>(
              Map.of(
                  "outcome",
                  "CONFIRMED",
                  "authority",
                  "COURT",
                  "number",
                  "05/2026/TB-TA",
                  "on",
                  LocalDate.now(ZoneOffset.UTC).minusDays(1).toString(),
                  "reason",
                  "Theo thông báo của tòa án."));
      case "POST /api/cases/{id}/final-closure" ->
          new HashMap<>(
              Map.of(
                  "kind",
                  "JUDGMENT_IN_FORCE",
                  "authority",
                  "COURT",
                  "number",
                  "45/2026/HS-ST",
                  "on",
                  LocalDate.now(server.bean(Site.class).zone()).toString(),
                  "reason",
                  "Bản án sơ thẩm đã có hiệu lực pháp luật."));
      case "POST /api/cases/{id}/final-closure/reversal" ->
          new HashMap<>(Map.of("reason", "Vụ án được phục hồi điều tra."));
      case "POST /api/cases/{id}/final-closure/decision" ->
          new HashMap<>(Map.of("outcome", "CONFIRMED", "reason", "Đã xem bản án."));
      case "POST /api/requests/{id}/holds" ->
          new HashMap<>(
              Map.of(
                  "document",
                  "17/YC-VKS",
                  "authority",
                  "PROSECUTOR",
                  "article",
                  "Điều 90 BLTTHS",
                  "reason",
                  "Hồ sơ còn phục vụ phiên tòa phúc thẩm.",
                  "reviewOn",
                  LocalDate.now(ZoneOffset.UTC).plusDays(30).toString()));
      case "POST /api/requests/{id}/holds/{holdId}/review" ->
          new HashMap<>(
              Map.of(
                  "reason",
                  "Còn chờ phúc thẩm.",
                  "reviewOn",
                  LocalDate.now(ZoneOffset.UTC).plusDays(60).toString()));
      case "POST /api/requests/{id}/holds/{holdId}/release" ->
          new HashMap<>(Map.of("reason", "Viện kiểm sát đã trả hồ sơ."));
      case "POST /api/requests/{id}/holds/{holdId}/release/decision" ->
          new HashMap<>(Map.of("outcome", "CONFIRMED", "reason", "Không còn cần nữa."));
      case "POST /api/emergency-accesses" ->
          new HashMap<>(
              Map.of(
                  "purpose",
                  "FOOTAGE",
                  "areaId",
                  evidence.commune.id(),
                  "reason",
                  "Trẻ lạc ở chợ từ hôm kia, chưa có vụ việc."));
      case "POST /api/emergency-accesses/{id}/review" ->
          new HashMap<>(
              Map.of(
                  "verdict", "JUSTIFIED", "reason", "Đã hỏi gia đình, đúng là trẻ lạc hôm kia."));
      case "POST /api/case-types" ->
          new HashMap<>(
              Map.of(
                  "code",
                  "FRAUD_" + made,
                  "vi",
                  "Lừa đảo",
                  "en",
                  "Fraud",
                  "ar",
                  "احتيال",
                  "validFrom",
                  "2150-01-01"));
      case "POST /api/case-types/{code}/end" -> new HashMap<>(Map.of("validTo", "2150-01-01"));
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
      case "POST /api/sampled-accesses/{id}/answer" ->
          new HashMap<>(Map.of("answer", "PLAIN", "reason", "Tra soát mất tín hiệu theo ca trực."));
      case "POST /api/cameras/{id}/sign" -> new HashMap<>(Map.of("on", "2026-01-02"));
      case "POST /api/data-requests" -> dataRequestBody();
      case "POST /api/data-requests/{id}/extension" ->
          new HashMap<>(Map.of("days", 15, "reason", "Phải hỏi thêm chủ camera bên cạnh."));
      case "POST /api/data-requests/{id}/outcome" ->
          new HashMap<>(
              Map.of(
                  "outcome",
                  "GRANTED",
                  "reason",
                  "Đã cho xem hình và giao bản sao.",
                  "article",
                  "Điều 4 Luật 91/2025/QH15"));
      case "POST /api/working-days" ->
          new HashMap<>(Map.of("day", "2150-01-01", "working", false, "name", "Tết Dương lịch"));
      case "POST /api/requests/{id}/outcome" ->
          new HashMap<>(Map.of("useful", true, "clarified", List.of("PERSON"), "note", "Rõ mặt."));
      case "POST /api/requests/{id}/copies" ->
          new HashMap<>(
              Map.of(
                  "kind",
                  "REDACTED",
                  "master",
                  "data/clips/CAM-0001.mp4",
                  "mode",
                  "REVEAL",
                  "fill",
                  "CELLS",
                  "tracks",
                  List.of(Map.of("beyond", true, "keys", List.of(boxAtTheBeginning()))),
                  "reasons",
                  List.of("THIRD_PERSONS"),
                  "keepsSound",
                  true,
                  "words",
                  "Trình chiếu tại phiên tòa."));
      case "POST /api/requests/{id}/copies/{copyId}/review" ->
          new HashMap<>(Map.of("outcome", "CONFIRM", "words", "Đã xem hết."));
      case "POST /api/requests/{id}/handovers" ->
          new HashMap<>(Map.of("recipientId", UUID.randomUUID(), "medium", "DOWNLOAD"));
      case "POST /api/requests/{id}/outside-handovers" ->
          new HashMap<>(
              Map.of(
                  "name",
                  "Phạm Thị Hòa",
                  "office",
                  "Viện kiểm sát",
                  "title",
                  "Kiểm sát viên",
                  "identity",
                  "SERVICE_CARD",
                  "medium",
                  "DISC"));
      case "POST /api/handover-scans/{handoverId}" -> new HashMap<>(Map.of("scan", "JVBERi0="));
      case "POST /api/requests/{id}/owner-requests/{cameraId}/sheet.pdf" ->
          new HashMap<>(Map.of("secret", "x".repeat(43), "language", "vi"));
      case "POST /api/requests/{id}/owner-requests/{cameraId}/messages" ->
          new HashMap<>(Map.of("channel", "EMAIL", "language", "vi"));
      case "POST /api/owner/request/refusal" -> new HashMap<>(Map.of("reason", "Camera đã hỏng."));
      case "POST /api/owner/request/clock-offset" ->
          new HashMap<>(
              Map.of("shown", evidence.start.toString(), "at", evidence.start.toString()));
      default -> new HashMap<>();
    };
  }

  private Map<String, Object> dataRequestBody() {
    return new HashMap<>(
        Map.ofEntries(
            Map.entry("kind", "ACCESS"),
            Map.entry("channel", "COUNTER"),
            Map.entry("areaId", evidence.commune.id()),
            Map.entry("receivedAt", evidence.start.toString()),
            Map.entry("name", "Lê Thị Hoa"),
            Map.entry("contact", "0912 000 222"),
            Map.entry("words", "Xin xem hình lúc tôi bị va xe."),
            Map.entry("place", "Cổng chợ"),
            Map.entry("from", evidence.start.toString()),
            Map.entry("to", evidence.start.plusSeconds(60).toString()),
            Map.entry("camera", "CAM-0001")));
  }

  private Map<String, Object> incident() {
    return new HashMap<>(
        Map.of(
            "title",
            "Lấy xe thứ hai",
            "type",
            "THEFT",
            "timing",
            "EXACT",
            "occurredFrom",
            evidence.start.toString(),
            "occurredTo",
            evidence.start.plusSeconds(60).toString(),
            "place",
            "Cổng chợ",
            "point",
            point(),
            "report",
            "17/TB",
            "note",
            "Xe để cạnh cột điện."));
  }

  private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
    body.put(field, value);
    return body;
  }

  /// One of the case that requests of this world are made in.
  private String asked() {
    String known = asked;
    if (known == null) {
      known = evidence.incident(incident());
      asked = known;
    }
    return known;
  }

  private Map<String, Object> urgent() {
    Map<String, Object> form = evidence.form(0, evidence.camera);
    form.put("incidentId", asked());
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

  private static Map<String, Object> point() {
    return new HashMap<>(Map.of("latitude", 20.35, "longitude", 105.2402));
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

  private static Map<String, Object> boxAtTheBeginning() {
    return Map.of("seconds", 0, "x", 0.1, "y", 0.1, "width", 0.2, "height", 0.2);
  }

  String personId(String username) {
    return server
        .database()
        .client()
        .sql("select id from identity.person where username = ?")
        .param(username)
        .query(UUID.class)
        .single()
        .toString();
  }
}
