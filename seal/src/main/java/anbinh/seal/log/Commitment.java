package anbinh.seal.log;

import anbinh.seal.tree.Hash;
import java.security.SecureRandom;

/// The hash that stands in an [EventRecord] in place of what may be erased: `SHA-256(salt ‖
/// payload)`.
///
/// Payload and salt stay in the database. Whoever is shown both can check them against the record;
/// erasing the salt unlinks the record from the payload for good, while every proof still holds.
/// The salt has a fixed length, so salt and payload cannot be shifted against one another.
public final class Commitment {
  /// How many random bytes a salt has.
  public static final int SALT_BYTES = 32;

  private static final SecureRandom RANDOM = new SecureRandom();

  private Commitment() {}

  /// Makes a salt; every payload has its own.
  public static byte[] newSalt() {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return salt;
  }

  /// A salt as a document holds it.
  public static Hash salt() {
    return Hash.of(newSalt());
  }

  /// The commitment to a payload.
  public static Hash of(byte[] salt, byte[] payload) {
    if (salt.length != SALT_BYTES) {
      throw new IllegalArgumentException("a salt has " + SALT_BYTES + " bytes, not " + salt.length);
    }
    return Hash.sha256(salt, payload);
  }
}
