/// Reads the plates in whole pictures and clips: finds where one may stand, reads there, and
/// decides.
@NullMarked
package anbinh.vision.read;

import org.jspecify.annotations.NullMarked;
