/// The rows of cameras, and what the log has of each.
@NullMarked
package anbinh.cameras.store;

import org.jspecify.annotations.NullMarked;
