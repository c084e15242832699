package anbinh.media.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.rtp.RtpPacket;
import anbinh.media.rtsp.Credentials;
import anbinh.media.rtsp.InterleavedReader;
import anbinh.media.rtsp.RtspMessage;
import anbinh.media.rtsp.RtspResponse;
import anbinh.media.rtsp.StreamFailedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One connection to simulated cameras, on a clock of the test's own. The other end is a socket of
/// this thread, which reads and writes in turns with it.
class SimulatorConnectionTest {
  private static final long SECOND = 1_000_000_000L;
  private static final int MIB = 1024 * 1024;
  private static final String SETUP = "Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n";

  private final SimulatedCamera one = camera("one", SyntheticVideo.h264(20, 5, 10));
  private final SimulatedCamera two = camera("two", SyntheticVideo.h265(20, 5, 10));
  private final Map<String, SimulatedCamera> cameras = new HashMap<>();
  private final ByteBuffer in = ByteBuffer.allocate(256 * 1024);
  private final ByteBuffer out = ByteBuffer.allocate(4 * MIB);
  private final ByteBuffer received = ByteBuffer.allocate(64 * MIB);
  private final List<RtspResponse> answers = new ArrayList<>();
  private final List<RtpPacket> packets = new ArrayList<>();
  private final List<Integer> channels = new ArrayList<>();
  private final List<String> order = new ArrayList<>();
  private final InterleavedReader reader = new InterleavedReader(new Received());

  private ServerSocketChannel server;
  private SocketChannel client;
  private Selector selector;
  private Selector clientSelector;
  private SelectionKey key;
  private SimulatorConnection connection;
  private long now = 100 * SECOND;
  private int sequence;

  private final class Received implements InterleavedReader.Sink {
    @Override
    public void packet(int channel, ByteBuffer payload) {
      channels.add(channel);
      RtpPacket.parse(payload.slice()).filter(_ -> channel % 2 == 0).ifPresent(packets::add);
      order.add("packet");
    }

    @Override
    public void message(RtspMessage message) {
      if (message instanceof RtspResponse response) {
        answers.add(response);
        order.add("answer");
      }
    }

    @Override
    public void skipped(ByteBuffer bytes) {
      throw new AssertionError(bytes.remaining() + " bytes between packets");
    }
  }

  private static SimulatedCamera camera(String name, VideoSource source) {
    return new SimulatedCamera(name, 554, PacketisedSource.of(source), 0, null);
  }

  @BeforeEach
  void connect() throws IOException {
    cameras.put("one", one);
    cameras.put("two", two);
    server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    client = SocketChannel.open(server.getLocalAddress());
    SocketChannel accepted = server.accept();
    accepted.configureBlocking(false);
    client.configureBlocking(false);
    selector = Selector.open();
    clientSelector = Selector.open();
    client.register(clientSelector, SelectionKey.OP_READ);
    key = accepted.register(selector, SelectionKey.OP_READ);
    connection =
        new SimulatorConnection(
            accepted,
            key,
            path -> Optional.ofNullable(cameras.get(path.split("/", 2)[0])),
            new Random(7),
            InstantSource.fixed(Instant.EPOCH),
            out,
            0xabc);
  }

  @AfterEach
  void close() throws IOException {
    connection.close();
    client.close();
    selector.close();
    clientSelector.close();
    server.close();
  }

  private boolean say(String text) throws IOException {
    client.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    return arrived();
  }

  /// Lets the connection read what was sent, or that nothing more will be.
  private boolean arrived() throws IOException {
    for (boolean readable = false; !readable; ) {
      assertThat(selector.select(30_000)).isEqualTo(1);
      readable = key.isReadable();
      selector.selectedKeys().clear();
    }
    return connection.read(in, now);
  }

  private boolean advance(long nanos) {
    now += nanos;
    return connection.advance(now);
  }

