/// Writing to the disk so that a crash leaves the old or the new, for the log and the witness.
@NullMarked
package anbinh.seal.disk;

import org.jspecify.annotations.NullMarked;
