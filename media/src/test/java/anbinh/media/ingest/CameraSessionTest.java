package anbinh.media.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.media.StreamState.Cause;
import anbinh.media.rtsp.Credentials;
import anbinh.media.rtsp.MalformedRtspException;
import anbinh.media.rtsp.RtspUri;
import anbinh.media.rtsp.StreamFailedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Conversations word by word, with a camera that is played here, and without waiting.
class CameraSessionTest {
  private static final long SECOND = 1_000_000_000L;
  private static final String SDP =
      """
      v=0
      s=x
      a=control:*
      m=audio 0 RTP/AVP 8
      a=control:track2
      m=video 0 RTP/AVP 97
      a=rtpmap:97 H264/90000
      a=fmtp:97 sprop-parameter-sets=Z00AKeKQCgC3YC3AQEBpB4kRUA==,aO48gA==
      a=control:track1
      """;

  private final Deque<String> sent = new ArrayDeque<>();
  private final Listener listener = new Listener();
  private long now = 17 * SECOND;
  private CameraSession session = session(null);

  @Test
  void goesThroughTheRequestsInOrder() throws Exception {
    session.begin(now);
    assertThat(sent.remove())
        .isEqualTo(
            "OPTIONS rtsp://192.0.2.7/a?b=1 RTSP/1.0\r\nCSeq: 1\r\nUser-Agent: An Binh\r\n\r\n");
    answer("200 OK", 1, "Public: OPTIONS");
    assertThat(sent.remove())
        .startsWith("DESCRIBE rtsp://192.0.2.7/a?b=1 RTSP/1.0\r\nCSeq: 2\r\n")
        .contains("Accept: application/sdp\r\n");
    describe(2, "Content-Base: rtsp://192.0.2.7/base/");
    assertThat(sent.remove())
        .startsWith("SETUP rtsp://192.0.2.7/base/track1 RTSP/1.0\r\nCSeq: 3\r\n")
        .contains("Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n");
    answer("200 OK", 3, "Session: abc ;timeout=20", "Transport: RTP/AVP/TCP;interleaved=0-1");
    assertThat(sent.remove())
        .startsWith("PLAY rtsp://192.0.2.7/base/ RTSP/1.0\r\nCSeq: 4\r\n")
        .contains("Session: abc\r\n")
        .contains("Range: npt=0.000-\r\n");
    assertThat(session.isHandshake()).isTrue();
    answer("200 OK", 4);

    assertThat(session.isHandshake()).isFalse();
    assertThat(sent).isEmpty();
  }

  @Test
  void resolvesControlsAgainstTheRequestWhereTheBaseIsUnusable() throws Exception {
    for (String base :
        List.of("X: y", "Content-Base: /relative/", "Content-Base: rtsp://bad base/")) {
      session = session(null);
      sent.clear();
      session.begin(now);
      answer("200 OK", 1);
      describe(2, base);

      assertThat(sent.removeLast()).startsWith("SETUP rtsp://192.0.2.7/a?b=1/track1 ");
    }
  }

  @Test
  void asksOnWhateverOptionsIsAnsweredWith() throws Exception {
    session.begin(now);
    answer("551 Option not supported", 1);

    assertThat(sent.removeLast()).startsWith("DESCRIBE");
  }

  @Test
  void takesAnAnswerWithoutNumberAsMeant() throws Exception {
    session.begin(now);
    receive("RTSP/1.0 200 OK\r\n\r\n");

    assertThat(sent.removeLast()).startsWith("DESCRIBE");
  }

  @Test
  void takesTheChannelsThatTheCameraChooses() throws Exception {
    toSetUp();
    answer("200 OK", 3, "Session: 1", "Transport: RTP/AVP/TCP;interleaved=6-7");
    answer("200 OK", 4);
    packet(6, 1, 0, "658884");
    packet(0, 2, 3000, "419000");
    packet(6, 2, 3000, "418804");

    assertThat(listener.units()).hasSize(1);
    assertThat(listener.losses()).isEmpty();
  }

  @Test
  void receivesWithoutASession() throws Exception {
    toSetUp();
    answer("200 OK", 3);

    assertThat(sent.removeLast()).startsWith("PLAY").doesNotContain("Session:");
  }

  @Test
  void takesPacketsBeforeTheAnswerToPlay() throws Exception {
    toSetUp();
    answer("200 OK", 3, "Session: 1");
    packet(0, 1, 0, "658884");
    packet(0, 2, 3000, "418804");
    answer("200 OK", 4);

    assertThat(listener.units()).hasSize(1);
  }

  @Test
  void keepsTheSessionAliveHalfWayThroughItsTime() throws Exception {
    play("Session: abc;timeout=20");
    now += 9 * SECOND;
    packet(0, 1, 0, "658884");
    packet(0, 2, 3000, "418804");
    session.tick(now);
    assertThat(sent).isEmpty();
    now += 2 * SECOND;
    session.tick(now);

    assertThat(sent.remove()).startsWith("GET_PARAMETER rtsp://192.0.2.7/a?b=1 ").contains("abc");
    assertThat(sent.remove()).as("a receiver report").startsWith("$\u0001\u0000\b\ufffd");
  }

