package anbinh.team;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.platform.sheet.SheetRows;
import anbinh.platform.web.ApiScenario;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// What the sweeps over the API need of the work of teams, all of it around one team whose leader
/// and member are the sweep's.
public final class TeamWorkApiScenario implements ApiScenario {
  private static final String COVER = "/api/teams/{id}/members/{memberId}/";
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final int SHIFTS_A_DAY = 40;

  private final TestServer server;
  private final Area commune;
  private final Map<String, TestClient> clients = new HashMap<>();
  private final TeamFixture.Made standing;
  private final Instant began = Instant.now().truncatedTo(ChronoUnit.MINUTES);
  private int made;
  private int benefits;
  private int sheets;

  /// @param elsewhere where people are who must not touch it
  public TeamWorkApiScenario(TestServer server, Area commune, Area elsewhere) {
    this.server = server;
    this.commune = commune;
    this.standing =
        new TeamFixture(server, "community-officer-home", "chair-elsewhere")
            .team(commune, village(commune), "team-leader-home", "team-member-home");
    var _ =
        new TeamFixture(server, "community-officer-elsewhere", "chair-home")
            .team(elsewhere, village(elsewhere), "team-leader-elsewhere", "team-member-elsewhere");
  }

  /// The team that its leader and its member open.
  TeamFixture.Made standing() {
    return standing;
  }

  @Override
  public Set<String> paths() {
    return Set.of("/api/team-", "/api/self-managed-groups", "/api/teams/");
  }

  @Override
  public boolean knows(String operation) {
    String path = operation.substring(operation.indexOf(' ') + 1);
    return path.startsWith("/api/team-")
        || path.startsWith("/api/self-managed-groups")
        || path.equals("/api/teams/own-record")
        || path.contains("/patrol")
        || path.contains("/merits")
        || path.endsWith("/record")
        || (path.startsWith(COVER) && path.matches(".*/(cover|residence|insurance|benefits)"));
  }

  @Override
  public String address(String operation) {
    String path = operation.substring(operation.indexOf(' ') + 1);
    boolean changes = operation.startsWith("POST");
    if (path.startsWith("/api/teams/{id}")) {
      String filled =
          path.replace("{id}", standing().team().toString())
              .replace("{memberId}", standing().members().getLast().toString());
      if (path.contains("{shiftId}")) {
        return filled.replace("{shiftId}", shift());
      }
      if (path.contains("{patrolId}")) {
        return filled.replace("{patrolId}", patrol());
      }
      if (path.endsWith("/benefits")) {
        // Who is not known to have no insurance gets none.
        post(filled.replace("/benefits", "/insurance"), body("POST " + COVER + "insurance"));
      }
      return path.contains("{meritId}") ? filled.replace("{meritId}", merit()) : filled;
    }
    if (path.contains("{leaderId}")) {
      String id = object(path, changes);
      String group = "/api/self-managed-groups/" + id;
      var _ =
          as("community-officer-home")
              .post(group + "/leaders", body("POST /api/self-managed-groups/{id}/leaders"));
      return path.replace("{id}", id)
          .replace(
              "{leaderId}",
              as("community-officer-home")
                  .get(group)
                  .json()
                  .path("leaders")
                  .path(0)
                  .path("id")
                  .asString());
    }
    if (path.contains("{id}")) {
      return path.replace("{id}", object(path, changes));
    }
    return changes || path.endsWith("/figures") || path.endsWith("own-record")
        ? path
        : path + "?communeId=" + commune.id();
  }

  private String object(String path, boolean changes) {
    if (path.startsWith("/api/team-drills")) {
      String id = create("/api/team-drills").path("id").asString();
      if (path.endsWith("/corrections")) {
        post("/api/team-drills/" + id + "/result", body("POST /api/team-drills/{id}/result"));
      }
      return id;
    }
    if (path.startsWith("/api/team-equipment")) {
      return create("/api/team-equipment").path("items").path(0).path("id").asString();
    }
    if (path.startsWith("/api/team-pay/rules")) {
      // One that was taken back ends with no day.
      return "01900000-0000-7000-8000-0000000f000" + (path.endsWith("/until") ? 4 : 5);
    }
    if (path.startsWith("/api/team-pay/sheets")) {
      return as("community-officer-home")
          .post("/api/team-pay/sheets", sheet(changes ? ++sheets + 3 : 0))
          .json()
          .path("id")
          .asString();
    }
    return create("/api/self-managed-groups").path("id").asString();
  }

