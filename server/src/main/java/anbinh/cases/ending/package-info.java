/// The end for good of a case, from which the clock of its packages counts.
///
/// Words. A case is *closed* when its outcome is noted here; it is *over for good* when no
/// authority needs its file any more: a judgment is in force, the investigation was terminated, and
/// so on. The system cannot know that, so two people say it by a *paper*: somebody who works on the
/// case asks, and an approver of the area who does not, confirms or refuses. A confirmed end is
/// *undone* in the same way.
///
/// Invariants: only a closed case ends; one act at a time waits for its decision; nobody decides
/// what they, or an account that bears their name, asked for, nor about a case that they work on;
/// nothing of it is ever deleted, and the last act that was confirmed counts.
@NullMarked
package anbinh.cases.ending;

import org.jspecify.annotations.NullMarked;
