package anbinh.media.ingest;

import anbinh.media.AccessUnit;
import anbinh.media.MetadataListener;
import anbinh.media.SenderReport;
import anbinh.media.StreamListener;
import anbinh.media.StreamState;
import anbinh.media.StreamState.Cause;
import anbinh.media.VideoFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Receives cameras: keeps every opened stream connected, over RTSP with RTP interleaved in the
/// same TCP connection, and hands its pictures to a listener. May be used from any thread.
///
/// Never blocks on the network: opening, closing, name look-ups and connecting go on elsewhere.
public final class Ingest implements AutoCloseable {
  private final IngestOptions options;
  private final HostResolver resolver = new HostResolver();
  private final RandomGenerator random = new SecureRandom();
  private final List<PollLoop> loops = new ArrayList<>();
  private final AtomicInteger opened = new AtomicInteger();
  private volatile boolean closed;

  public Ingest(IngestOptions options) {
    this(options, InstantSource.system(), () -> {});
  }

  /// @param clock the recorder's wall clock
  /// @param afterTurn told, on an ingest thread, each time all that had come has been handed on; it
  ///   must not wait
  public Ingest(IngestOptions options, InstantSource clock, Runnable afterTurn) {
    this.options = options;
    try {
      for (int i = 0; i < options.threads(); i++) {
        PollLoop loop = new PollLoop("ingest-" + i, options.pollInterval(), clock, afterTurn);
        loops.add(loop);
        loop.start();
      }
    } catch (IOException failure) {
      close();
      throw new UncheckedIOException("the ingest threads cannot start", failure);
    }
  }

  /// Opens a stream and returns at once. All that comes of it, also that the address is bad, is
  /// told to the listener.
  public Stream open(CameraAddress address, StreamListener listener) {
    return open(address, create(address, listener));
  }

  /// The same for what a camera tells of its pictures (ONVIF), without the pictures.
  public Stream openMetadata(CameraAddress address, MetadataListener listener) {
    return open(
        address,
        create(address, new MetadataStates(listener), _ -> new MetadataReception(listener)));
  }

  private Stream open(CameraAddress address, CameraStream stream) {
    PollLoop loop = nextLoop();
    loop.add(stream);
    return new Stream(address, () -> loop.remove(stream));
  }

  /// Tries an address once and waits until a picture has come, or it is clear that none will.
  public ProbeResult probe(CameraAddress address, Duration timeout) throws InterruptedException {
    Probe probe = new Probe();
    PollLoop loop = nextLoop();
    CameraStream stream = create(address, probe);
    loop.add(stream);
    try {
      return probe.result.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      return new ProbeResult.Failed(
          stream.isPlaying() ? Cause.STALLED : Cause.UNREACHABLE,
          "no picture within " + timeout.toMillis() + " ms");
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    } finally {
      loop.remove(stream);
    }
  }

  private PollLoop nextLoop() {
    if (closed) {
      throw new IllegalStateException("receiving has been closed");
    }
    return loops.get(Math.floorMod(opened.getAndIncrement(), loops.size()));
  }

  private CameraStream create(CameraAddress address, StreamListener listener) {
    return create(address, listener, observer -> new VideoReception(options, observer));
  }

  private CameraStream create(
      CameraAddress address,
      StreamListener listener,
      Function<StreamListener, Reception> receptions) {
    return new CameraStream(
        address, listener, receptions, options, resolver, random, System.nanoTime());
  }

  /// Ends all streams and waits until their listeners have been told.
  @Override
  public void close() {
    closed = true;
    loops.forEach(PollLoop::close);
    resolver.close();
  }

  /// The states of a stream without video.
  private record MetadataStates(MetadataListener listener) implements StreamListener {
    @Override
    public void onFormat(VideoFormat format) {}

    @Override
    public void onAccessUnit(AccessUnit unit) {}

    @Override
    public void onLoss(int packets) {}

    @Override
    public void onSenderReport(SenderReport report) {}

    @Override
    public void onState(StreamState state) {
      listener.onState(state);
    }
  }

  private static final class Probe implements StreamListener {
    final CompletableFuture<ProbeResult> result = new CompletableFuture<>();
    private @Nullable VideoFormat format;

    @Override
    public void onFormat(VideoFormat changed) {
      format = changed;
    }

    @Override
    public void onAccessUnit(AccessUnit unit) {
      VideoFormat current = format;
      if (current != null) {
        result.complete(new ProbeResult.Found(current, unit.copy()));
      }
    }

    @Override
    public void onLoss(int packets) {}

    @Override
    public void onSenderReport(SenderReport report) {}

    @Override
    public void onState(StreamState state) {
      if (state instanceof StreamState.Down down) {
        result.complete(new ProbeResult.Failed(down.cause(), down.detail()));
      }
    }
  }
}
