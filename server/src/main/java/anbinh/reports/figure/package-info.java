/// Figures of indicators: counting, hiding small ones, showing.
@NullMarked
package anbinh.reports.figure;

import org.jspecify.annotations.NullMarked;
