package anbinh.media.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.media.rtsp.Credentials;
import anbinh.media.rtsp.RtspHeaders;
import anbinh.media.rtsp.RtspResponse;
import anbinh.media.rtsp.StreamFailedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RtspExchangeTest {
  private static final String DIGEST = "Digest realm=\"r\", nonce=\"%s\", qop=\"auth\"";

  private final List<String> sent = new ArrayList<>();

  @Test
  void numbersRequestsAndNamesWhatWasAnswered() throws Exception {
    RtspExchange exchange = exchange(null, false);
    exchange.send("OPTIONS", "rtsp://h/", RtspHeaders.NONE);
    assertThat(exchange.accept(response(200, 1))).contains("OPTIONS");
    exchange.send("DESCRIBE", "rtsp://h/", RtspHeaders.NONE.with("Accept", "application/sdp"));

    assertThat(exchange.accept(response(404, 2))).contains("DESCRIBE");
    assertThat(sent.get(1))
        .startsWith("DESCRIBE rtsp://h/ RTSP/1.0\r\nCSeq: 2\r\nUser-Agent: An Binh\r\n")
        .endsWith("Accept: application/sdp\r\n\r\n");
  }

  @Test
  void answersNothingThatWasNotAsked() throws Exception {
    RtspExchange exchange = exchange(null, false);
    assertThat(exchange.accept(response(200, 1))).isEmpty();
    exchange.send("OPTIONS", "rtsp://h/", RtspHeaders.NONE);
    assertThat(exchange.accept(response(200, 1))).contains("OPTIONS");
    assertThat(exchange.accept(response(200, 1))).as("a second time").isEmpty();
  }

  @Test
  void bearsAWrongNumberWhereOnlyOneAnswerIsDue() throws Exception {
    RtspExchange exchange = exchange(null, false);
    for (String method : List.of("OPTIONS", "DESCRIBE", "SETUP")) {
      exchange.send(method, "rtsp://h/", RtspHeaders.NONE);
      assertThat(exchange.accept(response(200, 0))).contains(method);
    }
  }

  @Test
  void goesByTheNumberWhereMoreAnswersAreDue() throws Exception {
    RtspExchange exchange = exchange(null, false);
    exchange.send("GET_PARAMETER", "rtsp://h/", RtspHeaders.NONE);
    exchange.send("TEARDOWN", "rtsp://h/", RtspHeaders.NONE);

    assertThat(exchange.accept(response(454, 1))).as("to the one forgotten").isEmpty();
    assertThat(exchange.accept(response(200, 2))).contains("TEARDOWN");
  }

  @Test
  void waitsForTheAnswerAfterAProvisionalOne() throws Exception {
    RtspExchange exchange = exchange(null, false);
    exchange.send("DESCRIBE", "rtsp://h/", RtspHeaders.NONE);

    assertThat(exchange.accept(response(100, 1))).isEmpty();
    assertThat(exchange.accept(response(200, 1))).contains("DESCRIBE");
  }

  @Test
  void keepsToTheAuthorisationThatWorked() throws Exception {
    RtspExchange exchange = exchange(new Credentials("u", "p"), false);
    exchange.send("OPTIONS", "rtsp://h/", RtspHeaders.NONE);
    exchange.accept(challenge(1, DIGEST.formatted("one")));
    assertThat(exchange.accept(response(200, 2))).contains("OPTIONS");
    exchange.send("DESCRIBE", "rtsp://h/", RtspHeaders.NONE);

    assertThat(sent.get(0)).doesNotContain("Authorization");
    assertThat(sent.get(1)).contains("nonce=\"one\"").contains("nc=00000001");
    assertThat(sent.get(2)).contains("nonce=\"one\"").contains("nc=00000002");
  }

  @Test
  void answersAFreshChallengeLaterInTheSession() throws Exception {
    RtspExchange exchange = exchange(new Credentials("u", "p"), false);
    exchange.send("OPTIONS", "rtsp://h/", RtspHeaders.NONE);
    exchange.accept(challenge(1, DIGEST.formatted("one")));
    exchange.accept(response(200, 2));
    exchange.send("GET_PARAMETER", "rtsp://h/", RtspHeaders.NONE);
    assertThat(exchange.accept(challenge(3, DIGEST.formatted("two")))).isEmpty();

    assertThat(sent.getLast()).startsWith("GET_PARAMETER").contains("nonce=\"two\"");
    assertThat(exchange.accept(response(200, 4))).contains("GET_PARAMETER");
  }

  @Test
  void usesANonceOfItsOwnForEachRequest() throws Exception {
    RtspExchange exchange = exchange(new Credentials("u", "p"), false);
    exchange.send("OPTIONS", "rtsp://h/", RtspHeaders.NONE);
    exchange.accept(challenge(1, DIGEST.formatted("one")));
    exchange.send("DESCRIBE", "rtsp://h/", RtspHeaders.NONE);

    assertThat(clientNonce(sent.get(1))).hasSize(16).isNotEqualTo(clientNonce(sent.get(2)));
  }

  @Test
  void givesUpInsteadOfAskingForEver() throws Exception {
    RtspExchange exchange = exchange(new Credentials("u", "p"), false);
    String stale = DIGEST.formatted("n") + ", stale=true";
    exchange.send("OPTIONS", "rtsp://h/", RtspHeaders.NONE);
    exchange.accept(challenge(1, stale));
    exchange.accept(challenge(2, stale));

    assertThatThrownBy(() -> exchange.accept(challenge(3, stale)))
        .isInstanceOf(StreamFailedException.class)
        .hasMessage("the camera refused the user name or the password");
    assertThat(sent).hasSize(3);
  }

  @Test
  void saysWhyItDoesNotAnswer() {
    assertThatThrownBy(() -> ask(null, DIGEST.formatted("n")))
        .hasMessage("the camera wants a user name and a password");
    assertThatThrownBy(() -> ask(new Credentials("u", "p"), "Basic realm=\"r\""))
        .hasMessageContaining("Basic authentication only");
    assertThatThrownBy(() -> ask(new Credentials("u", "p"), "Negotiate"))
        .hasMessage("the camera asks for a kind of authentication that is not known");
  }

  @Test
  void answersBasicWhenAllowed() throws Exception {
    RtspExchange exchange = exchange(new Credentials("u", "p"), true);
    exchange.send("OPTIONS", "rtsp://h/", RtspHeaders.NONE);
    exchange.accept(challenge(1, "Basic realm=\"r\""));

    assertThat(sent.getLast()).contains("Authorization: Basic dTpw\r\n");
  }

  private void ask(@Nullable Credentials credentials, String challenge)
      throws StreamFailedException {
    RtspExchange exchange = exchange(credentials, false);
    exchange.send("OPTIONS", "rtsp://h/", RtspHeaders.NONE);
    exchange.accept(challenge(1, challenge));
  }

  private RtspExchange exchange(@Nullable Credentials credentials, boolean allowBasic) {
    sent.clear();
    return new RtspExchange(
        credentials,
        allowBasic,
        new Random(1),
        bytes -> sent.add(StandardCharsets.UTF_8.decode(bytes).toString()));
  }

  private static RtspResponse response(int status, int sequence) {
    return new RtspResponse(
        status, "x", RtspHeaders.NONE.with("CSeq", String.valueOf(sequence)), "");
  }

  private static RtspResponse challenge(int sequence, String challenge) {
    RtspHeaders headers =
        RtspHeaders.NONE.with("CSeq", String.valueOf(sequence)).with("WWW-Authenticate", challenge);
    return new RtspResponse(401, "Unauthorized", headers, "");
  }

  private static String clientNonce(String request) {
    int at = request.indexOf("cnonce=\"") + 8;
    return request.substring(at, request.indexOf('"', at));
  }
}
