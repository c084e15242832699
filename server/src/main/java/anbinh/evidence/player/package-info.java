/// Player copies of what owners upload: beside each video that was accepted, an MP4 that every
/// browser plays. It helps to look and is never the evidence: the original stays as it came.
///
/// ```
/// MAKING → MADE
///       └→ UNPLAYABLE (with the reason)
/// ```
///
/// Invariants: a collection waits until each copy is made or given up; a copy lies beside the
/// original, is erased with it, and goes into the package as `player/…`, linked to the master.
@NullMarked
package anbinh.evidence.player;

import org.jspecify.annotations.NullMarked;
