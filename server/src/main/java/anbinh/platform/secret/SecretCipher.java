package anbinh.platform.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import anbinh.platform.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;

/// Encrypts what the database must keep but must not give away: AES-256-GCM with a random nonce
/// each, under a key that is a file of its own in the data folder, so that a copy of the database
/// alone opens nothing. Safe for many threads.
public final class SecretCipher {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 16;

  private final BytesEncryptor encryptor;

  /// @param keyFile made where it does not exist; each feature has one of its own
  public SecretCipher(Path keyFile) {
    this.encryptor =
        new AesBytesEncryptor(
            new SecretKeySpec(key(keyFile), "AES"),
            KeyGenerators.secureRandom(NONCE_BYTES),
            CipherAlgorithm.GCM);
  }

  public byte[] encrypt(String secret) {
    return encrypt(secret.getBytes(UTF_8));
  }

  public byte[] encrypt(byte[] secret) {
    return encryptor.encrypt(secret);
  }

  public byte[] decrypt(byte[] cipher) {
    return encryptor.decrypt(cipher);
  }

  public String decryptText(byte[] cipher) {
    return new String(decrypt(cipher), UTF_8);
  }

  /// Reads a key of 32 bytes, and makes it where there is none.
  static byte[] key(Path file) {
    try {
      if (!Files.exists(file)) {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        DataFolder.writeSecret(file, HexFormat.of().formatHex(key));
      }
      return HexFormat.of().parseHex(Files.readString(file).strip());
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read the key " + file.getFileName(), failure);
    }
  }
}
