/// A transparency log on local disk, and proofs from it.
///
/// An **entry** is at most 65,535 bytes; the system's own entries are [Leaf]s, which commit to
/// documents that are kept elsewhere ([EventRecord], a package's seal). The files follow C2SP
/// tlog-tiles and the proofs C2SP tlog-proof, so that any tool for those reads them. A log is
/// **appended** (durable when the call returns), **published** (tiles stored, checkpoint signed)
/// and **checked** ([LogCheck] derives everything again from the entries).
@NullMarked
package anbinh.seal.log;

import org.jspecify.annotations.NullMarked;
