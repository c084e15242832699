/// What the check says of cases and of what belongs to them: whatever differs from the log, by the
/// case's number.
@NullMarked
package anbinh.cases.check;

import org.jspecify.annotations.NullMarked;
