package anbinh.evidence.web;

import static anbinh.evidence.EvidenceFixture.errors;
import static anbinh.evidence.EvidenceFixture.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.evidence.collect.FakeFootage;
import anbinh.evidence.collect.PackageSchemas;
import anbinh.evidence.request.Requests;
import anbinh.identity.Role;
import anbinh.platform.DataFolder;
import anbinh.testing.Await;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The urgent way: footage is taken before anybody decided, nobody gets it before another person
/// ratifies, and it is gone if nobody does; they run with [PackageIT] on its server.
abstract class UrgentTests extends TimelineTests {
  private static final Map<String, Object> APPROVE = Map.of("outcome", "APPROVE");
  private static final Map<String, Object> REFUSE =
      Map.of("outcome", "REFUSE", "reasonCode", "NOT_NECESSARY", "reason", "không cần gấp");
  private static final Map<String, Object> MARK =
      Map.of("urgentReason", "SUSPECT_AT_LARGE", "urgentWords", "Đối tượng vừa rời chợ.");

  @BeforeAll
  static void makePeople() {
    UUID commune = world().commune.id();
    UUID elsewhere = world().elsewhere.id();
    SERVER.person("officer-who-approves", commune, Role.DUTY_OFFICER, Role.APPROVER);
    SERVER.person("officer-elsewhere", elsewhere, Role.DUTY_OFFICER);
    SERVER.person("administrator", commune, Role.ADMINISTRATOR);
    SERVER.person("administrator-elsewhere", elsewhere, Role.ADMINISTRATOR);
  }

  @BeforeEach
  void footageIsThere() {
    SERVER.bean(FakeFootage.class).complete(true);
  }

  @Test
  void isSecuredAtOnceAndNobodyGetsItBeforeAnotherPersonRatifies() throws Exception {
    UUID id = urgent();
    awaitStep(id, "SECURED");
    JsonNode seen = world().get(id);
    assertThat(seen.path("state").asString()).isEqualTo("REQUESTED");
    JsonNode urgency = seen.path("urgency");
    assertThat(urgency.path("reason").asString()).isEqualTo("LIFE_IN_DANGER");
    assertThat(urgency.path("markedBy").path("displayName").asString())
        .isEqualTo("Người investigator");
    assertThat(urgency.path("securedAt").isNull()).isFalse();
    Instant markedAt = Instant.parse(urgency.path("markedAt").asString());
    assertThat(Instant.parse(urgency.path("ratifyBy").asString()))
        .isBetween(markedAt.plus(Duration.ofHours(24)), markedAt.plus(Duration.ofHours(25)));
    for (String username : List.of("investigator", "approver", "officer", "auditor")) {
      assertThat(world().as(username).get(path(id) + "/package.zip").status())
          .as(username)
          .isIn(403, 409);
    }
    String secured = extractionCode(id);
    List<String> clips = leafClips(id, "extraction.secured");
    assertThat(clips).hasSize(2);
    assertThat(staged(secured)).isNotEmpty();

    SERVER.stop();
    SERVER.start();
    assertThat(staged(secured)).isNotEmpty();
    assertThat(world().as("approver").post(path(id) + "/decision", APPROVE).status())
        .isEqualTo(200);
    world().await(id, "SEALED");
    assertThat(world().get(id).path("extraction").path("code").asString()).isEqualTo(secured);
    assertThat(leafClips(id, "extraction.taken")).isEqualTo(clips);
    assertThat(staged(secured)).isEmpty();
    Answer zip = world().as("investigator").get(path(id) + "/package.zip");
    assertThat(zip.status()).isEqualTo(200);
    PackageSchemas.assertDocumented(zip.response().body());
    JsonNode override = record(zip).path("decision").path("emergencyOverride");
    assertThat(override.path("markedBy").path("name").asString()).isEqualTo("Người investigator");
    assertThat(override.path("ratifiedBy").path("name").asString()).isEqualTo("Người approver");
    assertThat(Instant.parse(override.path("securedAt").asString()))
        .isAfter(markedAt)
        .isBefore(Instant.parse(override.path("ratifiedAt").asString()));
    assertThat(override.path("anotherPersonThanMarker").asBoolean()).isTrue();
    assertThat(history(id)).containsSubsequence("REQUESTED", "MARKED_URGENT", "APPROVED", "SEALED");
  }

