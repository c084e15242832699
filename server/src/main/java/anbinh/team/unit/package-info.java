/// The teams themselves: where they are, how many they are to be, and what was decided about them.
@NullMarked
package anbinh.team.unit;

import org.jspecify.annotations.NullMarked;
