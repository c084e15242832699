/// The passes that investigators keep in their cases, and what they say of them.
@NullMarked
package anbinh.sightings.casepass;

import org.jspecify.annotations.NullMarked;