  /// Takes what comes until there are so many answers, and lets the connection go on meanwhile.
  private void awaitAnswers(int count) throws IOException, StreamFailedException {
    long deadline = System.nanoTime() + 30 * SECOND;
    while (answers.size() < count) {
      assertThat(System.nanoTime()).as("answers: %s", answers).isLessThan(deadline);
      connection.write();
      clientSelector.select(20);
      clientSelector.selectedKeys().clear();
      while (client.read(received) > 0) {
        received.flip();
        reader.read(received);
        received.compact();
      }
    }
  }

  /// Takes all that was sent so far: the answer to a last request comes behind it.
  private void receive() throws Exception {
    ask("OPTIONS", "none");
  }

  private static String request(String method, String camera, String fields) {
    return method + " rtsp://127.0.0.1/" + camera + " RTSP/1.0\r\n" + fields + "\r\n";
  }

  private RtspResponse ask(String method, String camera, String fields) throws Exception {
    int before = answers.size();
    assertThat(say(request(method, camera, "CSeq: " + ++sequence + "\r\n" + fields))).isTrue();
    awaitAnswers(before + 1);
    RtspResponse answer = answers.getLast();
    assertThat(answer.headers().find("CSeq")).contains(Integer.toString(sequence));
    return answer;
  }

  private RtspResponse ask(String method, String camera) throws Exception {
    return ask(method, camera, "");
  }

  private RtspResponse play(String camera) throws Exception {
    assertThat(ask("SETUP", camera + "/trackID=1", SETUP).status()).isEqualTo(200);
    return ask("PLAY", camera);
  }

