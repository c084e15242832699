package anbinh.seal.bag;

import anbinh.seal.FormatProblem;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// The rules for paths inside a package: they mean the same file to every program on every system.
public final class BagPath {
  private static final int MAX_CHARS = 1000;
  private static final int MAX_NAME_CHARS = 200;

  private static final Pattern DEVICE =
      Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);

  private BagPath() {}

  /// Returns the path, or throws [FormatProblem] saying why it is refused.
  public static String require(String path) {
    if (path.isEmpty() || path.length() > MAX_CHARS) {
      throw new FormatProblem("a path has 1 to " + MAX_CHARS + " characters");
    }
    if (path.startsWith("/")) {
      throw refused(path, "it is absolute");
    }
    path.codePoints().forEach(c -> requireCharacter(path, c));
    if (!Normalizer.isNormalized(path, Normalizer.Form.NFC)) {
      throw refused(path, "it is not in Unicode normal form C");
    }
    for (String name : path.split("/", -1)) {
      if (name.isEmpty() || name.equals(".") || name.equals("..")) {
        throw refused(path, "it has an empty, a \".\" or a \"..\" part");
      }
      if (name.length() > MAX_NAME_CHARS) {
        throw refused(path, "a part of it is longer than " + MAX_NAME_CHARS + " characters");
      }
      if (name.endsWith(".") || name.endsWith(" ") || name.startsWith(" ")) {
        throw refused(path, "a part of it begins or ends with a space, or ends with a dot");
      }
      if (DEVICE.matcher(name).matches()) {
        throw refused(path, "\"" + name + "\" is a device on some systems");
      }
    }
    return path;
  }

  /// The same for two paths that some file system would take for one.
  public static String collisionKey(String path) {
    String folded = path.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(folded, Normalizer.Form.NFKC);
  }

  private static void requireCharacter(String path, int c) {
    boolean direction = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    int type = Character.getType(c);
    if (Character.isISOControl(c)
        || direction
        || c == 0x200e
        || c == 0x200f
        || c == 0xfeff
        || type == Character.SURROGATE
        || type == Character.UNASSIGNED
        || type == Character.PRIVATE_USE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR) {
      throw refused(path, String.format("it has the character U+%04X", c));
    }
    if ("\\:*?\"<>|%".indexOf(c) >= 0) {
      throw refused(path, "it has the character " + Character.toString(c));
    }
  }

  private static FormatProblem refused(String path, String why) {
    StringBuilder shown = new StringBuilder();
    path.codePoints()
        .limit(120)
        .forEach(c -> {
          if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
            shown.append(String.format("<U+%04X>", c));
          } else {
            shown.appendCodePoint(c);
          }
        });
    return new FormatProblem("the path \"" + shown + "\" is refused: " + why);
  }
}
