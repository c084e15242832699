/// Looks: what people saw, put together from the entries of the log, and which case covers it.
@NullMarked
package anbinh.oversight.access;

import org.jspecify.annotations.NullMarked;
