package anbinh.media.ingest;

import anbinh.media.StreamState.Cause;
import anbinh.media.rtp.MalformedStreamException;
import anbinh.media.rtp.RtcpPacket;
import anbinh.media.rtsp.InterleavedChannels;
import anbinh.media.rtsp.InterleavedReader;
import anbinh.media.rtsp.MalformedRtspException;
import anbinh.media.rtsp.RtspHeaders;
import anbinh.media.rtsp.RtspMessage;
import anbinh.media.rtsp.RtspRequest;
import anbinh.media.rtsp.RtspResponse;
import anbinh.media.rtsp.RtspUri;
import anbinh.media.rtsp.Sdp;
import anbinh.media.rtsp.StreamFailedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The conversation with one camera on one connection, without the socket: bytes come in, requests
/// go out, packets go to a [Reception]. For one thread.
///
/// Quirks borne: any answer to OPTIONS; packets before the answer to PLAY; no RTP-Info; channels
/// other than those asked for; a missing or relative Content-Base; requests from the camera; PLAY
/// refused for the session as a whole or with a range.
final class CameraSession implements InterleavedReader.Sink {
  private static final InterleavedChannels ASKED = new InterleavedChannels(0, 1);
  private static final int DEFAULT_SESSION_SECONDS = 60;
  private static final int MAXIMUM_SESSION_SECONDS = 120;

  /// So many bytes may be skipped without anything whole between them.
  private static final int MAXIMUM_SKIPPED_BYTES = 1024 * 1024;

  private static final int INVALID_RANGE = 457;
  private static final int AGGREGATE_NOT_ALLOWED = 459;

  private enum Step {
    OPTIONS,
    DESCRIBE,
    SETUP,
    PLAY,
    PLAYING,
    LEAVING,
    LEFT
  }

  private final RtspUri uri;
  private final IngestOptions options;
  private final Reception reception;
  private final RandomGenerator random;
  private final Consumer<ByteBuffer> out;
  private final RtspExchange exchange;
  private final InterleavedReader reader = new InterleavedReader(this);

  private Step step = Step.OPTIONS;
  private long deadlineNanos;
  private long now;
  private Instant wallClock = Instant.EPOCH;
  private boolean spokeRtsp;

  private @Nullable Track track;
  private boolean receiving;
  private InterleavedChannels channels = ASKED;
  private String sessionId = "";
  private long keepAliveNanos;
  private long nextKeepAlive;
  private boolean keepAliveByOptions;
  private boolean playedAgain;

  private long skippedBytes;

  CameraSession(
      RtspUri uri,
      CameraAddress address,
      IngestOptions options,
      Reception reception,
      RandomGenerator random,
      Consumer<ByteBuffer> out) {
    this.uri = uri;
    this.options = options;
    this.reception = reception;
    this.random = random;
    this.out = out;
    this.exchange =
        new RtspExchange(
            address.credentials() == null ? uri.credentials() : address.credentials(),
            options.allowBasic(),
            random,
            out);
  }

  /// Sends the first request.
  void begin(long nanos) {
    now = nanos;
    ask(Step.OPTIONS, "OPTIONS", uri.text(), RtspHeaders.NONE);
  }

  /// Whether the conversation has not come to pictures yet, so that answers matter more than rest.
  boolean isHandshake() {
    return step.compareTo(Step.PLAYING) < 0;
  }

  boolean hasLeft() {
    return step == Step.LEFT;
  }

  /// Reads what has come; an incomplete rest is left in `data` and must come first the next time.
  void received(ByteBuffer data, long nanos, Instant at) throws StreamFailedException {
    now = nanos;
    wallClock = at;
    reader.read(data);
    if (receiving && step != Step.LEAVING && reception.advanced(now)) {
      skippedBytes = 0;
    }
  }

  /// Looks after time limits and keeps the session alive.
  void tick(long nanos) throws StreamFailedException {
    now = nanos;
    if (isHandshake()) {
      if (nanos - deadlineNanos > 0) {
        throw new StreamFailedException(
            Cause.UNREACHABLE,
            "the camera accepted the connection, but did not answer "
                + step
                + " within "
                + options.answerTimeout().toMillis()
                + " ms");
      }
    } else if (step == Step.PLAYING) {
      reception.check(nanos, skippedBytes);
      if (nanos - nextKeepAlive > 0) {
        keepAlive();
      }
    }
  }

