/// What the check says of the tree of units: each unit that differs from the log, by its number.
@NullMarked
package anbinh.areas.check;

import org.jspecify.annotations.NullMarked;
