package anbinh.seal.note;

import anbinh.seal.FormatProblem;
import anbinh.seal.tree.Hash;
import anbinh.seal.tree.Tree;

/// What a log says of itself at one moment (C2SP tlog-checkpoint): origin, size and root. Extension
/// lines are refused: nobody could audit them.
///
/// @param origin the log's identity
/// @param size how many entries the tree has
/// @param root the tree's root at that size
public record Checkpoint(String origin, long size, Hash root) {
  /// Checks the three lines.
  public Checkpoint {
    if (origin.isEmpty() || origin.indexOf('\n') >= 0) {
      throw new FormatProblem("a checkpoint's origin is one line that is not empty");
    }
    if (size < 0) {
      throw new FormatProblem("a checkpoint's size is not negative");
    }
    if (size == 0 && !root.equals(Tree.EMPTY_ROOT)) {
      throw new FormatProblem("the root of an empty tree is the SHA-256 of nothing");
    }
  }

  /// Reads the text of a note; says nothing about its signatures.
  public static Checkpoint parse(Note note) {
    String[] lines = note.text().split("\n", -1);
    if (lines.length != 4) {
      throw new FormatProblem("a checkpoint has three lines: origin, size, root");
    }
    long size = parseNumber(lines[1], "a checkpoint's size");
    return new Checkpoint(lines[0], size, Hash.parseBase64(lines[2], "a checkpoint's root"));
  }

  /// Reads a decimal number without sign or leading zeroes.
  public static long parseNumber(String text, String what) {
    if (!text.matches("0|[1-9][0-9]{0,18}")) {
      throw new FormatProblem(what + " is not a decimal number: \"" + text + "\"");
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new FormatProblem(what + " is too large: " + text, e);
    }
  }

  /// The three lines that are signed.
  public String text() {
    return origin + "\n" + size + "\n" + root.base64() + "\n";
  }
}
