/// Changes of units on a day: a new name, a merger, a division, an end.
@NullMarked
package anbinh.areas.change;

import org.jspecify.annotations.NullMarked;
