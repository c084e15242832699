/// The public page: figures drawn from the log, and what everybody may know of this installation.
///
/// Words. A *publication* is what was counted from one part of the log, after the end of a day; it
/// is itself an entry of the log. An entry counts on its own day, or, if that was published
/// already, on the first day that was not.
@NullMarked
package anbinh.oversight.transparency;

import org.jspecify.annotations.NullMarked;
