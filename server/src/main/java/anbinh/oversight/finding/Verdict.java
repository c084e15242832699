package anbinh.oversight.finding;

import anbinh.oversight.access.FootageAccess;
import anbinh.oversight.access.FootageAccessTable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a rule says of somebody's looks.
///
/// @param look the newest of them, which names person and kind
/// @param target null when it is about no single one
/// @param day of a rule that judges days
record Verdict(
    Rule rule,
    FootageAccess look,
    @Nullable Target target,
    @Nullable LocalDate day,
    Numbers numbers,
    List<FootageAccess> looks) {
  Verdict {
    looks = List.copyOf(looks);
  }

  static Verdict ofTarget(Rule rule, List<FootageAccess> looks) {
    FootageAccess last = looks.getLast();
    return new Verdict(rule, last, Target.of(last), null, Numbers.of(looks.size()), looks);
  }

  /// @param elsewhere the person's looks at other targets
  static Verdict ofTarget(
      Rule rule, List<FootageAccess> looks, long elsewhere, FootageAccessTable.Others others) {
    FootageAccess last = looks.getLast();
    var numbers = new Numbers(looks.size(), elsewhere, others.atTarget(), others.all(), null);
    return new Verdict(rule, last, Target.of(last), null, numbers, looks);
  }

  /// @param look that was reviewed; one that is not kept any more is not among `looks`
  static Verdict ofReview(FootageAccess look, List<FootageAccess> looks) {
    return new Verdict(Rule.NOT_PLAIN, look, Target.of(look), null, Numbers.of(1), looks);
  }

  static Verdict ofCase(Rule rule, UUID about, List<FootageAccess> looks) {
    var target = new Target("case", about.toString(), null);
    return new Verdict(rule, looks.getLast(), target, null, Numbers.of(looks.size()), looks);
  }

  /// @param searches oldest first; the finding names the case of the first
  static Verdict ofSearches(List<FootageAccess> searches) {
    return new Verdict(
        Rule.REPEATED_SEARCH,
        searches.getLast(),
        Target.of(searches.getFirst()),
        null,
        Numbers.of(searches.size()),
        searches);
  }

  /// @param looks the opening last
  static Verdict ofEmergency(Rule rule, List<FootageAccess> looks) {
    FootageAccess opening = looks.getLast();
    return new Verdict(
        rule, opening, Target.of(opening), null, Numbers.of(looks.size() - 1L), looks);
  }

  static Verdict ofHome(List<FootageAccess> looks) {
    return new Verdict(
        Rule.OWN_ADDRESS, looks.getLast(), null, null, Numbers.of(looks.size()), looks);
  }

  static Verdict ofNights(Rule rule, long nights, List<FootageAccess> looks) {
    return new Verdict(rule, looks.getLast(), null, null, Numbers.of(nights), looks);
  }

  static Verdict ofDay(
      Rule rule, LocalDate day, long entries, long usual, List<FootageAccess> looks) {
    var numbers = new Numbers(entries, null, null, null, usual);
    return new Verdict(rule, looks.getLast(), null, day, numbers, looks);
  }
}
