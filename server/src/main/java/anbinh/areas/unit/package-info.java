/// Units over time: their table, their names and who took over from whom, the search, and the paths
/// that tell of them.
@NullMarked
package anbinh.areas.unit;

import org.jspecify.annotations.NullMarked;
