package anbinh.media.rtsp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// A hash of digest authentication (RFC 7616 §6.1).
public enum DigestAlgorithm {
  MD5("MD5"),
  SHA_256("SHA-256");

  private final String token;

  DigestAlgorithm(String token) {
    this.token = token;
  }

  /// The name used in header fields.
  public String token() {
    return token;
  }

  /// The algorithm that a challenge names, with or without `-sess`; MD5 when it names none.
  static Optional<DigestAlgorithm> find(String name) {
    String base = isSession(name) ? name.substring(0, name.length() - 5) : name;
    if (base.isEmpty() || base.equalsIgnoreCase(MD5.token)) {
      return Optional.of(MD5);
    }
    return base.equalsIgnoreCase(SHA_256.token) ? Optional.of(SHA_256) : Optional.empty();
  }

  static boolean isSession(String name) {
    return name.regionMatches(true, Math.max(0, name.length() - 5), "-sess", 0, 5);
  }

  /// The hash of `text` in UTF-8, in lower-case hexadecimal.
  public String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance(token);
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(token + " is part of every Java runtime", missing);
    }
  }
}
