package anbinh.recording.watch;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.identity.NewPerson;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.emergency.Emergencies;
import anbinh.identity.people.People;
import anbinh.recording.RecordingFixture;
import anbinh.recording.TestCamera;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import anbinh.testing.Waiting;
import anbinh.worklist.WorklistKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// Emergency access, on a server where no footage is fresh.
class EmergencyIT {
  @RegisterExtension
  static final TestServer SERVER = new TestServer("anbinh.identity.fresh-footage=0s");

  private static final String OPEN = "/api/emergency-accesses";
  private static final String REASON = "Trẻ lạc ở chợ từ hôm kia, gia đình vừa báo.";

  private static @Nullable RecordingFixture made;
  private static @Nullable TestCamera source;
  private static String camera = "";
  private static Instant recorded = Instant.EPOCH;
  private static int people;

  @BeforeAll
  static void record() throws Exception {
    RecordingFixture world = new RecordingFixture(SERVER);
    made = world;
    source = TestCamera.start();
    camera = world.addCamera("Cổng chợ", source.address());
    world.awaitRecorded(camera, Duration.ofSeconds(2));
    recorded =
        RecordingFixture.instant(world.coverage(camera).path("recorded").get(0), "from")
            .plusMillis(100);
    SERVER.person("cap-tren", world.commune, Role.APPROVER, Role.SENIOR_APPROVER);
    SERVER.person("cap-tren-khac", world.elsewhere, Role.APPROVER, Role.SENIOR_APPROVER);
    SERVER.person("phe-duyet", world.commune, Role.APPROVER);
    SERVER.person("giam-sat", null, Role.AUDITOR);
  }

  @AfterAll
  static void stopCamera() {
    Objects.requireNonNull(source).close();
  }

  private static RecordingFixture world() {
    return Objects.requireNonNull(made);
  }

  @Test
  void opensOlderFootageMarksEachLookAndEndsWhenItsHolderSays() throws Exception {
    TestClient who = investigator(Role.INVESTIGATOR);
    assertThat(who.get(video()).code()).isEqualTo("no-current-case");
    JsonNode opened = open(who);
    assertThat(
            Duration.between(
                RecordingFixture.instant(opened, "openedAt"),
                RecordingFixture.instant(opened, "end")))
        .isEqualTo(Duration.ofHours(1));
    assertThat(who.get(video()).status()).isEqualTo(200);
    assertThat(who.get("/api/cameras/" + camera + "/still.jpg?at=" + recorded).status())
        .isEqualTo(200);
    assertThat(who.get(OPEN + "/own").json().path("open").path("code"))
        .isEqualTo(opened.path("code"));
    assertThat(who.post(OPEN, body()).code()).as("never prolonged").isEqualTo("emergency-open");
    assertThat(investigator(Role.INVESTIGATOR).get(video()).code())
        .as("nobody else's")
        .isEqualTo("no-current-case");

    assertThat(who.post(OPEN + "/own/end", Map.of()).json().path("open").isNull()).isTrue();
    assertThat(who.post(OPEN + "/own/end", Map.of()).status()).isEqualTo(200);
    assertThat(who.get(video()).code()).isEqualTo("no-current-case");
    SERVER.awaitLog();
    JsonNode seen = SERVER.signedIn("giam-sat").get(path(opened)).json().path("looked");
    assertThat(seen.findValuesAsString("what")).containsExactly("recording.watched", "still.taken");
    assertThat(seen.findValuesAsString("cameraId")).containsOnly(camera);
    assertThat(
            count(
                "select count(*) from audit.event where type in ('emergency.opened',"
                    + " 'emergency.ended') and object_id = '"
                    + opened.path("id").asString()
                    + "'"))
        .isEqualTo(2);
  }

