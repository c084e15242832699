/// The place of a case on the map, with the cameras of its requests and those that see it.
@NullMarked
package anbinh.evidence.location;

import org.jspecify.annotations.NullMarked;
