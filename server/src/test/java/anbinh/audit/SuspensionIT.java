package anbinh.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.audit.event.AuditLog;
import anbinh.audit.log.Appender;
import anbinh.audit.log.CheckRuns;
import anbinh.audit.log.Proofs;
import anbinh.audit.suspension.Suspension;
import anbinh.identity.Role;
import anbinh.platform.Finding;
import anbinh.platform.FindingArchive;
import anbinh.platform.Problem;
import anbinh.platform.ReadOnlyMode;
import anbinh.seal.log.TileLog;
import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.note.SigningKey;
import anbinh.testing.Await;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Somebody has the disk, the log's key and the database, and makes all of them say the same; only
/// a head that lies elsewhere knows better. The server records and reads, and signs nothing over it
/// until two administrators have decided.
class SuspensionIT {
  private static final String REASON = "Máy chủ được phục hồi từ bản sao, đã báo cáo thanh tra";

  @RegisterExtension static final TestServer SERVER = new TestServer();

  private static boolean peopleAreMade;
  private static boolean broken;

  @BeforeEach
  void begin() throws Exception {
    if (!peopleAreMade) {
      SERVER.person("first", null, Role.ADMINISTRATOR);
      SERVER.person("second", null, Role.ADMINISTRATOR);
      SERVER.namedPerson("first-again", "Người first", null, Role.ADMINISTRATOR);
      SERVER.person("auditor", null, Role.AUDITOR);
      peopleAreMade = true;
    }
    for (int i = 0; i < 40; i++) {
      record();
    }
    SERVER.awaitLog();
    assertThat(isReadOnly()).isFalse();
  }

  /// What a test broke for good stays broken: the next one begins with a log of its own.
  @AfterEach
  void beginAnew() throws IOException {
    if (!broken) {
      forget("finding");
      SERVER.bean(Suspension.class).refresh();
      return;
    }
    broken = false;
    SERVER.stop();
    deleteAll(log());
    deleteAll(SERVER.data().resolve("evidence"));
    for (String table : List.of("event", "remembered_checkpoint", "finding", "log_check")) {
      database().sql("delete from audit." + table).update();
    }
    database().sql("update identity.person set mac = ''").update();
    SERVER.start();
    SERVER.acceptAccounts(); // The events that told of them are gone.
  }

  @Test
  void aLogRewrittenTogetherWithTheDatabaseIsNotSignedOver() throws Exception {
    for (int i = 0; i < 300; i++) {
      record();
    }
    keepInPackage("EXT-2026-0001.zip", head());
    SERVER.stop();
    byte[] oldTile = Files.readAllBytes(log().resolve("tile/0/000"));
    rewrite();
    byte[] rewritten = Files.readAllBytes(log().resolve("checkpoint"));
    SERVER.start();
    awaitReadOnly();

    // Why, to whom it concerns.
    assertThat(SERVER.client().get("/actuator/health").status()).isEqualTo(503);
    assertThat(SERVER.client().get("/api/site").json().path("readOnlySince").isNull()).isFalse();
    TestClient first = SERVER.signedIn("first");
    assertThat(first.get("/actuator/health").json().path("components").path("auditLog").toString())
        .contains("DOWN", "readOnlySince");
    JsonNode seen = first.get("/api/log/suspension").json();
    assertThat(seen.path("findings").toString())
        .contains("EXT-2026-0001.zip", "is no head of this log");

    // What changes something is refused, what looks is not, and what is recorded waits.
    Answer refused = first.post("/api/working-days", Map.of("day", "2026-09-02", "kind", "OFF"));
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.code()).isEqualTo("read-only");
    assertThat(refused.text()).contains("failed its check");
    assertThat(first.get("/api/people").status()).isEqualTo(200);
    UUID waits = record();
    assertThatThrownBy(() -> SERVER.bean(AuditLog.class).awaitIndex(waits, Duration.ofSeconds(1)))
        .hasMessageContaining("not in the log yet");
    assertThatThrownBy(() -> SERVER.bean(Proofs.class).prove(1_000_000))
        .isInstanceOf(Problem.class);
    SERVER.stop();
    assertThat(Files.readAllBytes(log().resolve("checkpoint"))).isEqualTo(rewritten);