  @Test
  void needsARoleTheAreaAReasonAndAConfirmation() {
    UUID province =
        SERVER
            .bean(Areas.class)
            .create(new NewArea("T", "Tỉnh", AreaKind.PROVINCE, null), null)
            .id();
    TestClient who = investigator(Role.DUTY_OFFICER);
    assertThat(SERVER.signedIn("phe-duyet").post(OPEN, body()).code()).isEqualTo("not-your-role");
    assertThat(world().auditor.post(OPEN, body()).code()).isEqualTo("not-your-role");
    assertThat(world().stranger.post(OPEN, body()).code()).isEqualTo("not-your-area");
    SERVER.person("ca-tinh", null, Role.INVESTIGATOR);
    TestClient wide = SERVER.signedIn("ca-tinh");
    assertThat(wide.post(OPEN, body(province, REASON)).text()).contains("area-too-large");
    assertThat(wide.post(OPEN, body(UUID.randomUUID(), REASON)).text()).contains("no-such-area");
    for (String filler : List.of("gấp", "a".repeat(40), " ".repeat(60), "x y z . . . . . . . .")) {
      assertThat(who.post(OPEN, body(world().commune, filler)).text())
          .contains("\"field\":\"reason\"");
    }
    SERVER.forgetConfirmations();
    assertThat(who.post(OPEN, body()).code()).isEqualTo("confirm-yourself");
    assertThat(who.get(OPEN + "/own").json().path("left").asInt()).isEqualTo(2);
  }

  @Test
  void opensNothingElseAndOnlyItsAreaAndAFewADay() {
    SERVER.person("truc-tinh", null, Role.DUTY_OFFICER, Role.INVESTIGATOR);
    TestClient who = SERVER.signedIn("truc-tinh");
    assertThat(who.post(OPEN, body(world().elsewhere, REASON)).status()).isEqualTo(201);
    assertThat(who.get(video()).code()).as("of another area").isEqualTo("no-current-case");
    who.post(OPEN + "/own/end", Map.of());
    open(who);
    assertThat(who.get(video()).status()).isEqualTo(200);
    assertThat(who.get("/api/party-reopenings").code()).isEqualTo("not-your-role");
    assertThat(who.get("/api/log").code()).isEqualTo("not-your-role");
    Map<String, Object> theft = new HashMap<>();
    theft.put("title", "Của người khác");
    theft.put("type", "THEFT");
    theft.put("occurredFrom", recorded.toString());
    theft.put("areaId", world().commune);
    String other =
        investigator(Role.INVESTIGATOR).post("/api/cases", theft).json().path("id").asString();
    assertThat(who.get("/api/cases/" + other + "/parties").code())
        .as("closed records")
        .isEqualTo("not-your-case");
    who.post(OPEN + "/own/end", Map.of());
    assertThat(who.post(OPEN, body()).code()).isEqualTo("too-many-emergencies");
    change(
        "update identity.emergency_access set opened_at = opened_at - interval '25 hours'"
            + " where person_id = (select id from identity.person where username = 'truc-tinh')");
    open(who);
  }

  @Test
  void endsByItself() {
    TestClient who = investigator(Role.INVESTIGATOR);
    JsonNode opened = open(who);
    change(
        """
        update identity.emergency_access
        set opened_at = opened_at - interval '61 minutes', until = until - interval '61 minutes'
        where id = cast('%s' as uuid)
        """
            .formatted(opened.path("id").asString()));
    assertThat(who.get(video()).code()).isEqualTo("no-current-case");
    assertThat(who.get(OPEN + "/own").json().path("open").isNull()).isTrue();
  }