  @Override
  public Map<String, Object> body(String operation) {
    made++;
    String path = operation.substring(operation.indexOf(' ') + 1);
    Map<String, Object> body = new HashMap<>();
    switch (path) {
      case "/api/team-drills" -> {
        body.put("id", UUID.randomUUID().toString());
        body.put("communeId", commune.id().toString());
        body.put("kind", "TRAINING");
        body.put("subject", "Tập huấn chữa cháy " + made);
        body.put("place", "Nhà văn hóa thôn");
        body.put("on", today().toString());
        body.put("minutes", 120);
        body.put("teamIds", List.of(standing().team().toString()));
      }
      case "/api/team-drills/{id}/result" -> {
        body.put("on", today().toString());
        body.put("minutes", 120);
        body.put(
            "attendance",
            standing().members().stream()
                .map(each -> Map.of("memberId", each.toString(), "outcome", "PASSED"))
                .toList());
      }
      case "/api/team-drills/{id}/corrections" -> {
        body.putAll(body("POST /api/team-drills/{id}/result"));
        body.put("version", 1);
        body.put("reason", "Ghi nhầm người");
      }
      case "/api/team-drills/{id}/cancellation",
          "/api/teams/{id}/patrol-shifts/{shiftId}/cancellation",
          "/api/teams/{id}/merits/{meritId}/withdrawal" ->
          body.put("reason", "Bão số 9");
      case "/api/teams/{id}/patrol-shifts" -> shift(body);
      case "/api/teams/{id}/patrol-plan/copy" -> body.put("month", month(0));
      case "/api/teams/{id}/patrols" -> {
        body.put("id", UUID.randomUUID().toString());
        body.put("kind", "PATROL");
        body.put("shiftId", null);
        patrol(body);
      }
      case "/api/teams/{id}/patrols/{patrolId}/corrections" -> {
        body.put("version", 1);
        body.put("reason", "Ghi nhầm giờ");
        patrol(body);
      }
      case "/api/teams/{id}/patrols/{patrolId}/annulment" -> {
        body.put("version", 1);
        body.put("reason", "Ghi nhầm tổ");
      }
      case COVER + "residence" -> {
        body.put("on", today().toString());
        body.put("resident", true);
      }
      case COVER + "insurance" -> {
        body.put("from", "2024-07-01");
        body.put("social", false);
        body.put("health", false);
      }
      case COVER + "benefits" -> {
        body.put("id", UUID.randomUUID().toString());
        body.put("kind", "ACCIDENT");
        // Each on a day of its own on which they served.
        body.put("happenedOn", today().minusDays(++benefits % TeamFixture.DAYS_AGO).toString());
        body.put("dong", 1_500_000);
        body.put("number", "11/QĐ-UBND");
        body.put("on", today().toString());
      }
      case "/api/team-equipment" -> {
        body.put("id", UUID.randomUUID().toString());
        body.put("communeId", commune.id().toString());
        body.put("kind", "LIGHT");
        body.put("name", "Đèn pin");
        body.put("serials", List.of("DP-" + made));
        body.put("count", null);
        body.put("on", today().toString());
        body.put("paper", "02/PNK");
      }
      case "/api/team-equipment/{id}/movements" -> {
        body.put("moves", 1);
        body.put("move", "SENT_TO_REPAIR");
        body.put("on", today().toString());
        body.put("memberId", null);
        body.put("paper", "03/PSC");
        body.put("note", "Hỏng công tắc");
      }
      case "/api/team-equipment/stocktakings" -> {
        body.put("id", UUID.randomUUID().toString());
        body.put("communeId", commune.id().toString());
        body.put("on", today().toString());
        body.put("paper", "04/BBKK");
        create("/api/team-equipment");
        body.put("items", seen());
      }
      case "/api/team-pay/rules" -> {
        body.put("kind", "HEALTH_INSURANCE");
        body.put("villageType", null);
        body.put("position", "LEADER");
        body.put("unit", "VND");
        body.put("value", 52_650);
        body.put("from", "2024-07-01");
        body.put("source", "Nghị quyết thử");
        body.put("checked", true);
      }
      case "/api/team-pay/rules/{id}/until" -> {
        body.put("until", today().plusYears(1).toString());
        body.put("source", "Nghị quyết thử");
      }
      case "/api/team-pay/village-types" -> {
        body.put("areaId", standing().village().toString());
        body.put("from", "2024-07-01");
        body.put("type", 1);
        body.put("paper", "05/QĐ-UBND");
      }
      case "/api/team-pay/sheets" -> body.putAll(sheet(0));
      case "/api/team-pay/sheets/{id}/decision" -> {
        body.put("version", 1);
        paper(body);
      }
      case "/api/teams/{id}/merits" -> {
        body.put("id", UUID.randomUUID().toString());
        body.put("memberId", standing().members().getLast().toString());
        body.put("form", "CERTIFICATE_OF_MERIT");
        body.put("year", null);
        body.put("authority", "Chủ tịch UBND xã");
        body.put("words", "Hoàn thành tốt nhiệm vụ");
        paper(body);
      }
      case "/api/self-managed-groups" -> {
        body.put("id", UUID.randomUUID().toString());
        body.put("kind", "SECURITY");
        body.put("villageId", standing().village().toString());
        body.put("name", "Tổ tự quản " + made);
        body.put("households", 42);
        paper(body);
      }
      case "/api/self-managed-groups/{id}/changes" -> {
        body.put("version", 0);
        body.put("name", "Tổ tự quản đổi tên " + made);
        body.put("households", 43);
      }
      case "/api/self-managed-groups/{id}/leaders" -> {
        body.put("id", UUID.randomUUID().toString());
        body.put("position", "LEADER");
        body.put("name", "Phạm Thị Mai");
        body.put("phone", "0912 345 678");
        body.put("from", today().toString());
        body.put("until", today().plusYears(2).toString());
        paper(body);
      }
      case "/api/self-managed-groups/{id}/leaders/{leaderId}/corrections" -> {
        body.put("version", 1);
        body.put("name", "Phạm Thị Mại");
        body.put("phone", "0912 345 679");
        body.put("reason", "Viết nhầm dấu");
      }
      case "/api/self-managed-groups/{id}/leaders/{leaderId}/end" -> {
        body.put("version", 1);
        body.put("on", today().toString());
        body.put("reason", "Xin thôi");
      }
      case "/api/self-managed-groups/{id}/end" -> {
        body.put("on", today().toString());
        body.put("intoId", null);
        body.put("paper", "07/QĐ-UBND");
      }
      default -> {}
    }
    return body;
  }

