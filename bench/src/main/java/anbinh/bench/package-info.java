/// Measurements against peers, side by side in one run: a ratio is the result, never a bare time.
/// The last lines of each program are `NAME ours=… peer=… ratio=… goal=ours|ratio<=… met|missed`;
/// the exit code is 0 when all goals are met. `anbinh.bench.history` keeps them.
@NullMarked
package anbinh.bench;

import org.jspecify.annotations.NullMarked;
