package anbinh.seal.verify;

import anbinh.seal.note.Checkpoint;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.pack.Seal;
import anbinh.seal.policy.Witnessing;
import java.util.List;
import java.util.Optional;
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
/// @param attestations signatures and time stamps beside the seal that are over the sealed files
/// @param handOvers whom the package was handed over to, by the receipts that the log has
/// @param witnessing what the witnesses of the reader's policy say of the head, or null without one
/// @param attachments other files beside the seal, which were not checked
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
    List<Attestation> attestations,
    List<HandOver> handOvers,
    @Nullable Witnessing witnessing,
    List<String> attachments) {
  /// Copies the lists.
  public Facts {
    attestations = List.copyOf(attestations);
    handOvers = List.copyOf(handOvers);
    attachments = List.copyOf(attachments);
  }

  /// What a time-stamp authority says of the seal, if a stamp is enclosed.
  public Optional<Attestation> findTimeStamp() {
    return attestations.stream().filter(attestation -> attestation.time() != null).findFirst();
  }

  static Facts none(String name) {
    return new Facts(
        name, 0, 0, 0, null, null, null, null, false, 0, 0, List.of(), List.of(), null, List.of());
  }
}
