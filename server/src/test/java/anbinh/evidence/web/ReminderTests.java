package anbinh.evidence.web;

import static anbinh.evidence.EvidenceFixture.path;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.evidence.request.Reminders;
import anbinh.identity.Role;
import anbinh.testing.TestClient;
import anbinh.testing.Waiting;
import anbinh.worklist.WorklistKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What waits for a decision: in which order, how much, and when it is reminded of; they run with
/// [RequestsIT] on its server.
abstract class ReminderTests extends StoredRequestTests {
  @Test
  void remindsOnceAtHalfAndOnceAtTheLastQuarter() {
    UUID id = world().request(world().form(0, world().camera));
    remind();
    assertThat(reminder(id)).isEqualTo("null");
    age(id, 40, 32);
    remind();
    remind();
    assertThat(reminder(id)).isEqualTo("\"HALF\"");
    age(id, 60, 12);
    remind();
    remind();
    assertThat(reminder(id)).isEqualTo("\"LAST_QUARTER\"");
    assertThat(history(id)).containsExactly("REQUESTED", "REMINDED_HALF", "REMINDED_LAST_QUARTER");
    assertThat(events(id)).isEqualTo(2);
  }

  @Test
  void remindsOnlyOfTheLaterWhenBothHaveComeAndOfNothingThatIsOver() {
    UUID late = world().request(world().form(0, world().camera));
    age(late, 70, 2);
    UUID over = world().request(world().form(0, world().camera));
    age(over, 73, -1);
    UUID decided = world().request(world().form(0, world().camera));
    assertThat(
            world()
                .as("approver")
                .post(
                    path(decided) + "/decision",
                    Map.of("outcome", "REFUSE", "reasonCode", "OTHER", "reason", "không"))
                .status())
        .isEqualTo(200);
    age(decided, 70, 2);
    remind();
    assertThat(history(late)).containsExactly("REQUESTED", "REMINDED_LAST_QUARTER");
    assertThat(events(over)).isZero();
    assertThat(events(decided)).isZero();
  }

  @Test
  void theTimeOfAnUrgentRequestBeginsWhenItIsMarked() {
    UUID id = world().request(world().form(0, world().camera));
    age(id, 40, 32);
    remind();
    assertThat(reminder(id)).isEqualTo("\"HALF\"");
    assertThat(
            world()
                .as("investigator")
                .post(
                    path(id) + "/urgent",
                    Map.of(
                        "urgentReason", "PERSON_MISSING", "urgentWords", "Cháu bé đi lạc từ trưa."))
                .status())
        .isEqualTo(200);
    remind();
    assertThat(reminder(id)).isEqualTo("null");
  }

  @Test
  void listsTheUrgentFirstAndThenThoseOfWhichTheLeastTimeIsLeft() {
    UUID calm = world().request(world().form(0, world().camera));
    UUID ending = world().request(world().form(0, world().camera));
    age(ending, 60, 12);
    UUID urgent = world().request(world().form(0, world().camera));
    assertThat(
            world()
                .as("officer")
                .post(
                    path(urgent) + "/urgent",
                    Map.of("urgentReason", "LIFE_IN_DANGER", "urgentWords", "Có người bị thương."))
                .status())
        .isEqualTo(200);
    TestClient approver = world().as("approver");
    List<String> order = new ArrayList<>();
    String next = "";
    do {
      JsonNode page = approver.get("/api/requests/waiting?limit=2" + next).json();
      page.path("items").forEach(item -> order.add(item.path("id").asString()));
      next = page.path("next").isNull() ? "" : "&after=" + page.path("next").asString();
    } while (!next.isEmpty());
    List<String> mine = List.of(urgent.toString(), ending.toString(), calm.toString());
    assertThat(order.stream().filter(mine::contains).distinct().toList()).isEqualTo(mine);
    assertThat(order).doesNotHaveDuplicates();
    assertThat(world().as("chief").get("/api/requests/waiting").json().path("items")).isEmpty();
    assertThat(approver.get("/api/requests/waiting?after=eA").code()).isEqualTo("invalid");
  }

  private static Instant latest(String approver) {
    return Objects.requireNonNull(
        Waiting.latest(world().as(approver), WorklistKind.REQUEST_DECISION));
  }

  @Test
  void countsWhatWaitsForOneAndNotOnesOwn() {
    long before = count("second");
    TestClient both = world().as("both");
    long own = count("both");
    assertThat(both.post("/api/requests", world().form(0, world().camera)).status()).isEqualTo(201);
    assertThat(count("second")).isEqualTo(before + 1);
    assertThat(count("both")).isEqualTo(own);
    assertThat(count("chief")).isZero();
    assertThat(count("investigator")).isZero();
    SERVER.person("ca-tinh", null, Role.INVESTIGATOR);
    Map<String, Object> wide = world().form(0, world().camera, world().foreign);
    wide.put("caseId", world().openCase("ca-tinh", world().commune));
    assertThat(world().as("ca-tinh").post("/api/requests", wide).status()).isEqualTo(201);
    assertThat(count("second")).as("of a camera of another area").isEqualTo(before + 1);
  }

  @Test
  void countsOnceWhatIsUrgentAndNearlyOutOfTime() {
    UUID id = world().request(world().form(0, world().camera));
    int before = waiting("second").overdue();
    Instant requested = latest("second");
    assertThat(
            world()
                .as("officer")
                .post(
                    path(id) + "/urgent",
                    Map.of("urgentReason", "LIFE_IN_DANGER", "urgentWords", "Có người bị thương."))
                .status())
        .isEqualTo(200);
    assertThat(latest("second")).isAfter(requested);
    SERVER
        .database()
        .client()
        .sql(
            """
            update evidence.request set urgent_at = now() - interval '71 h',
              expires_at = now() + interval '10 minutes' where id = ?
            """)
        .param(id)
        .update();
    remind();
    assertThat(reminder(id)).isEqualTo("\"LAST_QUARTER\"");
    Waiting waiting = waiting("second");
    assertThat(waiting.overdue()).isEqualTo(before + 1);
    assertThat(waiting.nextDue())
        .isEqualTo(world().as("second").get(path(id)).json().path("expiresAt").asString());
  }

  private static long count(String username) {
    return waiting(username).count();
  }

  private static Waiting waiting(String username) {
    return Waiting.of(world().as(username), WorklistKind.REQUEST_DECISION);
  }

  private static void remind() {
    SERVER.bean(Reminders.class).remind();
  }

  /// As if it had been made some hours ago and lapsed after some more.
  private static void age(UUID id, int hoursAgo, int hoursLeft) {
    SERVER
        .database()
        .client()
        .sql(
            """
            update evidence.request set requested_at = now() - ? * interval '1 h',
              expires_at = now() + ? * interval '1 h' where id = ?
            """)
        .params(hoursAgo, hoursLeft, id)
        .update();
  }

  private static String reminder(UUID id) {
    return world().get(id).path("reminder").toString();
  }

  private static List<String> history(UUID id) {
    return world().get(id).path("history").findValuesAsString("what");
  }

  private static long events(UUID id) {
    return SERVER
        .database()
        .client()
        .sql(
            "select count(*) from audit.event where type = 'extraction.reminded' and object_id = ?")
        .param(id.toString())
        .query(Long.class)
        .single();
  }
}
