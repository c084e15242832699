package anbinh.audit.witness;

import static anbinh.testing.Await.until;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.audit.Event;
import anbinh.audit.EventType;
import anbinh.audit.event.AuditLog;
import anbinh.audit.log.Proofs;
import anbinh.identity.Role;
import anbinh.platform.ReadOnlyMode;
import anbinh.seal.log.TlogProof;
import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.policy.Policy;
import anbinh.seal.tree.Hash;
import anbinh.testing.TestClient;
import anbinh.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// A server and two witnesses in processes of their own, one story: unknown, cosigned, killed,
/// started again, and at last the log's operator puts an old copy of everything back.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WitnessesIT {
  private static final Path FOLDER = folder();
  private static final TestWitness FIRST = witness("first");
  private static final TestWitness SECOND = witness("second");
  private static final Path POLICY = policy();

  @RegisterExtension
  static final TestServer SERVER =
      new TestServer(
          "anbinh.audit.witnesses.policy=" + POLICY,
          "anbinh.audit.witnesses.patience=2s",
          "anbinh.audit.witnesses.timeout=5s",
          "anbinh.audit.witnesses.retry=100ms",
          "anbinh.audit.witnesses.longest-retry=500ms",
          "anbinh.audit.witnesses.alarm=1s");

  private enum TryCommand implements EventType {
    TRIAL;

    @Override
    public String code() {
      return "log.read";
    }
  }

  private static TestClient auditor = SERVER.client();
  private static TestClient administrator = SERVER.client();

  @BeforeAll
  static void people() {
    SERVER.person("auditor", null, Role.AUDITOR);
    SERVER.person("administrator", null, Role.ADMINISTRATOR);
    SERVER.person("second", null, Role.ADMINISTRATOR);
    auditor = SERVER.signedIn("auditor");
    administrator = SERVER.signedIn("administrator");
  }

  @AfterAll
  static void end() {
    FIRST.close();
    SECOND.close();
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("anbinh-witnesses");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TestWitness witness(String name) {
    try {
      return new TestWitness(FOLDER.resolve(name), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path policy() {
    try {
      return Files.writeString(
          FOLDER.resolve("policy"),
          FIRST.line() + SECOND.line() + "group both all first second\nquorum both\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @Order(1)
  void theLogGoesOnWhileItsWitnessesDoNotKnowItAndThereIsAnAlarm() throws Exception {
    long index = record();
    long begin = System.nanoTime();
    TlogProof proof = SERVER.bean(Proofs.class).proveWitnessed(index);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
    assertThat(proof.index()).isEqualTo(index);
    assertThat(policyOfServer().check(proof.checkpoint().note()).have()).isZero();
    until(() -> trouble("first") == WitnessTrouble.UNKNOWN_LOG);
    until(() -> report().alarm());
    assertThat(health()).contains("\"WARNING\"").doesNotContain("\"DOWN\"");
    assertThat(SERVER.client().get("/actuator/health").status()).isEqualTo(200);
    until(() -> metrics().contains("anbinh_audit_witnesses_alarm 1.0"));
  }

  @Test
  @Order(2)
  void headsAreCosignedAndPublishedAndProofsRestOnThem() throws Exception {
    for (TestWitness witness : List.of(FIRST, SECOND)) {
      witness.kill();
      witness.start(SERVER.bean(Proofs.class).verifierKey());
    }
    until(() -> reached() >= 0);
    long index = record();
    until(() -> {
      TlogProof proof = SERVER.bean(Proofs.class).proveWitnessed(index);
      return policyOfServer().check(proof.checkpoint().note()).reached();
    });
    until(() -> published().checkpoint().size() > index);
    until(() -> policyOfServer().check(published().note()).reached());
    until(() -> !report().alarm());
    JsonNode status = auditor.get("/api/log/status").json().path("witnesses");
    assertThat(status.path("needed").asInt()).isEqualTo(2);
    assertThat(status.path("witnesses").get(0).path("name").asString()).isEqualTo("first");
    assertThat(status.path("witnesses").get(0).path("size").asLong()).isPositive();
    until(() -> health().contains("\"UP\"") && !health().contains("WARNING"));
  }

  @Test
  @Order(3)
  void aDeadWitnessSlowsNothingAndIsAskedAgain() throws Exception {
    SECOND.kill();
    Duration best = Duration.ofDays(1);
    for (int i = 0; i < 3; i++) {
      long begin = System.nanoTime();
      record();
      Duration took = Duration.ofNanos(System.nanoTime() - begin);
      best = took.compareTo(best) < 0 ? took : best;
    }
    assertThat(best).isLessThan(Duration.ofSeconds(2));
    long index = record();
    TlogProof proof = SERVER.bean(Proofs.class).proveWitnessed(index);
    assertThat(policyOfServer().check(proof.checkpoint().note()).reached()).isFalse();
    until(() -> trouble("second") == WitnessTrouble.UNREACHABLE);
    until(() -> report().alarm());
    until(() -> published().checkpoint().size() > index);
    SECOND.start();
    until(() -> trouble("second") == null);
    long later = record();
    proof = SERVER.bean(Proofs.class).proveWitnessed(later);
    assertThat(policyOfServer().check(proof.checkpoint().note()).reached()).isTrue();
  }

  @Test
  @Order(4)
  void whatWasPublishedNeverShrinks() throws Exception {
    long largest = 0;
    for (int i = 0; i < 20; i++) {
      record();
      long size = published().checkpoint().size();
      assertThat(size).isGreaterThanOrEqualTo(largest);
      largest = size;
    }
  }

  @Test
  @Order(5)
  void aRestartGoesOnWhereItWas() throws Exception {
    SERVER.stop();
    SERVER.start();
    assertThat(report().witnesses()).allSatisfy(w -> assertThat(w.size()).isNotNull());
    until(() -> reached() >= 0);
    assertThat(report().alarm()).isFalse();
  }

  @Test
  @Order(6)
  void anOldCopyOfEverythingIsFoundOutByTheWitness() throws Exception {
    SERVER.stop();
    Path log = SERVER.data().resolve("log");
    Path copy = FOLDER.resolve("copy");
    copy(log, copy);
    SERVER.start();
    SignedCheckpoint before = published();
    for (int i = 0; i < 30; i++) {
      record();
    }
    until(() -> reached() > before.checkpoint().size() + 25);
    SERVER.stop();

    // The database's administrator puts the old log back and forgets what came after.
    long size =
        SignedCheckpoint.parse(Files.readAllBytes(copy.resolve("checkpoint"))).checkpoint().size();
    delete(log);
    copy(copy, log);
    forget("audit.event where leaf_index is null or leaf_index >= " + size);
    forget("audit.remembered_checkpoint where size > " + size);
    forget("audit.witness");
    SERVER.start();

    until(() -> trouble("first") == WitnessTrouble.LARGER_SEEN);
    until(() -> trouble("second") == WitnessTrouble.LARGER_SEEN);
    assertThat(report().alarm()).isTrue();
    until(() -> health().contains("DOWN"));
    assertThat(health()).contains("WARNING", "LARGER_SEEN");
    assertThat(Files.readAllBytes(log.resolve("checkpoint")))
        .as("only the witnesses know better, and nothing is signed")
        .isEqualTo(Files.readAllBytes(copy.resolve("checkpoint")));

    administrator = SERVER.signedIn("administrator");
    until(() -> suspension().path("count").asInt() == 2);
    JsonNode suspension = suspension();
    assertThat(suspension.path("findings").toString()).contains("witness first", "witness second");
    String digest = suspension.path("digest").asString();
    assertThat(
            administrator
                .post(
                    "/api/log/suspension/proposal",
                    Map.of(
                        "digest",
                        digest,
                        "reason",
                        "Bản sao cũ được đưa lại, chứng nhân đã được báo"))
                .status())
        .isEqualTo(200);
    assertThat(
            SERVER
                .signedIn("second")
                .post("/api/log/suspension/confirmation", Map.of("digest", digest))
                .status())
        .isEqualTo(200);
    auditor = SERVER.signedIn("auditor");
    until(() ->
        auditor.get("/api/log?type=log.witness-contradicts").json().path("items").size() >= 2);
    JsonNode item =
        auditor.get("/api/log?type=log.witness-contradicts").json().path("items").get(0);
    assertThat(item.path("summary").asString()).contains("Contradiction");

    for (int i = 0; i < 60; i++) {
      record();
    }
    until(() -> trouble("first") == WitnessTrouble.OTHER_HISTORY);
    assertThat(SERVER.bean(ReadOnlyMode.class).isOn())
        .as("the same head that was accepted, said otherwise")
        .isFalse();
  }

  @Test
  @Order(7)
  void twoSignedHeadsProveTheSplitViewToAnybody() throws Exception {
    Path seen = FOLDER.resolve("seen");
    String origin = SERVER.bean(Proofs.class).verifierKey().name();
    String hash = Hash.sha256(origin.getBytes(StandardCharsets.UTF_8)).hex();
    try (var stream = URI.create(FIRST.address() + hash + "/checkpoint").toURL().openStream()) {
      Files.write(seen, stream.readAllBytes());
    }
    Path shown = FOLDER.resolve("shown");
    Files.writeString(shown, published().write());
    Process compare =
        TestWitness.run(
            "verify",
            "--compare",
            "--key",
            SERVER.bean(Proofs.class).verifierKey().write(),
            "--policy",
            POLICY.toString(),
            "--log",
            SERVER.uri("/log").toString(),
            seen.toString(),
            shown.toString());
    String said = new String(compare.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(compare.waitFor()).as(said).isEqualTo(1);
    assertThat(said).contains("Two histories").contains("first on");
  }

  private static long record() throws InterruptedException {
    AuditLog log = SERVER.bean(AuditLog.class);
    return log.awaitIndex(
        log.record(Event.of(TryCommand.TRIAL).about("log", 1, null)), Duration.ofSeconds(10));
  }

  private static JsonNode suspension() {
    return administrator.get("/api/log/suspension").json();
  }

  private static Policy policyOfServer() {
    return SERVER.bean(Proofs.class).findPolicy().orElseThrow();
  }

  private static SignedCheckpoint published() {
    return SignedCheckpoint.parse(SERVER.client().get("/log/checkpoint").response().body());
  }

  private static WitnessReport report() {
    return SERVER.bean(Witnesses.class).findReport().orElseThrow();
  }

  private static long reached() {
    Long size = report().size();
    return size == null ? -1 : size;
  }

  private static @Nullable WitnessTrouble trouble(String name) {
    return report().witnesses().stream()
        .filter(witness -> witness.name().equals(name))
        .findFirst()
        .orElseThrow()
        .trouble();
  }

  private static String health() {
    return administrator.get("/actuator/health").text();
  }

  private static String metrics() {
    return administrator.get("/actuator/prometheus").text();
  }

  private static void forget(String rows) {
    SERVER.database().client().sql("delete from " + rows).update();
  }

  private static void copy(Path from, Path to) throws IOException {
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

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
