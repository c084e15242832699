package anbinh.media.simulator;

import anbinh.media.StreamState.Cause;
import anbinh.media.rtsp.InterleavedChannels;
import anbinh.media.rtsp.InterleavedReader;
import anbinh.media.rtsp.RtspHeaders;
import anbinh.media.rtsp.RtspMessage;
import anbinh.media.rtsp.RtspRequest;
import anbinh.media.rtsp.RtspResponse;
import anbinh.media.rtsp.StreamFailedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// One client of a [CameraSimulator]. For the simulator's thread.
///
/// Like a camera it holds back a limited amount of data for a client that reads too slowly, and
/// leaves packets out beyond that.
final class SimulatorConnection implements InterleavedReader.Sink {
  /// More than the largest picture that receivers take, or films with larger ones never arrived.
  private static final int MAXIMUM_UNSENT_BYTES = 12 * 1024 * 1024;

  private final SocketChannel channel;
  private final SelectionKey key;
  private final Function<String, Optional<SimulatedCamera>> cameras;
  private final RandomGenerator random;
  private final InstantSource clock;
  private final ByteBuffer out;
  private final long number;
  private final InterleavedReader reader = new InterleavedReader(this);

  private byte[] rest = {};
  private ByteBuffer unsent = ByteBuffer.allocate(0);
  private @Nullable SimulatedCamera camera;
  private @Nullable Doorkeeper doorkeeper;
  private @Nullable Playback playback;
  private InterleavedChannels channels = new InterleavedChannels(0, 1);
  private int disconnectionsBefore;
  private long now;

  /// @param out a large buffer shared by all connections, empty between calls
  SimulatorConnection(
      SocketChannel channel,
      SelectionKey key,
      Function<String, Optional<SimulatedCamera>> cameras,
      RandomGenerator random,
      InstantSource clock,
      ByteBuffer out,
      long number) {
    this.channel = channel;
    this.key = key;
    this.cameras = cameras;
    this.random = random;
    this.clock = clock;
    this.out = out;
    this.number = number;
  }

  /// Reads what the client has sent.
  ///
  /// @return false when the connection is over
  boolean read(ByteBuffer shared, long nanos) {
    now = nanos;
    try {
      shared.clear().put(rest);
      int count = channel.read(shared);
      shared.flip();
      if (count < 0) {
        return false;
      }
      reader.read(shared);
      rest = new byte[shared.remaining()];
      shared.get(rest);
      return flush();
    } catch (IOException | StreamFailedException over) {
      return false;
    }
  }

  /// Sends what has become due; returns as [#read] does.
  boolean advance(long nanos) {
    SimulatedCamera current = camera;
    if (current != null && current.disconnections.get() != disconnectionsBefore) {
      return false;
    }
    Playback active = playback;
    if (active != null) {
      active.advance(nanos);
      return flush();
    }
    return true;
  }

  /// Goes on sending; returns as [#read] does.
  boolean write() {
    return flush();
  }

  void close() {
    stop();
    key.cancel();
    try {
      channel.close();
    } catch (IOException alreadyBroken) {
      unsent.clear();
    }
  }

  @Override
  public void packet(int channelNumber, ByteBuffer payload) {}

  @Override
  public void skipped(ByteBuffer bytes) throws StreamFailedException {
    throw new StreamFailedException(Cause.NOT_RTSP, "the client does not speak RTSP");
  }

  @Override
  public void message(RtspMessage message) {
    if (message instanceof RtspRequest request) {
      answer(request);
    }
  }

  private void answer(RtspRequest request) {
    if (request.method().equals("OPTIONS")) {
      countSignOfLife();
      reply(
          request,
          200,
          "OK",
          RtspHeaders.NONE.with(
              "Public", "OPTIONS, DESCRIBE, SETUP, PLAY, GET_PARAMETER, TEARDOWN"),
          "");
      return;
    }
    Optional<SimulatedCamera> found = findCamera(request.uri());
    if (found.isEmpty()) {
      reply(request, RtspResponse.NOT_FOUND, "Not Found", RtspHeaders.NONE, "");
      return;
    }
    SimulatedCamera requested = found.get();
    Doorkeeper keeper = doorkeeper;
    if (keeper == null || camera != requested) {
      stop();
      keeper = new Doorkeeper(requested, number);
      doorkeeper = keeper;
      camera = requested;
      disconnectionsBefore = requested.disconnections.get();
    }
    Optional<String> challenge = keeper.challenge(request);
    if (challenge.isPresent()) {
      RtspHeaders headers = RtspHeaders.NONE.with("WWW-Authenticate", challenge.get());
      reply(request, RtspResponse.UNAUTHORISED, "Unauthorized", headers, "");
    } else {
      serve(request, requested);
    }
  }

