package anbinh.seal.witness;

import anbinh.seal.FormatProblem;
import anbinh.seal.note.Checkpoint;
import anbinh.seal.note.Note;
import anbinh.seal.tree.Hash;

/// What a checkpoint of any log says, that of another system included: unlike
/// [anbinh.seal.note.Checkpoint] it may have extension lines, about which a cosignature says
/// nothing, and whether the root of an empty tree is right is for the caller.
///
/// @param origin the log's identity
/// @param size how many entries the tree has
/// @param root the tree's root at that size
public record TreeHead(String origin, long size, Hash root) {
  /// Reads the text of a note; says nothing about its signatures.
  public static TreeHead parse(Note note) {
    String text = note.text();
    String[] lines = text.substring(0, text.length() - 1).split("\n", -1);
    if (lines.length < 3) {
      throw new FormatProblem("a checkpoint has at least three lines: origin, size, root");
    }
    for (String line : lines) {
      if (line.isEmpty()) {
        throw new FormatProblem("a checkpoint has no empty lines");
      }
    }
    return new TreeHead(
        lines[0],
        Checkpoint.parseNumber(lines[1], "a checkpoint's size"),
        Hash.parseBase64(lines[2], "a checkpoint's root"));
  }
}
