package anbinh.seal.note;

import anbinh.seal.FormatProblem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The rules for a key's name and how its short id follows from name and key.
final class KeyName {
  /// Ed25519 over the note's text.
  static final byte ED25519 = 0x01;

  /// Ed25519 over the checkpoint and the time at which it was seen (C2SP tlog-cosignature).
  static final byte COSIGNATURE_ED25519 = 0x04;

  private static final int MAX_CHARS = 255;

  private KeyName() {}

  /// Returns the name, or throws when it is empty, too long, or holds a space, a control character
  /// or a plus sign.
  static String require(String name) {
    if (name.isEmpty() || name.length() > MAX_CHARS) {
      throw new FormatProblem("a key name has 1 to " + MAX_CHARS + " characters");
    }
    boolean unfit =
        name.codePoints()
            .anyMatch(c ->
                c == '+'
                    || Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.isISOControl(c)
                    || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    if (unfit) {
      throw new FormatProblem(
          "a key name has no spaces, control characters or plus signs: \"" + name + "\"");
    }
    return name;
  }

  /// `SHA-256(name ‖ LF ‖ type ‖ key)[:4]` as eight hexadecimal digits.
  static String id(String name, byte type, byte[] key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(name.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
      digest.update(type);
      digest.update(key);
      return HexFormat.of().formatHex(digest.digest(), 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime has no SHA-256", e);
    }
  }
}