  @Override
  public Answer call(TestClient client, String operation, String address) {
    return operation.startsWith("POST /api/self-managed-groups/import")
        ? client.postAs(address, list(), SheetRows.CSV)
        : ApiScenario.super.call(client, operation, address);
  }

  private byte[] list() {
    made++;
    return """
    commune,village,kind,group,households,group_decision,group_decided_on
    %s,%s,SECURITY,Tổ nhập %d,12,08/QĐ-UBND,2025-01-10
    """
        .formatted(
            commune.code(),
            server.bean(Areas.class).findPresent(standing().village()).orElseThrow().code(),
            made)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void paper(Map<String, Object> body) {
    body.put("number", "06/QĐ-UBND");
    body.put("on", today().toString());
    body.put("signer", "Bùi Thị Hạnh");
  }

  /// Each at another time, so that nobody is on two at a time.
  private void shift(Map<String, Object> body) {
    int slot = ++made;
    body.put("id", UUID.randomUUID().toString());
    body.put("on", today().plusDays(1 + slot / SHIFTS_A_DAY).toString());
    body.put("starts", LocalTime.of(0, 0).plusMinutes(slot % SHIFTS_A_DAY * 30L).toString());
    body.put("minutes", 20);
    body.put("route", "Đường liên thôn, khu chợ");
    body.put("memberIds", List.of(standing().members().getFirst().toString()));
  }

  private void patrol(Map<String, Object> body) {
    Instant end = began.minus(30L * ++made, ChronoUnit.MINUTES);
    body.put("startedAt", end.minus(20, ChronoUnit.MINUTES).toString());
    body.put("endedAt", end.toString());
    body.put("memberIds", List.of(standing().members().getFirst().toString()));
    body.put("words", "Địa bàn yên tĩnh.");
  }

  private String shift() {
    Map<String, Object> body = body("POST /api/teams/{id}/patrol-shifts");
    post("/api/teams/" + standing().team() + "/patrol-shifts", body);
    return String.valueOf(body.get("id"));
  }

  private String patrol() {
    Map<String, Object> body = body("POST /api/teams/{id}/patrols");
    post("/api/teams/" + standing().team() + "/patrols", body);
    return String.valueOf(body.get("id"));
  }

  private String merit() {
    String path = "/api/teams/" + standing().team() + "/merits";
    post(path, body("POST /api/teams/{id}/merits"));
    return as("community-officer-home")
        .get(path)
        .json()
        .path("items")
        .path(0)
        .path("id")
        .asString();
  }

  private List<Map<String, String>> seen() {
    return as("community-officer-home")
        .get("/api/team-equipment?limit=200&communeId=" + commune.id())
        .json()
        .path("items")
        .valueStream()
        .filter(item -> !item.path("state").asString().equals("WRITTEN_OFF"))
        .map(item -> Map.of("id", item.path("id").asString(), "seen", "GOOD"))
        .toList();
  }

  private Map<String, Object> sheet(int monthsAgo) {
    return Map.of("communeId", commune.id().toString(), "month", month(monthsAgo));
  }

  private static String month(int ago) {
    return YearMonth.from(today()).minusMonths(ago).toString();
  }

  private JsonNode create(String path) {
    return as("community-officer-home").post(path, body("POST " + path)).json();
  }

  private void post(String path, Map<String, Object> body) {
    int status = as("community-officer-home").post(path, body).status();
    if (status != 204) {
      throw new IllegalStateException(path + " " + status);
    }
  }

  private TestClient as(String username) {
    return clients.computeIfAbsent(username, server::signedIn);
  }

  private UUID village(Area of) {
    made++;
    return server
        .bean(Areas.class)
        .create(
            new NewArea(
                of.code() + "-W" + made, "Thôn việc " + made, AreaKind.RESIDENTIAL_AREA, of.id()),
            null)
        .id();
  }

  private static LocalDate today() {
    return LocalDate.now(ZONE);
  }
}
