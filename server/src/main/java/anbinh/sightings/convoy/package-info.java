/// Vehicles that pass the same cameras as one of a case, within minutes of it.
@NullMarked
package anbinh.sightings.convoy;

import org.jspecify.annotations.NullMarked;
