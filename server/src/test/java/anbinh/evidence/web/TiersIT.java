package anbinh.evidence.web;

import static anbinh.evidence.EvidenceFixture.errors;
import static anbinh.evidence.EvidenceFixture.path;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.evidence.EvidenceFixture;
import anbinh.evidence.collect.FakeFootage;
import anbinh.identity.Role;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// Who may grant how much, on a server whose ordinary caps are one camera and one minute.
class TiersIT {
  @RegisterExtension
  static final TestServer SERVER =
      new TestServer(
          TestServer.FAKE_FOOTAGE,
          "anbinh.evidence.caps.ordinary-cameras=1",
          "anbinh.evidence.caps.ordinary-camera-time=1m",
          "anbinh.evidence.caps.most-cameras=2",
          "anbinh.evidence.caps.most-camera-time=4m");

  private static final Map<String, Object> APPROVE = Map.of("outcome", "APPROVE");

  private static @Nullable EvidenceFixture made;

  @BeforeAll
  static void makeWorld() {
    made = new EvidenceFixture(SERVER);
    SERVER.person("superior", made.commune.id(), Role.APPROVER, Role.SENIOR_APPROVER);
    SERVER.person("superior-elsewhere", made.elsewhere.id(), Role.APPROVER, Role.SENIOR_APPROVER);
    SERVER.person(
        "everything", made.commune.id(), Role.INVESTIGATOR, Role.APPROVER, Role.SENIOR_APPROVER);
    SERVER.bean(FakeFootage.class).complete(false);
  }

  private static EvidenceFixture world() {
    return Objects.requireNonNull(made);
  }

  @Test
  void anOrdinaryApproverGrantsAPartOfWhatIsAboveTheCapsAndNotTheWhole() {
    UUID id = world().request(world().form(0, world().camera, world().gappy));
    TestClient approver = world().as("approver");
    JsonNode seen = approver.get(path(id)).json();
    assertThat(seen.path("mayDecide").asBoolean()).isTrue();
    assertThat(seen.path("mayGrantAll").asBoolean()).isFalse();
    assertThat(seen.path("senior").findValuesAsString("code")).containsExactly("MANY_CAMERAS");
    assertThat(seen.path("senior").get(0).path("text").asString()).doesNotContain("evidence.");
    JsonNode listed = approver.get("/api/requests?state=REQUESTED").json().path("items").get(0);
    assertThat(listed.path("senior").findValuesAsString("code")).containsExactly("MANY_CAMERAS");

    Answer refused = approver.post(path(id) + "/decision", APPROVE);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("needs-senior");
    assertThat(world().state(id)).isEqualTo("REQUESTED");
    assertThat(refusals(id)).isEqualTo(1);

    Answer less = approver.post(path(id) + "/decision", less(world().camera.id()));
    assertThat(less.status()).as(less.text()).isEqualTo(200);
    assertThat(less.json().path("granted").path("cameraIds").size()).isEqualTo(1);
  }

  @Test
  void aSeniorApproverOfTheAreaGrantsItAndTheLogSaysWhyOne() {
    UUID id = world().request(world().form(0, world().camera, world().gappy));
    assertThat(world().as("superior-elsewhere").post(path(id) + "/decision", APPROVE).code())
        .isEqualTo("not-your-area");
    JsonNode seen = world().as("superior").get(path(id)).json();
    assertThat(seen.path("mayGrantAll").asBoolean()).isTrue();
    assertThat(world().as("superior").post(path(id) + "/decision", APPROVE).status())
        .isEqualTo(200);
    String leaf =
        SERVER
            .database()
            .client()
            .sql(
                """
                select convert_from(record, 'UTF8') from audit.event
                where type = 'extraction.decided' and object_id = ?
                """)
            .param(id.toString())
            .query(String.class)
            .single();
    assertThat(leaf).contains("\"senior\":[\"MANY_CAMERAS\"]");
  }