  @Test
  void isDeletedWithACertificateWhenItIsRefusedAndTheWatchersAreTold() throws Exception {
    UUID id = urgent();
    awaitStep(id, "SECURED");
    String extraction = extractionCode(id);
    List<String> clips = leafClips(id, "extraction.secured");
    assertThat(world().as("approver").post(path(id) + "/decision", REFUSE).status()).isEqualTo(200);
    awaitStep(id, "DISCARDED");
    assertThat(staged(extraction)).isEmpty();
    assertThat(leafClips(id, "extraction.discarded")).isEqualTo(clips);
    assertThat(world().get(id).path("urgency").path("discardCause").asString())
        .isEqualTo("REFUSED");
    SERVER.awaitLog();
    for (String username : List.of("auditor", "administrator")) {
      JsonNode item = listed(username, id);
      assertThat(item.path("alert").asBoolean()).as(username).isTrue();
      assertThat(item.path("certificate").isNull()).isFalse();
      assertThat(item.path("words").isMissingNode()).isTrue();
    }
    assertThat(listed("administrator-elsewhere", id).isMissingNode()).isTrue();
    assertThat(world().as("approver").get("/api/urgent-requests").code())
        .isEqualTo("not-your-role");
    assertThat(world().as("administrator").get("/api/urgent-requests/people").code())
        .isEqualTo("not-your-role");
    JsonNode person =
        world().as("auditor").get("/api/urgent-requests/people").json().path("items").get(0);
    assertThat(person.path("person").path("displayName").asString())
        .isEqualTo("Người investigator");
    assertThat(person.path("refused").asInt()).isPositive();
    assertThat(person.path("requests").asInt())
        .isGreaterThanOrEqualTo(person.path("marked").asInt());
  }

  private static JsonNode record(Answer zip) throws IOException {
    try (var files = new ZipInputStream(new ByteArrayInputStream(zip.response().body()))) {
      for (ZipEntry each = files.getNextEntry(); each != null; each = files.getNextEntry()) {
        if (each.getName().endsWith("/bag/data/record.json")) {
          return JsonMapper.shared().readTree(files.readAllBytes());
        }
      }
    }
    throw new AssertionError("no record");
  }

  @Test
  void isDeletedWhenNobodyRatifiesInTime() throws Exception {
    UUID id = urgent();
    awaitStep(id, "SECURED");
    SERVER
        .database()
        .client()
        .sql("update evidence.request set expires_at = now() - interval '1 s' where id = ?")
        .param(id)
        .update();
    SERVER.bean(Requests.class).expireOverdue();
    awaitStep(id, "DISCARDED");
    assertThat(world().state(id)).isEqualTo("EXPIRED");
    assertThat(listed("auditor", id).path("discardCause").asString()).isEqualTo("NOT_RATIFIED");
    assertThat(listed("auditor", id).path("alert").asBoolean()).isTrue();
    assertThat(staged(extractionCode(id))).isEmpty();
  }

  @Test
  void isTakenAnewWhenLessIsGrantedAndTheRestIsDeleted() throws Exception {
    UUID id = urgent();
    awaitStep(id, "SECURED");
    String secured = extractionCode(id);
    Answer less =
        world()
            .as("approver")
            .post(
                path(id) + "/decision",
                Map.of(
                    "outcome",
                    "APPROVE_LESS",
                    "reason",
                    "một camera là đủ",
                    "cameraIds",
                    List.of(world().camera.id())));
    assertThat(less.status()).as(less.text()).isEqualTo(200);
    awaitStep(id, "DISCARDED");
    world().await(id, "SEALED");
    assertThat(world().get(id).path("extraction").path("code").asString()).isNotEqualTo(secured);
    assertThat(listed("auditor", id).path("alert").asBoolean()).isFalse();
    assertThat(leafClips(id, "extraction.taken")).hasSize(1);
  }

  @Test
  void isDeletedWhenTheRequesterWithdrawsAndThatIsNoAlert() throws Exception {
    UUID id = urgent();
    awaitStep(id, "SECURED");
    assertThat(world().as("investigator").post(path(id) + "/cancellation", Map.of()).status())
        .isEqualTo(200);
    awaitStep(id, "DISCARDED");
    assertThat(listed("auditor", id).path("alert").asBoolean()).isFalse();
  }

  @Test
  void isHandedOnWhenItIsRatifiedBeforeItIsSecured() throws Exception {
    SERVER.bean(FakeFootage.class).complete(false);
    UUID id = urgent();
    assertThat(world().as("approver").post(path(id) + "/decision", APPROVE).status())
        .isEqualTo(200);
    SERVER.bean(FakeFootage.class).complete(true);
    world().await(id, "SEALED");
    assertThat(step(id)).isEqualTo("HANDED_ON");
    assertThat(world().get(id).path("extraction").path("code").asString())
        .isEqualTo(extractionCode(id));
  }

