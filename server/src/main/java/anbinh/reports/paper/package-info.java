/// Figures on paper and in spreadsheets.
@NullMarked
package anbinh.reports.paper;

import org.jspecify.annotations.NullMarked;
