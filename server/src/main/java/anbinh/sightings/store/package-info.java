/// The stream of sightings in the database.
@NullMarked
package anbinh.sightings.store;

import org.jspecify.annotations.NullMarked;
