/// Period reports: submitting, approving, accepting, locking, reopening.
@NullMarked
package anbinh.reports.round;

import org.jspecify.annotations.NullMarked;
