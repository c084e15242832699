package anbinh.evidence.stamp;

import static anbinh.testing.Await.until;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.audit.log.Proofs;
import anbinh.evidence.EvidenceFixture;
import anbinh.evidence.collect.ExternalVerifiers;
import anbinh.evidence.collect.Extraction;
import anbinh.evidence.collect.ExtractionTable;
import anbinh.evidence.collect.Staging;
import anbinh.seal.verify.Attestation;
import anbinh.seal.verify.Verdict;
import anbinh.seal.verify.Verifier;
import anbinh.seal.zip.ZipDirectory;
import anbinh.seal.zip.ZipEntryInfo;
import anbinh.signing.TestAuthority;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Stamps over seals and checkpoints, with an authority that is there, away, or mad.
class StampsIT {
  private static @Nullable TestAuthority made;
  private static @Nullable TestServer started;
  private static @Nullable EvidenceFixture world;

  @BeforeAll
  static void start() throws Exception {
    made = new TestAuthority();
    started =
        new TestServer(
            TestServer.FAKE_FOOTAGE,
            "anbinh.signing.timestamp.url=" + made.uri(),
            "anbinh.signing.timestamp.trust=" + made.root(),
            "anbinh.signing.timestamp.timeout=2s",
            "anbinh.signing.timestamp.retry=100ms",
            "anbinh.signing.timestamp.longest-retry=300ms",
            "anbinh.signing.timestamp.checkpoints=1s");
    started.start();
    world = new EvidenceFixture(started);
  }

  @AfterAll
  static void stop() {
    if (started != null) {
      started.stop();
      started.database().close();
    }
    if (made != null) {
      made.close();
    }
  }

  @BeforeEach
  void isGood() {
    authority().mood = TestAuthority.Mood.GOOD;
  }

  private static TestAuthority authority() {
    return Objects.requireNonNull(made);
  }

  private static TestServer server() {
    return Objects.requireNonNull(started);
  }

  private static EvidenceFixture world() {
    return Objects.requireNonNull(world);
  }

  @Test
  void sealsWithAStampWhenTheAuthorityAnswers() throws Exception {
    UUID id = sealed(0);
    assertThat(extraction(id).additions()).isZero();
    assertStamped(id);
    assertThat(timestamp(id).path("state").asString()).isEqualTo("STAMPED");
    assertThat(timestamp(id).path("authority").asString()).isEqualTo("CN=Authority");
    String key = server().bean(Proofs.class).verifierKey().write();
    ExternalVerifiers.Ruling all =
        ExternalVerifiers.script(file(id), key, "--tsa", authority().root().toString());
    assertThat(all.refused()).as(all.text()).isEqualTo(ExternalVerifiers.OF_PICTURES);
    assertThat(all.text())
        .contains("the time stamp is over the seal", "by the authority that you gave");
  }

  @Test
  void sealsWithoutOneAndPutsItBesideTheUntouchedBagLater() throws Exception {
    authority().mood = TestAuthority.Mood.STATUS_500;
    UUID id = sealed(12);
    assertLacksItsStamp(verdict(id));
    assertThat(timestamp(id).path("state").asString()).isEqualTo("WAITING");
    Path before = file(id);
    Map<String, Long> entries = entries(before);
    // The queue survives the server.
    server().stop();
    server().start();
    assertLacksItsStamp(verdict(id));
    authority().mood = TestAuthority.Mood.GOOD;
    until(() -> extraction(id).additions() == 1);
    assertStamped(id);
    assertThat(entries(file(id))).containsAllEntriesOf(entries).hasSize(entries.size() + 1);
    until(() -> !Files.exists(before));
    assertThat(timestamp(id).path("state").asString()).isEqualTo("STAMPED");
    Answer download = world().as("investigator").get(EvidenceFixture.path(id) + "/package.zip");
    assertThat(download.status()).isEqualTo(200);
    assertThat(download.header("Content-Length")).contains(Long.toString(extraction(id).bytes()));
  }