  @Test
  void whoMarkedItNeverRatifiesIt() {
    UUID id = world().request(world().form(0, world().camera));
    TestClient both = world().as("officer-who-approves");
    assertThat(both.get(path(id)).json().path("mayMarkUrgent").asBoolean()).isTrue();
    Answer marked = both.post(path(id) + "/urgent", MARK);
    assertThat(marked.status()).as(marked.text()).isEqualTo(200);
    assertThat(marked.json().path("whyNot").asString()).isEqualTo("own-urgency");
    assertThat(marked.json().path("mayMarkUrgent").asBoolean()).isFalse();
    for (Map<String, Object> decision : List.of(APPROVE, REFUSE)) {
      Answer own = both.post(path(id) + "/decision", decision);
      assertThat(own.status()).isEqualTo(403);
      assertThat(own.code()).isEqualTo("own-urgency");
    }
    SERVER.namedPerson(
        "officer-again", "NGƯỜI officer-who-approves", world().commune.id(), Role.APPROVER);
    TestClient same = world().as("officer-again");
    assertThat(same.get(path(id)).json().path("whyNot").asString()).isEqualTo("own-urgency");
    assertThat(same.post(path(id) + "/decision", APPROVE).code()).isEqualTo("own-urgency");
    assertThatThrownBy(() ->
            SERVER
                .database()
                .client()
                .sql(
                    """
                    update evidence.request set state = 'REFUSED', decided_by = urgent_by,
                      decided_at = now(), decision = 'REFUSE', reason_code = 'OTHER', reason = ''
                    where id = ?
                    """)
                .param(id)
                .update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("another_person_ratifies");
    assertThat(world().as("approver").post(path(id) + "/decision", REFUSE).status()).isEqualTo(200);
  }

  @Test
  void isMarkedByTheRequesterOrADutyOfficerOfTheAreaOnceAndBeforeADecision() {
    UUID id = world().request(world().form(0, world().camera));
    String mark = path(id) + "/urgent";
    assertThat(world().as("colleague").post(mark, MARK).code()).isEqualTo("not-your-request");
    assertThat(world().as("officer-elsewhere").post(mark, MARK).code()).isEqualTo("not-your-area");
    assertThat(world().as("approver").post(mark, MARK).code()).isEqualTo("not-your-role");
    assertThat(errors(world().as("officer").post(mark, Map.of())))
        .containsExactly("urgentReason required", "urgentWords required");
    assertThat(listedRequests("officer")).contains(id.toString());
    assertThat(listedRequests("officer-elsewhere")).doesNotContain(id.toString());
    assertThat(world().as("officer").post(mark, MARK).status()).isEqualTo(200);
    assertThat(world().as("investigator").post(mark, MARK).code()).isEqualTo("wrong-state");
    assertThat(world().as("approver").post(path(id) + "/decision", REFUSE).status()).isEqualTo(200);
    assertThat(world().as("officer").get(path(id)).status()).isEqualTo(200);

    UUID decided = world().request(world().form(0, world().camera));
    assertThat(world().as("approver").post(path(decided) + "/decision", REFUSE).status())
        .isEqualTo(200);
    assertThat(world().as("investigator").post(path(decided) + "/urgent", MARK).code())
        .isEqualTo("already-decided");
    assertThat(world().as("officer").get(path(decided)).code()).isEqualTo("not-your-area");
    assertThat(listedRequests("officer")).doesNotContain(decided.toString());
  }

  private static UUID urgent() {
    Map<String, Object> form = new HashMap<>(world().form(0, world().camera, world().gappy));
    form.put("urgent", true);
    form.put("urgentReason", "LIFE_IN_DANGER");
    form.put("urgentWords", "Người bị thương vừa rời hiện trường.");
    return world().request(form);
  }

  private static JsonNode listed(String username, UUID id) {
    JsonNode items =
        world().as(username).get("/api/urgent-requests?limit=200").json().path("items");
    for (JsonNode item : items) {
      if (item.path("id").asString().equals(id.toString())) {
        return item;
      }
    }
    return items.path("none");
  }

  private static List<String> listedRequests(String username) {
    return world()
        .as(username)
        .get("/api/requests?limit=200")
        .json()
        .path("items")
        .findValuesAsString("id");
  }

  private static List<String> history(UUID id) {
    return world().get(id).path("history").findValuesAsString("what");
  }

  private static String step(UUID id) {
    return secured(id, "step");
  }

  private static String extractionCode(UUID id) {
    return secured(id, "extraction_code");
  }

  private static String secured(UUID id, String column) {
    return SERVER
        .database()
        .client()
        .sql("select " + column + " from evidence.secured_footage where request_id = ?")
        .param(id)
        .query(String.class)
        .single();
  }

  private static void awaitStep(UUID id, String requested) {
    Await.untilIs(requested, () -> step(id));
  }

  /// The hashes of clips that an entry of the log about the request names.
  private static List<String> leafClips(UUID id, String type) throws Exception {
    String leaf =
        SERVER
            .database()
            .client()
            .sql(
                """
                select convert_from(record, 'UTF8') from audit.event
                where type = ? and object_id = ?
                """)
            .params(type, id.toString())
            .query(String.class)
            .single();
    JsonNode found = JsonMapper.shared().readTree(leaf);
    List<String> clips = new ArrayList<>();
    found.findValue("clips").forEach(clip -> clips.add(clip.asString()));
    return clips;
  }

  /// The files that lie in the staging folder of an extraction.
  private static List<Path> staged(String extraction) throws Exception {
    Path folder =
        SERVER.bean(DataFolder.class).root().resolve("evidence/staging").resolve(extraction);
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
