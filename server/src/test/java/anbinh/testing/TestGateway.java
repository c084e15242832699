package anbinh.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A program that is called by a webhook, such as a gateway for text messages, as somebody writes
/// one who has read the guide.
public final class TestGateway implements AutoCloseable {
  private static final byte[] KEY = "a key of thirty-two bytes, or so".getBytes(UTF_8);

  public final List<Call> calls = new CopyOnWriteArrayList<>();
  public volatile int status = 204;

  private final HttpServer server;

  /// @param signed whether the signature is right
  public record Call(String id, boolean signed, JsonNode body) {}

  public TestGateway() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/messages", this::take);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/messages";
  }

  public static String secret() {
    return "whsec_" + Base64.getEncoder().encodeToString(KEY);
  }

  private void take(HttpExchange call) throws IOException {
    byte[] body = call.getRequestBody().readAllBytes();
    String id = call.getRequestHeaders().getFirst("webhook-id");
    String stamp = call.getRequestHeaders().getFirst("webhook-timestamp");
    String signature = call.getRequestHeaders().getFirst("webhook-signature");
    calls.add(
        new Call(id, ("v1," + hmac(id + "." + stamp + ".", body)).equals(signature), read(body)));
    call.sendResponseHeaders(status, -1);
    call.close();
  }

  private static JsonNode read(byte[] body) {
    return JsonMapper.shared().readTree(body);
  }

  private static String hmac(String head, byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
      mac.update(head.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
