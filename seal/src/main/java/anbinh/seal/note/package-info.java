/// Signed notes and checkpoints (C2SP signed-note and tlog-checkpoint).
///
/// A **note** is a text with signature lines under it. A **checkpoint** is a note whose text is a
/// log's origin, its size and its root. A **verifier key** (vkey) is a name, a short key id and an
/// Ed25519 public key in one line of text.
@NullMarked
package anbinh.seal.note;

import org.jspecify.annotations.NullMarked;
