package anbinh.media.ingest;

import anbinh.media.StreamListener;
import anbinh.media.StreamState.Cause;
import anbinh.media.rtp.MalformedStreamException;
import anbinh.media.rtp.RtcpPacket;
import anbinh.media.rtp.RtpReceiver;
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
/// go out, pictures go to a [StreamListener]. For one thread.
///
/// Quirks borne: any answer to OPTIONS; packets before the answer to PLAY; no RTP-Info; channels
/// other than those asked for; a missing or relative Content-Base; requests from the camera; PLAY
/// refused for the session as a whole or with a range.
final class CameraSession implements InterleavedReader.Sink {
  private static final InterleavedChannels ASKED = new InterleavedChannels(0, 1);
  private static final int DEFAULT_SESSION_SECONDS = 60;
  private static final int MAXIMUM_SESSION_SECONDS = 120;

  /// So many bytes may be skipped without a whole picture between them.
  private static final int MAXIMUM_SKIPPED_BYTES = 1024 * 1024;

  /// Without a deliverable picture a stream is given up after so many times the stall time, though
  /// pictures come: long enough for the widest spaced key pictures in use.
  private static final int STALLS_WITHOUT_KEY = 3;

  /// Without a whole picture among those delivered: at a new connection cameras begin with one.
  private static final int STALLS_DAMAGED = 9;

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
  private final StreamListener listener;
  private final RandomGenerator random;
  private final Consumer<ByteBuffer> out;
  private final RtspExchange exchange;
  private final InterleavedReader reader = new InterleavedReader(this);

  private Step step = Step.OPTIONS;
  private long deadlineNanos;
  private long now;
  private Instant wallClock = Instant.EPOCH;
  private boolean spokeRtsp;

  private @Nullable VideoTrack track;
  private @Nullable RtpReceiver receiver;
  private InterleavedChannels channels = ASKED;
  private String sessionId = "";
  private long keepAliveNanos;
  private long nextKeepAlive;
  private boolean keepAliveByOptions;
  private boolean playedAgain;

  private long picturesSeen;
  private long picturesDelivered;
  private long picturesSound;
  private long lastPictureSeen;
  private long lastPictureSound;
  private long lastPictureDelivered;
  private long skippedBytes;

  CameraSession(
      RtspUri uri,
      CameraAddress address,
      IngestOptions options,
      StreamListener listener,
      RandomGenerator random,
      Consumer<ByteBuffer> out) {
    this.uri = uri;
    this.options = options;
    this.listener = listener;
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
    RtpReceiver current = receiver;
    if (current != null && step != Step.LEAVING) {
      observe(current);
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
      checkPictures(nanos);
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
    VideoTrack current = track;
    if (current == null || sessionId.isEmpty() || !step.equals(Step.PLAYING)) {
      step = Step.LEFT;
      return;
    }
    step = Step.LEAVING;
    exchange.send("TEARDOWN", current.sessionUri(), session());
  }

  @Override
  public void packet(int channel, ByteBuffer payload) throws StreamFailedException {
    RtpReceiver current = receiver;
    if (current == null || step == Step.LEAVING) {
      return;
    }
    try {
      if (channel == channels.rtp()) {
        current.rtp(payload, now, wallClock);
      } else if (channel == channels.rtcp()) {
        current.rtcp(payload, wallClock);
      }
    } catch (MalformedStreamException malformed) {
      throw new StreamFailedException(
          Cause.MALFORMED_STREAM, String.valueOf(malformed.getMessage()));
    }
    if (current.ended()) {
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
    RtpReceiver current = receiver;
    if (current == null) {
      throw new StreamFailedException(
          Cause.NOT_RTSP, "what answers does not speak RTSP; it sent " + quote(bytes));
    }
    skippedBytes += bytes.remaining();
    current.skipped();
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
        VideoTrack chosen = describe(succeeded(method, response));
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
        lastPictureSeen = now;
        lastPictureDelivered = now;
        lastPictureSound = now;
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

  private VideoTrack describe(RtspResponse response) throws StreamFailedException {
    String base =
        response
            .headers()
            .find("Content-Base")
            .or(() -> response.headers().find("Content-Location"))
            .filter(stated -> stated.toLowerCase(Locale.ROOT).startsWith("rtsp://"))
            .filter(stated -> stated.chars().noneMatch(c -> c <= ' '))
            .orElse(uri.text());
    try {
      VideoTrack chosen = VideoTrack.choose(Sdp.parse(response.body()), base);
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
    VideoTrack current = track;
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
    receiver =
        new RtpReceiver(
            current.codec(),
            current.payloadType(),
            current.announced(),
            options.maximumUnitBytes(),
            listener);
    ask(Step.PLAY, "PLAY", current.sessionUri(), session().with("Range", "npt=0.000-"));
  }

  /// Asks to play in another manner, once, where the camera has refused the manner only.
  private boolean playAgain(int status) {
    VideoTrack current = track;
    if (current == null || playedAgain) {
      return false;
    }
    playedAgain = true;
    return switch (status) {
      case AGGREGATE_NOT_ALLOWED -> {
        VideoTrack alone = current.withoutSession();
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
    VideoTrack current = track;
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

  private void observe(RtpReceiver current) {
    if (current.picturesSeen() != picturesSeen) {
      picturesSeen = current.picturesSeen();
      lastPictureSeen = now;
      skippedBytes = 0;
    }
    if (current.picturesDelivered() != picturesDelivered) {
      picturesDelivered = current.picturesDelivered();
      lastPictureDelivered = now;
    }
    if (current.picturesSound() != picturesSound) {
      picturesSound = current.picturesSound();
      lastPictureSound = now;
    }
  }

  private void checkPictures(long nanos) throws StreamFailedException {
    long limit = options.stallAfter().toNanos();
    String without = " for " + options.stallAfter().toMillis() + " ms";
    RtpReceiver current = receiver;
    boolean noFormat = current != null && picturesDelivered == 0 && current.keysWithoutFormat() > 0;
    if (noFormat && nanos - lastPictureDelivered > limit) {
      throw new StreamFailedException(
          Cause.MALFORMED_STREAM, "pictures came, but no usable parameter sets" + without);
    }
    if (nanos - lastPictureSeen > limit) {
      throw skippedBytes > 0
          ? new StreamFailedException(
              Cause.MALFORMED_STREAM, "bytes came that are not RTP, and no picture" + without)
          : new StreamFailedException(Cause.STALLED, "no picture came" + without);
    }
    if (nanos - lastPictureSound > STALLS_DAMAGED * limit) {
      throw new StreamFailedException(Cause.STALLED, "pictures came, but none of them whole");
    }
    if (nanos - lastPictureDelivered > STALLS_WITHOUT_KEY * limit) {
      boolean gradual = current != null && current.gradualRefreshes() > 0;
      throw new StreamFailedException(
          Cause.STALLED,
          "pictures came, but none at which decoding can start"
              + (gradual
                  ? ": the camera renews its picture gradually; turn intra refresh off in it and"
                      + " set an interval of key pictures"
                  : ""));
    }
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
