/// Erasure of what was kept long enough.
@NullMarked
package anbinh.situation.retention;

import org.jspecify.annotations.NullMarked;
