/// Lists of teams and their members from a spreadsheet: checked first, then taken as a whole or not
/// at all.
///
/// Each row is a member, with the team's own columns in the first row of the team or in all of
/// them; a row without a name is a team without anybody. What a list says was decided on paper
/// before: its numbers and days are columns.
@NullMarked
package anbinh.team.imports;

import org.jspecify.annotations.NullMarked;
