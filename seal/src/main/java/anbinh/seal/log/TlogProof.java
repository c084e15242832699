package anbinh.seal.log;

import anbinh.seal.FormatProblem;
import anbinh.seal.note.Checkpoint;
import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.tree.Hash;
import anbinh.seal.tree.Hasher;
import anbinh.seal.tree.Tree;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A proof in one text file, checkable offline, that an entry is in a log (C2SP tlog-proof).
///
/// Two spellings: `.tlog-proof` as C2SP defines it, and `.spicy`, the same without the first line,
/// which is what `spicy-litetlog` of Debian 13 reads. Proofs with extra data are refused: nothing
/// would vouch for it.
///
/// @param index the entry's index, from 0
/// @param hashes the inclusion proof from the leaf's sibling up to the root's child
/// @param checkpoint the signed checkpoint that the proof leads to
public record TlogProof(long index, List<Hash> hashes, SignedCheckpoint checkpoint) {
  /// The first line of a `.tlog-proof`.
  public static final String FIRST_LINE = "c2sp.org/tlog-proof@v1\n";

  private static final int MAX_BYTES = 300 * 1024;

  /// Checks that the index is in the tree and that the number of hashes can be right.
  public TlogProof {
    hashes = List.copyOf(hashes);
    if (index < 0 || index >= checkpoint.checkpoint().size()) {
      throw new FormatProblem(
          "entry " + index + " is not in a tree of " + checkpoint.checkpoint().size());
    }
    if (hashes.size() > 63) {
      throw new FormatProblem("an inclusion proof has at most 63 hashes");
    }
  }

  /// Reads a `.tlog-proof`; throws [FormatProblem].
  public static TlogProof parse(byte[] bytes) {
    String text = text(bytes);
    if (!text.startsWith(FIRST_LINE)) {
      throw new FormatProblem("a tlog-proof begins with the line " + FIRST_LINE.strip());
    }
    return parseRest(text.substring(FIRST_LINE.length()));
  }

  /// Reads a `.spicy`; throws [FormatProblem].
  public static TlogProof parseSpicy(byte[] bytes) {
    return parseRest(text(bytes));
  }

  /// The `.tlog-proof`.
  public String write() {
    return FIRST_LINE + writeSpicy();
  }

  /// The `.spicy`.
  public String writeSpicy() {
    StringBuilder text = new StringBuilder("index ").append(index).append('\n');
    for (Hash hash : hashes) {
      text.append(hash.base64()).append('\n');
    }
    return text.append('\n').append(checkpoint.write()).toString();
  }

  /// Whether the hashes lead from the entry to the checkpoint's root. Says nothing of signatures.
  public boolean includes(byte[] entry) {
    Checkpoint head = checkpoint.checkpoint();
    return Tree.verifyInclusion(new Hasher().leaf(entry), index, head.size(), hashes, head.root());
  }

  /// Whether the entry is in the log whose key this is: the checkpoint names the key as its origin,
  /// the key signed it, and the hashes lead there.
  public boolean proves(byte[] entry, VerifierKey key) {
    return checkpoint.checkpoint().origin().equals(key.name())
        && key.check(checkpoint.note()) == VerifierKey.Answer.SIGNED
        && includes(entry);
  }

  private static String text(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw new FormatProblem("a tlog-proof has at most " + MAX_BYTES + " bytes");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new FormatProblem("a tlog-proof is valid UTF-8", e);
    }
  }

  private static TlogProof parseRest(String text) {
    int split = text.indexOf("\n\n");
    if (split < 0 || !text.startsWith("index ")) {
      throw new FormatProblem(
          "a tlog-proof has the index, the hashes, an empty line and the checkpoint");
    }
    String[] lines = text.substring(0, split).split("\n", -1);
    long index = Checkpoint.parseNumber(lines[0].substring("index ".length()), "the index");
    List<Hash> hashes = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      hashes.add(Hash.parseBase64(lines[i], "hash " + i + " of the tlog-proof"));
    }
    String note = text.substring(split + 2);
    return new TlogProof(
        index, hashes, SignedCheckpoint.parse(note.getBytes(StandardCharsets.UTF_8)));
  }
}