  @Test
  void isReviewedByAnotherPersonWhoMayAndOnce() {
    Person holder =
        SERVER.person(
            "tu-xem", world().commune, Role.INVESTIGATOR, Role.APPROVER, Role.SENIOR_APPROVER);
    TestClient who = SERVER.signedIn("tu-xem");
    SERVER
        .bean(People.class)
        .create(
            new NewPerson(
                "tu-xem-2",
                "NGƯỜI  tu-xem",
                TestServer.PASSWORD,
                Set.of(Role.AUDITOR),
                null,
                false),
            null);
    TestClient senior = SERVER.signedIn("cap-tren");
    int before = Waiting.of(senior, WorklistKind.EMERGENCY_REVIEW).count();
    int own = Waiting.of(who, WorklistKind.EMERGENCY_REVIEW).count();
    JsonNode opened = open(who);
    String id = opened.path("id").asString();
    String path = path(opened);
    Waiting waiting = Waiting.of(senior, WorklistKind.EMERGENCY_REVIEW);
    assertThat(waiting.count()).as("told at once").isEqualTo(before + 1);
    assertThat(waiting.nextDue())
        .isBeforeOrEqualTo(RecordingFixture.instant(opened, "reviewBy"))
        .isAfter(Instant.now());
    assertThat(Waiting.of(who, WorklistKind.EMERGENCY_REVIEW).count()).isEqualTo(own);
    assertThat(senior.get(OPEN + "?state=WAITING&limit=200").text()).contains(id, REASON);
    assertThat(SERVER.signedIn("giam-sat").get(OPEN + "?state=WAITING&limit=200").text())
        .contains(id);
    assertThat(SERVER.signedIn("cap-tren-khac").get(OPEN + "?state=WAITING").text())
        .doesNotContain(id);
    assertThat(who.get(OPEN + "?state=WAITING&limit=200").text()).doesNotContain(id);
    assertThat(SERVER.signedIn("tu-xem-2").get(OPEN + "?state=WAITING&limit=200").text())
        .doesNotContain(id);

    Map<String, Object> justified = review("JUSTIFIED");
    assertThat(who.post(path + "/review", justified).code()).isEqualTo("own-emergency");
    assertThat(SERVER.signedIn("tu-xem-2").post(path + "/review", justified).code())
        .as("the same name")
        .isEqualTo("own-emergency");
    assertThat(SERVER.signedIn("cap-tren-khac").post(path + "/review", justified).code())
        .isEqualTo("not-your-area");
    assertThat(SERVER.signedIn("phe-duyet").post(path + "/review", justified).code())
        .isEqualTo("not-your-role");
    assertThat(senior.post(path + "/review", justified).code())
        .as("while it lasts")
        .isEqualTo("emergency-open");
    assertThat(who.get(video()).status()).isEqualTo(200);
    Answer ended = senior.post(path + "/review", review("NOT_JUSTIFIED"));
    assertThat(ended.status()).as(ended.text()).isEqualTo(200);
    assertThat(ended.json().path("open").asBoolean()).isFalse();
    assertThat(who.get(video()).code()).isEqualTo("no-current-case");
    assertThat(senior.post(path + "/review", justified).code()).isEqualTo("emergency-reviewed");
    assertThat(
            who.get(OPEN + "/own")
                .json()
                .path("last")
                .get(0)
                .path("review")
                .path("verdict")
                .asString())
        .isEqualTo("NOT_JUSTIFIED");
    assertThat(senior.get(OPEN + "?state=REVIEWED").text()).contains(id);
    assertThat(
            count(
                "select count(*) from audit.event where type = 'emergency.reviewed'"
                    + " and position('"
                    + holder.displayName()
                    + "' in convert_from(record, 'UTF8')) = 0 and object_id = '"
                    + id
                    + "'"))
        .isOne();
  }

  @Test
  void isNotedOnceWhenNobodyReviewedItInTime() {
    JsonNode opened = open(investigator(Role.INVESTIGATOR));
    change(
        "update identity.emergency_access set review_by = now() - interval '1 minute' where id ="
            + " cast('"
            + opened.path("id").asString()
            + "' as uuid)");
    Emergencies emergencies = SERVER.bean(Emergencies.class);
    emergencies.noteOverdue();
    emergencies.noteOverdue();
    assertThat(
            count(
                "select count(*) from audit.event where type = 'emergency.review-overdue'"
                    + " and object_id = '"
                    + opened.path("id").asString()
                    + "'"))
        .isOne();
    TestClient auditor = SERVER.signedIn("giam-sat");
    assertThat(auditor.get(path(opened)).json().path("overdue").asBoolean()).isTrue();
    assertThat(Waiting.of(auditor, WorklistKind.EMERGENCY_REVIEW).overdue()).isOne();
  }

  private static String path(JsonNode opened) {
    return OPEN + "/" + opened.path("id").asString();
  }

  private static TestClient investigator(Role role) {
    String username = "nguoi-xem-" + ++people;
    SERVER.person(username, world().commune, role);
    return SERVER.signedIn(username);
  }

  private static JsonNode open(TestClient who) {
    Answer opened = who.post(OPEN, body());
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    return opened.json();
  }

  private static Map<String, Object> body() {
    return body(world().commune, REASON);
  }

  private static Map<String, Object> body(UUID area, String reason) {
    return Map.of("areaId", area, "reason", reason);
  }

  private static Map<String, Object> review(String verdict) {
    return Map.of("verdict", verdict, "reason", "Đã hỏi gia đình và công an xã về việc này.");
  }

  private static String video() {
    return "/api/cameras/"
        + camera
        + "/video.mp4?from="
        + recorded
        + "&to="
        + recorded.plusSeconds(1);
  }

  private static void change(String sql) {
    SERVER.database().client().sql(sql).update();
    SERVER.acceptAccounts();
  }

  private static long count(String sql) {
    return SERVER.database().client().sql(sql).query(Long.class).single();
  }
}
