package anbinh.media.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anbinh.media.StreamState.Cause;
import anbinh.media.rtsp.RtspUri;
import anbinh.media.rtsp.StreamFailedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Odd conversations, word by word and without waiting.
class SessionQuirksTest {
  private static final long MILLISECOND = 1_000_000L;
  private static final String VIDEO =
      "a=rtpmap:96 H264/90000\na=fmtp:96 packetization-mode=1;"
          + "sprop-parameter-sets=Z00AKeKQCgC3YC3AQEBpB4kRUA==,aO48gA==\n";
  private static final String SDP =
      "v=0\na=control:*\nm=video 0 RTP/AVP 96\n" + VIDEO + "a=control:track1\n";

  private final Deque<String> sent = new ArrayDeque<>();
  private final Listener listener = new Listener();
  private long now = 5_000 * MILLISECOND;
  private CameraSession session;

  @BeforeEach
  void start() throws Exception {
    session =
        new CameraSession(
            RtspUri.parse("rtsp://192.0.2.7/a"),
            CameraAddress.of("rtsp://192.0.2.7/a"),
            IngestOptions.DEFAULTS,
            new VideoReception(IngestOptions.DEFAULTS, listener),
            new Random(1),
            bytes -> sent.add(StandardCharsets.ISO_8859_1.decode(bytes).toString()));
    session.begin(now);
  }

  @ParameterizedTest
  @CsvSource({"1, 500", "2, 1000", "4, 2000", "0, 30000", "100000, 60000"})
  void keepsASessionAliveHalfWayThroughItsTimeHoweverShort(int seconds, long millis)
      throws Exception {
    toPlaying("Session: abc;timeout=" + seconds);
    long end = now + millis * MILLISECOND;
    for (; now < end; now += 100 * MILLISECOND) {
      key();
      session.tick(now);
      assertThat(sent).isEmpty();
    }
    now += 100 * MILLISECOND;
    session.tick(now);

    assertThat(sent.remove()).startsWith("GET_PARAMETER");
  }

  @Test
  void usesNoMethodThatTheCameraDoesNotList() throws Exception {
    answer("200 OK", "Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN");
    describe(SDP);
    answer("200 OK", "Session: abc;timeout=4");
    answer("200 OK");
    sent.clear();
    now += 2100 * MILLISECOND;
    session.tick(now);

    assertThat(sent.remove()).startsWith("OPTIONS ").contains("Session: abc");
  }

  @Test
  void playsTheTrackWhereTheSessionCannotBePlayedAsAWhole() throws Exception {
    toSetUp("Session: abc");
    assertThat(sent.removeLast()).startsWith("PLAY rtsp://192.0.2.7/a RTSP");
    answer("459 Aggregate Operation Not Allowed");
    assertThat(sent.removeLast())
        .startsWith("PLAY rtsp://192.0.2.7/a/track1 RTSP")
        .contains("Session: abc");
    answer("200 OK");
    session.leave();

    assertThat(sent.removeLast()).startsWith("TEARDOWN rtsp://192.0.2.7/a/track1 ");
  }

  @Test
  void playsWithoutARangeWhereTheCameraWantsNone() throws Exception {
    toSetUp("Session: abc");
    answer("457 Invalid Range");

    assertThat(sent.removeLast()).startsWith("PLAY ").doesNotContain("Range");
    assertThat(failure(() -> answer("457 Invalid Range")).streamCause()).isEqualTo(Cause.REFUSED);
  }

