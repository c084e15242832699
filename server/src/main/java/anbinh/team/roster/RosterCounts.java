package anbinh.team.roster;

import anbinh.team.Gender;
import anbinh.team.Origin;
import java.util.EnumMap;
import java.util.Map;

/// What is counted of some teams.
///
/// @param proposed teams that wait for a decision
/// @param established teams that there are
/// @param planned people
/// @param active people who were recognised and did not leave, be it that their term is over
/// @param ending terms that end within ninety days
/// @param over terms that are over, of people who are still in a team
record RosterCounts(
    long proposed,
    long established,
    long planned,
    long active,
    long withoutLeader,
    long belowStrength,
    long ending,
    long over,
    Map<Origin, Long> origins,
    Map<Gender, Long> genders,
    Map<AgeGroup, Long> ages) {
  static final RosterCounts NONE =
      new RosterCounts(0, 0, 0, 0, 0, 0, 0, 0, Map.of(), Map.of(), Map.of());

  RosterCounts {
    origins = Map.copyOf(origins);
    genders = Map.copyOf(genders);
    ages = Map.copyOf(ages);
  }

  RosterCounts plus(RosterCounts more) {
    return new RosterCounts(
        proposed + more.proposed,
        established + more.established,
        planned + more.planned,
        active + more.active,
        withoutLeader + more.withoutLeader,
        belowStrength + more.belowStrength,
        ending + more.ending,
        over + more.over,
        sum(Origin.class, origins, more.origins),
        sum(Gender.class, genders, more.genders),
        sum(AgeGroup.class, ages, more.ages));
  }

  private static <K extends Enum<K>> Map<K, Long> sum(
      Class<K> type, Map<K, Long> some, Map<K, Long> more) {
    Map<K, Long> sum = new EnumMap<>(type);
    sum.putAll(some);
    more.forEach((key, count) -> sum.merge(key, count, Long::sum));
    return sum;
  }
}
