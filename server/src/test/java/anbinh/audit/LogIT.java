package anbinh.audit;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.Role;
import anbinh.platform.Finding;
import anbinh.seal.log.TlogProof;
import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.note.VerifierKey;
import anbinh.testing.Await;
import anbinh.testing.TestClient;
import anbinh.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class LogIT {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  private static TestClient auditor = SERVER.client();

  @BeforeAll
  static void signIn() {
    SERVER.person("auditor", null, Role.AUDITOR);
    SERVER.person("officer", null, Role.DUTY_OFFICER);
    SERVER.person("ombudsman", null, Role.OMBUDSMAN);
    auditor = SERVER.signedIn("auditor");
  }

  @Test
  void anEventIsReadableProvableAndCoveredByACheckpoint() throws Exception {
    UUID event = record("hello");
    long index = SERVER.bean(AuditLog.class).awaitIndex(event, Duration.ofSeconds(20));

    JsonNode item = auditor.get("/api/log/" + index).json();
    byte[] leaf = auditor.get("/api/log/" + index + "/leaf").response().body();
    String proofText = auditor.get("/api/log/" + index + "/proof").text();

    assertThat(item.path("type").asString()).isEqualTo("log.read");
    assertThat(item.path("summary").asString()).isEqualTo("Log read");
    assertThat(item.path("detail").path("note").asString()).isEqualTo("hello");
    assertThat(item.path("leaf").asString()).isEqualTo(new String(leaf, StandardCharsets.UTF_8));
    assertThat(item.path("leaf").asString()).doesNotContain("hello");
    VerifierKey key = VerifierKey.parse(SERVER.client().get("/api/verify-key").text().strip());
    TlogProof proof = TlogProof.parse(proofText.getBytes(StandardCharsets.UTF_8));
    assertThat(proof.proves(leaf, key)).isTrue();
  }

  @Test
  void aCheckpointFollowsWithoutTheRoundOfTheMachinesOwnEntries() throws Exception {
    UUID event = record("soon");
    long start = System.nanoTime();
    long index = SERVER.bean(AuditLog.class).awaitIndex(event, Duration.ofSeconds(20));
    Await.until("a checkpoint", () -> checkpoint().checkpoint().size() > index);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .as("a round of those takes ten seconds")
        .isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void onlyAuditorsReadTheLogAndARefusalIsInIt() throws Exception {
    TestClient officer = SERVER.signedIn("officer");
    for (String path : List.of("/api/log", "/api/log/0", "/api/log/0/proof", "/api/log/status")) {
      assertThat(officer.get(path).code()).isEqualTo("not-your-role");
    }
    awaitQuiet();
    JsonNode items = auditor.get("/api/log?type=access.denied").json().path("items");
    assertThat(items.size()).isGreaterThanOrEqualTo(4);
    assertThat(items.get(0).path("refused").asBoolean()).isTrue();
    assertThat(items.get(0).path("actor").path("displayName").asString())
        .isEqualTo("Người officer");
  }

  @Test
  void anOmbudsmanReadsItWithoutNamesAndContents() throws Exception {
    UUID event = record("hello once more");
    long index = SERVER.bean(AuditLog.class).awaitIndex(event, Duration.ofSeconds(20));
    TestClient ombudsman = SERVER.signedIn("ombudsman");

    JsonNode item = ombudsman.get("/api/log/" + index).json();
    assertThat(item.path("leaf").asString()).isNotEmpty();
    assertThat(item.path("detail").isEmpty()).isTrue();
    assertThat(item.path("payload").isNull()).isTrue();
    assertThat(item.path("salt").isNull()).isTrue();

    awaitQuiet();
    String list = ombudsman.get("/api/log?limit=200").text();
    assertThat(list).contains("sign-in").doesNotContain("Người ", "ombudsman", "hello");
    JsonNode own = ombudsman.get("/api/log?type=log.read").json().path("items").get(0);
    String someone = own.path("actor").path("displayName").asString();
    String id = own.path("actor").path("id").asString();
    assertThat(someone).isEqualTo("Person …" + id.substring(id.length() - 6));
  }

  @Test
  void readingTheLogIsAnEvent() throws Exception {
    auditor.get("/api/log?type=identity.sign-in");
    awaitQuiet();
    JsonNode read = auditor.get("/api/log?type=log.read&limit=1").json().path("items").get(0);
    assertThat(read.path("detail").path("type").asString()).isEqualTo("identity.sign-in");
  }

  @Test
  void pagesGoBackToTheFirstEntryWithoutGapOrRepeat() throws Exception {
    for (int i = 0; i < 7; i++) {
      record("page " + i);
    }
    awaitQuiet();
    var seen = new ArrayList<Long>();
    String next = "";
    do {
      JsonNode page = auditor.get("/api/log?limit=3&after=" + next).json();
      page.path("items").forEach(item -> seen.add(item.path("index").asLong()));
      next = page.path("next").asString("");
    } while (!next.isEmpty());
    assertThat(seen).isSortedAccordingTo((a, b) -> Long.compare(b, a)).doesNotHaveDuplicates();
    assertThat(seen.getLast()).isZero();
    assertThat(seen).hasSize((int) (seen.getFirst() + 1));
  }

  @Test
  void anybodyReadsTilesAndCheckpointAndNothingElseOfTheFolder() throws Exception {
    awaitQuiet();
    TestClient anybody = SERVER.client();
    long size = checkpoint().checkpoint().size();
    assertThat(anybody.get("/log/tile/0/000.p/" + size).response().body()).hasSize((int) size * 32);
    assertThat(anybody.get("/log/tile/entries/000.p/" + size).status()).isEqualTo(200);
    for (String path :
        List.of(
            "/log/tile/0/001",
            "/log/journal",
            "/log/lock",
            "/log/tile/../journal",
            "/log/tile/%2e%2e/journal",
            "/log/tile/0/000.p/0")) {
      assertThat(anybody.get(path).status()).as(path).isIn(400, 401, 404);
    }
  }

  @Test
  void theStatusNamesKeySizeAndRoot() throws Exception {
    awaitQuiet();
    JsonNode status = auditor.get("/api/log/status").json();
    var checkpoint = checkpoint().checkpoint();
    assertThat(status.path("origin").asString()).isEqualTo(checkpoint.origin());
    assertThat(status.path("verifierKey").asString()).startsWith(checkpoint.origin() + "+");
    CheckRuns.Run run = SERVER.bean(CheckRuns.class).run();
    assertThat(run.ok()).as(run.problem()).isTrue();
    assertThat(auditor.get("/api/log/status").json().path("lastCheck").path("ok").asBoolean())
        .isTrue();
  }

  @Test
  void unknownEntriesAndWrongFiltersAreNamed() {
    assertThat(auditor.get("/api/log/123456").code()).isEqualTo("no-such-entry");
    assertThat(
            auditor
                .get("/api/log?from=yesterday")
                .json()
                .path("errors")
                .get(0)
                .path("field")
                .asString())
        .isEqualTo("from");
    assertThat(auditor.get("/api/log?after=%21%21").code()).isEqualTo("invalid");
  }

  @Test
  void theLogSurvivesARestart() throws Exception {
    long before = checkpoint().checkpoint().size();
    SERVER.stop();
    SERVER.start();
    auditor = SERVER.signedIn("auditor");
    awaitQuiet();
    assertThat(checkpoint().checkpoint().size()).isGreaterThan(before);
    var findings = new ArrayList<Finding>();
    SERVER.bean(LogAgainstDatabase.class).run(findings::add);
    assertThat(findings).isEmpty();
  }

  private static UUID record(String note) {
    return SERVER
        .bean(AuditLog.class)
        .record(Event.of(AuditEvent.LOG_READ).about("log", 1, null).detail("note", note));
  }

  private static SignedCheckpoint checkpoint() {
    return SignedCheckpoint.parse(SERVER.client().get("/log/checkpoint").response().body());
  }

  /// Waits until every event is in the log and under the checkpoint.
  private static void awaitQuiet() throws InterruptedException {
    EventTable table = SERVER.bean(EventTable.class);
    Await.until(
        "a log that is written",
        () -> table.waiting(1).isEmpty() && checkpoint().checkpoint().size() >= table.nextIndex());
  }
}