  /// What it means that the camera has closed the connection.
  StreamFailedException closedByCamera(String how) {
    return spokeRtsp
        ? new StreamFailedException(Cause.ENDED, "the camera " + how)
        : new StreamFailedException(Cause.NOT_RTSP, "the camera " + how + " without an answer");
  }

  /// Asks the camera to free the session, if there is one; pictures are ignored from now on.
  void leave() {
    Track current = track;
    if (current == null || sessionId.isEmpty() || !step.equals(Step.PLAYING)) {
      step = Step.LEFT;
      return;
    }
    step = Step.LEAVING;
    exchange.send("TEARDOWN", current.sessionUri(), session());
  }

  @Override
  public void packet(int channel, ByteBuffer payload) throws StreamFailedException {
    if (!receiving || step == Step.LEAVING) {
      return;
    }
    try {
      if (channel == channels.rtp()) {
        reception.rtp(payload, now, wallClock);
      } else if (channel == channels.rtcp()) {
        reception.rtcp(payload, wallClock);
      }
    } catch (MalformedStreamException malformed) {
      throw new StreamFailedException(
          Cause.MALFORMED_STREAM, String.valueOf(malformed.getMessage()));
    }
    if (reception.ended()) {
      throw new StreamFailedException(Cause.ENDED, "the camera said goodbye");
    }
  }

  @Override
  public void message(RtspMessage message) throws StreamFailedException {
    spokeRtsp = true;
    switch (message) {
      case RtspRequest request -> answer(request);
      case RtspResponse response -> {
        if (step == Step.LEAVING) {
          step = Step.LEFT;
          return;
        }
        var method = exchange.accept(response);
        if (method.isPresent()) {
          proceed(method.get(), response);
        } else if (isHandshake()) {
          deadlineNanos = now + options.answerTimeout().toNanos();
        }
      }
    }
  }

  @Override
  public void skipped(ByteBuffer bytes) throws StreamFailedException {
    if (step == Step.LEAVING) {
      return;
    }
    if (!receiving) {
      throw new StreamFailedException(
          Cause.NOT_RTSP, "what answers does not speak RTSP; it sent " + quote(bytes));
    }
    skippedBytes += bytes.remaining();
    reception.skipped();
    if (skippedBytes > MAXIMUM_SKIPPED_BYTES) {
      throw new StreamFailedException(
          Cause.MALFORMED_STREAM,
          "more than " + MAXIMUM_SKIPPED_BYTES + " bytes came that are not RTP");
    }
  }

  private void proceed(String method, RtspResponse response) throws StreamFailedException {
    switch (step) {
      case OPTIONS -> {
        String methods = String.join(",", response.headers().list("Public"));
        // Some cameras hang up on a method they do not know.
        keepAliveByOptions = !methods.isBlank() && !methods.contains("GET_PARAMETER");
        ask(
            Step.DESCRIBE,
            "DESCRIBE",
            uri.text(),
            RtspHeaders.NONE.with("Accept", "application/sdp"));
      }
      case DESCRIBE -> {
        Track chosen = describe(succeeded(method, response));
        track = chosen;
        ask(
            Step.SETUP,
            "SETUP",
            chosen.setupUri(),
            RtspHeaders.NONE.with("Transport", ASKED.transport()));
      }
      case SETUP -> setUp(succeeded(method, response));
      case PLAY -> {
        if (!response.succeeded() && playAgain(response.status())) {
          return;
        }
        succeeded(method, response);
        step = Step.PLAYING;
        reception.playing(now);
        nextKeepAlive = now + keepAliveNanos;
      }
      case PLAYING -> {
        if (response.status() == 454) {
          throw new StreamFailedException(Cause.ENDED, "the camera has dropped the session");
        }
        if (!response.succeeded()) {
          keepAliveByOptions = true;
        }
      }
      case LEAVING, LEFT -> {}
    }
  }

  private Track describe(RtspResponse response) throws StreamFailedException {
    String base =
        response
            .headers()
            .find("Content-Base")
            .or(() -> response.headers().find("Content-Location"))
            .filter(stated -> stated.toLowerCase(Locale.ROOT).startsWith("rtsp://"))
            .filter(stated -> stated.chars().noneMatch(c -> c <= ' '))
            .orElse(uri.text());
    try {
      Track chosen = reception.choose(Sdp.parse(response.body()), base);
      if (chosen.setupUri().chars().anyMatch(c -> c <= ' ')
          || chosen.sessionUri().chars().anyMatch(c -> c <= ' ')) {
        throw new MalformedRtspException("a control address holds white space");
      }
      return chosen;
    } catch (MalformedRtspException unreadable) {
      throw new StreamFailedException(
          Cause.NOT_RTSP, "the camera's description cannot be read: " + unreadable.getMessage());
    }
  }