  @Test
  void oldFootageNeedsASeniorApproverAndTheRequesterLearnsItBefore() {
    Instant old = world().start.minus(Duration.ofDays(91));
    SERVER.bean(FakeFootage.class).record(world().camera.id(), old, 40);
    Map<String, Object> form = world().form(0, world().camera);
    form.put("from", old.toString());
    form.put("to", old.plusSeconds(20).toString());
    JsonNode check = world().as("investigator").post("/api/requests/check", form).json();
    assertThat(check.path("senior").findValuesAsString("code")).containsExactly("OLD_FOOTAGE");
    UUID id = world().request(form);
    assertThat(world().as("approver").post(path(id) + "/decision", APPROVE).code())
        .isEqualTo("needs-senior");
    assertThat(world().as("superior").post(path(id) + "/decision", APPROVE).status())
        .isEqualTo(200);
  }

  @Test
  void nobodyAsksForMoreThanTheMost() {
    Map<String, Object> form = world().form(0, world().camera, world().gappy, world().foreign);
    assertThat(errors(world().as("investigator").post("/api/requests", form)))
        .containsExactly("cameraIds too-many");
    JsonNode limits = world().as("investigator").get("/api/requests/choices").json().path("limits");
    assertThat(limits.path("mostCameras").asInt()).isEqualTo(2);
    assertThat(limits.path("ordinaryCameras").asInt()).isEqualTo(1);
  }

  @Test
  void twoRequestsThatComeToMoreTogetherAreSaidToWhoDecides() {
    String caseId = world().openCase("investigator", world().commune);
    Map<String, Object> first = of(caseId, 0, 50);
    Map<String, Object> second = of(caseId, 60, 110);
    UUID before = world().request(first);
    TestClient investigator = world().as("investigator");
    assertThat(warnings(investigator.post("/api/requests/check", second).json()))
        .contains("together-above-caps");
    UUID id = world().request(second);
    JsonNode facts = world().as("approver").get(path(id)).json().path("facts");
    assertThat(warnings(facts)).contains("together-above-caps");
    assertThat(facts.path("warnings").findValuesAsString("text"))
        .anyMatch(text -> text.contains(world().get(before).path("code").asString()));
    assertThat(investigator.post(path(before) + "/cancellation", Map.of()).status()).isEqualTo(200);
    assertThat(warnings(world().as("approver").get(path(id)).json().path("facts")))
        .doesNotContain("together-above-caps");

    String other = world().openCase("investigator", world().commune);
    assertThat(warnings(investigator.post("/api/requests/check", of(other, 60, 110)).json()))
        .doesNotContain("together-above-caps");
  }

  @Test
  void aSeniorApproverIsAnApproverAsWell() {
    SERVER.person("administrator", null, Role.ADMINISTRATOR);
    Map<String, Object> person =
        Map.of(
            "username",
            "chi-cap-tren",
            "displayName",
            "Cấp trên",
            "password",
            "mat khau tam thoi 1",
            "roles",
            List.of("SENIOR_APPROVER"));
    assertThat(errors(world().as("administrator").post("/api/people", person)))
        .containsExactly("roles senior-is-approver");
  }

  private static Map<String, Object> of(String caseId, int from, int to) {
    Map<String, Object> form = world().form(0, world().camera);
    form.put("caseId", caseId);
    form.put("from", world().start.plusSeconds(from).toString());
    form.put("to", world().start.plusSeconds(to).toString());
    return form;
  }

  private static Map<String, Object> less(UUID camera) {
    return Map.of(
        "outcome", "APPROVE_LESS", "reason", "một camera là đủ", "cameraIds", List.of(camera));
  }

  private static List<String> warnings(JsonNode answer) {
    return answer.path("warnings").findValuesAsString("code");
  }

  private static long refusals(UUID request) {
    return SERVER
        .database()
        .client()
        .sql("select count(*) from audit.event where refused and object_id = ?")
        .param(request.toString())
        .query(Long.class)
        .single();
  }
}
