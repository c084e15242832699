/// The built-in analyser: it leads what is recorded of switched-on cameras through processes of
/// `anbinh.vision`, and stores the passes that they tell of.
///
/// Words. A camera's *position* is the end of the last segment that was dealt with. A *unit* is a
/// segment in the hands of a process. What a process *follows* is what it has seen of a camera and
/// what is not gone yet; it goes on from segment to segment.
///
/// Invariants: a unit's passes are stored and the position moves in one transaction. What follows
/// the position is analysed by whoever comes next, after a crash too. It first leads the segment
/// before the position through the process again, and drops what is told of it, so that what passed
/// in between is found once. A step of native code in which a process ended is left out of the same
/// segment next time, so that a crash costs one picture. Recording wins: what lags too much is
/// skipped, and that is recorded.
@NullMarked
package anbinh.sightings.analysis;

import org.jspecify.annotations.NullMarked;
