package anbinh.identity.factor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/// Time-based one-time passwords (RFC 6238) with what every authenticator app understands: six
/// digits of HMAC-SHA-1, a step of 30 seconds.
final class Totp {
  /// As long as the hash (RFC 4226 §4 R6).
  static final int SECRET_BYTES = 20;

  private static final int DRIFT_STEPS = 1;
  private static final String ALGORITHM =
      TimeBasedOneTimePasswordGenerator.TOTP_ALGORITHM_HMAC_SHA1;
  private static final TimeBasedOneTimePasswordGenerator GENERATOR =
      new TimeBasedOneTimePasswordGenerator(
          TimeBasedOneTimePasswordGenerator.DEFAULT_TIME_STEP, 6, ALGORITHM);

  private Totp() {}

  static byte[] newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return secret;
  }

  /// The secret as people type it into an app that cannot scan.
  static String text(byte[] secret) {
    return new Base32().encodeToString(secret);
  }

  /// The address that a picture code holds, as authenticator apps read it.
  static String uri(String issuer, String username, byte[] secret) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=30"
        .formatted(encoded(issuer), encoded(username), text(secret), encoded(issuer));
  }

  static String code(byte[] secret, long step) {
    try {
      Instant at = Instant.ofEpochSecond(step * stepSeconds());
      return GENERATOR.generateOneTimePasswordString(
          new SecretKeySpec(secret, ALGORITHM), at, Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  static long step(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), stepSeconds());
  }

  /// The step of time that the code belongs to; one step early or late is allowed, since clocks
  /// differ and people type slowly (RFC 6238 §5.2).
  static OptionalLong match(byte[] secret, String typed, Instant now) {
    byte[] code = digits(typed).getBytes(StandardCharsets.US_ASCII);
    OptionalLong found = OptionalLong.empty();
    for (long step = step(now) - DRIFT_STEPS; step <= step(now) + DRIFT_STEPS; step++) {
      byte[] right = code(secret, step).getBytes(StandardCharsets.US_ASCII);
      if (MessageDigest.isEqual(right, code)) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /// Only the digits, of whatever script, as 0–9: apps show `123 456`, keyboards may type `١٢٣`.
  private static String digits(String typed) {
    var digits = new StringBuilder();
    typed
        .codePoints()
        .filter(Character::isDigit)
        .forEach(letter -> digits.append(Character.digit(letter, 10)));
    return digits.toString();
  }

  private static long stepSeconds() {
    return GENERATOR.getTimeStep().toSeconds();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
