package anbinh.audit.witness;

import anbinh.seal.note.NoteSignature;
import java.time.Instant;

/// What came of asking a witness.
sealed interface WitnessAnswer {
  /// It cosigned.
  ///
  /// @param at by its clock
  record Cosigned(NoteSignature signature, Instant at) implements WitnessAnswer {}

  /// It wants a proof from another size.
  record OtherSize(long size) implements WitnessAnswer {}

  /// It did not cosign.
  ///
  /// @param detail in English, for the administrator
  record Failed(WitnessTrouble trouble, String detail) implements WitnessAnswer {}
}
