package anbinh.seal.note;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.ExternalProgram;
import anbinh.seal.StrictBase64;
import anbinh.seal.tree.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Cosignatures against the Go libraries that Debian packages, in both directions.
class CosignatureVerifiersTest {
  private static final Path LIBRARY =
      Path.of("/usr/share/gocode/src/github.com/transparency-dev/formats/note/note_cosigv1.go");

  @TempDir static Path folder;

  private final SigningKey log = SigningKey.generate("anbinh.example/log");
  private final SignedCheckpoint head =
      SignedCheckpoint.sign(
          new Checkpoint("anbinh.example/log", 42, Hash.sha256(new byte[] {1})), log);

  @BeforeAll
  static void buildJudge() throws IOException {
    ExternalProgram.require("go", "golang-go");
    Assumptions.assumeTrue(
        Files.exists(LIBRARY),
        "skipped: install it: apt install golang-github-transparency-dev-formats-dev");
    try (InputStream source =
        Objects.requireNonNull(
            CosignatureVerifiersTest.class.getResourceAsStream("go/cosign.go"))) {
      Files.write(folder.resolve("cosign.go"), source.readAllBytes());
    }
    // All that it uses is compiled too where Go has built nothing before: not for speed.
    ExternalProgram.Answer built =
        ExternalProgram.run(
            folder,
            "env",
            "GO111MODULE=off",
            "GOFLAGS=",
            "GOPATH=/usr/share/gocode",
            "CGO_ENABLED=0",
            "go",
            "build",
            "-gcflags=all=-l -dwarf=false",
            "-ldflags=-s -w",
            "-o",
            folder.resolve("cosign").toString(),
            "cosign.go");
    assertThat(built.exitCode()).as(built.output()).isZero();
  }

  @Test
  void makesCosignaturesThatGoVerifies() throws IOException {
    CosigningKey witness = CosigningKey.generate("witness.example/w1");
    Note cosigned =
        head.note().with(witness.cosign(head.note().text(), Instant.ofEpochSecond(1_700_000_000)));
    assertThat(verify(cosigned.write(), witness.witnessKey()))
        .isEqualTo(new ExternalProgram.Answer(0, "1700000000\n"));
    NoteSignature forged =
        witness.cosign("anbinh.example/log\n43\n", Instant.ofEpochSecond(1_700_000_000));
    assertThat(verify(head.note().with(forged).write(), witness.witnessKey()).exitCode()).isOne();
  }

  @Test
  void verifiesCosignaturesThatGoMade() throws IOException {
    Files.writeString(folder.resolve("checkpoint"), head.write());
    ExternalProgram.Answer made = run("make", "witness.example/go");
    assertThat(made.exitCode()).as(made.output()).isZero();
    int end = made.output().indexOf('\n');
    WitnessKey key = WitnessKey.parse(made.output().substring(0, end));
    Note note = Note.parse(made.output().substring(end + 1));
    assertThat(key.check(note)).isInstanceOf(WitnessKey.Answer.Cosigned.class);
    assertThat(log.verifierKey().check(note)).isEqualTo(VerifierKey.Answer.SIGNED);
    Note changed = new Note(note.text().replace("42", "43"), note.signatures());
    assertThat(key.check(changed)).isInstanceOf(WitnessKey.Answer.Forged.class);
  }

  private ExternalProgram.Answer verify(String checkpoint, WitnessKey witness) throws IOException {
    Files.write(folder.resolve("checkpoint"), checkpoint.getBytes(StandardCharsets.UTF_8));
    return run("verify", log.verifierKey().write(), goKey(witness));
  }

  /// The Go library wants the vkey with the type of plain signatures and makes the other of it.
  private static String goKey(WitnessKey witness) {
    byte[] typed = StrictBase64.decode(witness.encoded(), "key");
    typed[0] = KeyName.ED25519;
    byte[] raw = Arrays.copyOfRange(typed, 1, typed.length);
    return witness.name()
        + "+"
        + KeyName.id(witness.name(), KeyName.ED25519, raw)
        + "+"
        + StrictBase64.encode(typed);
  }

  private ExternalProgram.Answer run(String... arguments) {
    return ExternalProgram.run(
        folder,
        "sh",
        "-c",
        "./cosign \"$@\" <checkpoint",
        "cosign",
        arguments[0],
        arguments[1],
        arguments.length > 2 ? arguments[2] : "");
  }
}
