/// Witnesses of the log: offices that cosign its checkpoints, so that nobody, the log's operator
/// included, can rewrite it or show two histories without being found out.
///
/// Words. A *head* is a checkpoint. The *policy* names witnesses and the *quorum*, those that must
/// have seen a head. A *candidate* is the head that all witnesses are asked for at present; the
/// next one is chosen when it has its quorum, or when it has waited long enough. A witness
/// *contradicts* the log when it has seen a larger or another head: the log was rolled back or
/// rewritten.
///
/// Nothing here slows the log: heads are handed over in memory, and threads of their own ask the
/// witnesses.
@NullMarked
package anbinh.audit.witness;

import org.jspecify.annotations.NullMarked;
