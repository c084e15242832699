package anbinh.media.ingest;

import anbinh.media.StreamState.Cause;
import anbinh.media.rtsp.StreamFailedException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// One non-blocking TCP connection to a camera and the [CameraSession] on it. For the thread of its
/// [PollLoop].
final class CameraConnection {
  /// A camera that takes up less than this of our few requests is not reading.
  private static final int MAXIMUM_UNSENT_BYTES = 64 * 1024;

  /// So often in a row one camera is read before the others get their turn.
  private static final int MAXIMUM_READS = 16;

  private static final byte[] NOTHING = {};

  private final SocketChannel channel;
  private final SelectionKey key;
  private final IngestOptions options;
  private final Deque<ByteBuffer> unsent = new ArrayDeque<>();
  private int unsentBytes;
  private byte[] rest = NOTHING;
  private int restLength;
  private boolean connected;
  private final long connectDeadline;
  private @Nullable CameraStream owner;
  private @Nullable CameraSession session;

  private CameraConnection(
      SocketChannel channel, Selector selector, IngestOptions options, long nanos)
      throws IOException {
    this.channel = channel;
    this.options = options;
    this.connectDeadline = nanos + options.connectTimeout().toNanos();
    this.key = channel.register(selector, SelectionKey.OP_CONNECT, this);
  }

  /// Begins to connect; [#ready] goes on.
  static CameraConnection open(
      InetSocketAddress address, Selector selector, IngestOptions options, long nanos)
      throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
      CameraConnection connection = new CameraConnection(channel, selector, options, nanos);
      if (channel.connect(address)) {
        connection.key.interestOps(SelectionKey.OP_WRITE);
      }
      return connection;
    } catch (IOException | RuntimeException failure) {
      channel.close();
      throw failure;
    }
  }

  void attach(CameraStream stream, CameraSession conversation) {
    owner = stream;
    session = conversation;
  }

  /// The stream that this connection serves; null once it has been left.
  @Nullable CameraStream owner() {
    return owner;
  }

  boolean isHandshake() {
    CameraSession conversation = session;
    return connected && conversation != null && conversation.isHandshake();
  }

  boolean isPlaying() {
    return connected && !isHandshake();
  }

  /// Whether the camera has confirmed that it was left, or there was nothing to leave.
  boolean hasLeft() {
    CameraSession conversation = session;
    return isClosed() || !connected || conversation == null || conversation.hasLeft();
  }

  /// Does what the socket is ready for.
  ///
  /// @param shared a large buffer whose content does not outlast the call
  void ready(ByteBuffer shared, long nanos, Instant at) throws StreamFailedException {
    try {
      if (!connected) {
        finishConnecting(nanos);
      }
      if (connected && key.isReadable()) {
        read(shared, nanos, at);
      }
      if (connected && key.isValid() && key.isWritable()) {
        flush();
      }
    } catch (IOException failure) {
      throw connected
          ? conversation().closedByCamera("broke the connection (" + failure.getMessage() + ")")
          : new StreamFailedException(Cause.UNREACHABLE, "cannot connect: " + failure.getMessage());
    }
  }

  void tick(long nanos) throws StreamFailedException {
    if (connected) {
      conversation().tick(nanos);
    } else if (nanos - connectDeadline > 0) {
      throw new StreamFailedException(
          Cause.UNREACHABLE, "no connection within " + options.connectTimeout().toMillis() + " ms");
    }
  }

  /// Sends what fits now and the rest when the socket takes it.
  void send(ByteBuffer bytes) {
    unsent.add(bytes);
    unsentBytes += bytes.remaining();
    if (connected) {
      key.interestOpsOr(SelectionKey.OP_WRITE);
    }
  }

  /// Takes leave of the camera; the connection still has to be closed.
  void leave() {
    owner = null;
    CameraSession conversation = session;
    if (connected && conversation != null) {
      conversation.leave();
      try {
        flush();
      } catch (IOException | StreamFailedException alreadyGone) {
        close();
      }
    }
  }

  void close() {
    key.cancel();
    try {
      channel.close();
    } catch (IOException alreadyBroken) {
      restLength = 0;
    }
  }

  boolean isClosed() {
    return !channel.isOpen();
  }

  private CameraSession conversation() {
    CameraSession conversation = session;
    if (conversation == null) {
      throw new IllegalStateException("no session attached");
    }
    return conversation;
  }

  private void finishConnecting(long nanos) throws IOException, StreamFailedException {
    if (channel.isConnected() || channel.finishConnect()) {
      connected = true;
      key.interestOps(SelectionKey.OP_READ);
      conversation().begin(nanos);
      flush();
    }
  }

  private void read(ByteBuffer shared, long nanos, Instant at)
      throws IOException, StreamFailedException {
    for (int i = 0; i < MAXIMUM_READS; i++) {
      shared.clear().put(rest, 0, restLength);
      int room = shared.remaining();
      int count = channel.read(shared);
      shared.flip();
      if (count > 0) {
        conversation().received(shared, nanos, at);
        keepRest(shared);
        if (!unsent.isEmpty()) {
          flush();
        }
      }
      if (count < 0) {
        throw conversation().closedByCamera("closed the connection");
      }
      if (count < room) {
        return;
      }
    }
  }

  private void keepRest(ByteBuffer shared) {
    restLength = shared.remaining();
    if (restLength > rest.length) {
      rest = new byte[Math.max(restLength, 2048)];
    }
    shared.get(rest, 0, restLength);
  }

  private void flush() throws IOException, StreamFailedException {
    while (!unsent.isEmpty()) {
      ByteBuffer next = unsent.element();
      int before = next.remaining();
      channel.write(next);
      unsentBytes -= before - next.remaining();
      if (next.hasRemaining()) {
        if (unsentBytes > MAXIMUM_UNSENT_BYTES) {
          throw new StreamFailedException(Cause.STALLED, "the camera does not read");
        }
        key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        return;
      }
      unsent.remove();
    }
    key.interestOps(SelectionKey.OP_READ);
  }
}
