package anbinh.seal.note;

import anbinh.seal.FormatProblem;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/// Ed25519 (RFC 8032) through the JDK, with public keys as their 32 raw bytes.
final class Ed25519 {
  static final int KEY_BYTES = 32;

  /// What stands before the raw key in a SubjectPublicKeyInfo (RFC 8410 section 4).
  private static final byte[] SPKI_HEADER = HexFormat.of().parseHex("302a300506032b6570032100");

  private Ed25519() {}

  static PublicKey publicKey(byte[] raw) {
    if (raw.length != KEY_BYTES) {
      throw new FormatProblem("an Ed25519 public key has 32 bytes, not " + raw.length);
    }
    byte[] spki = Arrays.copyOf(SPKI_HEADER, SPKI_HEADER.length + KEY_BYTES);
    System.arraycopy(raw, 0, spki, SPKI_HEADER.length, KEY_BYTES);
    try {
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new FormatProblem("these 32 bytes are no Ed25519 public key", e);
    }
  }

  static byte[] raw(PublicKey key) {
    byte[] spki = key.getEncoded();
    if (spki.length != SPKI_HEADER.length + KEY_BYTES
        || !Arrays.equals(spki, 0, SPKI_HEADER.length, SPKI_HEADER, 0, SPKI_HEADER.length)) {
      throw new FormatProblem("this is not an Ed25519 public key");
    }
    return Arrays.copyOfRange(spki, SPKI_HEADER.length, spki.length);
  }

  static byte[] sign(PrivateKey key, byte[] message) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key could not sign", e);
    }
  }

  /// False for anything that is not a valid signature, whatever is wrong with it.
  static boolean verify(PublicKey key, byte[] message, byte[] signed) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initVerify(key);
      signature.update(message);
      return signature.verify(signed);
    } catch (GeneralSecurityException | RuntimeException e) {
      return false;
    }
  }
}
