package anbinh.seal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.ExternalProgram;
import anbinh.seal.note.SigningKey;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.pack.PackageFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifierTest {
  @TempDir Path folder;
  private PackageFixture fixture;

  @BeforeEach
  void openLog() {
    fixture = new PackageFixture(folder);
  }

  @AfterEach
  void closeLog() {
    fixture.close();
  }

  @Test
  void saysIntactForAZipAndForAFolderUnderTheGivenKey() throws IOException {
    Path zip = fixture.zip(folder.resolve("p.zip"));
    Path plain = fixture.folder(folder.resolve("p"));
    for (Path path : List.of(zip, plain)) {
      Verdict verdict = new Verifier(List.of(key())).verify(path);
      assertThat(verdict).isInstanceOf(Verdict.Intact.class);
      Facts facts = verdict.facts();
      assertThat(facts.files()).isEqualTo(7);
      assertThat(facts.unchangedFiles()).isEqualTo(7);
      assertThat(facts.bytes())
          .isEqualTo(fixture.contents().values().stream().mapToLong(each -> each.length).sum());
      assertThat(facts.keyTrusted()).isTrue();
      assertThat(facts.key()).isEqualTo(key());
      assertThat(facts.provedSegments()).isEqualTo(1);
      assertThat(facts.wholeSegments()).isEqualTo(1);
      assertThat(facts.attachments()).containsExactly("policy");
      assertThat(facts.leafIndex()).isGreaterThanOrEqualTo(301);
      assertThat(facts.name()).isEqualTo(path.getFileName().toString());
    }
  }

  @Test
  void saysUnknownKeyWithoutAKeyOrWithAnotherOne() throws IOException {
    Path zip = fixture.zip(folder.resolve("p.zip"));
    Verdict none = new Verifier(List.of()).verify(zip);
    assertThat(none).isInstanceOf(Verdict.UnknownKey.class);
    assertThat(none.findings())
        .containsExactly(new Finding("seal/vkey", Reason.KEY_NOT_GIVEN, key().write()));
    assertThat(none.facts().keyTrusted()).isFalse();
    VerifierKey other = SigningKey.generate("anbinh.example/thanh-hoa").verifierKey();
    VerifierKey otherLog = SigningKey.generate("anbinh.example/other").verifierKey();
    Verdict another = new Verifier(List.of(other, otherLog)).verify(zip);
    assertThat(another).isInstanceOf(Verdict.UnknownKey.class);
    assertThat(another.findings())
        .extracting(Finding::reason)
        .containsExactly(Reason.KEY_NOT_TRUSTED);
    assertThat(new Verifier(List.of(other, key())).verify(zip)).isInstanceOf(Verdict.Intact.class);
  }

  @Test
  void saysUnknownKeyAndNotIntactForAForgeryUnderAKeyOfTheSameName() throws IOException {
    Path forged = Files.createDirectories(folder.resolve("forger"));
    try (PackageFixture forger = new PackageFixture(forged)) {
      Path zip = forger.zip(forged.resolve("p.zip"));
      assertThat(new Verifier(List.of(key())).verify(zip)).isInstanceOf(Verdict.UnknownKey.class);
    }
  }

  @Test
  void acceptsAPackageThatWasUnpackedAndPackedAgainByOtherTools() throws IOException {
    ExternalProgram.require("python3", "python3");
    ExternalProgram.require("unzip", "unzip");
    fixture.zip(folder.resolve("p.zip"));
    assertThat(ExternalProgram.run(folder, "unzip", "-q", "p.zip").exitCode()).isZero();
    assertThat(
            ExternalProgram.run(
                    folder, "python3", "-m", "zipfile", "-c", "again.zip", "EXT-2026-000123")
                .exitCode())
        .isZero();
    Verdict folderVerdict = new Verifier(List.of(key())).verify(folder.resolve("EXT-2026-000123"));
    assertThat(folderVerdict).isInstanceOf(Verdict.Intact.class);
    Verdict zipVerdict = new Verifier(List.of(key())).verify(folder.resolve("again.zip"));
    assertThat(zipVerdict.findings()).isEmpty();
    Path outer = Files.createDirectories(folder.resolve("outer"));
    Files.move(folder.resolve("EXT-2026-000123"), outer.resolve("any name"));
    assertThat(new Verifier(List.of(key())).verify(outer)).isInstanceOf(Verdict.Intact.class);
  }

  @Test
  void namesEveryChangedAddedAndMissingFile() throws IOException {
    Path root = fixture.folder(folder.resolve("p"));
    Path data = root.resolve("bag/data");
    Files.writeString(data.resolve("record.json"), "[]\n");
    Files.writeString(data.resolve("clips/extra.mp4"), "x");
    Files.delete(data.resolve("empty.txt"));
    Verdict verdict = new Verifier(List.of(key())).verify(root);
    assertThat(verdict).isInstanceOf(Verdict.Altered.class);
    assertThat(verdict.findings())
        .extracting(Finding::file, Finding::reason)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("bag/data/record.json", Reason.FILE_CHANGED),
            org.assertj.core.groups.Tuple.tuple("bag/data/clips/extra.mp4", Reason.FILE_ADDED),
            org.assertj.core.groups.Tuple.tuple("bag/data/empty.txt", Reason.FILE_MISSING));
    assertThat(verdict.facts().unchangedFiles()).isEqualTo(5);
  }

  @Test
  void noticesEveryBitOfTheSealThatIsFlipped() throws IOException {
    Path root = fixture.folder(folder.resolve("p"));
    Verifier verifier = new Verifier(List.of(key()));
    for (String name :
        List.of(
            "seal/seal.json",
            "seal/seal.leaf",
            "seal/seal.leaf.tlog-proof",
            "seal/seal.leaf.spicy",
            "seal/requested.json",
            "seal/requested.json.tlog-proof",
            "seal/decided.json",
            "seal/decided.json.tlog-proof",
            "seal/checkpoint",
            "seal/vkey",
            "seal/VERIFY.md",
            "bag/bagit.txt",
            "bag/bag-info.txt",
            "bag/manifest-sha256.txt",
            "bag/tagmanifest-sha256.txt",
            "bag/tagmanifest-sha512.txt")) {
      Path file = root.resolve(name);
      byte[] good = Files.readAllBytes(file);
      for (int at = 0; at < good.length; at += 31) {
        byte[] bad = good.clone();
        bad[at] ^= (byte) (1 << (at % 8));
        Files.write(file, bad);
        Verdict verdict = verifier.verify(root);
        assertThat(verdict.findings())
            .as("%s, byte %d", name, at)
            .isNotEmpty()
            .anyMatch(f -> f.reason().kind() != Reason.Kind.UNKNOWN_KEY);
      }
      Files.write(file, good);
    }
    assertThat(verifier.verify(root)).isInstanceOf(Verdict.Intact.class);
  }

  private VerifierKey key() {
    return fixture.key.verifierKey();
  }
}
