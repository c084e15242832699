/// Opening a sealed measure again: the police ask, the chair signs, and it is open for an hour.
@NullMarked
package anbinh.measure.opening;

import org.jspecify.annotations.NullMarked;
