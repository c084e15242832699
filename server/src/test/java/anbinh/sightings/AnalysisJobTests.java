package anbinh.sightings;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.testing.Await;
import anbinh.testing.TestClient.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Stored footage that is analysed for a case.
abstract class AnalysisJobTests extends WantedVehicleTests {
  private static final String JOBS = "/api/sightings/analysis/jobs";

  private static Answer request(String camera, Instant from, Instant to) {
    return SERVER
        .signedIn("investigator")
        .post(
            JOBS,
            Map.of(
                "caseId",
                caseId,
                "cameraId",
                camera,
                "from",
                from.toString(),
                "to",
                to.toString(),
                "reason",
                REASON));
  }

  private static JsonNode requested(String camera, Instant from, Instant to) {
    Answer answer = request(camera, from, to);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json();
  }

  private static JsonNode job(JsonNode requested) {
    return SERVER
        .signedIn("investigator")
        .get("/api/cases/" + caseId + "/analysis-jobs")
        .json()
        .path("items")
        .valueStream()
        .filter(each -> each.path("id").equals(requested.path("id")))
        .findAny()
        .orElseThrow();
  }

  /// What the live analysis has seen is known; what it has not is found, and nothing is there twice
  /// or left out, though the server ends in between.
  static void storedFootageIsAnalysedForACase(String camera, Instant from, Instant to)
      throws Exception {
    JsonNode estimate =
        SERVER
            .signedIn("investigator")
            .get(JOBS + "/estimate?cameraId=%s&from=%s&to=%s".formatted(camera, from, to))
            .json();
    assertThat(estimate.path("recordedSeconds").asInt()).isPositive();
    assertThat(estimate.path("processorSeconds").isNull()).as("measured").isFalse();
    assertThat(estimate.path("jobsBefore").asInt()).isZero();
    int kept = forgetLastPass(camera, to);

    List<JsonNode> waiting = new ArrayList<>();
    JsonNode first = requested(camera, from, to);
    Await.untilIs("RUNNING", () -> job(first).path("state").asString());
    for (int i = 0; i < 3; i++) {
      waiting.add(requested(camera, from, to));
    }
    assertThat(request(camera, from, to).code()).isEqualTo("too-many-analysis-jobs");
    for (JsonNode each : waiting) {
      String cancellation = JOBS + "/" + each.path("id").asString() + "/cancellation";
      assertThat(SERVER.signedIn("colleague").post(cancellation, Map.of()).code())
          .isEqualTo("not-your-analysis-job");
      Answer cancelled = SERVER.signedIn("local-boss").post(cancellation, Map.of());
      assertThat(cancelled.json().path("state").asString()).isEqualTo("CANCELLED");
      assertThat(SERVER.signedIn("investigator").post(cancellation, Map.of()).code())
          .isEqualTo("analysis-job-over");
    }
    Await.until("a segment", () -> job(first).path("analysedSeconds").asInt() > 0);
    SERVER.stop();
    SERVER.start();
    Await.untilIs("DONE", () -> job(first).path("state").asString());
    JsonNode done = job(first);
    assertThat(done.path("notAnalysed").isEmpty()).as(done.toString()).isTrue();
    assertThat(done.path("analysedSeconds")).isEqualTo(done.path("recordedSeconds"));
    assertThat(done.path("found").asInt()).as(done.toString()).isPositive();
    assertThat(done.path("known").asInt())
        .as("but for one at the end of the span: %s", done)
        .isBetween(kept - 1, kept + 1);
    assertThat(doubles(camera)).isZero();
    assertThat(SERVER.leaves(caseId))
        .anySatisfy(
            leaf -> assertThat(leaf).startsWith("sighting-analysis.requested").contains(REASON))
        .anyMatch(leaf -> leaf.startsWith("sighting-analysis.cancelled"))
        .anyMatch(leaf -> leaf.startsWith("sighting-analysis.done"));
  }

  /// Whatever the process had in hand when it was killed, a picture of it at most is not analysed.
  static void aKilledProcessCostsAJobNoSegment(String camera, Instant from, Instant to) {
    JsonNode requested = requested(camera, from, to);
    Await.until("a process that is killed", () -> isKilledOrOver(requested));
    Await.untilIs("DONE", () -> job(requested).path("state").asString());
    JsonNode done = job(requested);
    assertThat(done.path("found").asInt()).as(done.toString()).isZero();
    assertThat(done.path("known").asInt()).as(done.toString()).isPositive();
    assertThat(done.path("notAnalysed").size()).as(done.toString()).isLessThanOrEqualTo(1);
    assertThat(done.path("analysedSeconds").asInt())
        .as(done.toString())
        .isBetween(done.path("recordedSeconds").asInt() - 2, done.path("recordedSeconds").asInt());
    assertThat(doubles(camera)).isZero();
  }

  /// Once the process has told of a segment, and has the next one in hand.
  private static boolean isKilledOrOver(JsonNode requested) {
    JsonNode now = job(requested);
    boolean isOver = now.path("state").asString().equals("DONE");
    return isOver || now.path("analysedSeconds").asInt() > 0 && killAnalyser();
  }

  private static boolean killAnalyser() {
    return ProcessHandle.current()
        .children()
        .filter(each -> each.info().command().orElse("").endsWith("/java"))
        .map(ProcessHandle::destroyForcibly)
        .findAny()
        .orElse(false);
  }

  /// @return how many passes are left until then
  private static int forgetLastPass(String camera, Instant to) {
    SERVER
        .database()
        .client()
        .sql(
            """
            delete from sightings.pass where position =
              (select max(position) from sightings.pass
                where camera_id = cast(? as uuid) and best_at < cast(? as timestamptz))
            """)
        .param(camera)
        .param(to.toString())
        .update();
    return SERVER
        .database()
        .client()
        .sql(
            """
            select count(*) from sightings.pass
            where camera_id = cast(? as uuid) and best_at < cast(? as timestamptz)
            """)
        .param(camera)
        .param(to.toString())
        .query(Integer.class)
        .single();
  }

  private static int doubles(String camera) {
    return SERVER
        .database()
        .client()
        .sql(
            """
            select count(*) from sightings.pass a join sightings.pass b using (camera_id)
            where camera_id = cast(? as uuid) and a.position < b.position
              and a.from_at <= b.to_at and b.from_at <= a.to_at
              and a.readings::jsonb -> 0 -> 'text' = b.readings::jsonb -> 0 -> 'text'
            """)
        .param(camera)
        .query(Integer.class)
        .single();
  }
}
