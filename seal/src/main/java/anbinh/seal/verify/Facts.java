package anbinh.seal.verify;

import anbinh.seal.note.Checkpoint;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.pack.Seal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was read from a package, as far as it could be read. Believe it only as far as the verdict
/// goes.
///
/// @param name the file or folder that was checked, without the folders above
/// @param files how many payload files the manifest lists
/// @param unchangedFiles how many of them are as the manifest says
/// @param bytes how many bytes the payload has
/// @param seal the seal, or null when it could not be read
/// @param leafIndex the seal's index in the log, or null
/// @param checkpoint the log's head that the proof leads to, or null
/// @param key the key that signed the head, or null when none fits
/// @param keyTrusted whether that key is one that the reader gave
/// @param provedSegments how many recording segments are proved to be in the log
/// @param wholeSegments how many of them lie in the payload byte for byte as they were recorded
/// @param attachments files beside the seal that were not checked: time stamps, receipts and so on
public record Facts(
    String name,
    long files,
    long unchangedFiles,
    long bytes,
    @Nullable Seal seal,
    @Nullable Long leafIndex,
    @Nullable Checkpoint checkpoint,
    @Nullable VerifierKey key,
    boolean keyTrusted,
    int provedSegments,
    int wholeSegments,
    List<String> attachments) {
  /// Copies the attachments.
  public Facts {
    attachments = List.copyOf(attachments);
  }

  static Facts none(String name) {
    return new Facts(name, 0, 0, 0, null, null, null, null, false, 0, 0, List.of());
  }
}