  @Test
  void isNotHarmedByAnyAnswer() throws Exception {
    int offset = 20;
    for (TestAuthority.Mood mood :
        List.of(
            TestAuthority.Mood.OF_OTHER_CONTENT,
            TestAuthority.Mood.OF_AN_EARLIER_REQUEST,
            TestAuthority.Mood.GARBAGE,
            TestAuthority.Mood.SILENT)) {
      authority().mood = mood;
      UUID id = sealed(offset += 12);
      assertLacksItsStamp(verdict(id));
    }
  }

  @Test
  void dressesUpNoPackageThatWasAlteredMeanwhile() throws Exception {
    authority().mood = TestAuthority.Mood.STATUS_500;
    UUID id = sealed(82);
    byte[] content = Files.readAllBytes(file(id));
    content[content.length / 3] ^= 1;
    Files.write(file(id), content);
    authority().mood = TestAuthority.Mood.GOOD;
    until(() -> problem(id).contains("not what was sealed"));
    assertThat(extraction(id).additions()).isZero();
    assertThat(verdict(id)).isNotInstanceOf(Verdict.Intact.class);
    content[content.length / 3] ^= 1;
    Files.write(file(id), content);
    until(() -> extraction(id).additions() == 1);
    assertStamped(id);
  }

  @Test
  void stampsTheCheckpointOfTheLog() throws Exception {
    until(() -> server().client().get("/log/stamps").json().size() > 0);
    JsonNode stamp = server().client().get("/log/stamps").json().get(0);
    String path = "/log/stamps/" + stamp.path("size").asLong();
    byte[] checkpoint =
        server().client().get(path + "/checkpoint").text().getBytes(StandardCharsets.UTF_8);
    assertThat(new String(checkpoint, StandardCharsets.UTF_8))
        .contains("\n" + stamp.path("size").asLong() + "\n");
    byte[] response = server().client().get(path + "/response").response().body();
    assertThat(authority().accepts(checkpoint, response)).isTrue();
    assertThat(server().client().get("/log/stamps/999999999/response").status()).isEqualTo(404);
  }

  private static UUID sealed(int offset) throws Exception {
    UUID id = world().approved(world().form(offset, world().camera));
    world().await(id, "SEALED");
    return id;
  }

  private static void assertStamped(UUID id) throws Exception {
    Verdict verdict = verdict(id);
    assertThat(verdict).as("%s", verdict.findings()).isInstanceOf(Verdict.Intact.class);
    assertThat(verdict.facts().findTimeStamp().map(Attestation::by)).contains("CN=Authority");
    try (var zip = new ZipFile(file(id).toFile())) {
      String seal = extraction(id).code() + "/seal/";
      assertThat(
              authority()
                  .accepts(
                      zip.getInputStream(zip.getEntry(seal + "seal.json")).readAllBytes(),
                      zip.getInputStream(zip.getEntry(seal + "seal.tsr")).readAllBytes()))
          .isTrue();
    }
  }

  private static void assertLacksItsStamp(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Incomplete.class);
    assertThat(verdict.findings()).hasSize(1);
    assertThat(verdict.facts().findTimeStamp()).isEmpty();
  }

  private static Verdict verdict(UUID id) throws Exception {
    return new Verifier(List.of(server().bean(Proofs.class).verifierKey())).verify(file(id));
  }

  private static Extraction extraction(UUID id) {
    return server().bean(ExtractionTable.class).find(id).orElseThrow();
  }

  private static Path file(UUID id) {
    return server().bean(Staging.class).packageFile(extraction(id));
  }

  private static JsonNode timestamp(UUID id) {
    return world().get(id).path("extraction").path("timestamp");
  }

  private static String problem(UUID id) {
    return server()
        .database()
        .client()
        .sql("select coalesce(problem, '') from evidence.stamp where request_id = ?")
        .param(id)
        .query(String.class)
        .single();
  }

  private static Map<String, Long> entries(Path zip) throws Exception {
    return ZipDirectory.read(zip).stream()
        .collect(Collectors.toMap(ZipEntryInfo::name, ZipEntryInfo::crc));
  }
}
