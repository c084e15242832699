/// The way from the stream of sightings into the index.
@NullMarked
package anbinh.sightings.feed;

import org.jspecify.annotations.NullMarked;
