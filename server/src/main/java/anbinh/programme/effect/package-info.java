/// Indicators before and after a programme began, with what must be said of them.
@NullMarked
package anbinh.programme.effect;

import org.jspecify.annotations.NullMarked;
