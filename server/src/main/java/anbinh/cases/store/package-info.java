/// The rows of cases and of who is on them.
@NullMarked
package anbinh.cases.store;

import org.jspecify.annotations.NullMarked;
