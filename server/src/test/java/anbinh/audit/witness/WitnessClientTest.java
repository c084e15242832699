package anbinh.audit.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.platform.StartFailure;
import anbinh.seal.note.CosigningKey;
import anbinh.seal.note.Note;
import anbinh.seal.note.SigningKey;
import anbinh.seal.policy.Policy;
import anbinh.seal.tree.Tree;
import anbinh.seal.witness.AddCheckpoint;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A witness that answers anything at all.
class WitnessClientTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final CosigningKey key = CosigningKey.generate("w.example");
  private final Note head =
      SigningKey.generate("log.example").sign("log.example\n0\n" + Tree.EMPTY_ROOT.base64() + "\n");
  private final AddCheckpoint request = new AddCheckpoint(0, List.of(), head);
  private HttpServer server;
  private volatile Handler handler = exchange -> answer(exchange, 404, "");

  private interface Handler {
    void handle(HttpExchange exchange) throws IOException;
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/w/add-checkpoint", exchange -> handler.handle(exchange));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      if (bytes.length > 0) {
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  private WitnessAnswer ask() throws InterruptedException {
    return ask(LONG);
  }

  private WitnessAnswer ask(Duration timeout) throws InterruptedException {
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/w";
    var witness = new Policy.Witness("w", key.witnessKey(), url);
    try (var client = new WitnessClient(witness, timeout)) {
      return client.ask(request);
    }
  }

  private void fails(int status, String body, WitnessTrouble trouble) throws InterruptedException {
    handler = exchange -> answer(exchange, status, body);
    assertThat(ask())
        .as("%d %s", status, body)
        .isInstanceOfSatisfying(
            WitnessAnswer.Failed.class, failed -> assertThat(failed.trouble()).isEqualTo(trouble));
  }

  @Test
  void takesTheCosignatureOfTheKeyInThePolicyAmongOthers() throws Exception {
    Instant at = Instant.ofEpochSecond(1_700_000_000);
    String other = CosigningKey.generate("v.example").cosign(head.text(), at).line();
    String mine = key.cosign(head.text(), at).line();
    handler = exchange -> answer(exchange, 200, other + "\n" + mine + "\n");
    assertThat(ask())
        .isInstanceOfSatisfying(
            WitnessAnswer.Cosigned.class,
            cosigned -> {
              assertThat(cosigned.at()).isEqualTo(at);
              assertThat(cosigned.signature().line()).isEqualTo(mine);
            });
    handler = exchange -> answer(exchange, 409, "17\n");
    assertThat(ask()).isEqualTo(new WitnessAnswer.OtherSize(17));
  }

  @Test
  void believesNothingElse() throws Exception {
    Instant at = Instant.ofEpochSecond(1_700_000_000);
    fails(200, "", WitnessTrouble.WRONG_ANSWER);
    fails(200, "<html>", WitnessTrouble.WRONG_ANSWER);
    fails(200, key.cosign("another\n", at).line() + "\n", WitnessTrouble.WRONG_ANSWER);
    String foreign = CosigningKey.generate("w.example").cosign(head.text(), at).line();
    fails(200, foreign + "\n", WitnessTrouble.WRONG_ANSWER);
    fails(409, "many", WitnessTrouble.WRONG_ANSWER);
    fails(409, "-1", WitnessTrouble.WRONG_ANSWER);
    fails(302, "", WitnessTrouble.WRONG_ANSWER);
    fails(403, "", WitnessTrouble.UNKNOWN_LOG);
    fails(404, "", WitnessTrouble.UNKNOWN_LOG);
    fails(422, "", WitnessTrouble.OTHER_HISTORY);
    fails(500, "\u0000\u001b[2J", WitnessTrouble.UNREACHABLE);
  }

  @Test
  @Timeout(30)
  void waitsNoLongerThanTheTimeoutForSilenceOrAnEndlessAnswer() throws Exception {
    Duration timeout = Duration.ofMillis(700);
    handler = _ -> rest(LONG);
    assertThat(ask(timeout)).isInstanceOf(WitnessAnswer.Failed.class);
    handler =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          do {
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
          } while (rest(Duration.ofMillis(20)));
        };
    assertThat(ask(timeout)).isInstanceOf(WitnessAnswer.Failed.class);
  }

  private static boolean rest(Duration time) {
    try {
      Thread.sleep(time);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void wantsAnAddress() {
    for (@Nullable String url :
        new @Nullable String[] {null, "w.example", "ftp://w.example/", "http://"}) {
      assertThatThrownBy(
              () -> new WitnessClient(new Policy.Witness("w", key.witnessKey(), url), LONG))
          .as(url)
          .isInstanceOf(StartFailure.class);
    }
  }
}
