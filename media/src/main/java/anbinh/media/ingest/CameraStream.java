package anbinh.media.ingest;

import anbinh.media.AccessUnit;
import anbinh.media.SenderReport;
import anbinh.media.StreamListener;
import anbinh.media.StreamState;
import anbinh.media.StreamState.Cause;
import anbinh.media.VideoFormat;
import anbinh.media.rtsp.MalformedRtspException;
import anbinh.media.rtsp.RtspUri;
import anbinh.media.rtsp.StreamFailedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The life of one opened stream: waiting, looking up, connecting, streaming, and again. For the
/// thread of its [PollLoop]; nothing thrown by the listener gets out of here.
final class CameraStream {
  private static final System.Logger LOGGER = System.getLogger(CameraStream.class.getName());

  private final CameraAddress address;
  private final StreamListener listener;
  private final Function<StreamListener, Reception> receptions;
  private final IngestOptions options;
  private final HostResolver resolver;
  private final RandomGenerator random;
  private final Backoff backoff;
  private final Observer observer = new Observer();

  private @Nullable CameraConnection connection;
  private @Nullable CompletableFuture<List<InetAddress>> lookup;
  private @Nullable RtspUri uri;
  private int attempts;
  private int failuresInRow;
  private int connectionsTried;
  private long wakeAt;
  private boolean closed;
  private volatile boolean playing;

  /// @param listener is told the states; what else comes, the receptions hand on
  /// @param receptions one for each connection, by who passes on to `listener`
  CameraStream(
      CameraAddress address,
      StreamListener listener,
      Function<StreamListener, Reception> receptions,
      IngestOptions options,
      HostResolver resolver,
      RandomGenerator random,
      long nanos) {
    this.address = address;
    this.listener = listener;
    this.receptions = receptions;
    this.options = options;
    this.resolver = resolver;
    this.random = random;
    this.backoff = new Backoff(options, random);
    this.wakeAt = nanos;
  }

  boolean isHandshake() {
    CameraConnection current = connection;
    return lookup != null || (current != null && current.isHandshake());
  }

  /// Moves on what time moves on.
  ///
  /// @return a connection that has been left and must be read out and closed
  @Nullable CameraConnection tick(Selector selector, long nanos) {
    CameraConnection current = connection;
    CompletableFuture<List<InetAddress>> pendingLookup = lookup;
    try {
      if (current != null) {
        current.tick(nanos);
      } else if (pendingLookup != null) {
        if (pendingLookup.isDone()) {
          lookup = null;
          connect(pendingLookup, selector, nanos);
        }
      } else if (nanos - wakeAt >= 0) {
        startAttempt();
      }
      return null;
    } catch (StreamFailedException failure) {
      return fail(failure, nanos);
    } catch (Throwable fault) {
      return failHere(fault, nanos);
    }
  }

  /// Does what the socket is ready for; returns as [#tick] does.
  @Nullable CameraConnection ready(ByteBuffer shared, long nanos, Instant at) {
    CameraConnection current = connection;
    if (current == null) {
      return null;
    }
    try {
      current.ready(shared, nanos, at);
      if (!playing && current.isPlaying()) {
        playing = true;
      }
      return null;
    } catch (StreamFailedException failure) {
      return fail(failure, nanos);
    } catch (Throwable fault) {
      return failHere(fault, nanos);
    }
  }

  /// Ends the stream; returns as [#tick] does.
  @Nullable CameraConnection close() {
    if (closed) {
      return null;
    }
    closed = true;
    lookup = null;
    CameraConnection left = leaveConnection();
    tell(new StreamState.Closed());
    return left;
  }

  /// Whether the camera has ever agreed to send pictures; from any thread.
  boolean isPlaying() {
    return playing;
  }

