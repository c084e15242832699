package anbinh.seal.note;

import anbinh.seal.FormatProblem;
import java.util.Base64;

/// The textual encoding of keys (RFC 7468).
final class Pem {
  private Pem() {}

  static String write(String label, byte[] der) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }

  /// The bytes of the first block with this label; the message never repeats the content.
  static byte[] read(String text, String label) {
    String begin = "-----BEGIN " + label + "-----";
    int from = text.indexOf(begin);
    int to = from < 0 ? -1 : text.indexOf("-----END " + label + "-----", from);
    if (to < 0) {
      throw new FormatProblem("the key file has no block named " + label);
    }
    try {
      return Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to));
    } catch (IllegalArgumentException e) {
      throw new FormatProblem("the block " + label + " of the key file is not Base 64");
    }
  }
}
