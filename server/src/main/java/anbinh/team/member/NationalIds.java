package anbinh.team.member;

import anbinh.platform.DataFolder;
import anbinh.platform.secret.KeyedHash;
import anbinh.platform.secret.SecretCipher;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/// Numbers of identity cards: encrypted to be read again, and hashed under another key to find
/// whose is the same. There are few enough numbers to try them all, so a hash without a key would
/// give them away. Safe for many threads.
@Component
class NationalIds {
  private final SecretCipher cipher;
  private final KeyedHash hash;

  NationalIds(DataFolder data) {
    Path folder = data.folder("team");
    this.cipher = new SecretCipher(folder.resolve("national-id.key"));
    this.hash = new KeyedHash(folder.resolve("national-id-hash.key"));
  }

  public byte[] encrypt(String number) {
    return cipher.encrypt(number);
  }

  public String decrypt(byte[] encrypted) {
    return cipher.decryptText(encrypted);
  }

  public byte[] hash(String number) {
    return hash.of(number);
  }
}
