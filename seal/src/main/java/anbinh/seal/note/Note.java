package anbinh.seal.note;

import anbinh.seal.FormatProblem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A signed note (C2SP signed-note): a text that ends in a line feed, an empty line, and signature
/// lines. Signatures by unknown keys are kept as they are.
///
/// @param text the signed text, its last line feed included
/// @param signatures one or more, in the order of the file
public record Note(String text, List<NoteSignature> signatures) {
  /// The longest note that is read.
  public static final int MAX_BYTES = 256 * 1024;

  /// The most signatures that are read.
  public static final int MAX_SIGNATURES = 32;

  /// Checks the text and copies the signatures.
  public Note {
    requireText(text);
    signatures = List.copyOf(signatures);
    if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
      throw new FormatProblem("a note has 1 to " + MAX_SIGNATURES + " signatures");
    }
    Set<String> seen = new HashSet<>();
    for (NoteSignature signature : signatures) {
      if (!seen.add(signature.keyName() + "+" + signature.keyId())) {
        throw new FormatProblem("a note has two signatures by the key " + signature.keyName());
      }
    }
  }

  /// Reads the bytes of a note; throws [FormatProblem].
  public static Note parse(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw new FormatProblem("a note has at most " + MAX_BYTES + " bytes");
    }
    return parse(utf8(bytes));
  }

  /// Reads a note; throws [FormatProblem].
  public static Note parse(String note) {
    if (note.length() > MAX_BYTES) {
      throw new FormatProblem("a note has at most " + MAX_BYTES + " bytes");
    }
    requireText(note);
    int split = note.lastIndexOf("\n\n");
    if (split < 0) {
      throw new FormatProblem("a note has an empty line between its text and its signatures");
    }
    return new Note(note.substring(0, split + 1), parseSignatures(note.substring(split + 2)));
  }

  /// Reads signature lines alone, as a witness answers them; throws [FormatProblem].
  public static List<NoteSignature> parseSignatures(String lines) {
    if (lines.isEmpty() || !lines.endsWith("\n") || lines.length() > MAX_BYTES) {
      throw new FormatProblem("signature lines are not empty and end in a line feed");
    }
    List<NoteSignature> signatures = new ArrayList<>();
    int from = 0;
    while (from < lines.length()) {
      if (signatures.size() == MAX_SIGNATURES) {
        throw new FormatProblem("a note has at most " + MAX_SIGNATURES + " signatures");
      }
      int end = lines.indexOf('\n', from);
      signatures.add(NoteSignature.parse(lines.substring(from, end)));
      from = end + 1;
    }
    return signatures;
  }

  /// The signature line that claims a key, if there is one.
  public Optional<NoteSignature> find(String keyName, String keyId) {
    return signatures.stream()
        .filter(s -> s.keyName().equals(keyName) && s.keyId().equals(keyId))
        .findFirst();
  }

  /// The same note with one more signature, for a cosigner.
  public Note with(NoteSignature signature) {
    List<NoteSignature> more = new ArrayList<>(signatures);
    more.add(signature);
    return new Note(text, more);
  }

  /// The same note with this signature, in place of an older one by the same key if there is one.
  public Note withInstead(NoteSignature signature) {
    List<NoteSignature> more = new ArrayList<>(signatures);
    more.removeIf(
        s -> s.keyName().equals(signature.keyName()) && s.keyId().equals(signature.keyId()));
    more.add(signature);
    return new Note(text, more);
  }

  /// The whole note as it stands in a file.
  public String write() {
    StringBuilder note = new StringBuilder(text).append('\n');
    for (NoteSignature signature : signatures) {
      note.append(signature.line()).append('\n');
    }
    return note.toString();
  }

  private static void requireText(String text) {
    if (!text.endsWith("\n")) {
      throw new FormatProblem("a note's text and its signature lines end in a line feed");
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' && c != '\n') {
        throw new FormatProblem("a note has no control characters but line feeds");
      }
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          throw new FormatProblem("a note is valid UTF-8");
        }
        i++;
      }
    }
  }

  private static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new FormatProblem("a note is valid UTF-8", e);
    }
  }
}
