/// What the check says of cases: each one that differs from the log, by its number.
@NullMarked
package anbinh.cases.check;

import org.jspecify.annotations.NullMarked;
