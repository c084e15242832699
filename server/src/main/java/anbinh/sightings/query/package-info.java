/// What somebody types to find a vehicle, and what is understood of it.
@NullMarked
package anbinh.sightings.query;

import org.jspecify.annotations.NullMarked;
