/// Measurements against peers, side by side in one run: a ratio is the result, never a bare time.
/// The last line of each program is `NAME ours=… peer=… ratio=… goal=… met|missed`; the exit code
/// is 0 when the goal is met.
@NullMarked
package anbinh.bench;

import org.jspecify.annotations.NullMarked;
