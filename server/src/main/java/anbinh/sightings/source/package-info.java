/// What tells of passes: systems that send them by HTTP.
@NullMarked
package anbinh.sightings.source;

import org.jspecify.annotations.NullMarked;
