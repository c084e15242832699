/// The course of a report: how it is kept and noted, what is due by when, who is told when it is
/// not done, and what is erased when.
@NullMarked
package anbinh.situation.deadlines;

import org.jspecify.annotations.NullMarked;
