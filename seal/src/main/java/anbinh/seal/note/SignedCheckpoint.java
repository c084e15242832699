package anbinh.seal.note;

/// A checkpoint together with the note that carries it, signatures and cosignatures included.
///
/// @param checkpoint origin, size and root
/// @param note the note, whose text is the checkpoint's
public record SignedCheckpoint(Checkpoint checkpoint, Note note) {
  /// Checks that the two belong together.
  public SignedCheckpoint {
    if (!note.text().equals(checkpoint.text())) {
      throw new IllegalArgumentException("the note does not carry this checkpoint");
    }
  }

  /// Reads the file `checkpoint`; says nothing about its signatures.
  public static SignedCheckpoint parse(byte[] bytes) {
    Note note = Note.parse(bytes);
    return new SignedCheckpoint(Checkpoint.parse(note), note);
  }

  /// Signs a checkpoint with the log's key.
  public static SignedCheckpoint sign(Checkpoint checkpoint, SigningKey key) {
    return new SignedCheckpoint(checkpoint, key.sign(checkpoint.text()));
  }

  /// The file's text.
  public String write() {
    return note.write();
  }
}