  private void startAttempt() throws StreamFailedException {
    tell(new StreamState.Connecting(++attempts));
    try {
      RtspUri parsed = RtspUri.parse(address.uri());
      uri = parsed;
      lookup = resolver.resolve(parsed.host());
    } catch (MalformedRtspException unreadable) {
      throw new StreamFailedException(Cause.BAD_ADDRESS, String.valueOf(unreadable.getMessage()));
    }
  }

  private void connect(CompletableFuture<List<InetAddress>> found, Selector selector, long nanos)
      throws StreamFailedException {
    RtspUri target = uri;
    if (target == null) {
      throw new IllegalStateException("looked up without an address");
    }
    if (found.isCompletedExceptionally()) {
      throw new StreamFailedException(
          Cause.BAD_ADDRESS, "the host " + target.host() + " is not known");
    }
    List<InetAddress> addresses = found.resultNow().stream().filter(options.allowed()).toList();
    if (addresses.isEmpty()) {
      throw new StreamFailedException(
          Cause.FORBIDDEN_ADDRESS, "cameras may not be at " + target.host());
    }
    InetAddress chosen = addresses.get(connectionsTried++ % addresses.size());
    try {
      CameraConnection opened =
          CameraConnection.open(
              new InetSocketAddress(chosen, target.port()), selector, options, nanos);
      opened.attach(
          this,
          new CameraSession(
              target, address, options, receptions.apply(observer), random, opened::send));
      observer.begin(nanos);
      connection = opened;
    } catch (IOException failure) {
      throw new StreamFailedException(Cause.UNREACHABLE, "cannot connect: " + failure.getMessage());
    }
  }

  private @Nullable CameraConnection failHere(Throwable fault, long nanos) {
    LOGGER.log(System.Logger.Level.ERROR, "receiving " + address + " failed here", fault);
    return fail(
        new StreamFailedException(
            Cause.RECEIVER_FAILED, "the recorder itself failed: " + fault.getClass().getName()),
        nanos);
  }

  private @Nullable CameraConnection fail(StreamFailedException failure, long nanos) {
    if (observer.lasted(nanos, options.longestRetry())) {
      failuresInRow = 0;
    }
    CameraConnection left = leaveConnection();
    lookup = null;
    Duration wait = backoff.after(++failuresInRow, failure.streamCause(), failure.notBefore());
    wakeAt = nanos + wait.toNanos();
    tell(new StreamState.Down(failure.streamCause(), failure.detail(), wait));
    return left;
  }

  private @Nullable CameraConnection leaveConnection() {
    CameraConnection current = connection;
    connection = null;
    if (current != null) {
      current.leave();
    }
    return current;
  }

  private void tell(StreamState state) {
    try {
      listener.onState(state);
    } catch (Throwable fault) {
      LOGGER.log(System.Logger.Level.ERROR, "the receiver of " + address + " failed", fault);
    }
  }

  /// Passes on to the listener and notices when pictures begin.
  private final class Observer implements StreamListener {
    private boolean streaming;
    private long begunNanos;

    void begin(long nanos) {
      streaming = false;
      begunNanos = nanos;
    }

    /// Whether pictures came and the connection held for `duration`: only then the next failure is
    /// a first one, so that a camera that fails right after a picture is not called on in a hurry.
    boolean lasted(long nanos, Duration duration) {
      return streaming && nanos - begunNanos > duration.toNanos();
    }

    @Override
    public void onFormat(VideoFormat format) {
      listener.onFormat(format);
      if (!streaming) {
        streaming = true;
        listener.onState(new StreamState.Streaming(format));
      }
    }

    @Override
    public void onAccessUnit(AccessUnit unit) {
      attempts = 0;
      listener.onAccessUnit(unit);
    }

    /// Nothing can be missing for the receiver before the connection's first picture.
    @Override
    public void onLoss(int packets) {
      if (streaming) {
        listener.onLoss(packets);
      }
    }

    @Override
    public void onSenderReport(SenderReport report) {
      listener.onSenderReport(report);
    }

    @Override
    public void onState(StreamState state) {
      throw new IllegalStateException("a session has no state of its own: " + state);
    }
  }
}
