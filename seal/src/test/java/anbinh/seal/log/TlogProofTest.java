package anbinh.seal.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.seal.ExternalProgram;
import anbinh.seal.FormatProblem;
import anbinh.seal.note.SigningKey;
import anbinh.seal.note.VerifierKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlogProofTest {
  private static final SigningKey KEY = SigningKey.generate("anbinh.example/log");

  @TempDir Path folder;

  @Test
  void isReadBackInBothSpellings() {
    try (TileLog log = TileLog.open(folder, KEY)) {
      log.appendAll(TileLogTest.entries(300, 0));
      for (long index : List.of(0L, 255L, 256L, 299L)) {
        TlogProof proof = log.prove(index);
        assertThat(proof.write()).startsWith("c2sp.org/tlog-proof@v1\nindex " + index + "\n");
        assertThat(proof.write()).endsWith("\n\n" + log.checkpoint().write());
        assertThat(TlogProof.parse(utf8(proof.write()))).isEqualTo(proof);
        assertThat(TlogProof.parseSpicy(utf8(proof.writeSpicy()))).isEqualTo(proof);
        assertThat(proof.proves(TileLogTest.entry(index), KEY.verifierKey())).isTrue();
        assertThat(proof.proves(TileLogTest.entry(index + 1), KEY.verifierKey())).isFalse();
        VerifierKey other = SigningKey.generate("anbinh.example/log").verifierKey();
        assertThat(proof.proves(TileLogTest.entry(index), other)).isFalse();
      }
    }
  }

  @Test
  void isAcceptedByDebiansVerifierAtManySizes() throws IOException {
    ExternalProgram.require("spicy-litetlog", "litetlog");
    long seed = 6962;
    Random random = new Random(seed);
    String vkey = KEY.verifierKey().write();
    try (TileLog log = TileLog.open(folder.resolve("log"), KEY)) {
      for (int i = 0; i < 12; i++) {
        log.appendAll(TileLogTest.entries(1 + random.nextInt(200), log.size()));
        log.publish();
        long index = i == 0 ? log.size() - 1 : random.nextLong(log.size());
        Path file = folder.resolve("entry");
        Files.write(file, log.entry(index));
        Files.writeString(folder.resolve("entry.spicy"), log.prove(index).writeSpicy());
        ExternalProgram.Answer answer =
            ExternalProgram.run(folder, "spicy-litetlog", "-verify", vkey, "entry");
        assertThat(answer.exitCode())
            .as("entry %d of %d, seed %d: %s", index, log.size(), seed, answer.output())
            .isZero();
        Files.writeString(file, "another entry");
        assertThat(
                ExternalProgram.run(folder, "spicy-litetlog", "-verify", vkey, "entry").exitCode())
            .isEqualTo(1);
      }
    }
  }

  @Test
  void verifiesWhatDebiansToolWrote() throws IOException {
    ExternalProgram.require("spicy-litetlog", "litetlog");
    Files.createDirectories(folder.resolve("assets"));
    ExternalProgram.Answer init =
        ExternalProgram.run(
            folder,
            "spicy-litetlog",
            "-init",
            "example.com/spicy",
            "-key",
            "key",
            "-assets",
            "assets");
    String vkey =
        init.output()
            .lines()
            .filter(line -> line.contains("Public key: "))
            .map(line -> line.substring(line.indexOf("Public key: ") + 12))
            .findFirst()
            .orElseThrow();
    for (String name : List.of("one", "two", "three")) {
      Files.writeString(folder.resolve(name), name);
      ExternalProgram.run(folder, "spicy-litetlog", "-key", "key", "-assets", "assets", name);
      TlogProof proof = TlogProof.parseSpicy(Files.readAllBytes(folder.resolve(name + ".spicy")));
      assertThat(proof.proves(utf8(name), VerifierKey.parse(vkey))).as(name).isTrue();
      assertThat(proof.proves(utf8("four"), VerifierKey.parse(vkey))).isFalse();
    }
  }

  @Test
  void refusesWhatIsNotAProof() {
    String good;
    try (TileLog log = TileLog.open(folder, KEY)) {
      log.appendAll(TileLogTest.entries(5, 0));
      good = log.prove(2).write();
    }
    assertThat(TlogProof.parse(utf8(good)).index()).isEqualTo(2);
    for (String bad :
        List.of(
            "",
            "index 2\n",
            good.substring(1),
            good.replace("index 2", "index 02"),
            good.replace("index 2", "index -2"),
            good.replace("index 2", "index 5"),
            good.replace("index 2", "index  2"),
            good.replace("index 2", "extra AA==\nindex 2"),
            good.replace("index 2\n", "index 2\n\n"),
            good.replace("=\n", "\n"),
            good.substring(0, good.length() - 1),
            good + "\n",
            good.replace("\n", "\r\n"))) {
      assertThatThrownBy(() -> TlogProof.parse(utf8(bad)))
          .as(bad)
          .isInstanceOf(FormatProblem.class);
    }
    assertThatThrownBy(() -> TlogProof.parse(new byte[400 * 1024])).hasMessageContaining("bytes");
    assertThatThrownBy(() -> TlogProof.parse(new byte[] {(byte) 0xff}))
        .hasMessageContaining("UTF-8");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
