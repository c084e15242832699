/// What tells of passes, the one form in which it does, and systems that send them by HTTP.
@NullMarked
package anbinh.sightings.source;

import org.jspecify.annotations.NullMarked;
