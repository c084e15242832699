/// What was decided by a paper about the work of teams and of who is in them: commendations,
/// discipline, the yearly rating of a team as a whole; and what is kept of one's own work.
///
/// Invariants: each has its paper; discipline is read by the office of the commune and by whom it
/// is about, each reading an entry of the log, and its words end by a clock; nobody notes anything
/// about themselves. A person has no rating and no points: only a team as a whole is rated.
@NullMarked
package anbinh.teamwork.merit;

import org.jspecify.annotations.NullMarked;
