package anbinh.seal.witness;

import anbinh.seal.note.Note;
import java.time.Instant;

/// A head that the witness cosigned.
///
/// @param head what it says
/// @param at when it was cosigned
/// @param note the checkpoint with the log's signatures and the witness's
record CosignedHead(TreeHead head, Instant at, Note note) {}
