/// The roster of a province on one page: counts by commune or team, gaps and ends of terms, and no
/// names.
@NullMarked
package anbinh.team.roster;

import org.jspecify.annotations.NullMarked;
