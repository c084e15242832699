/// Who is in a team, as what, and for how long.
///
/// A *term* is accepted or refused one by one; a later one of another position takes over from one
/// that still runs. Somebody whose last term is over stays in the team until they leave.
@NullMarked
package anbinh.team.member;

import org.jspecify.annotations.NullMarked;
