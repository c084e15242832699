/// The searches themselves: each an entry of the log, and those for a plate such that it shows when
/// somebody searches for the same one again and again.
@NullMarked
package anbinh.sightings.searches;

import org.jspecify.annotations.NullMarked;
