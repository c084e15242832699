/// The index of sightings in Lucene, inside the server.
@NullMarked
package anbinh.sightings.lucene;

import org.jspecify.annotations.NullMarked;
