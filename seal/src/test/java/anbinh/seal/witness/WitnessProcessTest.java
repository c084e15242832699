package anbinh.seal.witness;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.note.Note;
import anbinh.seal.note.SigningKey;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.note.WitnessKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A witness in a process of its own over HTTP.
class WitnessProcessTest {
  @TempDir Path root;

  private final SigningKey key = SigningKey.generate("anbinh.example/<log>");
  private final MemoryLog log = new MemoryLog(key, "a", 0);
  private WitnessProcess witness;

  @BeforeEach
  void start() throws IOException {
    witness = WitnessProcess.start(root.resolve("w"), key.verifierKey());
  }

  @AfterEach
  void stop() {
    witness.close();
  }

  @Test
  void answersAsTheSpecificationSays() throws Exception {
    WitnessProcess.Answer first = witness.add(log.request(0, 3));
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.body()).startsWith("— witness.example/w1 ").endsWith("\n");
    Note cosigned = log.head(3).with(Note.parseSignatures(first.body()).getFirst());
    assertThat(witness.key().check(cosigned)).isInstanceOf(WitnessKey.Answer.Cosigned.class);
    WitnessProcess.Answer conflict = witness.add(log.request(1, 5));
    assertThat(conflict.status()).isEqualTo(409);
    assertThat(conflict.type()).isEqualTo("text/x.tlog.size");
    assertThat(conflict.body()).isEqualTo("3\n");
    assertThat(witness.post("old x\n\n").status()).isEqualTo(400);
    assertThat(witness.post("x".repeat(AddCheckpoint.MAX_BYTES + 1)).status()).isEqualTo(413);
    MemoryLog unknown = new MemoryLog(SigningKey.generate("other"), "a", 0);
    assertThat(witness.add(unknown.request(0, 3)).status()).isEqualTo(404);
    MemoryLog foreign = new MemoryLog(SigningKey.generate("anbinh.example/<log>"), "a", 0);
    assertThat(witness.add(foreign.request(3, 4)).status()).isEqualTo(403);
    MemoryLog forked = new MemoryLog(key, "b", 2);
    assertThat(witness.add(forked.request(3, 4)).status()).isEqualTo(422);
    WitnessProcess.Answer get = witness.get("add-checkpoint", "en");
    assertThat(get.status()).isEqualTo(405);
    assertThat(get.allow()).isEqualTo("POST");
    assertThat(witness.get("tile/0/000", "en").status()).isEqualTo(404);
  }

  @Test
  void publishesWhatItCosignedLast() throws Exception {
    String path = WatchedLog.hash("anbinh.example/<log>") + "/checkpoint";
    assertThat(witness.get(path, "en").status()).isEqualTo(404);
    witness.add(log.request(0, 3));
    witness.add(log.request(3, 8));
    Note published = Note.parse(witness.get(path, "en").body());
    assertThat(published.text()).isEqualTo(log.head(8).text());
    assertThat(witness.key().check(published)).isInstanceOf(WitnessKey.Answer.Cosigned.class);
    assertThat(key.verifierKey().check(published)).isEqualTo(VerifierKey.Answer.SIGNED);
  }

  @Test
  void showsAPersonThatItLives() throws Exception {
    witness.add(log.request(0, 3));
    witness.add(new MemoryLog(key, "b", 2).request(3, 3));
    String english = witness.get("/", "fr, en;q=0.5").body();
    assertThat(english)
        .contains(witness.key().write())
        .contains("anbinh.example/&lt;log&gt;")
        .contains("lang=\"en\"")
        .contains("two heads of one size")
        .doesNotContain("<log>");
    assertThat(witness.get("/", "vi-VN,vi;q=0.9").body())
        .contains("lang=\"vi\"", "Chứng nhân", "hai đầu khác nhau");
    assertThat(witness.get("/", "ar").body()).contains("dir=\"rtl\"", "شاهد");
    assertThat(witness.get("/", ";;q=x").body()).contains("lang=\"en\"");
  }

  @Test
  void goesOnAfterItWasKilled() throws Exception {
    witness.add(log.request(0, 9));
    WitnessKey before = witness.key();
    witness.kill();
    witness = WitnessProcess.start(root.resolve("w"));
    assertThat(witness.key()).isEqualTo(before);
    assertThat(witness.add(log.request(0, 5)).body()).isEqualTo("9\n");
    assertThat(witness.add(log.request(9, 20)).status()).isEqualTo(200);
  }

  @Test
  void cutsOffWhoSendsTooSlowlyAndServesOthersMeanwhile() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 20; i++) {
        Socket socket = new Socket(witness.address().getHost(), witness.address().getPort());
        slow.add(socket);
        OutputStream out = socket.getOutputStream();
        out.write(
            "POST /add-checkpoint HTTP/1.1\r\nHost: w\r\nContent-Length: 500\r\n\r\nold"
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
      }
      assertThat(witness.add(log.request(0, 3)).status()).isEqualTo(200);
      for (Socket socket : slow) {
        socket.setSoTimeout(30_000);
        InputStream in = socket.getInputStream();
        int read = -1;
        try {
          read = in.read();
        } catch (SocketException reset) {
          assertThat(reset).isNotNull();
        }
        assertThat(read).as("it was closed without an answer").isEqualTo(-1);
      }
      assertThat(witness.add(log.request(3, 4)).status()).isEqualTo(200);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void livesOnAfterManyLargeBodies() throws Exception {
    String large = "old 0\n" + "A".repeat(AddCheckpoint.MAX_BYTES - 100);
    for (int i = 0; i < 400; i++) {
      assertThat(witness.post(large).status()).isEqualTo(400);
    }
    assertThat(witness.isAlive()).isTrue();
    assertThat(witness.add(log.request(0, 3)).status()).isEqualTo(200);
  }

  @Test
  void hasEveryTextInEveryLanguageWithTheSamePlaces() throws IOException {
    Properties english = texts("");
    assertThat(english.stringPropertyNames())
        .containsAll(Stream.of(Contradiction.values()).map(why -> "why." + why.name()).toList());
    for (String language : List.of("_vi", "_ar")) {
      Properties other = texts(language);
      assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
      for (String name : english.stringPropertyNames()) {
        assertThat(other.getProperty(name)).as(language + name).isNotBlank().doesNotContain("'");
        assertThat(places(other.getProperty(name)))
            .as(language + name)
            .isEqualTo(places(english.getProperty(name)));
      }
    }
  }

  private static int places(String pattern) {
    return new MessageFormat(pattern, Locale.ROOT).getFormatsByArgumentIndex().length;
  }

  private static Properties texts(String language) throws IOException {
    Properties texts = new Properties();
    String name = "messages" + language + ".properties";
    try (InputStream in = WitnessCommand.class.getResourceAsStream(name)) {
      assertThat(in).isNotNull();
      Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      texts.load(reader);
    }
    return texts;
  }
}
