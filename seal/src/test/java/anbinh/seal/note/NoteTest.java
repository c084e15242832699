package anbinh.seal.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.seal.ExternalProgram;
import anbinh.seal.FormatProblem;
import anbinh.seal.tree.Hash;
import anbinh.seal.tree.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {
  /// The example of C2SP signed-note.
  private static final String KNOWN_KEY =
      "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

  private static final String KNOWN_NOTE =
      """
      This is an example message.

      — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
      """;

  @TempDir Path folder;

  @Test
  void verifiesTheExampleOfTheSpecification() {
    VerifierKey key = VerifierKey.parse(KNOWN_KEY);
    Note note = Note.parse(KNOWN_NOTE);
    assertThat(key.check(note)).isEqualTo(VerifierKey.Answer.SIGNED);
    assertThat(note.write()).isEqualTo(KNOWN_NOTE);
    assertThat(key.write()).isEqualTo(KNOWN_KEY);
    Note changed = new Note("This is another message.\n", note.signatures());
    assertThat(key.check(changed)).isEqualTo(VerifierKey.Answer.FORGED);
    VerifierKey other = SigningKey.generate("example.com/foo").verifierKey();
    assertThat(other.check(note)).isEqualTo(VerifierKey.Answer.ABSENT);
  }

  @Test
  void keepsSignaturesOfOthers() {
    SigningKey log = SigningKey.generate("a.example/log");
    SigningKey witness = SigningKey.generate("b.example/witness");
    Note note = log.sign("text\n");
    Note both = note.with(witness.sign("text\n").signatures().getFirst());
    Note read = Note.parse(both.write().getBytes(StandardCharsets.UTF_8));
    assertThat(read).isEqualTo(both);
    assertThat(log.verifierKey().check(read)).isEqualTo(VerifierKey.Answer.SIGNED);
    assertThat(witness.verifierKey().check(read)).isEqualTo(VerifierKey.Answer.SIGNED);
    assertThatThrownBy(() -> both.with(note.signatures().getFirst()))
        .hasMessageContaining("two signatures");
  }

  @Test
  void splitsAVkeyAtItsFirstTwoPlusSignsOnly() {
    SigningKey key = SigningKey.generate("x.example/plus");
    while (!key.verifierKey().encoded().contains("+")) {
      key = SigningKey.generate("x.example/plus");
    }
    assertThat(VerifierKey.parse(key.verifierKey().write() + "\n")).isEqualTo(key.verifierKey());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.com/foo",
        "example.com/foo+530d903a",
        "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2",
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3Q==",
        "example com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
      })
  void refusesTheVkey(String vkey) {
    assertThatThrownBy(() -> VerifierKey.parse(vkey)).isInstanceOf(FormatProblem.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text\n",
        "text\n\n",
        "text\n\n— a",
        "text\n\n— a b\n",
        "text\n\n- a AAAAAAA=\n",
        "text\n\n— a AAAAAA==\n",
        "text\n\n— a AAAAAAB=\n",
        "text\n\n— a AAAAAAA\n",
        "text\n\n— a AAAAAAA= \n",
        "text\n\n— a+b AAAAAAA=\n",
        "text\n\n—  AAAAAAA=\n",
        "te\txt\n\n— a AAAAAAA=\n",
        "text\r\n\n— a AAAAAAA=\n",
        "text\ud800\n\n— a AAAAAAA=\n",
        "text\n\n— a AAAAAAA=\n— a AAAAAAA=\n",
        "text\n\n— a AAAAAAA=\nmore\n"
      })
  void refusesTheNote(String note) {
    assertThatThrownBy(() -> Note.parse(note)).isInstanceOf(FormatProblem.class);
  }

  @Test
  void refusesNotesThatAreTooLongOrHaveTooManySignaturesOrAreNotUtf8() {
    String line = "— %d AAAAAAA=\n";
    StringBuilder note = new StringBuilder("text\n\n");
    for (int i = 0; i < Note.MAX_SIGNATURES; i++) {
      note.append(String.format(line, i));
    }
    assertThat(Note.parse(note.toString()).signatures()).hasSize(Note.MAX_SIGNATURES);
    note.append(String.format(line, 99));
    assertThatThrownBy(() -> Note.parse(note.toString())).hasMessageContaining("signatures");
    assertThatThrownBy(() -> Note.parse(new byte[Note.MAX_BYTES + 1]))
        .hasMessageContaining("bytes");
    assertThatThrownBy(() -> Note.parse(new byte[] {(byte) 0xff, '\n'}))
        .hasMessageContaining("UTF-8");
  }

  @Test
  void splitsTextAndSignaturesAtTheLastEmptyLine() {
    SigningKey key = SigningKey.generate("a.example");
    Note note = key.sign("one\n\ntwo\n");
    assertThat(Note.parse(note.write()).text()).isEqualTo("one\n\ntwo\n");
  }

  @Test
  void readsAndWritesCheckpoints() {
    Hash root = Hash.sha256(new byte[] {1});
    SigningKey key = SigningKey.generate("anbinh.example/log");
    SignedCheckpoint signed =
        SignedCheckpoint.sign(new Checkpoint("anbinh.example/log", 42, root), key);
    assertThat(signed.write()).startsWith("anbinh.example/log\n42\n" + root.base64() + "\n\n— ");
    assertThat(SignedCheckpoint.parse(signed.write().getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(signed);
    assertThatThrownBy(() -> new SignedCheckpoint(new Checkpoint("other", 42, root), signed.note()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "o\n1\n",
        "o\n01\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "o\n-1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "o\n+1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "o\n9223372036854775808\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "o\n\u0661\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "o\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=\n",
        "o\n1\nAAAA\n",
        "o\n0\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "o\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nextension\n"
      })
  void refusesTheCheckpoint(String text) {
    Note note = SigningKey.generate("o").sign(text);
    assertThatThrownBy(() -> Checkpoint.parse(note)).isInstanceOf(FormatProblem.class);
  }

  @Test
  void describesTheEmptyTree() {
    Checkpoint empty = new Checkpoint("o", 0, Tree.EMPTY_ROOT);
    assertThat(Checkpoint.parse(SigningKey.generate("o").sign(empty.text()))).isEqualTo(empty);
  }

  @Test
  void keepsAKeyInAFileThatOnlyItsOwnerReads() throws IOException {
    SigningKey key = SigningKey.generate("anbinh.example/log");
    Path file = folder.resolve("keys/log.key");
    key.save(file);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    SigningKey loaded = SigningKey.load(file);
    assertThat(loaded.verifierKey()).isEqualTo(key.verifierKey());
    assertThat(loaded.sign("x\n")).isEqualTo(key.sign("x\n"));
    assertThat(loaded.toString()).doesNotContain("PRIVATE").contains("anbinh.example/log");
    assertThatThrownBy(() -> key.save(file)).isInstanceOf(java.io.UncheckedIOException.class);
  }

  @Test
  void refusesKeyFilesThatOthersReadOrThatDoNotHoldOnePair() throws IOException {
    Path file = folder.resolve("log.key");
    SigningKey.generate("anbinh.example/log").save(file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> SigningKey.load(file)).hasMessageContaining("chmod 600");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    String text = Files.readString(file);
    String other = SigningKey.generate("anbinh.example/log").verifierKey().pem();
    String mixed = text.substring(0, text.indexOf("-----BEGIN PUBLIC")) + other;
    for (String wrong :
        List.of(
            "",
            "x",
            text.replace("Name: ", "Nom: "),
            text.replace("PRIVATE", "SECRET"),
            text.substring(0, text.indexOf("-----BEGIN PUBLIC")),
            mixed,
            text.replace("MC4", "MC5"))) {
      Files.writeString(file, wrong);
      assertThatThrownBy(() -> SigningKey.load(file))
          .isInstanceOf(FormatProblem.class)
          .message()
          .doesNotContain(text.split("\n", -1)[2]);
    }
    Files.delete(file);
    assertThatThrownBy(() -> SigningKey.load(file))
        .isInstanceOf(java.io.UncheckedIOException.class);
  }

  @Test
  void signsWhatOpensslVerifiesAndHasAKeyFileThatOpensslReads() throws IOException {
    ExternalProgram.require("openssl", "openssl");
    SigningKey key = SigningKey.generate("anbinh.example/log");
    key.save(folder.resolve("log.key"));
    Files.writeString(folder.resolve("log.pem"), key.verifierKey().pem());
    Note note = key.sign("anbinh.example/log\n");
    Files.writeString(folder.resolve("note.txt"), note.text());
    Files.write(folder.resolve("note.sig"), note.signatures().getFirst().signature());
    String[] verify = {
      "openssl",
      "pkeyutl",
      "-verify",
      "-pubin",
      "-inkey",
      "log.pem",
      "-rawin",
      "-in",
      "note.txt",
      "-sigfile",
      "note.sig"
    };
    ExternalProgram.Answer answer = ExternalProgram.run(folder, verify);
    assertThat(answer.exitCode()).as(answer.output()).isZero();
    Files.writeString(folder.resolve("note.txt"), "anbinh.example/lag\n");
    assertThat(ExternalProgram.run(folder, verify).exitCode()).isNotZero();
    assertThat(ExternalProgram.run(folder, "openssl", "pkey", "-in", "log.key", "-pubout").output())
        .isEqualTo(key.verifierKey().pem());
  }
}