  private void serve(RtspRequest request, SimulatedCamera requested) {
    switch (request.method()) {
      case "DESCRIBE" -> describe(request, requested);
      case "SETUP" -> setUp(request, requested);
      case "PLAY" -> play(request, requested);
      case "GET_PARAMETER" -> {
        countSignOfLife();
        if (requested.withoutGetParameter) {
          reply(request, 501, "Not Implemented", RtspHeaders.NONE, "");
        } else {
          reply(request, 200, "OK", session(requested), "");
        }
      }
      case "TEARDOWN" -> {
        requested.teardowns.incrementAndGet();
        stop();
        reply(request, 200, "OK", session(requested), "");
      }
      default -> reply(request, 501, "Not Implemented", RtspHeaders.NONE, "");
    }
  }

  private void describe(RtspRequest request, SimulatedCamera requested) {
    if (requested.refusal != 0) {
      reply(request, requested.refusal, "Refused", RtspHeaders.NONE, "");
      return;
    }
    RtspHeaders headers =
        RtspHeaders.NONE
            .with("Content-Base", requested.uri() + "/")
            .with("Content-Type", "application/sdp");
    reply(request, 200, "OK", headers, Description.of(requested));
  }

  private void setUp(RtspRequest request, SimulatedCamera requested) {
    String transport = request.headers().find("Transport").orElse("");
    Optional<InterleavedChannels> asked = InterleavedChannels.parse(transport);
    if (asked.isEmpty()) {
      reply(request, 461, "Unsupported Transport", RtspHeaders.NONE, "");
      return;
    }
    channels = asked.get();
    reply(request, 200, "OK", session(requested).with("Transport", channels.transport()), "");
  }

  private void play(RtspRequest request, SimulatedCamera requested) {
    stop();
    Playback started =
        new Playback(requested, channels, random, clock, now, frame -> put(frame, true));
    RtspHeaders headers = session(requested).with("Range", "npt=now-");
    if (!requested.withoutRtpInfo) {
      headers =
          headers.with(
              "RTP-Info",
              "url="
                  + requested.uri()
                  + "/"
                  + Description.TRACK
                  + ";seq="
                  + started.nextSequence()
                  + ";rtptime="
                  + Integer.toUnsignedString(started.firstTimestamp()));
    }
    if (requested.early) {
      started.advance(now);
    }
    reply(request, 200, "OK", headers, "");
    playback = started;
    requested.playing.incrementAndGet();
  }

  private void stop() {
    SimulatedCamera current = camera;
    if (playback != null && current != null) {
      current.playing.decrementAndGet();
    }
    playback = null;
  }

  private void countSignOfLife() {
    SimulatedCamera current = camera;
    if (current != null && playback != null) {
      current.keepAlives.incrementAndGet();
    }
  }

  private RtspHeaders session(SimulatedCamera requested) {
    return RtspHeaders.NONE.with(
        "Session", Long.toHexString(number) + ";timeout=" + requested.sessionTimeout.toSeconds());
  }

  private Optional<SimulatedCamera> findCamera(String uri) {
    int path = uri.indexOf('/', "rtsp://".length());
    return path < 0 ? Optional.empty() : cameras.apply(uri.substring(path + 1));
  }

  private void reply(
      RtspRequest request, int status, String reason, RtspHeaders headers, String body) {
    RtspHeaders all = RtspHeaders.NONE.with("CSeq", request.headers().find("CSeq").orElse("0"));
    for (RtspHeaders.Field field : headers.fields()) {
      all = all.with(field.name(), field.value());
    }
    put(new RtspResponse(status, reason, all, body).toBytes(), false);
  }

  /// Puts bytes into the shared buffer, which must be flushed before another connection is served.
  private void put(ByteBuffer bytes, boolean mayLeaveOut) {
    if (bytes.remaining() > out.remaining()) {
      flush();
    }
    if (mayLeaveOut && unsent.remaining() + out.position() > MAXIMUM_UNSENT_BYTES) {
      return;
    }
    if (bytes.remaining() <= out.remaining()) {
      out.put(bytes);
    }
  }

  private boolean flush() {
    out.flip();
    try {
      if (unsent.hasRemaining()) {
        channel.write(unsent);
      }
      if (!unsent.hasRemaining() && out.hasRemaining()) {
        channel.write(out);
      }
      keepUnsent();
      key.interestOps(SelectionKey.OP_READ | (unsent.hasRemaining() ? SelectionKey.OP_WRITE : 0));
      return true;
    } catch (IOException over) {
      return false;
    } finally {
      out.clear();
    }
  }

  private void keepUnsent() {
    if (out.hasRemaining()) {
      ByteBuffer joined = ByteBuffer.allocate(unsent.remaining() + out.remaining());
      unsent = joined.put(unsent).put(out).flip();
    }
  }
}
