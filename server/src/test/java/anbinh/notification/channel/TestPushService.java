package anbinh.notification.channel;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A push service (RFC 8030) that checks who calls it (RFC 8292), as somebody writes one who has
/// read the two.
public final class TestPushService implements AutoCloseable {
  private static final Pattern VAPID =
      Pattern.compile("vapid t=([A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+), k=([\\w-]+)");

  public final List<Push> pushes = new CopyOnWriteArrayList<>();
  public volatile int status = 201;

  private final HttpServer server;

  /// @param claims of a token that is signed with the key
  public record Push(
      String path,
      JWTClaimsSet claims,
      String key,
      String urgency,
      long ttl,
      String topic,
      int bytes) {}

  public TestPushService() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/push/", this::take);
    server.start();
  }

  /// As the settings name it.
  public String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /// An address that it gives to a browser.
  public String address(String browser) {
    return "http://" + host() + "/push/" + browser;
  }

  private void take(HttpExchange call) throws IOException {
    byte[] body = call.getRequestBody().readAllBytes();
    int answer = 400;
    try {
      Matcher token = VAPID.matcher(call.getRequestHeaders().getFirst("Authorization"));
      if (token.matches()) {
        SignedJWT jwt = SignedJWT.parse(token.group(1));
        answer = jwt.verify(new ECDSAVerifier(key(token.group(2)))) ? status : 403;
        pushes.add(
            new Push(
                call.getRequestURI().getPath(),
                jwt.getJWTClaimsSet(),
                token.group(2),
                call.getRequestHeaders().getFirst("Urgency"),
                Long.parseLong(call.getRequestHeaders().getFirst("TTL")),
                call.getRequestHeaders().getFirst("Topic"),
                body.length));
      }
    } catch (Exception strange) {
      answer = 400;
    }
    call.sendResponseHeaders(answer, -1);
    call.close();
  }

  private static ECKey key(String text) {
    byte[] point = Base64.getUrlDecoder().decode(text);
    return new ECKey.Builder(
            Curve.P_256,
            Base64URL.encode(Arrays.copyOfRange(point, 1, 33)),
            Base64URL.encode(Arrays.copyOfRange(point, 33, 65)))
        .build();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
