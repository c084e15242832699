/// Copies of a programme in other areas, and the tree of where it went.
@NullMarked
package anbinh.programme.copy;

import org.jspecify.annotations.NullMarked;
