package anbinh.seal.tree;

import anbinh.seal.FormatProblem;
import anbinh.seal.StrictBase64;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A SHA-256 value: 32 bytes, held as four big-endian words so that it is a true value.
public record Hash(long word0, long word1, long word2, long word3) {
  /// How many bytes a hash has.
  public static final int BYTES = 32;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  /// Takes exactly 32 bytes.
  public static Hash of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new FormatProblem("a SHA-256 value has 32 bytes, not " + bytes.length);
    }
    return of(bytes, 0);
  }

  /// Takes the 32 bytes that begin at `offset`.
  public static Hash of(byte[] bytes, int offset) {
    return new Hash(
        (long) LONG.get(bytes, offset),
        (long) LONG.get(bytes, offset + 8),
        (long) LONG.get(bytes, offset + 16),
        (long) LONG.get(bytes, offset + 24));
  }

  /// Hashes the concatenation of the parts with SHA-256.
  public static Hash sha256(byte[]... parts) {
    MessageDigest digest = newDigest();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return of(digest.digest(), 0);
  }

  /// Reads strict Base 64, as checkpoints and proofs write hashes.
  public static Hash parseBase64(String text, String what) {
    byte[] bytes = StrictBase64.decode(text, what);
    if (bytes.length != BYTES) {
      throw new FormatProblem(what + " has " + bytes.length + " bytes; a SHA-256 value has 32");
    }
    return of(bytes, 0);
  }

  /// Reads 64 lower-case hexadecimal digits, as manifests and leaves write hashes.
  public static Hash parseHex(String text, String what) {
    if (!text.matches("[0-9a-f]{64}")) {
      throw new FormatProblem(what + " is not 64 lower-case hexadecimal digits");
    }
    return of(HexFormat.of().parseHex(text), 0);
  }

  /// Writes the 32 bytes into `target` from `offset` on.
  public void copyTo(byte[] target, int offset) {
    LONG.set(target, offset, word0);
    LONG.set(target, offset + 8, word1);
    LONG.set(target, offset + 16, word2);
    LONG.set(target, offset + 24, word3);
  }

  /// The 32 bytes, in a new array.
  public byte[] bytes() {
    byte[] bytes = new byte[BYTES];
    copyTo(bytes, 0);
    return bytes;
  }

  /// Base 64, as checkpoints and proofs write it.
  public String base64() {
    return StrictBase64.encode(bytes());
  }

  /// Lower-case hexadecimal, as `sha256sum` writes it.
  public String hex() {
    return HexFormat.of().formatHex(bytes());
  }

  @Override
  public String toString() {
    return hex();
  }

  static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime has no SHA-256", e);
    }
  }
}
