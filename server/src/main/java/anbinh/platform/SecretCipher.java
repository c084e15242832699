package anbinh.cameras.register;

import static java.nio.charset.StandardCharsets.UTF_8;

import anbinh.platform.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/// Encrypts cameras' passwords for the database: AES-256-GCM with a random nonce each, under a key
/// that is a file of its own in the data folder, so that a copy of the database alone opens no
/// camera.
@Component
public class PasswordCipher {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 16;

  private final BytesEncryptor encryptor;

  PasswordCipher(DataFolder data) {
    this.encryptor =
        new AesBytesEncryptor(
            new javax.crypto.spec.SecretKeySpec(key(data), "AES"),
            KeyGenerators.secureRandom(NONCE_BYTES),
            CipherAlgorithm.GCM);
  }

  public byte[] encrypt(String password) {
    return encryptor.encrypt(password.getBytes(UTF_8));
  }

  public String decrypt(byte[] cipher) {
    return new String(encryptor.decrypt(cipher), UTF_8);
  }

  private static byte[] key(DataFolder data) {
    Path file = data.folder("cameras").resolve("password.key");
    try {
      if (!Files.exists(file)) {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        DataFolder.writeSecret(file, HexFormat.of().formatHex(key));
      }
      return HexFormat.of().parseHex(Files.readString(file).strip());
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read the key of the cameras' passwords", failure);
    }
  }
}
