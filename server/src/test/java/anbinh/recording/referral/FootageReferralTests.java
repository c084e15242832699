package anbinh.recording.referral;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.recording.RecordingFixture;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import anbinh.testing.Waiting;
import anbinh.worklist.WorklistKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Referrals of footage, on a server where footage is fresh for some seconds.
public abstract class FootageReferralTests {
  private static final String PATH = "/api/footage-referrals";
  private static final String UNRELATED = "Không liên quan đến vụ nào";
  private static final Map<String, Object> REASON = Map.of("reason", UNRELATED);

  protected abstract TestServer server();

  protected abstract RecordingFixture fixture();

  protected abstract String cameraId();

  /// When the sender may watch without a case.
  protected abstract Instant freshMoment();

  @Test
  void aReferralTellsAnInvestigatorWhereToLookAndGivesNoRight() {
    TestClient officer = signedIn("chuyen-1", fixture().commune, Role.DUTY_OFFICER);
    Person recipient = person("nhan-1", fixture().commune, Role.INVESTIGATOR);
    TestClient investigator = server().signedIn("nhan-1");
    assertThat(officer.get(PATH + "/recipients?cameraIds=" + cameraId()).text())
        .contains(recipient.id().toString());
    String id = referred(officer, recipient);
    assertThat(Waiting.of(investigator, WorklistKind.FOOTAGE_REFERRAL).count()).isEqualTo(1);
    assertThat(Waiting.of(investigator, WorklistKind.FOOTAGE_REFERRAL).nextDue())
        .isAfter(Instant.now().plusSeconds(6 * 86_400));
    assertThat(investigator.get(PATH).json().path("items").get(0).path("own").asBoolean())
        .isFalse();
    assertThat(officer.get(PATH).json().path("items").get(0).path("own").asBoolean()).isTrue();
    Instant old = Instant.now().minusSeconds(3_600);
    set(id, "from_at = now() - interval '1 hour', to_at = now() - interval '59 minutes'");
    assertThat(
            investigator
                .get(
                    "/api/cameras/%s/video.mp4?from=%s&to=%s"
                        .formatted(cameraId(), old, old.plusSeconds(60)))
                .code())
        .as("whoever opens it needs a case, as for any other look")
        .isEqualTo("no-current-case");

    assertThat(
            signedIn("nhan-khac", fixture().commune, Role.INVESTIGATOR)
                .post(PATH + "/" + id + "/acceptance", Map.of())
                .code())
        .isEqualTo("not-your-referral");
    Answer accepted = investigator.post(PATH + "/" + id + "/acceptance", Map.of());
    assertThat(accepted.json().path("state").asString()).isEqualTo("ACCEPTED");
    assertThat(investigator.post(PATH + "/" + id + "/dismissal", REASON).code())
        .isEqualTo("referral-ended");
    assertThat(Waiting.of(investigator, WorklistKind.FOOTAGE_REFERRAL).count()).isZero();
    assertThat(entries(id))
        .containsExactly("footage.referred", "access.denied", "footage.referral-accepted");

    String dismissed = referred(officer, recipient);
    assertThat(investigator.post(PATH + "/" + dismissed + "/dismissal", REASON).status())
        .isEqualTo(200);
    assertThat(officer.get(PATH).text()).contains(UNRELATED);
    String lapsed = referred(officer, recipient);
    set(lapsed, "open_until = now()");
    assertThat(Waiting.of(investigator, WorklistKind.FOOTAGE_REFERRAL).count()).isZero();
    assertThat(investigator.post(PATH + "/" + lapsed + "/acceptance", Map.of()).code())
        .isEqualTo("referral-ended");
  }

  @Test
  void isWithdrawnByItsSenderAloneAndOnlyWhileNobodyHasAnswered() {
    TestClient officer = signedIn("chuyen-4", fixture().commune, Role.DUTY_OFFICER);
    Person recipient = person("nhan-4", fixture().commune, Role.INVESTIGATOR);
    TestClient investigator = server().signedIn("nhan-4");
    String id = referred(officer, recipient);
    String withdrawal = PATH + "/" + id + "/withdrawal";
    assertThat(
            signedIn("truc-khac", fixture().commune, Role.DUTY_OFFICER)
                .post(withdrawal, Map.of())
                .code())
        .isEqualTo("not-your-referral");
    assertThat(investigator.post(withdrawal, Map.of()).code()).isEqualTo("not-your-role");

    Answer withdrawn = officer.post(withdrawal, Map.of());
    assertThat(withdrawn.json().path("state").asString()).isEqualTo("WITHDRAWN");
    assertThat(officer.get(PATH).text()).contains(id);
    assertThat(investigator.get(PATH).text())
        .as("it may have been the wrong person")
        .doesNotContain(id);
    assertThat(Waiting.of(investigator, WorklistKind.FOOTAGE_REFERRAL).count()).isZero();
    assertThat(investigator.post(PATH + "/" + id + "/acceptance", Map.of()).code())
        .isEqualTo("referral-ended");
    assertThat(officer.post(withdrawal, Map.of()).code()).isEqualTo("referral-ended");
    assertThat(entries(id)).endsWith("footage.referral-withdrawn");

    String accepted = referred(officer, recipient);
    investigator.post(PATH + "/" + accepted + "/acceptance", Map.of());
    assertThat(officer.post(PATH + "/" + accepted + "/withdrawal", Map.of()).code())
        .isEqualTo("referral-ended");
  }

