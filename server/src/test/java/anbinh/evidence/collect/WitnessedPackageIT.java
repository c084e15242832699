package anbinh.evidence.collect;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.audit.log.Proofs;
import anbinh.audit.witness.TestWitness;
import anbinh.evidence.EvidenceFixture;
import anbinh.seal.policy.Policy;
import anbinh.seal.verify.Verdict;
import anbinh.seal.verify.Verifier;
import anbinh.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Packages that a witness has seen, and those that none has.
class WitnessedPackageIT {
  @TempDir static @Nullable Path folder;

  private static @Nullable TestWitness made;
  private static @Nullable TestServer started;
  private static @Nullable EvidenceFixture world;

  @BeforeAll
  static void start() throws Exception {
    Path where = Objects.requireNonNull(folder);
    made = new TestWitness(where.resolve("w"), "prosecutor");
    Path policy = Files.writeString(where.resolve("policy"), made.line() + "quorum prosecutor\n");
    started =
        new TestServer(
            TestServer.FAKE_FOOTAGE,
            "anbinh.audit.witnesses.policy=" + policy,
            "anbinh.audit.witnesses.patience=6s",
            "anbinh.audit.witnesses.retry=100ms",
            "anbinh.audit.witnesses.longest-retry=300ms");
    started.start();
    witness().kill();
    witness().start(server().bean(Proofs.class).verifierKey());
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

  private static TestWitness witness() {
    return Objects.requireNonNull(made);
  }

  private static TestServer server() {
    return Objects.requireNonNull(started);
  }

  private static EvidenceFixture world() {
    return Objects.requireNonNull(world);
  }

  @Test
  void aPackageHoldsThePolicyAndTheCosignaturesAndSaysHonestlyWhenTheyAreMissing()
      throws Exception {
    UUID seen = sealed(0);
    assertThat(verdict(seen)).isInstanceOf(Verdict.Intact.class);
    assertThat(verdict(seen).facts().attachments()).contains("policy");
    JsonNode witnesses = record(seen).path("seal").path("witnesses");
    assertThat(witnesses.path("names").toString()).isEqualTo("[\"prosecutor\"]");
    assertThat(witnesses.path("quorum").asInt()).isEqualTo(1);
    assertThat(witnesses.path("of").asInt()).isEqualTo(1);
    assertThat(witnesses.path("policy").asString()).contains("quorum prosecutor");
    JsonNode line = line(seen);
    assertThat(line.path("ok").asBoolean()).isTrue();
    assertThat(line.path("text").asString()).startsWith("Seen by 1 of 1").contains("prosecutor");

    witness().kill();
    UUID unseen = sealed(12);
    Verdict verdict = verdict(unseen);
    assertThat(verdict).as("%s", verdict.findings()).isInstanceOf(Verdict.Unwitnessed.class);
    line = line(unseen);
    assertThat(line.path("ok").asBoolean()).isFalse();
    assertThat(line.path("text").asString()).startsWith("Not seen by any witness");

    witness().start();
    UUID again = sealed(24);
    assertThat(verdict(again)).isInstanceOf(Verdict.Intact.class);
  }

  private static UUID sealed(int offset) throws Exception {
    UUID id = world().approved(world().form(offset, world().camera));
    world().await(id, "SEALED");
    return id;
  }

  private static JsonNode record(UUID id) throws Exception {
    Extraction extraction = server().bean(ExtractionTable.class).find(id).orElseThrow();
    Path file = server().bean(Staging.class).packageFile(extraction);
    PackageSchemas.assertDocumented(file);
    try (var zip = new ZipFile(file.toFile());
        var in = zip.getInputStream(zip.getEntry(extraction.code() + "/bag/data/record.json"))) {
      return JsonMapper.shared().readTree(in.readAllBytes());
    }
  }

  private static Verdict verdict(UUID id) throws Exception {
    Policy policy = server().bean(Proofs.class).findPolicy().orElseThrow();
    Extraction extraction = server().bean(ExtractionTable.class).find(id).orElseThrow();
    return new Verifier(List.of())
        .requiring(policy)
        .verify(server().bean(Staging.class).packageFile(extraction));
  }

  private static JsonNode line(UUID id) {
    for (JsonNode line :
        world()
            .as("investigator")
            .get(EvidenceFixture.path(id) + "/verification")
            .json()
            .path("lines")) {
      if (line.path("topic").asString().equals("WITNESSES")) {
        return line;
      }
    }
    throw new AssertionError("the verdict says nothing of witnesses");
  }
}
