package anbinh.seal.witness;

import anbinh.seal.FormatProblem;
import anbinh.seal.note.Checkpoint;
import anbinh.seal.note.Note;
import anbinh.seal.tree.Hash;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The body of a request to cosign a checkpoint: the size that the witness has cosigned last, the
/// proof that the log only appended since, and the checkpoint.
///
/// @param oldSize the size cosigned last, 0 for none
/// @param proof the consistency proof from there (RFC 6962 section 2.1.2)
/// @param note the checkpoint with the log's signature
public record AddCheckpoint(long oldSize, List<Hash> proof, Note note) {
  /// The longest body that is read; sixteen of the longest signatures in use fit.
  public static final int MAX_BYTES = 128 * 1024;

  /// The most hashes of a proof.
  public static final int MAX_PROOF = 63;

  private static final String OLD = "old ";

  /// Checks the numbers and copies the proof.
  public AddCheckpoint {
    proof = List.copyOf(proof);
    if (oldSize < 0) {
      throw new FormatProblem("the old size is not negative");
    }
    if (proof.size() > MAX_PROOF) {
      throw new FormatProblem("a consistency proof has at most " + MAX_PROOF + " hashes");
    }
  }

  /// Reads a body; throws [FormatProblem].
  public static AddCheckpoint parse(byte[] body) {
    if (body.length > MAX_BYTES) {
      throw new FormatProblem("a body has at most " + MAX_BYTES + " bytes");
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new FormatProblem("a body is valid UTF-8", e);
    }
    int split = text.indexOf("\n\n");
    if (split < 0 || !text.startsWith(OLD)) {
      throw new FormatProblem(
          "a body has the line \"old <size>\", the proof, an empty line and the checkpoint");
    }
    String[] lines = text.substring(0, split).split("\n", -1);
    if (lines.length - 1 > MAX_PROOF) {
      throw new FormatProblem("a consistency proof has at most " + MAX_PROOF + " hashes");
    }
    long oldSize = Checkpoint.parseNumber(lines[0].substring(OLD.length()), "the old size");
    List<Hash> proof = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      proof.add(Hash.parseBase64(lines[i], "hash " + i + " of the consistency proof"));
    }
    return new AddCheckpoint(oldSize, proof, Note.parse(text.substring(split + 2)));
  }

  /// The body's text.
  public String write() {
    StringBuilder text = new StringBuilder(OLD).append(oldSize).append('\n');
    for (Hash hash : proof) {
      text.append(hash.base64()).append('\n');
    }
    return text.append('\n').append(note.write()).toString();
  }
}