  @Test
  void isMadeOnlyToWhoMayWatchTheCameraAndByWhoMayWatchTheSpan() {
    TestClient officer = signedIn("chuyen-2", fixture().commune, Role.DUTY_OFFICER);
    Person recipient = person("nhan-2", fixture().commune, Role.INVESTIGATOR);
    Map<String, Object> body = body(recipient.id());
    TestClient both = signedIn("ca-hai", fixture().commune, Role.DUTY_OFFICER, Role.INVESTIGATOR);
    Person inactive = person("nhan-nghi", fixture().commune, Role.INVESTIGATOR);
    assertThat(
            fixture()
                .administrator
                .patch("/api/people/" + inactive.id(), Map.of("active", false))
                .status())
        .isEqualTo(200);
    Map<String, UUID> wrong =
        Map.of(
            "of another area",
            person("nhan-xa", fixture().elsewhere, Role.INVESTIGATOR).id(),
            "no investigator",
            person("nhan-truc", fixture().commune, Role.DUTY_OFFICER).id(),
            "inactive",
            inactive.id(),
            "nobody",
            UUID.randomUUID());
    wrong.forEach((who, id) ->
        assertThat(officer.post(PATH, body(id)).text()).as(who).contains("\"recipientId\""));
    UUID oneself = UUID.fromString(both.get("/api/session").json().at("/user/id").asString());
    assertThat(both.post(PATH, body(oneself)).text()).contains("\"recipientId\"");

    assertThat(server().signedIn("nhan-2").post(PATH, body).code()).isEqualTo("not-your-role");
    assertThat(fixture().stranger.post(PATH, body).code()).isEqualTo("not-your-area");
    Instant old = Instant.now().minusSeconds(3_600);
    assertThat(officer.post(PATH, with(body, "from", old)).code())
        .as("older than the sender may watch")
        .isEqualTo("no-current-case");
    assertThat(officer.post(PATH, with(body, "to", Instant.now().plusSeconds(600))).text())
        .contains("\"to\"");
    assertThat(officer.post(PATH, with(body, "to", old)).text()).contains("\"to\"");
    assertThat(Waiting.of(server().signedIn("nhan-2"), WorklistKind.FOOTAGE_REFERRAL).count())
        .isZero();
  }

  @Test
  void theSameAgainIsTheSameAndTooManyAreRefused() {
    TestClient officer = signedIn("chuyen-3", fixture().commune, Role.DUTY_OFFICER);
    Person recipient = person("nhan-3", fixture().commune, Role.INVESTIGATOR);
    Map<String, Object> body = body(recipient.id());
    Instant from = freshMoment();
    for (int made = 0; made < FootageReferrals.MAX_OPEN; made++) {
      Answer first = officer.post(PATH, with(body, "from", from.plusMillis(made)));
      assertThat(first.status()).as(first.text()).isEqualTo(201);
    }
    assertThat(officer.post(PATH, with(body, "from", from)).status())
        .as("once more after an answer that was lost")
        .isEqualTo(201);
    assertThat(officer.post(PATH, with(body, "from", from.plusMillis(500))).code())
        .isEqualTo("too-many-referrals");
    assertThat(Waiting.of(server().signedIn("nhan-3"), WorklistKind.FOOTAGE_REFERRAL).count())
        .isEqualTo(FootageReferrals.MAX_OPEN);
  }

  private String referred(TestClient officer, Person recipient) {
    Answer made = officer.post(PATH, body(recipient.id()));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.json().path("id").asString();
  }

  private Map<String, Object> body(UUID recipient) {
    Instant from = freshMoment();
    Map<String, Object> body = new HashMap<>();
    body.put("cameraIds", List.of(cameraId()));
    body.put("from", from);
    body.put("to", from.plusSeconds(2));
    body.put("recipientId", recipient);
    body.put("note", "Xe dừng lâu trước cổng");
    return body;
  }

  private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
    Map<String, Object> changed = new HashMap<>(body);
    changed.put(field, value);
    return changed;
  }

  private Person person(String name, UUID area, Role... roles) {
    return server().person(name, area, roles);
  }

  private TestClient signedIn(String name, UUID area, Role... roles) {
    person(name, area, roles);
    return server().signedIn(name);
  }

  private void set(String id, String columns) {
    server()
        .database()
        .client()
        .sql("update recording.footage_referral set " + columns + " where id = cast(? as uuid)")
        .param(id)
        .update();
  }

  private List<String> entries(String id) {
    return server()
        .database()
        .client()
        .sql(
            """
            select type from audit.event where convert_from(record, 'UTF8') like '%' || ? || '%'
            order by seq
            """)
        .param(id)
        .query(String.class)
        .list()
        .stream()
        .map(type -> Objects.requireNonNull(type))
        .toList();
  }
}
