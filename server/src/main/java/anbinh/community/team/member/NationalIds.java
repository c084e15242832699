package anbinh.community.team.member;

import static java.nio.charset.StandardCharsets.UTF_8;

import anbinh.platform.DataFolder;
import anbinh.platform.SecretCipher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/// Numbers of identity cards: encrypted to be read again, and hashed under another key to find
/// whose is the same. There are few enough numbers to try them all, so a hash without a key would
/// give them away. Safe for many threads.
@Component
public class NationalIds {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private final SecretCipher cipher;
  private final SecretKeySpec key;

  NationalIds(DataFolder data) {
    Path folder = data.folder("community");
    this.cipher = new SecretCipher(folder.resolve("national-id.key"));
    this.key = new SecretKeySpec(key(folder.resolve("national-id-hash.key")), ALGORITHM);
  }

  public byte[] encrypt(String number) {
    return cipher.encrypt(number);
  }

  public String decrypt(byte[] encrypted) {
    return cipher.decryptText(encrypted);
  }

  public byte[] hash(String number) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(number.getBytes(UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
    }
  }

  private static byte[] key(Path file) {
    try {
      if (!Files.exists(file)) {
        byte[] fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        DataFolder.writeSecret(file, HexFormat.of().formatHex(fresh));
      }
      return HexFormat.of().parseHex(Files.readString(file).strip());
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read the key " + file.getFileName(), failure);
    }
  }
}
