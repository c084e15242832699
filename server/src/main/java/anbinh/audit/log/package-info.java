/// The log itself: what appends events to it, proves, compares it with the database, and shows it.
@NullMarked
package anbinh.audit.log;

import org.jspecify.annotations.NullMarked;