    // Who takes the finding out of the database gains nothing; tiles that are as they were beside
    // the rewritten ones prove nothing.
    forget("finding");
    Files.write(log().resolve("tile/0/000"), oldTile);
    SERVER.start();
    awaitReadOnly();
    assertThat(Files.readAllBytes(log().resolve("checkpoint"))).isEqualTo(rewritten);
  }

  @Test
  void aLogCutTogetherWithTheDatabaseIsNotSignedOver() throws Exception {
    broken = true;
    SERVER.stop();
    Path copy = SERVER.data().resolve("log-copy");
    copyAll(log(), copy);
    long size = head(copy).checkpoint().size();
    SERVER.start();
    for (int i = 0; i < 5; i++) {
      record();
    }
    keepInPackage("EXT-2026-0003.zip", head());
    SERVER.stop();
    deleteAll(log());
    Files.move(copy, log());
    forget("event where leaf_index is null or leaf_index >= " + size);
    forget("remembered_checkpoint where size > " + size);
    byte[] cut = Files.readAllBytes(log().resolve("checkpoint"));
    SERVER.start();
    awaitReadOnly();
    assertThat(Files.readAllBytes(log().resolve("checkpoint"))).isEqualTo(cut);
  }

  /// Nobody at the office can read it, and nothing is lost: it has to be put back first.
  @Test
  void aLogThatCannotBeOpenedIsPutBackBeforeAnybodyAcceptsAnything() throws Exception {
    broken = true;
    SERVER.stop();
    Path checkpoint = log().resolve("checkpoint");
    Path aside = SERVER.data().resolve("checkpoint-aside");
    Files.move(checkpoint, aside);
    SERVER.start();
    awaitReadOnly();
    UUID meanwhile = record();
    TestClient first = SERVER.signedIn("first");
    assertThat(first.get("/api/log/suspension").json().path("continuable").asBoolean()).isFalse();
    Await.until("all findings", () -> propose(first).code().equals("log-not-whole"));
    assertThat(checkpoint).doesNotExist();
    SERVER.stop();
    Files.move(aside, checkpoint);
    SERVER.start();
    assertThat(isReadOnly()).as("it is in order again, and nobody has decided").isTrue();
    accept();
    SERVER.bean(AuditLog.class).awaitIndex(meanwhile, Duration.ofSeconds(20));
  }

  @Test
  void twoAdministratorsDecideAndWhatTheyAcceptedStaysNamed() throws Exception {
    SignedCheckpoint early = head();
    record();
    keepInPackage("EXT-2026-0004.zip", head());
    SERVER.stop();
    rewrite();
    SERVER.start();
    awaitReadOnly();
    UUID waited = record();
    long next = SERVER.bean(Appender.class).checkpoint().checkpoint().size();

    TestClient first = SERVER.signedIn("first");
    TestClient second = SERVER.signedIn("second");
    assertThat(confirm(second).code()).isEqualTo("no-such-proposal");
    assertThat(first.post("/api/log/suspension/proposal", body(first, "nothing to say")).status())
        .isEqualTo(400);
    SERVER.forgetConfirmations();
    assertThat(propose(first).code()).isEqualTo("confirm-yourself");
    first = SERVER.signedIn("first");
    assertThat(propose(first).status()).isEqualTo(200);
    assertThat(isReadOnly()).isTrue();
    assertThat(confirm(first).code()).isEqualTo("own-resumption-proposal");
    assertThat(confirm(SERVER.signedIn("first-again")).code()).isEqualTo("own-resumption-proposal");
    assertThat(
            second
                .post("/api/log/suspension/confirmation", Map.of("digest", "0".repeat(64)))
                .code())
        .isEqualTo("findings-changed");

    // A proposal, and an acceptance, that somebody writes into the database.
    forge("log.resumed");
    forge("log.resumption-proposed");
    SERVER.bean(Suspension.class).refresh();
    assertThat(isReadOnly()).isTrue();
    forget("event where object_code = 'FORGED'");

    second = SERVER.signedIn("second");
    assertThat(confirm(second).status()).isEqualTo(200);
    Await.until("a log that goes on", () -> !isReadOnly());
    assertThat(SERVER.bean(AuditLog.class).awaitIndex(waited, Duration.ofSeconds(20)))
        .isGreaterThan(next);
    JsonNode entry = SERVER.signedIn("auditor").get("/api/log/" + next).json();
    assertThat(entry.path("type").asString()).isEqualTo("log.resumed");
    assertThat(entry.path("record").asString()).contains("EXT-2026-0004.zip", "\"TWO\"");
    assertThat(entry.path("detail").toString()).contains(REASON, "Người first", "Người second");
    assertThat(SERVER.client().get("/actuator/health").status()).isEqualTo(200);

    // Accepted is not gone.
    CheckRuns.Run run = SERVER.bean(CheckRuns.class).run();
    assertThat(run.ok()).isFalse();
    assertThat(run.problem()).contains("EXT-2026-0004.zip");
    assertThat(isReadOnly()).isFalse();
    assertThat(second.get("/api/log/suspension").json().path("accepted").toString())
        .contains("EXT-2026-0004.zip", REASON);
    Files.delete(SERVER.data().resolve("evidence/EXT-2026-0004.zip"));
    assertThat(SERVER.bean(CheckRuns.class).run().problem())
        .contains("EXT-2026-0004.zip", "accepted at");

    // Another one is another one.
    keepInPackage("EXT-2026-0005.zip", early);
    assertThat(SERVER.bean(CheckRuns.class).run().ok()).isFalse();
    awaitReadOnly();
    assertThat(second.get("/api/log/suspension").json().path("findings").toString())
        .contains("EXT-2026-0005.zip")
        .doesNotContain("EXT-2026-0004.zip");
    SERVER.stop();
    SERVER.start();
    assertThat(isReadOnly()).isTrue();
    accept();
  }

  /// Whoever has no key makes one, and signs everything anew.
  @Test
  void aKeyThatWasExchangedIsFoundByWhatTheOldOneSigned() throws Exception {
    broken = true;
    SERVER.stop();
    Path key = SERVER.data().resolve("keys/log.key");
    Path aside = SERVER.data().resolve("log.key-aside");
    Files.move(key, aside);
    SigningKey old = SigningKey.load(aside);
    SigningKey other = SigningKey.generate(old.verifierKey().name());
    other.save(key);
    List<byte[]> entries;
    try (TileLog log = TileLog.open(log(), old)) {
      entries = log.entries(0, (int) log.size());
    }
    Path released = log().resolve("released");
    byte[] kept = Files.readAllBytes(released);
    deleteAll(log());
    try (TileLog log = TileLog.open(log(), other)) {
      log.appendAll(entries);
    }
    Files.write(released, kept);
    SERVER.start();
    awaitReadOnly();
    SERVER.stop();
    Files.move(aside, key, StandardCopyOption.REPLACE_EXISTING);
  }

  /// A check by command runs in a process of its own, beside the server.
  @Test
  void whatACheckBesideTheServerFoundSuspendsItToo() {
    SERVER.bean(FindingArchive.class).keep(List.of(new Finding("tile/0/000", "it is wrong", true)));
    awaitReadOnly();
    SERVER.bean(FindingArchive.class).keep(List.of(new Finding("event 5", "it waits")));
    assertThat(SERVER.signedIn("first").get("/api/log/suspension").json().path("count").asInt())
        .isEqualTo(1);
  }

  /// What only the database says otherwise is named: the log still says what was.
  @Test
  void aRowOfTheDatabaseThatWasAlteredSuspendsNothing() throws Exception {
    broken = true;
    var _ = head(); // the check reads what a checkpoint covers
    database()
        .sql(
            """
            update audit.event set detail = '{"note":"other"}'
            where leaf_index = (select max(leaf_index) from audit.event where detail is not null)
            """)
        .update();
    assertThat(SERVER.bean(CheckRuns.class).run().problem()).contains("detail was altered");
    assertThat(isReadOnly()).isFalse();
  }

  @Test
  void anEntryThatIsNotWhatThisServerRecordedSuspends() throws Exception {
    broken = true;
    var _ = head();
    forget("event where leaf_index = (select max(leaf_index) from audit.event)");
    assertThat(SERVER.bean(CheckRuns.class).run().ok()).isFalse();
    assertThat(isReadOnly()).isTrue();
  }

  private static boolean isReadOnly() {
    return SERVER.bean(ReadOnlyMode.class).isOn();
  }

  private static void awaitReadOnly() {
    Await.until("a server that only reads", SuspensionIT::isReadOnly);
  }

  private static UUID record() {
    return SERVER
        .bean(AuditLog.class)
        .record(
            Event.of(AuditEvent.LOG_READ)
                .by(new Actor(new UUID(1, 1), new UUID(2, 2), null, false))
                .about("log", 1, null)
                .detail("note", "note"));
  }

  private static void accept() {
    assertThat(propose(SERVER.signedIn("first")).status()).isEqualTo(200);
    assertThat(confirm(SERVER.signedIn("second")).status()).isEqualTo(200);
    Await.until("a log that goes on", () -> !isReadOnly());
  }

  private static Answer propose(TestClient client) {
    return client.post("/api/log/suspension/proposal", body(client, REASON));
  }

  private static Answer confirm(TestClient client) {
    return client.post("/api/log/suspension/confirmation", Map.of("digest", digest(client)));
  }

  private static Map<String, Object> body(TestClient client, String reason) {
    return Map.of("digest", digest(client), "reason", reason);
  }

  private static String digest(TestClient client) {
    return client.get("/api/log/suspension").json().path("digest").asString();
  }

  private static JdbcClient database() {
    return SERVER.database().client();
  }

  private static void forget(String rows) {
    database().sql("delete from audit." + rows).update();
  }

  /// A row as of another event, of a type that would decide.
  private static void forge(String type) {
    database()
        .sql(
            """
            insert into audit.event (id, at, type, routine, refused, record, mac, disclosure,
              actor_id, actor_pseudonym, detail, salt, object_code)
            select gen_random_uuid(), at, ?, routine, refused,
              convert_to(replace(convert_from(record, 'UTF8'), type, ?), 'UTF8'), mac, disclosure,
              actor_id, actor_pseudonym, detail, salt, 'FORGED'
            from audit.event where type like 'log.%' order by seq desc limit 1
            """)
        .params(type, type)
        .update();
  }

  private static Path log() {
    return SERVER.data().resolve("log");
  }

  /// One that covers every event up to now.
  private static SignedCheckpoint head() throws InterruptedException {
    SERVER.bean(Proofs.class).prove(SERVER.awaitLog());
    return SERVER.bean(Appender.class).released();
  }

  private static SignedCheckpoint head(Path log) throws IOException {
    return SignedCheckpoint.parse(Files.readAllBytes(log.resolve("checkpoint")));
  }

  private static void keepInPackage(String name, SignedCheckpoint head) throws IOException {
    Path folder = Files.createDirectories(SERVER.data().resolve("evidence"));
    byte[] content = head.write().getBytes(StandardCharsets.UTF_8);
    var crc = new CRC32();
    crc.update(content);
    var entry = new ZipEntry(name.replace(".zip", "") + "/seal/checkpoint");
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      zip.putNextEntry(entry);
      zip.write(content);
    }
  }

  /// Two early events change places, in the log and in the database; whatever the office itself
  /// remembers of heads is made to fit.
  private static void rewrite() throws IOException {
    broken = true;
    SigningKey key = SigningKey.load(SERVER.data().resolve("keys/log.key"));
    long one = place("min(leaf_index)");
    long other = place("min(leaf_index) filter (where leaf_index > " + one + ")");
    List<byte[]> entries;
    try (TileLog log = TileLog.open(log(), key)) {
      entries = new ArrayList<>(log.entries(0, (int) log.size()));
    }
    Collections.swap(entries, (int) one, (int) other);
    deleteAll(log());
    try (TileLog log = TileLog.open(log(), key)) {
      log.appendAll(entries);
    }
    move(one, -1);
    move(other, one);
    move(-1, other);
    forget("remembered_checkpoint");
    forget("witness");
  }

  private static long place(String which) {
    return database().sql("select " + which + " from audit.event").query(Long.class).single();
  }

  private static void move(long from, long to) {
    database()
        .sql("update audit.event set leaf_index = ? where leaf_index = ?")
        .params(to, from)
        .update();
  }

  private static void copyAll(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
