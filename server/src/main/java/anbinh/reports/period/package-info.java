/// Period reports: submitting, approving, accepting, locking, reopening.
@NullMarked
package anbinh.reports.period;

import org.jspecify.annotations.NullMarked;
