package anbinh.seal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.note.CosigningKey;
import anbinh.seal.note.NoteSignature;
import anbinh.seal.pack.PackageFixture;
import anbinh.seal.pack.PackageLayout;
import anbinh.seal.policy.Policy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Packages under cosigned heads, and the policy of the reader.
class WitnessedPackageTest {
  @TempDir Path folder;

  private final CosigningKey first = CosigningKey.generate("w1.example");
  private final CosigningKey second = CosigningKey.generate("w2.example");
  private final CosigningKey third = CosigningKey.generate("w3.example");
  private PackageFixture fixture;

  private record Run(int code, String out, String err) {}

  @BeforeEach
  void openLog() {
    fixture = new PackageFixture(folder);
    fixture.witnesses.addAll(List.of(first, second));
  }

  @AfterEach
  void closeLog() {
    fixture.close();
  }

  private Policy policy(String quorum) {
    return Policy.parse(policyText(quorum).getBytes(StandardCharsets.UTF_8));
  }

  private String policyText(String quorum) {
    return "log "
        + fixture.key.verifierKey().write()
        + "\nwitness one "
        + first.witnessKey().write()
        + "\nwitness two "
        + second.witnessKey().write()
        + "\nwitness three "
        + third.witnessKey().write()
        + "\ngroup some 2 one two three\ngroup every all some\nquorum "
        + quorum
        + "\n";
  }

  @Test
  void isIntactWhenTheQuorumHasSeenIt() throws IOException {
    Path zip = fixture.zip(folder.resolve("p.zip"));
    Verdict verdict = new Verifier(List.of()).requiring(policy("some")).verify(zip);
    assertThat(verdict).as("%s", verdict.findings()).isInstanceOf(Verdict.Intact.class);
    assertThat(verdict.facts().witnessing()).isNotNull();
    assertThat(new Verifier(List.of(fixture.key.verifierKey())).verify(zip))
        .isInstanceOf(Verdict.Intact.class);
  }

  @Test
  void isUnwitnessedBelowTheQuorumUnlessOnlyCounted() throws IOException {
    Path zip = fixture.zip(folder.resolve("p.zip"));
    Verdict verdict = new Verifier(List.of()).requiring(policy("three")).verify(zip);
    assertThat(verdict).isInstanceOf(Verdict.Unwitnessed.class);
    assertThat(verdict.findings())
        .extracting(Finding::reason)
        .containsExactly(Reason.QUORUM_MISSING);
    assertThat(new Verifier(List.of()).counting(policy("three")).verify(zip))
        .isInstanceOf(Verdict.Intact.class);
  }

  @Test
  void aForgedCosignatureIsAnAlteration() throws IOException {
    Path plain = fixture.folder(folder.resolve("p"));
    for (String name :
        List.of(PackageLayout.PROOF, PackageLayout.SPICY, PackageLayout.CHECKPOINT)) {
      Path file = plain.resolve(name);
      String text = Files.readString(file);
      NoteSignature other = first.cosign("o\n", Instant.EPOCH);
      Files.writeString(file, text.replaceAll("— w1.example .*", other.line()));
    }
    Verdict verdict = new Verifier(List.of()).requiring(policy("some")).verify(plain);
    assertThat(verdict).isInstanceOf(Verdict.Altered.class);
    assertThat(verdict.findings()).extracting(Finding::reason).contains(Reason.COSIGNATURE_FAILS);
  }

  @Test
  void saysHowManyOfWhichQuorumWithAnExitCodeOfItsOwn() throws IOException {
    Path zip = fixture.zip(folder.resolve("p.zip"));
    Path file = folder.resolve("policy");
    Files.writeString(file, policyText("some"));
    Run enough = run("verify", "--policy", file.toString(), zip.toString());
    assertThat(enough.code()).as(enough.err()).isZero();
    assertThat(enough.out())
        .contains("Witnesses: 2 of 3 in the quorum have seen it, 2 are needed: one on ")
        .contains("three not");
    Files.writeString(file, policyText("three"));
    Run few = run("verify", "--policy", file.toString(), zip.toString());
    assertThat(few.code()).isEqualTo(5);
    assertThat(few.out()).startsWith("? p.zip").contains("fewer witnesses than your policy");
    Run json = run("verify", "--json", "--policy", file.toString(), zip.toString());
    assertThat(json.out())
        .contains("\"verdict\":\"unwitnessed\"")
        .contains("\"answer\":\"cosigned\"")
        .contains("\"reached\":false");
    Files.writeString(file, "quorum nobody\n");
    assertThat(run("verify", "--policy", file.toString(), zip.toString()).code()).isEqualTo(64);
    assertThat(run("verify", "--policy", folder + "/none", zip.toString()).code()).isEqualTo(64);
  }

  private static Run run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        new Main(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Locale.ENGLISH,
                ZoneId.of("Asia/Ho_Chi_Minh"))
            .run(List.of(arguments));
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
