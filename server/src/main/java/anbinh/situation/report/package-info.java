/// A report and its rows: state, marks, history, and its content as one encrypted value.
@NullMarked
package anbinh.situation.report;

import org.jspecify.annotations.NullMarked;
