package anbinh.notification.channel;

import anbinh.notification.NotificationSettings;
import anbinh.platform.DataFolder;
import anbinh.platform.message.Failure;
import anbinh.platform.message.HttpCaller;
import anbinh.platform.message.SameMachine;
import anbinh.platform.message.SendFailure;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Tells browsers that something waits, through the push services of their makers (RFC 8030), who
/// know this server by its key (VAPID, RFC 8292). A push has no body: what the browser shows are
/// words of the console's own, so the push service learns that there is something and nothing else,
/// and the keys by which a body would be encrypted (RFC 8291) are never asked for.
///
/// A browser gives the address that this server then calls, so only hosts of push services that the
/// settings name are called. Safe for many threads.
final class WebPush implements AutoCloseable {
  private static final Duration TOKEN_LASTS = Duration.ofHours(12);
  private static final Duration URGENT_LASTS = Duration.ofHours(1);
  private static final Duration LASTS = Duration.ofHours(24);
  private static final int MAX_ADDRESS = 2_000;
  private static final int HTTPS = 443;
  private static final int UNKNOWN = 404;
  private static final int GONE = 410;

  private final ECKey key;
  private final String contact;
  private final List<String> services;
  private final InstantSource clock;
  private final HttpCaller http;

  private WebPush(
      ECKey key, String contact, List<String> services, Duration timeout, InstantSource clock) {
    this.key = key;
    this.contact = contact;
    this.services = services;
    this.clock = clock;
    this.http = new HttpCaller("the push service", timeout);
  }

  /// Empty when no contact is set.
  ///
  /// @param keyFile made where it does not exist: browsers accept messages of this key only, so
  ///   with another one everybody would have to allow them again
  static Optional<WebPush> of(NotificationSettings settings, Path keyFile, InstantSource clock) {
    String contact = settings.push().contact();
    return contact == null
        ? Optional.empty()
        : Optional.of(
            new WebPush(
                key(keyFile), contact, settings.push().services(), settings.timeout(), clock));
  }

  private static ECKey key(Path file) {
    try {
      if (!Files.exists(file)) {
        DataFolder.writeSecret(file, new ECKeyGenerator(Curve.P_256).generate().toJSONString());
      }
      return ECKey.parse(Files.readString(file));
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read the key " + file.getFileName(), failure);
    } catch (ParseException | JOSEException strange) {
      throw new IllegalStateException("no key of P-256: " + file.getFileName(), strange);
    }
  }

  /// What a browser is asked to accept messages of: the public key, uncompressed, in Base64 URL.
  String publicKey() {
    byte[] x = key.getX().decode();
    byte[] y = key.getY().decode();
    byte[] point = new byte[1 + x.length + y.length];
    point[0] = 4;
    System.arraycopy(x, 0, point, 1, x.length);
    System.arraycopy(y, 0, point, 1 + x.length, y.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(point);
  }

  /// Whether an address is one of a push service that may be called.
  boolean accepts(String address) {
    try {
      URI uri = new URI(address);
      String host = uri.getHost();
      return address.length() <= MAX_ADDRESS
          && host != null
          && uri.getUserInfo() == null
          && uri.getFragment() == null
          && isService(host.toLowerCase(Locale.ROOT), uri.getPort())
          && ("https".equals(uri.getScheme())
              || ("http".equals(uri.getScheme()) && SameMachine.isHost(host)));
    } catch (URISyntaxException none) {
      return false;
    }
  }

  private boolean isService(String host, int port) {
    String full = port == -1 || port == HTTPS ? host : host + ":" + port;
    return services.stream()
        .anyMatch(each ->
            each.startsWith("*.")
                ? full.endsWith(each.substring(1)) && full.length() > each.length() - 1
                : full.equals(each));
  }

  /// @return whether the push service knows the browser
  boolean send(Message message) throws SendFailure, InterruptedException {
    if (!accepts(message.target())) {
      throw new SendFailure(Failure.REFUSED, "the push service is none of those in the settings");
    }
    URI address = URI.create(message.target());
    Duration lasts = message.urgent() ? URGENT_LASTS : LASTS;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Authorization", "vapid t=" + token(address) + ", k=" + publicKey())
            .header("TTL", Long.toString(lasts.toSeconds()))
            .header("Urgency", message.urgent() ? "high" : "normal")
            // A later one takes the place of one that the browser did not fetch yet.
            .header("Topic", "worklist")
            .POST(HttpRequest.BodyPublishers.noBody());
    return isKnown(http.call(request));
  }

  private String token(URI address) {
    try {
      var token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256).build(),
              new JWTClaimsSet.Builder()
                  .audience(address.getScheme() + "://" + address.getAuthority())
                  .expirationTime(Date.from(clock.instant().plus(TOKEN_LASTS)))
                  .subject(contact)
                  .build());
      token.sign(new ECDSASigner(key));
      return token.serialize();
    } catch (JOSEException impossible) {
      throw new IllegalStateException("every JDK has ES256", impossible);
    }
  }

  /// What an answer of the push service says (RFC 8030, 5 and 7.3).
  private boolean isKnown(int status) throws SendFailure {
    if (status == UNKNOWN || status == GONE) {
      return false;
    }
    http.requireTaken(status);
    return true;
  }

  @Override
  public void close() {
    http.close();
  }
}
