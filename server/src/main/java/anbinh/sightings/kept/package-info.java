/// The passes that investigators keep in their cases, and what they say of them.
@NullMarked
package anbinh.sightings.kept;

import org.jspecify.annotations.NullMarked;
