package anbinh.seal;

import java.util.Base64;

/// Standard Base 64 (RFC 4648 section 4) that accepts exactly one spelling of every byte string:
/// padding is required and unused bits are zero. Two spellings of one signature would be two files
/// with one meaning.
public final class StrictBase64 {
  private StrictBase64() {}

  /// Writes bytes with padding and without line breaks.
  public static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /// Reads bytes back; throws [FormatProblem] naming `what` when the text is not the one spelling.
  public static byte[] decode(String text, String what) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new FormatProblem(what + " is not Base 64: " + e.getMessage(), e);
    }
    if (!encode(bytes).equals(text)) {
      throw new FormatProblem(what + " is not Base 64 in its one strict spelling");
    }
    return bytes;
  }
}
