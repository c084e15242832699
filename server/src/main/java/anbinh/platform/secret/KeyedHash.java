package anbinh.platform.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Finds again what is kept encrypted: HMAC-SHA-256 (RFC 2104) under a key that is a file of its
/// own in the data folder. Of what there are few, such as numbers or names, a hash without a key
/// would give them away. Safe for many threads.
public final class KeyedHash {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  /// @param keyFile made where it does not exist
  public KeyedHash(Path keyFile) {
    this.key = new SecretKeySpec(SecretCipher.key(keyFile), ALGORITHM);
  }

  public byte[] of(String text) {
    return of(text.getBytes(UTF_8));
  }

  /// The hash of several parts, each of which the caller knows the length of.
  public byte[] of(byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
    }
  }
}
