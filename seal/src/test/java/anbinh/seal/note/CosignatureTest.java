package anbinh.seal.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.seal.FormatProblem;
import anbinh.seal.StrictBase64;
import anbinh.seal.tree.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CosignatureTest {
  private static final Instant TIME = Instant.ofEpochSecond(1_679_315_147);

  @TempDir Path folder;

  private final SigningKey log = SigningKey.generate("anbinh.example/log");
  private final CosigningKey witness = CosigningKey.generate("witness.example/w1");
  private final SignedCheckpoint head =
      SignedCheckpoint.sign(
          new Checkpoint("anbinh.example/log", 42, Hash.sha256(new byte[] {1})), log);

  @Test
  void readsAVkeyOfTheGoLibrary() {
    String vkey = "TEST+7997405c+AQcC+FTVKf0jlTdHDY3rbevmnKxxPjigCXlVtGe6RIr6";
    assertThat(VerifierKey.parse(vkey).write()).isEqualTo(vkey);
    assertThatThrownBy(() -> WitnessKey.parse(vkey)).hasMessageContaining("0x04");
  }

  @Test
  void cosignsWhatItsKeyVerifiesWithTheTime() {
    Note cosigned = head.note().with(witness.cosign(head.note().text(), TIME));
    Note read = Note.parse(cosigned.write());
    assertThat(witness.witnessKey().check(read)).isEqualTo(new WitnessKey.Answer.Cosigned(TIME));
    assertThat(log.verifierKey().check(read)).isEqualTo(VerifierKey.Answer.SIGNED);
    assertThat(new String(WitnessKey.message(1_679_315_147, "o\n1\nr\n"), UTF_8))
        .isEqualTo("cosignature/v1\ntime 1679315147\no\n1\nr\n");
  }

  @Test
  void tellsAnAbsentCosignatureFromAForgedOne() {
    WitnessKey key = witness.witnessKey();
    assertThat(key.check(head.note())).isInstanceOf(WitnessKey.Answer.Absent.class);
    NoteSignature good = witness.cosign(head.note().text(), TIME);
    Note other = new Note("anbinh.example/log\n43\n", head.note().signatures());
    assertThat(key.check(other.with(good))).isInstanceOf(WitnessKey.Answer.Forged.class);
    byte[] bytes = good.signature();
    bytes[7]++; // another second
    assertThat(key.check(head.note().with(line(key, bytes))))
        .isInstanceOf(WitnessKey.Answer.Forged.class);
    assertThat(key.check(head.note().with(line(key, Arrays.copyOf(bytes, 71)))))
        .isInstanceOf(WitnessKey.Answer.Forged.class);
    Instant tooLate = Instant.ofEpochSecond(253_402_300_800L);
    assertThat(key.check(head.note().with(witness.cosign(head.note().text(), tooLate))))
        .isInstanceOf(WitnessKey.Answer.Forged.class);
    WitnessKey same = CosigningKey.generate("witness.example/w1").witnessKey();
    assertThat(same.check(head.note().with(good))).isInstanceOf(WitnessKey.Answer.Absent.class);
  }

  @Test
  void aLogsSignatureIsNoCosignature() {
    SigningKey asLog = SigningKey.generate("witness.example/w1");
    Note both = head.note().with(asLog.sign(head.note().text()).signatures().getFirst());
    assertThat(witness.witnessKey().check(both)).isInstanceOf(WitnessKey.Answer.Absent.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "witness.example",
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+BOkyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+BukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
      })
  void refusesTheVkey(String vkey) {
    assertThatThrownBy(() -> WitnessKey.parse(vkey)).isInstanceOf(FormatProblem.class);
  }

  @Test
  void writesItsVkeyWithTheTypeOfCosignatures() {
    WitnessKey key = witness.witnessKey();
    assertThat(WitnessKey.parse(key.write() + "\n")).isEqualTo(key);
    assertThat(StrictBase64.decode(key.encoded(), "key")[0]).isEqualTo((byte) 4);
    assertThat(key.fingerprint()).hasSize(64);
  }

  @Test
  void keepsItsKeyInAFileThatOnlyItsOwnerReads() throws IOException {
    Path file = folder.resolve("witness.key");
    witness.save(file);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    CosigningKey loaded = CosigningKey.load(file);
    assertThat(loaded.witnessKey()).isEqualTo(witness.witnessKey());
    assertThat(loaded.cosign("x\n", TIME)).isEqualTo(witness.cosign("x\n", TIME));
    assertThat(loaded.toString()).doesNotContain("PRIVATE").contains("witness.example/w1");
    String text = Files.readString(file);
    String other = SigningKey.generate("witness.example/w1").verifierKey().pem();
    Files.writeString(file, text.substring(0, text.indexOf("-----BEGIN PUBLIC")) + other);
    assertThatThrownBy(() -> CosigningKey.load(file)).hasMessageContaining("halves");
  }

  @Test
  void readsSignatureLinesAlone() {
    NoteSignature line = witness.cosign(head.note().text(), TIME);
    assertThat(Note.parseSignatures(line.line() + "\n")).isEqualTo(List.of(line));
    for (String wrong : List.of("", line.line(), "\n", line.line() + "\n\n", "x\n")) {
      assertThatThrownBy(() -> Note.parseSignatures(wrong)).isInstanceOf(FormatProblem.class);
    }
  }

  private static NoteSignature line(WitnessKey key, byte[] signature) {
    return NoteSignature.of(key.name(), key.id(), signature);
  }
}
