package anbinh.mediation;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Villages, their teams and mediations of a test, made over HTTP by who makes them in life.
public final class MediationFixture {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final String[] QUESTIONS = {
    "VIOLENCE", "CHILD", "INJURY", "OFFENCE", "PUBLIC_INTEREST", "BARRED", "OTHER_LAW"
  };

  private final TestServer server;
  private int made;

  public MediationFixture(TestServer server) {
    this.server = server;
  }

  public static LocalDate today() {
    return LocalDate.now(ZONE);
  }

  public Area village(Area commune) {
    made++;
    return server
        .bean(Areas.class)
        .create(
            new NewArea(
                commune.code() + "-HG" + made,
                "Thôn Hòa Giải " + made,
                AreaKind.RESIDENTIAL_AREA,
                commune.id()),
            null);
  }

  /// The list of an election of three.
  ///
  /// @param leader the account of who leads; null for none
  public static Map<String, Object> team(UUID village, @Nullable UUID leader) {
    return new HashMap<>(
        Map.of(
            "villageId",
            village,
            "minorityArea",
            false,
            "election",
            election(),
            "leaderElection",
            leaderElection(),
            "mediators",
            List.of(
                mediator("Trịnh Thị Nga", true, true, leader),
                mediator("Hà Văn Sơn", false, false, null),
                mediator("Lê Xuân Tùng", false, false, null))));
  }

  public static Map<String, Object> election() {
    return Map.of(
        "form", "SECRET_BALLOT", "heldOn", today().toString(), "households", 120, "seats", 9);
  }

  /// Of a team of three.
  public static Map<String, Object> leaderElection() {
    return Map.of("form", "OPEN_VOTE", "heldOn", today().toString(), "voters", 3, "votes", 2);
  }

  public static Map<String, Object> mediator(
      String name, boolean woman, boolean leader, @Nullable UUID account) {
    Map<String, Object> mediator = new HashMap<>();
    mediator.put("name", name);
    mediator.put("woman", woman);
    mediator.put("leader", leader);
    mediator.put("votes", 80);
    mediator.put("personId", account);
    return mediator;
  }

  /// A recognised team.
  public JsonNode recognised(
      TestClient proposer, TestClient chair, UUID village, @Nullable UUID leader) {
    JsonNode team = made(proposer.post("/api/mediation-teams", team(village, leader)), 201);
    return made(
        chair.post("/api/mediation-teams/" + team.path("id").asString() + "/recognition", paper()),
        200);
  }

  public static Map<String, Object> paper() {
    return new HashMap<>(Map.of("number", "12/QĐ-UBND", "on", today().toString()));
  }

  public static List<Map<String, Object>> answers(String... yes) {
    return Arrays.stream(QUESTIONS)
        .map(each ->
            Map.<String, Object>of("question", each, "yes", Arrays.asList(yes).contains(each)))
        .toList();
  }

  public static Map<String, Object> form(UUID village, String... yes) {
    return new HashMap<>(
        Map.of(
            "villageId",
            village,
            "basis",
            "PARTY_ASKS",
            "kind",
            "BOUNDARY",
            "receivedOn",
            today().toString(),
            "answers",
            answers(yes),
            "parties",
            List.of(
                Map.of("name", "Phạm Văn Ất", "address", "Nhà 4, xóm 2", "phone", "0912 000 222"),
                Map.of("name", "Đỗ Thị Giáp", "address", "Nhà 5, xóm 2")),
            "about",
            "Hai nhà không thống nhất được bờ rào giữa vườn."));
  }

  public static JsonNode made(Answer answer, int status) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    return answer.json();
  }

  public static String id(JsonNode details) {
    return details.path("mediation").path("id").asString();
  }

  /// A mediator of a team by name.
  public static String mediatorOf(JsonNode team, String name) {
    return Stream.of(team.path("mediators").valueStream().toArray(JsonNode[]::new))
        .filter(each -> each.path("name").asString().equals(name))
        .map(each -> each.path("id").asString())
        .findFirst()
        .orElseThrow();
  }

  public static Map<String, Object> session(LocalDate on) {
    return new HashMap<>(
        Map.of(
            "on",
            on.toString(),
            "place",
            "Nhà văn hóa thôn",
            "openly",
            false,
            "present",
            "Hai bên, hòa giải viên",
            "words",
            "Hai bên nói rõ ranh giới cũ."));
  }

  public static Map<String, Object> agreement() {
    return new HashMap<>(
        Map.of(
            "agreed",
            "Xây lại bờ rào theo mốc cũ, chi phí chia đôi.",
            "by",
            today().plusDays(20).toString(),
            "written",
            true,
            "matter",
            "Tranh chấp bờ rào giữa hai vườn.",
            "course",
            "Hòa giải một buổi tại nhà văn hóa.",
            "duties",
            "Mỗi bên trả một nửa.",
            "manner",
            "Thuê thợ trong xóm."));
  }
}
