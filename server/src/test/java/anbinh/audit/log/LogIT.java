package anbinh.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.audit.AuditEvent;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.audit.event.EventTable;
import anbinh.audit.event.Refusals;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.platform.Finding;
import anbinh.recording.RecordingEvent;
import anbinh.seal.figures.CountOf;
import anbinh.seal.log.Entries;
import anbinh.seal.log.Leaf;
import anbinh.seal.log.TlogProof;
import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.tree.TilePath;
import anbinh.situation.SituationEvent;
import anbinh.testing.Await;
import anbinh.testing.TestClient;
import anbinh.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    assertThat(auditor.get("/api/log?type=access.denied").json().path("items").isEmpty()).isTrue();
    JsonNode denied =
        yesterday().stream()
            .filter(each -> each.path("type").asString().equals("access.denied"))
            .findFirst()
            .orElseThrow();
    assertThat(denied.path("times").asLong()).isGreaterThanOrEqualTo(4);
    assertThat(denied.path("refused").asBoolean()).isTrue();
    assertThat(denied.path("actor").path("displayName").asString()).isEqualTo("Người officer");
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
    assertThat(list).contains("log.read").doesNotContain("Người ", "ombudsman", "hello");
    JsonNode own = ombudsman.get("/api/log?type=log.read").json().path("items").get(0);
    assertThat(own.path("actor").path("displayName").asString()).isEqualTo("User 1");
    assertThat(own.path("actor").path("id").isNull()).isTrue();
    String pseudonym = SERVER.bean(People.class).find("auditor").orElseThrow().pseudonym() + "";
    assertThat(list + item).doesNotContain(pseudonym);
  }

  /// Who reads every tile learns nothing of who did anything, and of sign-ins, looks and community
  /// work not even that it happened.
  @Test
  void anOutsiderReadsOnlyCommitmentsAndWhatThePublicFiguresCount() throws Exception {
    SERVER.person("reporter", null, Role.TEAM_MEMBER);
    SERVER.signedIn("reporter");
    AuditLog log = SERVER.bean(AuditLog.class);
    log.record(Event.of(SituationEvent.SUBMITTED).about("situation", UUID.randomUUID(), null));
    log.record(
        Event.of(RecordingEvent.RECORDING_WATCHED)
            .by(SERVER.bean(People.class).find("officer").orElseThrow().actor())
            .about("camera", UUID.randomUUID(), "CAM-1"));
    awaitQuiet();
    long size = checkpoint().checkpoint().size();
    Set<String> seen = new HashSet<>();
    for (long first = 0; first < size; first += 256) {
      int width = (int) Math.min(256, size - first);
      String path = TilePath.entries(first / 256, width);
      for (byte[] entry :
          Entries.parse(SERVER.client().get("/log/" + path).response().body(), width)) {
        Leaf leaf = Leaf.parse(entry);
        assertThat(seen.add(leaf.commit().hex()))
            .as("no two leaves have a value in common")
            .isTrue();
        Leaf.Open open = leaf.open();
        if (open != null) {
          assertThat(CountOf.openFacts(open.type())).as(open.type()).isPresent();
          assertThat(open.facts().keySet()).isSubsetOf(CountOf.openFacts(open.type()).get());
          assertThat(entry).asString().doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-");
        }
      }
    }
  }

  /// An auditor does not see at what time somebody reported, nor when who may have signed in.
  @Test
  void anAuditorCannotJoinAReportWithASignIn() throws Exception {
    SERVER.person("leader", null, Role.TEAM_LEADER);
    SERVER.signedIn("leader");
    UUID reported =
        SERVER
            .bean(AuditLog.class)
            .record(Event.of(SituationEvent.SUBMITTED).about("situation", UUID.randomUUID(), null));
    awaitQuiet();
    long index = SERVER.bean(AuditLog.class).findIndex(reported).orElseThrow();
    assertThat(auditor.get("/api/log/" + index).code()).isEqualTo("no-such-entry");
    for (String path : List.of("/leaf", "/proof")) {
      assertThat(auditor.get("/api/log/" + index + path).code()).isEqualTo("no-such-entry");
    }
    for (String type : List.of("identity.sign-in", "situation.submitted")) {
      assertThat(auditor.get("/api/log?type=" + type).json().path("items").isEmpty()).isTrue();
    }
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    assertThat(auditor.get("/api/log/days/" + today).code()).isEqualTo("not-over");
    assertThat(auditor.get("/api/log/months/" + YearMonth.from(today)).code())
        .isEqualTo("not-over");
    assertThat(yesterday().toString())
        .contains("identity.sign-in", "Người auditor")
        .doesNotContain("situation.submitted", "Người leader", "index", "\"at\"");
  }

  /// What happened until now, as it will be read tomorrow.
  private static List<JsonNode> yesterday() throws InterruptedException {
    awaitQuiet();
    LocalDate day = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).minusDays(1);
    var database = SERVER.database().client();
    String move = "update audit.event set at = at %s interval '1 day' where disclosure = 'DAY'";
    database.sql(move.formatted("-")).update();
    try {
      List<JsonNode> events = new ArrayList<>();
      for (LocalDate each : List.of(day, day.minusDays(1))) {
        auditor.get("/api/log/days/" + each).json().forEach(events::add);
      }
      return events;
    } finally {
      database.sql(move.formatted("+")).update();
    }
  }

  /// Whoever tries again and again adds one entry a window and not one a try.
  @Test
  void refusalsBeyondAFewAreCounted() throws Exception {
    SERVER.person("persistent", null, Role.DUTY_OFFICER);
    TestClient officer = SERVER.signedIn("persistent");
    for (int i = 0; i < Refusals.EACH + 15; i++) {
      assertThat(officer.get("/api/log").code()).isEqualTo("not-your-role");
    }
    SERVER.bean(Refusals.class).end(Instant.MAX);
    long times =
        SERVER
            .database()
            .client()
            .sql(
                """
                select (convert_from(record, 'UTF8')::json -> 'facts' ->> 'times')::bigint
                from audit.event where type = 'access.denied' order by seq desc limit 1
                """)
            .query(Long.class)
            .single();
    assertThat(times).isGreaterThanOrEqualTo(15);
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
    long listed =
        SERVER
            .database()
            .client()
            .sql(
                """
                select count(*) from audit.event
                where not routine and disclosure = 'EXACT' and leaf_index <= ?
                """)
            .param(seen.getFirst())
            .query(Long.class)
            .single();
    assertThat(seen).hasSize((int) listed);
  }

  @Test
  void anybodyReadsTilesAndCheckpointAndNothingElseOfTheFolder() throws Exception {
    awaitQuiet();
    TestClient anybody = SERVER.client();
    long size = checkpoint().checkpoint().size();
    int width = (int) (size % 256);
    String last = "%03d.p/%d".formatted(size / 256, width);
    assertThat(anybody.get("/log/tile/0/" + last).response().body()).hasSize(width * 32);
    assertThat(anybody.get("/log/tile/entries/" + last).status()).isEqualTo(200);
    String beyond = "%03d.p/%d".formatted(size / 256, width + 1);
    assertThat(anybody.get("/log/tile/0/" + beyond).status()).isEqualTo(404);
    for (String path :
        List.of(
            "/log/tile/0/999",
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
        () ->
            table.waiting(false, 0, 1).isEmpty()
                && table.waiting(true, 0, 1).isEmpty()
                && checkpoint().checkpoint().size() >= table.nextIndex());
  }
}
