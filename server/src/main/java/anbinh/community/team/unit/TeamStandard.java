package anbinh.community.team.unit;

import java.time.LocalDate;

/// What law and province say of teams from a day on.
///
/// @param leastAge of whoever is recognised, on the first day of the term
/// @param mostAge the same; older only by decision, and healthy
/// @param strength how many people a team usually has
/// @param source what says so
public record TeamStandard(
    LocalDate from, int leastAge, int mostAge, int strength, String source) {}
