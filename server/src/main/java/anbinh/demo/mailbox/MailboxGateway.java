package anbinh.demo.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A gateway for text messages on a free port of this machine, which puts what it is called with
/// into a [Mailbox]. It takes calls that are signed with its own secret (Standard Webhooks 1.0),
/// and no others. Safe for many threads.
final class MailboxGateway implements AutoCloseable {
  private static final String PATH = "/messages";
  private static final int KEY_BYTES = 32;
  private static final int MAX_BODY = 64 << 10;
  private static final int TAKEN = 204;
  private static final int MALFORMED = 400;
  private static final int NOT_SIGNED = 401;

  private final byte[] key = new byte[KEY_BYTES];
  private final Mailbox mailbox = new Mailbox();
  private final HttpServer server;

  MailboxGateway() {
    new SecureRandom().nextBytes(key);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException("no port is free for the mailbox", failure);
    }
    server.createContext(PATH, this::take);
    // Its thread takes after the one that starts it, and must not keep a server that failed alive.
    Thread starter = Thread.ofPlatform().daemon().start(server::start);
    try {
      starter.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  Mailbox mailbox() {
    return mailbox;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
  }

  String secret() {
    return "whsec_" + Base64.getEncoder().encodeToString(key);
  }

  private void take(HttpExchange call) throws IOException {
    try (call) {
      byte[] body = call.getRequestBody().readNBytes(MAX_BODY);
      call.sendResponseHeaders(isSigned(call, body) ? read(call, body) : NOT_SIGNED, -1);
    }
  }

  private int read(HttpExchange call, byte[] body) {
    try {
      JsonNode message = JsonMapper.shared().readTree(body);
      JsonNode data = message.path("data");
      JsonNode link = data.path("link");
      mailbox.add(
          new Mailbox.Received(
              header(call, "webhook-id"),
              Instant.parse(message.path("timestamp").asString()),
              message.path("type").asString(),
              data.path("to").asString(),
              data.path("language").asString(),
              data.path("text").asString(),
              link.isString() ? link.asString() : null));
      return TAKEN;
    } catch (JacksonException | DateTimeParseException malformed) {
      return MALFORMED;
    }
  }

  private boolean isSigned(HttpExchange call, byte[] body) {
    String head = header(call, "webhook-id") + "." + header(call, "webhook-timestamp") + ".";
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(head.getBytes(UTF_8));
      String signature = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
      return MessageDigest.isEqual(
          signature.getBytes(UTF_8), header(call, "webhook-signature").getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String header(HttpExchange call, String name) {
    return Objects.requireNonNullElse(call.getRequestHeaders().getFirst(name), "");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
