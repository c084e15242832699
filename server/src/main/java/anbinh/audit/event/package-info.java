/// Recording of events in the transaction of the change that they tell of, and their rows.
@NullMarked
package anbinh.audit.event;

import org.jspecify.annotations.NullMarked;
