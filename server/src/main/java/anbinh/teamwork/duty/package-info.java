/// What teams do: drills and training of a commune's teams, the plan of a team's patrols by month,
/// and the log of those that were done (Law 30/2023/QH15, articles 9 and 12; Circular
/// 14/2024/TT-BCA).
///
/// Invariants: nobody is planned or written down for a day on which they do not serve; the log is
/// only added to, and says what was late and what was corrected; its words name nobody, are
/// encrypted, and end by a clock. Hours are counted from the log and from nothing else.
@NullMarked
package anbinh.teamwork.duty;

import org.jspecify.annotations.NullMarked;
