/// Sightings: which vehicle or person passed which camera, where and when.
///
/// Words. A *sighting* is one pass before one camera. Its *readings* are what a reader made of the
/// plate; none of them is a fact.
@NullMarked
package anbinh.sightings;

import org.jspecify.annotations.NullMarked;
