package anbinh.seal.mp4;

import anbinh.seal.FormatProblem;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;

/// One signature of an exported MP4: RSASSA-PSS (RFC 8017, 8.1) with SHA-256, MGF1 with SHA-256 and
/// a salt of 20 bytes, the format's default.
///
/// The JDK's own `RSASSA-PSS` takes the message and not its digest, and the key stands behind the
/// message; hence the few steps here.
public final class ExportSignature {
  private static final int SALT_BYTES = 20;
  private static final int HASH_BYTES = 32;
  private static final int MIN_RSA_BITS = 2_048;
  private static final int MAX_RSA_BITS = 16_384;
  private static final int TRAILER = 0xbc;

  private final byte[] signature;
  private final X509Certificate certificate;
  private final byte[] digest;

  /// @param digest SHA-256 over the file as it was signed
  ExportSignature(byte[] signature, byte[] certificate, byte[] digest) {
    this.signature = signature.clone();
    this.digest = digest.clone();
    try {
      this.certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(certificate));
    } catch (CertificateException e) {
      throw new FormatProblem("the certificate of the export cannot be read", e);
    }
  }

  /// The certificate that stands beside the signature.
  public X509Certificate certificate() {
    return certificate;
  }

  /// Whether the signature is over this file and by the key of the certificate.
  public boolean isSigned() {
    if (!(certificate.getPublicKey() instanceof RSAPublicKey key)) {
      return false;
    }
    BigInteger modulus = key.getModulus();
    int bits = modulus.bitLength();
    BigInteger value = new BigInteger(1, signature);
    if (bits < MIN_RSA_BITS
        || bits > MAX_RSA_BITS
        || key.getPublicExponent().bitLength() > 64
        || signature.length != (bits + 7) / 8
        || value.compareTo(modulus) >= 0) {
      return false;
    }
    byte[] opened = value.modPow(key.getPublicExponent(), modulus).toByteArray();
    return isEncoded(fixed(opened, (bits - 1 + 7) / 8), bits - 1);
  }

  /// EMSA-PSS-VERIFY (RFC 8017, 9.1.2).
  private boolean isEncoded(byte[] message, int bits) {
    int maskBytes = message.length - HASH_BYTES - 1;
    if (maskBytes < SALT_BYTES + 1 || (message[message.length - 1] & 0xff) != TRAILER) {
      return false;
    }
    byte[] block = Arrays.copyOf(message, maskBytes);
    byte[] hash = Arrays.copyOfRange(message, maskBytes, maskBytes + HASH_BYTES);
    int unused = 8 * message.length - bits;
    int top = 0xff >>> unused;
    if ((block[0] & ~top & 0xff) != 0) {
      return false;
    }
    byte[] mask = mask(hash, maskBytes);
    for (int at = 0; at < maskBytes; at++) {
      block[at] ^= mask[at];
    }
    block[0] &= (byte) top;
    int saltAt = maskBytes - SALT_BYTES;
    for (int at = 0; at < saltAt - 1; at++) {
      if (block[at] != 0) {
        return false;
      }
    }
    if (block[saltAt - 1] != 1) {
      return false;
    }
    MessageDigest again = sha256();
    again.update(new byte[8]);
    again.update(digest);
    again.update(block, saltAt, SALT_BYTES);
    return MessageDigest.isEqual(again.digest(), hash);
  }

  /// MGF1 (RFC 8017, B.2.1).
  private static byte[] mask(byte[] seed, int length) {
    byte[] mask = new byte[length];
    for (int at = 0, counter = 0; at < length; at += HASH_BYTES, counter++) {
      MessageDigest block = sha256();
      block.update(seed);
      block.update(
          new byte[] {
            (byte) (counter >>> 24), (byte) (counter >>> 16), (byte) (counter >>> 8), (byte) counter
          });
      System.arraycopy(block.digest(), 0, mask, at, Math.min(HASH_BYTES, length - at));
    }
    return mask;
  }

  /// The number in so many bytes; one that does not fit becomes one that fits nothing.
  private static byte[] fixed(byte[] number, int length) {
    byte[] padded = new byte[length];
    int extra = Math.max(0, number.length - length);
    for (int at = 0; at < extra; at++) {
      if (number[at] != 0) {
        return padded;
      }
    }
    int count = number.length - extra;
    System.arraycopy(number, extra, padded, length - count, count);
    return padded;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