  @Test
  void keepsTheSessionAliveByOptionsWhereTheOtherIsUnknown() throws Exception {
    play("Session: abc;timeout=10");
    keepPicturesComing(6);
    assertThat(sent.removeFirst()).startsWith("GET_PARAMETER");
    answer("501 Not Implemented", 5);
    sent.clear();
    keepPicturesComing(6);

    assertThat(sent.removeFirst()).startsWith("OPTIONS").contains("Session: abc");
  }

  @Test
  void endsWhenTheCameraHasForgottenTheSession() throws Exception {
    play("Session: abc;timeout=10");
    keepPicturesComing(6);

    assertFails(Cause.ENDED, () -> answer("454 Session Not Found", 5));
  }

  @Test
  void answersTheCamerasRequests() throws Exception {
    play("Session: abc");
    receive("OPTIONS * RTSP/1.0\r\nCSeq: 12\r\n\r\n");
    assertThat(sent.remove()).isEqualTo("RTSP/1.0 200 OK\r\nCSeq: 12\r\n\r\n");
    receive("RECORD rtsp://x/ RTSP/1.0\r\nCSeq: 13\r\n\r\n");
    assertThat(sent.remove()).isEqualTo("RTSP/1.0 501 Not Implemented\r\nCSeq: 13\r\n\r\n");

    assertFails(Cause.ENDED, () -> receive("TEARDOWN rtsp://x/ RTSP/1.0\r\nCSeq: 14\r\n\r\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "404 Not Found, NOT_FOUND",
    "403 Forbidden, UNAUTHORISED",
    "461 Unsupported Transport, REFUSED",
    "453 Not Enough Bandwidth, REFUSED",
    "500 Oops, REFUSED",
    "301 Moved, REFUSED"
  })
  void namesTheCauseOfARefusal(String status, Cause cause) throws Exception {
    toSetUp();

    assertFails(cause, () -> answer(status, 3));
  }

  @Test
  void answersAChallengeOnceAndNotAgain() throws Exception {
    session = session(new Credentials("u", "p"));
    session.begin(now);
    sent.clear();
    answer("401 Unauthorized", 1, "WWW-Authenticate: Digest realm=\"r\", nonce=\"1\"");
    assertThat(sent.remove())
        .startsWith("OPTIONS rtsp://192.0.2.7/a?b=1 RTSP/1.0\r\nCSeq: 2\r\n")
        .contains("Authorization: Digest username=\"u\", realm=\"r\", nonce=\"1\"");

    assertFails(
        Cause.UNAUTHORISED,
        () -> answer("401 Unauthorized", 2, "WWW-Authenticate: Digest realm=\"r\", nonce=\"2\""));
  }

  @Test
  void answersAgainWhenTheNonceWasOnlyStale() throws Exception {
    session = session(new Credentials("u", "p"));
    session.begin(now);
    answer("401 Unauthorized", 1, "WWW-Authenticate: Digest realm=\"r\", nonce=\"1\"");
    String stale = "WWW-Authenticate: Digest realm=\"r\", nonce=\"2\", stale=true";
    answer("401 Unauthorized", 2, stale);
    assertThat(sent.removeLast()).contains("nonce=\"2\"");

    assertFails(Cause.UNAUTHORISED, () -> answer("401 Unauthorized", 3, stale));
  }

  @Test
  void neverShowsThePasswordInAFailure() throws Exception {
    session = session(new Credentials("u", "geheim"));
    session.begin(now);
    answer("401 Unauthorized", 1, "WWW-Authenticate: Digest realm=\"r\", nonce=\"1\"");

    assertThatThrownBy(
            () -> answer("401 Unauthorized", 2, "WWW-Authenticate: Digest realm=\"r\", nonce=2"))
        .hasMessageNotContaining("geheim");
  }

  @Test
  void givesUpOnACameraThatDoesNotAnswer() throws Exception {
    session.begin(now);
    session.tick(now + 9 * SECOND);

    assertFails(Cause.UNREACHABLE, () -> session.tick(now + 11 * SECOND));
  }

  @Test
  void givesUpWhenNoPictureComes() throws Exception {
    play("Session: abc");
    session.tick(now + 9 * SECOND);

    assertFails(Cause.STALLED, () -> session.tick(now + 11 * SECOND));
  }

  @Test
  void givesUpWhenNoKeyPictureComesForLong() throws Exception {
    play("Session: abc");
    for (int i = 0; i < 29; i++) {
      now += SECOND;
      packet(0, i, i * 3000, "418804");
      session.tick(now);
    }
    now += 2 * SECOND;
    packet(0, 29, 29 * 3000, "418804");

    assertFails(Cause.STALLED, () -> session.tick(now));
  }

  @Test
  void givesUpWhenNoParameterSetsComeWithThePictures() throws Exception {
    session.begin(now);
    answer("200 OK", 1);
    receiveWithBody("", SDP.replaceAll("sprop.*", "packetization-mode=1"), 2);
    answer("200 OK", 3, "Session: 1");
    answer("200 OK", 4);
    for (int i = 0; i < 11; i++) {
      now += SECOND;
      packet(0, i, i * 3000, "658884");
    }

    assertFails(Cause.MALFORMED_STREAM, () -> session.tick(now));
  }

  @Test
  void givesUpAfterTooManyBytesThatAreNotRtp() throws Exception {
    play("Session: abc");
    byte[] noise = new byte[60_000];
    new Random(5).nextBytes(noise);

    assertFails(
        Cause.MALFORMED_STREAM,
        () -> {
          for (int i = 0; i < 40; i++) {
            session.received(ByteBuffer.wrap(noise), now, Instant.EPOCH);
          }
        });
  }

  @Test
  void tellsHowTheConnectionEnded() throws Exception {
    session.begin(now);
    assertThat(session.closedByCamera("hung up").streamCause()).isEqualTo(Cause.NOT_RTSP);
    answer("200 OK", 1);
    assertThat(session.closedByCamera("hung up").streamCause()).isEqualTo(Cause.ENDED);
    assertThat(session.closedByCamera("hung up").detail()).isEqualTo("the camera hung up");
  }

  @Test
  void leavesASessionThatPlays() throws Exception {
    play("Session: abc");
    session.leave();
    assertThat(sent.remove()).startsWith("TEARDOWN rtsp://192.0.2.7/a?b=1 ").contains("abc");
    packet(0, 1, 0, "658884");
    packet(0, 2, 3000, "418804");
    assertThat(listener.units()).isEmpty();
    assertThat(session.hasLeft()).isFalse();
    answer("200 OK", 5);

    assertThat(session.hasLeft()).isTrue();
  }

  @Test
  void hasNothingToLeaveBeforeItPlays() {
    session.begin(now);
    sent.clear();
    session.leave();

    assertThat(session.hasLeft()).isTrue();
    assertThat(sent).isEmpty();
  }

  private CameraSession session(@Nullable Credentials credentials) {
    try {
      RtspUri uri = RtspUri.parse("rtsp://192.0.2.7/a?b=1");
      return new CameraSession(
          uri,
          new CameraAddress(uri.text(), credentials),
          IngestOptions.DEFAULTS,
          new VideoReception(IngestOptions.DEFAULTS, listener),
          new Random(1),
          bytes -> sent.add(StandardCharsets.UTF_8.decode(bytes).toString()));
    } catch (MalformedRtspException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private void toSetUp() throws StreamFailedException {
    session.begin(now);
    answer("200 OK", 1);
    describe(2);
  }

  private void play(String header) throws StreamFailedException {
    toSetUp();
    answer("200 OK", 3, header);
    answer("200 OK", 4);
    sent.clear();
  }

  private void keepPicturesComing(int seconds) throws StreamFailedException {
    for (int i = 0; i < seconds; i++) {
      now += SECOND;
      int number = (int) (now / SECOND);
      packet(0, number, number * 3000, "658884");
      session.tick(now);
    }
  }

  private void describe(int sequence, String... headers) throws StreamFailedException {
    receiveWithBody(String.join("\r\n", headers) + "\r\n", SDP, sequence);
  }

  private void receiveWithBody(String headers, String body, int sequence)
      throws StreamFailedException {
    receive(
        "RTSP/1.0 200 OK\r\nCSeq: %d\r\n%sContent-Length: %d\r\n\r\n%s"
            .formatted(sequence, headers.isBlank() ? "" : headers, body.length(), body));
  }

  private void answer(String status, int sequence, String... headers) throws StreamFailedException {
    StringBuilder text = new StringBuilder("RTSP/1.0 " + status + "\r\nCSeq: " + sequence);
    for (String header : headers) {
      text.append("\r\n").append(header);
    }
    receive(text + "\r\n\r\n");
  }

  private void packet(int channel, int sequence, int timestamp, String nal)
      throws StreamFailedException {
    byte[] payload = HexFormat.of().parseHex(nal);
    ByteBuffer packet = ByteBuffer.allocate(16 + payload.length);
    packet.put((byte) '$').put((byte) channel).putShort((short) (12 + payload.length));
    packet.put((byte) 0x80).put((byte) (97 | 0x80)).putShort((short) sequence);
    packet.putInt(timestamp).putInt(5).put(payload).flip();
    session.received(packet, now, Instant.EPOCH);
  }

  private void receive(String text) throws StreamFailedException {
    session.received(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), now, Instant.EPOCH);
  }

  private static void assertFails(Cause cause, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            StreamFailedException.class,
            failure -> assertThat(failure.streamCause()).isEqualTo(cause));
  }
}
