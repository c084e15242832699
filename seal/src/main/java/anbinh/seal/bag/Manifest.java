package anbinh.seal.bag;

import anbinh.seal.FormatProblem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// A manifest of a bag: a line `<digest> <path>` for every file, sorted by path, two spaces
/// between.
///
/// @param digests path to digest in lower-case hexadecimal
public record Manifest(Map<String, String> digests) {
  /// The longest manifest that is read.
  public static final int MAX_BYTES = 64 * 1024 * 1024;

  /// Copies the digests in the order of the paths.
  public Manifest {
    digests = Collections.unmodifiableMap(new TreeMap<>(digests));
  }

  /// Reads the bytes of a manifest; refuses what [#write] would not have written.
  ///
  /// @param hexDigits how many digits a digest has: 64 for SHA-256, 128 for SHA-512
  public static Manifest parse(byte[] bytes, int hexDigits) {
    if (bytes.length > MAX_BYTES) {
      throw new FormatProblem("a manifest has at most " + MAX_BYTES + " bytes");
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new FormatProblem("a manifest is valid UTF-8", e);
    }
    Map<String, String> digests = new TreeMap<>();
    String before = "";
    int from = 0;
    for (int line = 1; from < text.length(); line++) {
      int end = text.indexOf('\n', from);
      if (end < 0) {
        throw new FormatProblem("line " + line + " does not end in a line feed");
      }
      int space = from + hexDigits;
      if (space + 2 >= end
          || text.charAt(space) != ' '
          || text.charAt(space + 1) != ' '
          || !isHex(text, from, space)) {
        throw new FormatProblem(
            "line " + line + " is not " + hexDigits + " digits, two spaces and a path");
      }
      String path = BagPath.require(text.substring(space + 2, end));
      if (path.compareTo(before) <= 0) {
        throw new FormatProblem("line " + line + " is not in the order of the paths: " + path);
      }
      digests.put(path, text.substring(from, space));
      before = path;
      from = end + 1;
    }
    return new Manifest(digests);
  }

  /// The manifest's text.
  public String write() {
    StringBuilder text = new StringBuilder();
    digests.forEach((path, digest) -> text.append(digest).append("  ").append(path).append('\n'));
    return text.toString();
  }

  private static boolean isHex(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
        return false;
      }
    }
    return true;
  }
}
