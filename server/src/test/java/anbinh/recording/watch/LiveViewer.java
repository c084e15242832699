package anbinh.recording.watch;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.testing.TestClient;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A browser that watches a live picture.
final class LiveViewer implements WebSocket.Listener, AutoCloseable {
  private static final long TIMEOUT_SECONDS = 20;

  /// Texts as they are, binary messages as the type of their first box, pictures also as such.
  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder text = new StringBuilder();
  private final ByteArrayOutputStream binary = new ByteArrayOutputStream();
  private volatile boolean greedy;
  private @Nullable WebSocket socket;

  private LiveViewer(boolean greedy) {
    this.greedy = greedy;
  }

  static LiveViewer open(TestClient client, URI address) throws Exception {
    return open(client, address, true);
  }

  /// One that takes nothing until [#takeAll].
  static LiveViewer openSlow(TestClient client, URI address) throws Exception {
    return open(client, address, false);
  }

  private static LiveViewer open(TestClient client, URI address, boolean greedy) throws Exception {
    var viewer = new LiveViewer(greedy);
    viewer.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .header("Cookie", "ANBINH_SESSION=" + client.cookie("ANBINH_SESSION").orElse(""))
            .buildAsync(URI.create(address.toString().replace("http:", "ws:")), viewer)
            .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    return viewer;
  }

  /// The next message.
  String next() throws InterruptedException {
    String message = messages.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    assertThat(message).as("a message; closed: %s", closed).isNotNull();
    return message;
  }

  /// Waits for a message that contains something.
  String await(String part) throws InterruptedException {
    while (true) {
      String message = next();
      if (message.contains(part)) {
        return message;
      }
    }
  }

  /// Takes whatever comes from now on.
  void takeAll() {
    greedy = true;
    if (socket != null) {
      socket.request(1);
    }
  }

  /// The code that the server closed with.
  int closingCode() throws Exception {
    takeAll();
    return closed.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
  }

  boolean isOpen() {
    return !closed.isDone();
  }

  @Override
  public void onOpen(WebSocket opened) {
    if (greedy) {
      opened.request(1);
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      messages.add(text.toString());
      text.setLength(0);
    }
    goOn(from, last);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
    byte[] bytes = new byte[data.remaining()];
    data.get(bytes);
    binary.writeBytes(bytes);
    if (last) {
      messages.add(new String(binary.toByteArray(), 4, 4, StandardCharsets.US_ASCII));
      binary.reset();
    }
    goOn(from, last);
    return null;
  }

  private void goOn(WebSocket from, boolean last) {
    if (greedy || !last) {
      from.request(1);
    }
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.completeExceptionally(error);
  }

  @Override
  public void close() {
    if (socket != null) {
      socket.abort();
    }
  }
}
