package anbinh.platform.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import anbinh.platform.StartFailure;
import java.net.URI;
import java.net.http.HttpRequest;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A program elsewhere that is called with JSON, signed as Standard Webhooks 1.0 says
/// (<https://www.standardwebhooks.com>). Safe for many threads.
public final class Webhook implements AutoCloseable {
  private static final String PREFIX = "whsec_";
  private static final int MIN_KEY = 24;
  private static final int MAX_KEY = 64;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final URI url;
  private final SecretKeySpec key;
  private final InstantSource clock;
  private final HttpCaller http;

  private Webhook(URI url, SecretKeySpec key, Duration timeout, InstantSource clock) {
    this.url = url;
    this.key = key;
    this.clock = clock;
    this.http = new HttpCaller("the gateway", timeout);
  }

  /// Empty when none is set up.
  ///
  /// @param prefix of the settings, for problems
  /// @throws StartFailure when the settings do not suffice
  public static Optional<Webhook> of(
      String prefix, WebhookSettings settings, Duration timeout, InstantSource clock) {
    URI url = settings.url();
    if (url == null) {
      return Optional.empty();
    }
    if (url.getHost() == null || !isProtected(url)) {
      throw new StartFailure(
          prefix + ".url is no address that protects what is sent: " + url,
          "Give an https address, or an http address on this machine.");
    }
    return Optional.of(new Webhook(url, key(prefix, settings.secret()), timeout, clock));
  }

  private static boolean isProtected(URI url) {
    return "https".equals(url.getScheme())
        || ("http".equals(url.getScheme()) && SameMachine.isHost(url.getHost()));
  }

  private static SecretKeySpec key(String prefix, @Nullable String secret) {
    try {
      if (secret != null && secret.startsWith(PREFIX)) {
        byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        if (key.length >= MIN_KEY && key.length <= MAX_KEY) {
          return new SecretKeySpec(key, "HmacSHA256");
        }
      }
    } catch (IllegalArgumentException e) {
      // Told below, without the secret.
    }
    throw new StartFailure(
        prefix + ".secret is not of the right form.",
        "Make one with: printf whsec_; openssl rand -base64 32");
  }

  /// What is called with.
  private record Call(String type, Instant timestamp, Object data) {}

  /// @param id the same at every attempt
  /// @param type of the call, such as `owner.message`
  public void call(UUID id, String type, Object data) throws SendFailure, InterruptedException {
    Instant now = clock.instant();
    byte[] body = JSON.writeValueAsBytes(new Call(type, now, data));
    long seconds = now.getEpochSecond();
    http.requireTaken(
        http.call(
            HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .header("webhook-id", id.toString())
                .header("webhook-timestamp", Long.toString(seconds))
                .header("webhook-signature", signature(id, seconds, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))));
  }

  private String signature(UUID id, long seconds, byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update((id + "." + seconds + ".").getBytes(UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
