package anbinh.media.simulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/// An RTSP server on the loopback interface with any number of [SimulatedCamera]s, on one thread of
/// its own. May be used from any thread.
///
/// Speaks RTSP 1.0 with RTP interleaved on TCP. Time goes by in steps of 5 ms.
public final class CameraSimulator implements AutoCloseable {
  private static final System.Logger LOGGER = System.getLogger(CameraSimulator.class.getName());
  private static final long STEP_NANOS = 5_000_000;
  private static final int BUFFER_BYTES = 4 * 1024 * 1024;
  private static final long SEED = 20_261_125;

  private final Selector selector;
  private final ServerSocketChannel server;
  private final int port;
  private final Thread thread;
  private final Map<String, SimulatedCamera> cameras = new ConcurrentHashMap<>();
  private final IdentityHashMap<VideoSource, PacketisedSource> packetised = new IdentityHashMap<>();
  private final List<SimulatorConnection> connections = new ArrayList<>();
  private final ByteBuffer in = ByteBuffer.allocateDirect(256 * 1024);
  private final ByteBuffer out = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private final Random random = new Random(SEED);
  private long connectionsAccepted;
  private volatile boolean stopping;

  /// Listens on a port of the system's choice.
  public CameraSimulator() throws IOException {
    this(0);
  }

  /// @param port 0 for one of the system's choice
  public CameraSimulator(int port) throws IOException {
    this.selector = Selector.open();
    this.server = ServerSocketChannel.open();
    server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 512);
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT);
    this.port = server.socket().getLocalPort();
    this.thread = Thread.ofPlatform().name("camera-simulator").daemon().start(this::run);
  }

  public int port() {
    return port;
  }

  /// Adds a camera that begins to play at the start of its source.
  ///
  /// @param name its path: letters, digits, `-`, `_` and `.`
  public SimulatedCamera add(String name, VideoSource source) {
    return add(name, source, 0);
  }

  /// Adds a camera that begins to play at one of its source's key pictures, so that not all cameras
  /// send their large pictures at the same moment.
  ///
  /// @param phase counts key pictures, beginning anew after the last
  public SimulatedCamera add(String name, VideoSource source, int phase) {
    PacketisedSource shared;
    synchronized (packetised) {
      shared = packetised.computeIfAbsent(source, PacketisedSource::of);
    }
    List<Integer> keys = new ArrayList<>();
    for (int i = 0; i < source.pictures().size(); i++) {
      if (source.pictures().get(i).key()) {
        keys.add(i);
      }
    }
    int first = keys.get(Math.floorMod(phase, keys.size()));
    return register(new SimulatedCamera(name, port, shared, first, null));
  }

  /// Adds a camera whose video is made while it is watched.
  public SimulatedCamera add(String name, LiveFeed feed) {
    return register(new SimulatedCamera(name, port, PacketisedSource.of(feed.first()), 0, feed));
  }

  private SimulatedCamera register(SimulatedCamera camera) {
    if (!camera.name().matches("[A-Za-z0-9._-]+")) {
      throw new IllegalArgumentException("a camera cannot be named \"" + camera.name() + "\"");
    }
    if (cameras.putIfAbsent(camera.name(), camera) != null) {
      throw new IllegalArgumentException(
          "there is a camera named \"" + camera.name() + "\" already");
    }
    return camera;
  }

  /// Closes all connections and the port; waits until it is done.
  @Override
  public void close() {
    stopping = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!stopping) {
      long started = System.nanoTime();
      try {
        selector.selectNow(this::ready);
        long now = System.nanoTime();
        connections.removeIf(connection -> isOver(connection, connection.advance(now)));
      } catch (Throwable fault) {
        LOGGER.log(System.Logger.Level.ERROR, "a step of the camera simulator failed", fault);
      }
      LockSupport.parkNanos(this, Math.max(1, started + STEP_NANOS - System.nanoTime()));
    }
    connections.forEach(SimulatorConnection::close);
    try {
      server.close();
      selector.close();
    } catch (IOException failure) {
      LOGGER.log(System.Logger.Level.WARNING, "closing the camera simulator failed", failure);
    }
  }

  private void ready(SelectionKey key) {
    if (!key.isValid()) {
      return;
    }
    if (key.isAcceptable()) {
      accept();
    } else if (key.attachment() instanceof SimulatorConnection connection) {
      boolean goesOn = !key.isReadable() || connection.read(in, System.nanoTime());
      if (goesOn && key.isValid() && key.isWritable()) {
        goesOn = connection.write();
      }
      if (isOver(connection, goesOn)) {
        connections.remove(connection);
      }
    }
  }

  private static boolean isOver(SimulatorConnection connection, boolean goesOn) {
    if (!goesOn) {
      connection.close();
    }
    return !goesOn;
  }

  private void accept() {
    try {
      for (SocketChannel channel = server.accept(); channel != null; channel = server.accept()) {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
        SimulatorConnection connection =
            new SimulatorConnection(
                channel,
                key,
                this::findCamera,
                random,
                InstantSource.system(),
                out,
                ++connectionsAccepted);
        key.attach(connection);
        connections.add(connection);
      }
    } catch (IOException failure) {
      LOGGER.log(System.Logger.Level.WARNING, "a client could not be accepted", failure);
    }
  }

  /// The camera whose name is the first segment of `path`.
  private Optional<SimulatedCamera> findCamera(String path) {
    int end = 0;
    while (end < path.length() && path.charAt(end) != '/' && path.charAt(end) != '?') {
      end++;
    }
    return Optional.ofNullable(cameras.get(path.substring(0, end)));
  }
}