  @Test
  void optionsAreToldOfNoCameraToo() throws Exception {
    RtspResponse answer = ask("OPTIONS", "none");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().find("Public").orElseThrow())
        .contains("DESCRIBE", "SETUP", "PLAY", "GET_PARAMETER", "TEARDOWN");
  }

  @Test
  void aCameraThatIsNotThereIsNotFound() throws Exception {
    assertThat(ask("DESCRIBE", "three").status()).isEqualTo(404);
    assertThat(ask("DESCRIBE", "").status()).isEqualTo(404);
    assertThat(say("DESCRIBE rtsp://127.0.0.1 RTSP/1.0\r\nCSeq: 9\r\n\r\n")).isTrue();
    awaitAnswers(3);
    assertThat(answers.getLast().status()).isEqualTo(404);
  }

  @Test
  void aRequestWithoutANumberIsAnsweredWithZero() throws Exception {
    assertThat(say(request("OPTIONS", "one", ""))).isTrue();
    awaitAnswers(1);
    assertThat(answers.getLast().headers().find("CSeq")).contains("0");
  }

  @Test
  void aDescriptionIsGivenUnlessItIsRefused() throws Exception {
    RtspResponse answer = ask("DESCRIBE", "one");
    assertThat(answer.headers().find("Content-Base")).contains("rtsp://127.0.0.1:554/one/");
    assertThat(answer.body()).contains("a=rtpmap:96 H264/90000");
    assertThat(ask("DESCRIBE", "two").body()).contains("H265/90000");
    one.refuse(503);
    assertThat(ask("DESCRIBE", "one").status()).isEqualTo(503);
    one.refuse(0);
    assertThat(ask("DESCRIBE", "one").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "Transport: RTP/AVP;unicast;client_port=4000-4001\r\n",
        "Transport: RTP/AVP/TCP;interleaved=256-257\r\n", "Transport: RTP/AVP/TCP;interleaved=\r\n"
      })
  void onlyInterleavedTransportIsSupported(String transport) throws Exception {
    assertThat(ask("SETUP", "one/trackID=1", transport).status()).isEqualTo(461);
  }

  @Test
  void aSessionIsOnTheRequestedChannelsAndSaysHowLongItLasts() throws Exception {
    one.sessionTimeout(Duration.ofSeconds(5));
    RtspResponse answer =
        ask("SETUP", "one/trackID=1", "Transport: RTP/AVP/TCP;unicast;interleaved=6-7\r\n");
    assertThat(answer.headers().find("Session")).contains("abc;timeout=5");
    assertThat(answer.headers().find("Transport")).contains("RTP/AVP/TCP;unicast;interleaved=6-7");
    ask("PLAY", "one");
    advance(SECOND);
    receive();
    assertThat(packets).isNotEmpty();
    assertThat(channels).containsOnly(6, 7);
  }

  @Test
  void theAnswerToPlayNamesTheFirstPacket() throws Exception {
    String info = play("one").headers().find("RTP-Info").orElseThrow();
    assertThat(one.playing()).isEqualTo(1);
    advance(0);
    receive();
    RtpPacket first = packets.getFirst();
    assertThat(info)
        .isEqualTo(
            "url=rtsp://127.0.0.1:554/one/trackID=1;seq="
                + first.sequence()
                + ";rtptime="
                + Integer.toUnsignedString(first.timestamp()));
    one.omitRtpInfo(true);
    assertThat(ask("PLAY", "one").headers().find("RTP-Info")).isEmpty();
    assertThat(one.playing()).as("played anew, not twice").isEqualTo(1);
  }

  @Test
  void nothingIsSentBeforeTheAnswerUnlessTheCameraIsEarly() throws Exception {
    play("one");
    receive();
    assertThat(order).containsOnly("answer");
    one.sendBeforePlayReply(true);
    order.clear();
    ask("PLAY", "one");
    assertThat(order).startsWith("packet").endsWith("answer");
  }

  @Test
  void tearingDownEndsThePlaybackAndNotTheConnection() throws Exception {
    play("one");
    assertThat(ask("TEARDOWN", "one").status()).isEqualTo(200);
    assertThat(List.of(one.playing(), one.teardowns())).containsExactly(0, 1);
    packets.clear();
    assertThat(advance(10 * SECOND)).isTrue();
    receive();
    assertThat(packets).isEmpty();
    play("one");
    assertThat(one.playing()).isEqualTo(1);
  }

  @Test
  void closingEndsThePlayback() throws Exception {
    play("one");
    connection.close();
    assertThat(one.playing()).isZero();
    connection.close();
    assertThat(one.playing()).as("counted once").isZero();
    assertThat(key.isValid()).isFalse();
  }

  @Test
  void signsOfLifeCountWhilePlaying() throws Exception {
    ask("DESCRIBE", "one");
    ask("OPTIONS", "one");
    ask("GET_PARAMETER", "one");
    assertThat(one.keepAlives()).isZero();
    play("one");
    ask("OPTIONS", "one");
    assertThat(ask("GET_PARAMETER", "one").headers().find("Session")).isPresent();
    assertThat(one.keepAlives()).isEqualTo(2);
    one.rejectGetParameter(true);
    assertThat(ask("GET_PARAMETER", "one").status()).isEqualTo(501);
    assertThat(one.keepAlives()).as("it was alive").isEqualTo(3);
  }

  @Test
  void aMethodThatCamerasDoNotHaveIsNotImplemented() throws Exception {
    assertThat(ask("PAUSE", "one").status()).isEqualTo(501);
    assertThat(ask("REDIRECT", "one").status()).isEqualTo(501);
  }

  @Test
  void everyRequestIsChallengedUntilItIsAuthorised() throws Exception {
    one.requireBasic(new Credentials("viewer", "secret"));
    for (String method : List.of("DESCRIBE", "SETUP", "PLAY", "GET_PARAMETER", "TEARDOWN")) {
      RtspResponse answer = ask(method, "one", SETUP);
      assertThat(answer.status()).as(method).isEqualTo(401);
      assertThat(answer.headers().find("WWW-Authenticate").orElseThrow()).startsWith("Basic ");
    }
    assertThat(List.of(one.playing(), one.teardowns(), one.keepAlives())).containsOnly(0);
    byte[] secret = "viewer:secret".getBytes(StandardCharsets.UTF_8);
    String pair = Base64.getEncoder().encodeToString(secret);
    String authorised = "Authorization: Basic " + pair + "\r\n";
    assertThat(ask("DESCRIBE", "one", authorised).status()).isEqualTo(200);
    assertThat(ask("DESCRIBE", "one").status()).as("each anew").isEqualTo(401);
    assertThat(ask("DESCRIBE", "two").status()).as("another camera").isEqualTo(200);
  }

  @Test
  void whoTurnsToAnotherCameraNoLongerPlaysTheFirst() throws Exception {
    play("one");
    play("two");
    assertThat(List.of(one.playing(), two.playing())).containsExactly(0, 1);
    connection.close();
    assertThat(List.of(one.playing(), two.playing())).containsExactly(0, 0);
  }

  @Test
  void aCameraDisconnectsWhoHadAskedItBefore() throws Exception {
    one.disconnect();
    assertThat(advance(SECOND)).as("asked nothing yet").isTrue();
    ask("DESCRIBE", "one");
    assertThat(advance(SECOND)).as("came after it").isTrue();
    two.disconnect();
    assertThat(advance(SECOND)).as("another camera").isTrue();
    one.disconnect();
    assertThat(advance(SECOND)).isFalse();
  }

  @Test
  void aRequestMayComeInPiecesAndSeveralInOne() throws Exception {
    String text = request("OPTIONS", "one", "CSeq: 1\r\n");
    for (String piece : List.of(text.substring(0, 1), text.substring(1, 40), text.substring(40))) {
      assertThat(say(piece)).isTrue();
    }
    awaitAnswers(1);
    String two = request("OPTIONS", "one", "CSeq: 2\r\n") + request("PAUSE", "one", "CSeq: 3\r\n");
    assertThat(say(two)).isTrue();
    awaitAnswers(3);
    assertThat(answers).extracting(RtspResponse::status).containsExactly(200, 200, 501);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET / HTTP/1.1\r\n\r\n", "\u0016\u0003\u0001", "hello"})
  void whoDoesNotSpeakRtspIsLeft(String text) throws Exception {
    assertThat(say(text)).isFalse();
  }

  @Test
  void packetsAndAnswersOfAClientArePassedOver() throws Exception {
    client.write(ByteBuffer.wrap(new byte[] {'$', 1, 0, 4, (byte) 0x80, (byte) 0xc9, 0, 0}));
    assertThat(say("RTSP/1.0 200 OK\r\nCSeq: 1\r\n\r\n")).isTrue();
    assertThat(ask("OPTIONS", "one").status()).isEqualTo(200);
    assertThat(answers).hasSize(1);
  }

  @Test
  void whoHangsUpIsGone() throws Exception {
    play("one");
    client.shutdownOutput();
    assertThat(arrived()).isFalse();
  }

  /// A camera holds back 12 MiB for a client that does not read; beyond that whole packets are left
  /// out, so that what arrives stays readable.
  @Test
  void leavesOutWholePacketsForAClientThatDoesNotRead() throws Exception {
    cameras.put("large", camera("large", large()));
    play("large");
    for (int i = 0; i < 40; i++) {
      assertThat(advance(SECOND)).isTrue();
    }
    assertThat(key.interestOps() & SelectionKey.OP_WRITE).as("waits to go on").isNotZero();
    receive();
    long bytes = packets.stream().mapToLong(each -> each.payload().remaining()).sum();
    assertThat(bytes).isBetween(10L * MIB, 30L * MIB);
    assertThat(key.interestOps()).isEqualTo(SelectionKey.OP_READ);
    packets.clear();
    advance(SECOND);
    receive();
    assertThat(packets).as("it goes on").isNotEmpty();
  }

  /// One key picture of a mebibyte, once a second.
  private static VideoSource large() {
    byte[] slice = new byte[MIB];
    new Random(12).nextBytes(slice);
    slice[0] = 0x65;
    slice[1] = (byte) 0x88;
    ByteBuffer picture = ByteBuffer.allocate(4 + slice.length).putInt(slice.length).put(slice);
    VideoSource small = SyntheticVideo.h264(1, 1, 1);
    return new VideoSource(small.format(), List.of(new Picture(picture.flip(), 90_000, 0, true)));
  }
}