  private void setUp(RtspResponse response) throws StreamFailedException {
    Track current = track;
    if (current == null) {
      throw new IllegalStateException("SETUP without a track");
    }
    String stated = response.headers().find("Session").orElse("");
    int semicolon = stated.indexOf(';');
    sessionId = (semicolon < 0 ? stated : stated.substring(0, semicolon)).strip();
    int timeoutAt = stated.toLowerCase(Locale.ROOT).indexOf("timeout=");
    OptionalInt seconds =
        timeoutAt < 0 ? OptionalInt.empty() : RtspMessage.decimal(stated.substring(timeoutAt + 8));
    int lifetime =
        seconds.orElse(0) == 0
            ? DEFAULT_SESSION_SECONDS
            : Math.clamp(seconds.getAsInt(), 1, MAXIMUM_SESSION_SECONDS);
    keepAliveNanos = lifetime * 500_000_000L;
    channels =
        response.headers().find("Transport").flatMap(InterleavedChannels::parse).orElse(ASKED);
    reader.expect(channels);
    receiving = true;
    ask(Step.PLAY, "PLAY", current.sessionUri(), session().with("Range", "npt=0.000-"));
  }

  /// Asks to play in another manner, once, where the camera has refused the manner only.
  private boolean playAgain(int status) {
    Track current = track;
    if (current == null || playedAgain) {
      return false;
    }
    playedAgain = true;
    return switch (status) {
      case AGGREGATE_NOT_ALLOWED -> {
        Track alone = current.withoutSession();
        track = alone;
        ask(Step.PLAY, "PLAY", alone.sessionUri(), session().with("Range", "npt=0.000-"));
        yield true;
      }
      case INVALID_RANGE -> {
        ask(Step.PLAY, "PLAY", current.sessionUri(), session());
        yield true;
      }
      default -> false;
    };
  }

  private RtspHeaders session() {
    return sessionId.isEmpty() ? RtspHeaders.NONE : RtspHeaders.NONE.with("Session", sessionId);
  }

  private void ask(Step next, String method, String target, RtspHeaders headers) {
    step = next;
    deadlineNanos = now + options.answerTimeout().toNanos();
    exchange.send(method, target, headers);
  }

  private static RtspResponse succeeded(String method, RtspResponse response)
      throws StreamFailedException {
    if (response.succeeded()) {
      return response;
    }
    throw Refusal.of(method, response);
  }

  private void answer(RtspRequest request) throws StreamFailedException {
    if (request.method().equals("TEARDOWN")) {
      throw new StreamFailedException(Cause.ENDED, "the camera ended the session");
    }
    boolean known =
        switch (request.method()) {
          case "OPTIONS", "GET_PARAMETER", "SET_PARAMETER", "ANNOUNCE" -> true;
          default -> false;
        };
    RtspHeaders headers =
        request
            .headers()
            .find("CSeq")
            .map(sequence -> RtspHeaders.NONE.with("CSeq", sequence))
            .orElse(RtspHeaders.NONE);
    out.accept(
        new RtspResponse(known ? 200 : 501, known ? "OK" : "Not Implemented", headers, "")
            .toBytes());
  }

  private void keepAlive() {
    Track current = track;
    if (current == null) {
      return;
    }
    nextKeepAlive = now + keepAliveNanos;
    exchange.send(
        keepAliveByOptions ? "OPTIONS" : "GET_PARAMETER", current.sessionUri(), session());
    ByteBuffer report = RtcpPacket.receiverReport(random.nextInt());
    out.accept(
        ByteBuffer.allocate(4 + report.remaining())
            .put((byte) '$')
            .put((byte) channels.rtcp())
            .putShort((short) report.remaining())
            .put(report)
            .flip());
  }

  private static String quote(ByteBuffer bytes) {
    byte[] head = new byte[Math.min(40, bytes.remaining())];
    bytes.get(bytes.position(), head);
    StringBuilder text = new StringBuilder("\"");
    for (char c : new String(head, StandardCharsets.ISO_8859_1).toCharArray()) {
      if (c == '\r' || c == '\n') {
        break;
      }
      text.append(c >= ' ' && c < 0x7F ? c : '?');
    }
    return text.append('"').toString();
  }
}
