package anbinh.team.unit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What law and province say of teams from a day on.
///
/// @param leastAge of whoever is recognised, on the first day of the term
/// @param mostAge the same; older only by decision, and healthy
/// @param strength how many people a team usually has
/// @param leastStrength fewer are no team
/// @param healthMonths how long a health certificate counts; null where nobody says it
/// @param residenceMonths how long it counts that somebody lives there; null where nobody says it
/// @param remindDays how long before something ends it is said
/// @param source what says so
/// @param checked whether somebody compared it with the paper
public record TeamStandard(
    LocalDate from,
    int leastAge,
    int mostAge,
    int strength,
    int leastStrength,
    @Nullable Integer healthMonths,
    @Nullable Integer residenceMonths,
    int remindDays,
    String source,
    boolean checked) {}
