package anbinh.demo.casework;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.audit.event.AuditLog;
import anbinh.audit.log.Proofs;
import anbinh.cameras.store.Cameras;
import anbinh.demo.Script;
import anbinh.oversight.sample.Samples;
import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import anbinh.platform.Site;
import anbinh.testing.Await;
import anbinh.testing.TestClient;
import anbinh.testing.TestServer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// A demonstration with its cameras has a package that was handed over, by the rules that hold for
/// all, and its log has what an auditor judges when the week is over.
class CaseworkDemonstrationIT {
  @RegisterExtension
  static final TestServer SERVER =
      new TestServer("anbinh.demonstration=true", "anbinh.recording.segment=10s");

  /// The server is stopped when the request is made, and goes on with it when it runs again.
  @BeforeAll
  static void handedOverAfterAStop() {
    TestClient requester = as("dieutra2");
    Await.until("a request", () -> !requests(requester).isEmpty());
    SERVER.stop();
    SERVER.start();
    TestClient receiver = as("dieutra");
    Await.until("a package that is handed over", () -> !received(receiver).isEmpty());
  }

  @Test
  void hasAPackageThatAColleagueHandedOverAndItsReceiverConfirms() {
    TestClient receiver = as("dieutra");
    JsonNode handover = received(receiver).path(0);
    assertThat(handover.path("state").asString()).isEqualTo("OPEN");
    assertThat(handover.path("from").asString()).isEqualTo("Trương Thu Trang (mô phỏng)");
    assertThat(receiver.get(handover.path("packageUrl").asString()).status()).isEqualTo(200);
    TestClient.Answer confirmed =
        receiver.post("/api/handovers/" + handover.path("id").asString() + "/receipt", "{}");
    assertThat(confirmed.json().path("state").asString())
        .as(confirmed.text())
        .isEqualTo("RECEIVED");
  }

  @Test
  void keepsTheRulesOfARequest() {
    JsonNode request = requests(as("dieutra2")).path(0);
    assertThat(request.path("requestedBy").path("displayName").asString())
        .isEqualTo("Trương Thu Trang (mô phỏng)");
    assertThat(request.path("decidedBy").path("displayName").asString())
        .isEqualTo("Trần Quốc Bình (mô phỏng)");
    assertThat(request.path("necessity").asString()).endsWith("(mô phỏng)");
    JsonNode related =
        ok(as("dieutra2").get("/api/cases/" + request.path("case").path("id").asString()));
    assertThat(related.path("title").asString()).endsWith("(mô phỏng)");
    List<Finding> findings = new ArrayList<>();
    for (String check : List.of("logAgainstDatabase", "packagesCheck", "casesAgainstLog")) {
      SERVER.bean(check, ConsistencyCheck.class).run(findings::add);
    }
    assertThat(findings).isEmpty();
  }

  @Test
  void isMadeOnce() throws Exception {
    CaseworkDemoSeeder seeder = SERVER.bean(CaseworkDemoSeeder.class);
    seeder.finish();
    seeder.begin(SERVER.bean(Cameras.class).listConnected().getFirst());
    seeder.finish();
    assertThat(received(as("dieutra"))).hasSize(1);
    assertThat(requests(as("dieutra2"))).hasSize(1);
    assertThat(ok(as("dieutra2").get("/api/cases")).path("items")).hasSize(1);
  }

  /// Nothing is drawn before: the week has to be over.
  @Test
  void givesTheAuditorLooksToJudgeWhenTheWeekIsOver() throws Exception {
    TestClient auditor = as("kiemtoan");
    LocalDate monday =
        LocalDate.now(SERVER.bean(Site.class).zone())
            .with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    Samples.drawBefore(SERVER, monday.minusDays(1));
    assertThat(ok(auditor.get("/api/sampled-accesses")).path("items")).isEmpty();
    SERVER.awaitLog();
    // The recorder writes into the log meanwhile; a draw needs a checkpoint over all of it.
    Await.until(
        "a draw",
        () -> {
          SERVER.bean(Proofs.class).prove(SERVER.bean(AuditLog.class).nextIndex() - 1);
          Samples.drawBefore(SERVER, monday);
          return !ok(auditor.get("/api/sampled-accesses")).path("items").isEmpty();
        });
    Set<String> kinds = new HashSet<>();
    Set<String> people = new HashSet<>();
    for (JsonNode each : ok(auditor.get("/api/sampled-accesses?limit=200")).path("items")) {
      kinds.add(each.path("kind").asString());
      people.add(each.path("person").path("displayName").asString());
      assertThat(each.path("mayAnswer").asBoolean()).isTrue();
    }
    assertThat(kinds).contains("PLACE", "FOOTAGE", "REQUEST");
    assertThat(people).contains("Lê Thị Hoa (mô phỏng)", "Trương Thu Trang (mô phỏng)");
  }

  private static JsonNode received(TestClient receiver) {
    return ok(receiver.get("/api/handovers")).path("items");
  }

  private static JsonNode requests(TestClient requester) {
    return ok(requester.get("/api/requests?mine=true")).path("items");
  }

  private static TestClient as(String username) {
    TestClient client = SERVER.client();
    client.signIn(username, Script.get().password());
    return client;
  }

  private static JsonNode ok(TestClient.Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }
}
