package anbinh.seal.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.seal.ExternalProgram;
import anbinh.seal.FormatProblem;
import anbinh.seal.bag.PayloadFile;
import anbinh.seal.log.TlogProof;
import anbinh.seal.note.CosigningKey;
import anbinh.seal.note.SigningKey;
import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageWriterTest {
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
  void writesWhatUnzipAndTheJdkRead() throws IOException {
    Path zip = fixture.zip(folder.resolve("p.zip"));
    List<String> names = new ArrayList<>();
    try (ZipFile file = new ZipFile(zip.toFile())) {
      file.stream().map(ZipEntry::getName).forEach(names::add);
    }
    assertThat(names)
        .contains(
            "EXT-2026-000123/bag/bagit.txt",
            "EXT-2026-000123/bag/data/stills/Ảnh ngã tư 1.png",
            "EXT-2026-000123/bag/tagmanifest-sha512.txt",
            "EXT-2026-000123/seal/seal.json",
            "EXT-2026-000123/seal/seal.leaf",
            "EXT-2026-000123/seal/seal.leaf.tlog-proof",
            "EXT-2026-000123/seal/seal.leaf.spicy",
            "EXT-2026-000123/seal/requested.json",
            "EXT-2026-000123/seal/decided.json.tlog-proof",
            "EXT-2026-000123/seal/checkpoint",
            "EXT-2026-000123/seal/vkey",
            "EXT-2026-000123/seal/policy",
            "EXT-2026-000123/seal/VERIFY.md");
    assertThat(names.stream().filter(n -> n.contains("/data/")).toList()).isSorted();
    assertThat(names.stream().filter(n -> n.contains("/seal/")).toList()).isSorted();
    ExternalProgram.require("unzip", "unzip");
    assertThat(ExternalProgram.run(folder, "unzip", "-tq", "p.zip").exitCode()).isZero();
  }

  @Test
  void givesTheSameBytesForTheSameInput() throws IOException {
    List<PayloadFile> shuffled = new ArrayList<>(fixture.payload());
    Collections.reverse(shuffled);
    Path first = folder.resolve("1.zip");
    Path second = folder.resolve("2.zip");
    Seal seal;
    PackageWriter.Proved proved;
    try (PackageWriter writer = writer(first)) {
      EventProof requested = fixture.logged(PackageFixture.requested());
      EventProof decided = fixture.logged(PackageFixture.decided());
      seal =
          PackageFixture.seal(
              writer.writeBag(shuffled, labels()).contents(), requested.act(), decided.act());
      proved = new PackageWriter.Proved(logged(seal), requested, decided, List.of());
      writer.finish(seal, proved, Map.of());
      assertThat(writer.isFinished()).isTrue();
    }
    try (PackageWriter writer = writer(second)) {
      writer.writeBag(fixture.payload(), labels());
      writer.finish(seal, proved, Map.of());
    }
    assertThat(second).hasSameBinaryContentAs(first);
    assertThat(folder.resolve("1.zip.part")).doesNotExist();
  }

  @Test
  void isAcceptedByTheLibraryOfCongress() throws Exception {
    Path bag = fixture.folder(folder.resolve("p")).resolve("bag");
    try (BagVerifier verifier = new BagVerifier()) {
      verifier.isValid(new BagReader().read(bag), false);
    }
    Path file = bag.resolve("data/record.json");
    Files.writeString(file, "[]\n");
    try (BagVerifier verifier = new BagVerifier()) {
      assertThatThrownBy(() -> verifier.isValid(new BagReader().read(bag), false))
          .hasMessageContaining("record.json");
    }
  }

  @Test
  void isAcceptedByCoreutils() throws IOException {
    ExternalProgram.require("sha512sum", "coreutils");
    Path bag = fixture.folder(folder.resolve("p")).resolve("bag");
    for (String algorithm : List.of("256", "512")) {
      ExternalProgram.Answer answer =
          ExternalProgram.run(
              bag,
              "sha" + algorithm + "sum",
              "--check",
              "--strict",
              "manifest-sha" + algorithm + ".txt",
              "tagmanifest-sha" + algorithm + ".txt");
      assertThat(answer.exitCode()).as(answer.output()).isZero();
      assertThat(answer.output().lines()).hasSize(11).allMatch(line -> line.endsWith(": OK"));
    }
  }

  @Test
  void isAcceptedByDebiansLogVerifier() throws IOException {
    ExternalProgram.require("spicy-litetlog", "litetlog");
    fixture.witnesses.add(CosigningKey.generate("witness.example/w1"));
    Path seal = fixture.folder(folder.resolve("p")).resolve("seal");
    String vkey = fixture.key.verifierKey().write();
    assertThat(ExternalProgram.run(seal, "spicy-litetlog", "-verify", vkey, "seal.leaf").exitCode())
        .isZero();
    String other = SigningKey.generate("anbinh.example/thanh-hoa").verifierKey().write();
    assertThat(
            ExternalProgram.run(seal, "spicy-litetlog", "-verify", other, "seal.leaf").exitCode())
        .isEqualTo(1);
    byte[] json = Files.readAllBytes(seal.resolve("seal.leaf"));
    json[json.length / 2] ^= 1;
    Files.write(seal.resolve("seal.leaf"), json);
    assertThat(ExternalProgram.run(seal, "spicy-litetlog", "-verify", vkey, "seal.leaf").exitCode())
        .isEqualTo(1);
  }

  @Test
  void isAcceptedByTheCommandsOfItsOwnGuide() throws IOException {
    ExternalProgram.require("spicy-litetlog", "litetlog");
    fixture.witnesses.add(CosigningKey.generate("witness.example/w1"));
    ExternalProgram.require("openssl", "openssl");
    Path root = fixture.folder(folder.resolve("p"));
    String guide = Files.readString(root.resolve("seal/VERIFY.md"));
    int from = guide.indexOf("```sh\n") + 6;
    String commands = guide.substring(from, guide.indexOf("```", from));
    ExternalProgram.Answer answer = ExternalProgram.run(root, "sh", "-ec", commands);
    assertThat(answer.exitCode()).as(answer.output()).isZero();
    assertThat(answer.output())
        .contains("Signature Verified Successfully")
        .contains(fixture.key.verifierKey().fingerprint());
    Path checkpoint = root.resolve("seal/checkpoint");
    Files.writeString(checkpoint, Files.readString(checkpoint).replaceFirst("\n3", "\n4"));
    ExternalProgram.Answer altered = ExternalProgram.run(root, "sh", "-ec", commands);
    assertThat(altered.output()).contains("Signature Verification Failure");
  }

  @Test
  void leavesNothingWhenItIsNotFinished() throws IOException {
    Path zip = folder.resolve("p.zip");
    try (PackageWriter writer = writer(zip)) {
      writer.writeBag(fixture.payload(), labels());
      assertThat(folder.resolve("p.zip.part")).exists();
    }
    assertThat(zip).doesNotExist();
    assertThat(folder.resolve("p.zip.part")).doesNotExist();
  }

  @Test
  void refusesASealThatDoesNotBelongToTheBagOrIsNotInTheLog() throws IOException {
    EventProof requested = fixture.logged(PackageFixture.requested());
    EventProof decided = fixture.logged(PackageFixture.decided());
    try (PackageWriter writer = writer(folder.resolve("p.zip"))) {
      Seal seal =
          PackageFixture.seal(
              writer.writeBag(fixture.payload(), labels()).contents(),
              requested.act(),
              decided.act());
      var elsewhere = new PackageWriter.Proved(fixture.log.prove(3), requested, decided, List.of());
      assertThatThrownBy(() -> writer.finish(seal, elsewhere, Map.of()))
          .hasMessageContaining("does not show");
      Seal.Contents wrong =
          new Seal.Contents("0".repeat(128), "1.1", seal.contents().guideSha256());
      Seal otherSeal = PackageFixture.seal(wrong, List.of());
      assertThatThrownBy(() -> writer.finish(otherSeal, elsewhere, Map.of()))
          .hasMessageContaining("not the seal of the bag");
      TlogProof proof = logged(seal);
      var swapped = new PackageWriter.Proved(proof, decided, requested, List.of());
      assertThatThrownBy(() -> writer.finish(seal, swapped, Map.of()))
          .hasMessageContaining("another request or decision");
      var segment = new PackageWriter.Proved(proof, requested, decided, List.of(requested));
      assertThatThrownBy(() -> writer.finish(seal, segment, Map.of()))
          .hasMessageContaining("other segments");
      var proved = new PackageWriter.Proved(proof, requested, decided, List.of());
      assertThatThrownBy(() -> writer.finish(seal, proved, Map.of("policy", new byte[1])))
          .hasMessageContaining("other files");
      assertThatThrownBy(() -> writer.finish(seal, proved, Map.of("x.exe", new byte[1])))
          .isInstanceOf(FormatProblem.class)
          .hasMessageContaining("x.exe");
      assertThatThrownBy(() -> writer.writeBag(fixture.payload(), labels()))
          .hasMessageContaining("already written");
    }
  }

  @Test
  void refusesContentOfAnotherLengthAndPathsThatClash() throws IOException {
    try (PackageWriter writer = writer(folder.resolve("p.zip"))) {
      PayloadFile tooLong = new PayloadFile("a", 3, () -> new ByteArrayInputStream(new byte[4]));
      PayloadFile tooShort = new PayloadFile("a", 5, () -> new ByteArrayInputStream(new byte[4]));
      for (PayloadFile file : List.of(tooLong, tooShort)) {
        assertThatThrownBy(() -> writer.writeBag(List.of(file), labels()))
            .isInstanceOf(FormatProblem.class);
      }
    }
    for (List<String> paths :
        List.of(List.of("a", "a"), List.of("a", "A"), List.of("a", "a/b"), List.of("x/1", "X/2"))) {
      List<PayloadFile> payload =
          paths.stream().map(path -> PayloadFile.of(path, new byte[1])).toList();
      try (PackageWriter writer = writer(folder.resolve("p.zip"))) {
        assertThatThrownBy(() -> writer.writeBag(payload, labels()))
            .as("%s", paths)
            .isInstanceOf(FormatProblem.class);
      }
    }
    try (PackageWriter writer = writer(folder.resolve("p.zip"))) {
      assertThatThrownBy(() -> writer.writeBag(List.of(), labels()))
          .hasMessageContaining("at least one file");
    }
    assertThatThrownBy(
            () -> PackageWriter.zip(folder.resolve("x.zip"), "../x", fixture.key.verifierKey()))
        .isInstanceOf(FormatProblem.class);
  }

  @Test
  void streamsAFileThatIsLargerThanWhatItHolds() throws IOException {
    Path large = folder.resolve("large.bin");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(40L * 1024 * 1024);
    }
    long before = usedBytes();
    try (PackageWriter writer = writer(folder.resolve("p.zip"))) {
      fixture.write(writer, List.of(PayloadFile.of("large.bin", large)));
    }
    assertThat(usedBytes() - before).isLessThan(20L * 1024 * 1024);
    assertThat(Files.size(folder.resolve("p.zip"))).isGreaterThan(Files.size(large));
  }

  private static long usedBytes() {
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private TlogProof logged(Seal seal) {
    return fixture.log.prove(fixture.log.append(seal.leaf().canonical()));
  }

  private PackageWriter writer(Path zip) throws IOException {
    return PackageWriter.zip(zip, PackageFixture.EXTRACTION, fixture.key.verifierKey());
  }

  private static Map<String, String> labels() {
    return PackageFixture.labels();
  }
}