  @Test
  void waitsAfterAProvisionalAnswer() throws Exception {
    answer("200 OK");
    answer("100 Continue");
    describe(SDP);

    assertThat(sent.removeLast()).startsWith("SETUP");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "99999999999", "x", "7, 8"})
  void bearsWrongNumbersInAnswers(String number) throws Exception {
    receive("RTSP/1.0 200 OK\r\nCSeq: " + number + "\r\n\r\n");
    assertThat(sent.removeLast()).startsWith("DESCRIBE");
    describe(SDP, number);
    assertThat(sent.removeLast()).startsWith("SETUP");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "461 Unsupported Transport|turn RTSP over TCP on in it",
        "453 Not Enough Bandwidth|close other viewers",
        "503 Service Unavailable|it may serve only a few viewers at a time"
      })
  void saysWhatToDoAboutARefusal(String status, String advice) throws Exception {
    answer("200 OK");
    describe(SDP);
    StreamFailedException failure = failure(() -> answer(status));

    assertThat(failure.streamCause()).isEqualTo(Cause.REFUSED);
    assertThat(failure.detail()).startsWith("the camera answered SETUP with " + status + ": ");
    assertThat(failure.detail()).contains(advice);
  }

  @ParameterizedTest
  @CsvSource({"301", "302", "303", "305"})
  void namesTheNewAddressOfAStreamThatMoved(String status) throws Exception {
    answer("200 OK");
    StreamFailedException failure =
        failure(() -> answer(status + " Moved", "Location: rtsp://u:secret@192.0.2.9:8554/b?c"));

    assertThat(failure.streamCause()).isEqualTo(Cause.REFUSED);
    assertThat(failure.detail())
        .endsWith("the stream has moved; enter its new address rtsp://192.0.2.9:8554/b?c")
        .doesNotContain("secret");
  }

  @Test
  void leavesACameraAloneForAsLongAsItAsks() throws Exception {
    answer("200 OK");
    assertThat(failure(() -> answer("503 Busy", "Retry-After: 7")).notBefore())
        .isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void isNotMisledByACameraThatSaysYesToEverything() throws Exception {
    answer("200 OK");
    StreamFailedException failure = failure(() -> answer("200 OK"));

    assertThat(failure.streamCause()).isEqualTo(Cause.NOT_RTSP);
    assertThat(failure.detail())
        .isEqualTo("the camera's description cannot be read: the description is not SDP");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "m=video 0 RTP/SAVP 96|encrypted video (SRTP), which is not received: turn encryption off",
        "m=video 0 RTP/AVP 97|type 97",
      })
  void namesWhatCannotBeReceived(String section, String what) throws Exception {
    answer("200 OK");
    StreamFailedException failure =
        failure(() -> describe("v=0\n" + section + "\n" + VIDEO + "a=control:track1\n"));

    assertThat(failure.streamCause()).isEqualTo(Cause.UNSUPPORTED_CODEC);
    assertThat(failure.detail()).contains(what);
  }

  @Test
  void refusesPacketsInAnotherOrderThanThePictures() throws Exception {
    answer("200 OK");
    assertThat(failure(() -> describe(SDP.replace("mode=1", "mode=2"))).detail())
        .contains("choose packetization mode 1");
    start();
    answer("200 OK");
    String h265 = "a=rtpmap:96 H265/90000\na=fmtp:96 sprop-max-don-diff=2\n";
    assertThat(failure(() -> describe(SDP.replace(VIDEO, h265))).detail())
        .contains("decoding order numbers");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a=control:track1|rtsp://192.0.2.7/a/track1",
        "a=control:*|rtsp://192.0.2.7/a",
        "a=control:rtsp://10.1.1.1:99/x?y=z|rtsp://10.1.1.1:99/x?y=z",
        "a=control:RTSP://192.0.2.7/b|RTSP://192.0.2.7/b",
        "a=control:?ctype=video|rtsp://192.0.2.7/a/?ctype=video",
        "a=control:/root/t1|rtsp://192.0.2.7/root/t1",
        "a=x|rtsp://192.0.2.7/a"
      })
  void setsUpTheTrackWhereItsControlSays(String control, String address) throws Exception {
    answer("200 OK");
    describe(SDP.replace("a=control:track1", control));

    assertThat(sent.removeLast()).startsWith("SETUP " + address + " RTSP");
  }

  @Test
  void setsUpNeitherSoundNorMetadata() throws Exception {
    answer("200 OK");
    describe(
        "v=0\nm=audio 0 RTP/AVP 0\na=control:sound\nm=audio 0 RTP/AVP 97\n"
            + "a=rtpmap:97 mpeg4-generic/16000/1\na=control:aac\n"
            + "m=application 0 RTP/AVP 107\na=rtpmap:107 vnd.onvif.metadata/90000\na=control:meta\n"
            + SDP.substring(4));

    assertThat(sent.removeLast()).startsWith("SETUP rtsp://192.0.2.7/a/track1 ");
  }

  @Test
  void saysHowToMakeAGraduallyRefreshedStreamRecordable() throws Exception {
    toPlaying("Session: abc");
    for (int i = 0; i < 32; i++) {
      now += 1000 * MILLISECOND;
      packet(2 * i, i * 3000, false, "0606013480");
      packet(2 * i + 1, i * 3000, true, "419aaa");
    }
    StreamFailedException failure = failure(() -> session.tick(now));

    assertThat(failure.streamCause()).isEqualTo(Cause.STALLED);
    assertThat(failure.detail()).contains("turn intra refresh off in it");
  }

  @Test
  void receivesWhateverPiecesTheBytesComeIn() throws Exception {
    answer("200 OK");
    String described =
        "RTSP/1.0 200 OK\r\nCSeq: 2\r\nContent-Length: " + SDP.length() + "\r\n\r\n" + SDP;
    byte[] packets = new byte[3 * 19];
    for (int i = 0; i < 3; i++) {
      System.arraycopy(frame(i, i * 3000, true, "658884").array(), 0, packets, i * 19, 19);
    }
    byteByByte(described.getBytes(StandardCharsets.US_ASCII));
    byteByByte(
        "RTSP/1.0 200 OK\r\nCSeq: 3\r\nSession: 1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    byteByByte("RTSP/1.0 200 OK\r\nCSeq: 4\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    byteByByte(packets);

    assertThat(listener.units()).hasSize(2);
    assertThat(listener.losses()).isEmpty();
  }

  private void byteByByte(byte[] bytes) throws StreamFailedException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes.length);
    for (byte next : bytes) {
      buffer.put(next).flip();
      session.received(buffer, now, Instant.EPOCH);
      buffer.compact();
    }
  }

  private void toSetUp(String header) throws StreamFailedException {
    answer("200 OK");
    describe(SDP);
    answer("200 OK", header);
  }

  private void toPlaying(String header) throws StreamFailedException {
    toSetUp(header);
    answer("200 OK");
    sent.clear();
  }

  private void key() throws StreamFailedException {
    int number = (int) (now / MILLISECOND / 100);
    packet(number, number * 9000, true, "658884");
  }

  private void describe(String description) throws StreamFailedException {
    describe(description, "2");
  }

  private void describe(String description, String number) throws StreamFailedException {
    receive(
        "RTSP/1.0 200 OK\r\nCSeq: %s\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(number, description.length(), description));
  }

  private void answer(String status, String... headers) throws StreamFailedException {
    String fields = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    receive("RTSP/1.0 " + status + "\r\n" + fields + "\r\n");
  }

  private void packet(int sequence, int timestamp, boolean marker, String nal)
      throws StreamFailedException {
    session.received(frame(sequence, timestamp, marker, nal), now, Instant.EPOCH);
  }

  private static ByteBuffer frame(int sequence, int timestamp, boolean marker, String nal) {
    byte[] payload = HexFormat.of().parseHex(nal);
    ByteBuffer packet = ByteBuffer.allocate(16 + payload.length);
    packet.put((byte) '$').put((byte) 0).putShort((short) (12 + payload.length));
    packet.put((byte) 0x80).put((byte) (96 | (marker ? 0x80 : 0))).putShort((short) sequence);
    return packet.putInt(timestamp).putInt(5).put(payload).flip();
  }

  private void receive(String text) throws StreamFailedException {
    session.received(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), now, Instant.EPOCH);
  }

  private static StreamFailedException failure(ThrowingCallable call) {
    StreamFailedException failure = catchThrowableOfType(StreamFailedException.class, call);
    assertThat(failure).isNotNull();
    return failure;
  }
}
