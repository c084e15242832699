package anbinh.team.member;

import anbinh.team.Position;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What must be so of all terms in a team together: one leader at a time, and nobody twice the same
/// at a time.
///
/// A term runs to its last day, or to the day before a later one of the same person in another
/// position begins, or until the person left.
public final class TermRules {
  /// So long before its end a term is said to end soon.
  public static final int ENDING_DAYS = 90;

  private TermRules() {}

  /// @param key of the term, to name it and to tell it from others
  /// @param person of the team
  /// @param until the last day
  /// @param leftOn the first day without them; null for who has not left
  public record Held(
      Object key,
      Object person,
      Position position,
      LocalDate from,
      LocalDate until,
      @Nullable LocalDate leftOn) {}

  /// @param key of the wanted term that does not fit
  /// @param with the one with which it does not
  public record Clash(Object key, String code, Held with) {}

  /// What of some wanted terms does not fit to those that there are, or to each other: at most one
  /// for each.
  public static List<Clash> clashes(List<Held> present, List<Held> requested) {
    List<Held> all = new ArrayList<>(present);
    all.addAll(requested);
    Map<Held, LocalDate> ends = ends(all);
    var clashes = new ArrayList<Clash>();
    for (Held one : requested) {
      Optional<Clash> same =
          all.stream()
              .filter(other -> !other.key().equals(one.key()))
              .filter(other -> other.person().equals(one.person()))
              .filter(other -> isTwice(one, other))
              .findFirst()
              .map(other -> new Clash(one.key(), "team-term-overlap", other));
      if (same.isPresent()) {
        clashes.add(same.get());
        continue;
      }
      if (one.position() == Position.LEADER) {
        all.stream()
            .filter(other -> !other.person().equals(one.person()))
            .filter(other -> other.position() == Position.LEADER)
            .filter(other -> meet(one, end(ends, one), other, end(ends, other)))
            .findFirst()
            .ifPresent(other -> clashes.add(new Clash(one.key(), "team-leader-taken", other)));
      }
    }
    return clashes;
  }

  /// Terms of one person: those of one position must not meet, nor two begin on one day.
  private static boolean isTwice(Held one, Held other) {
    return one.from().equals(other.from())
        || (one.position() == other.position() && meet(one, one.until(), other, other.until()));
  }

  private static boolean meet(Held one, LocalDate end, Held other, LocalDate otherEnd) {
    return !one.from().isAfter(end)
        && !other.from().isAfter(otherEnd)
        && !one.from().isAfter(otherEnd)
        && !other.from().isAfter(end);
  }

  private static LocalDate end(Map<Held, LocalDate> ends, Held held) {
    return ends.getOrDefault(held, held.until());
  }

  /// The last day of each by its key, given the others.
  public static Map<Object, LocalDate> lastDays(List<Held> all) {
    Map<Object, LocalDate> days = new HashMap<>();
    ends(all).forEach((held, day) -> days.put(held.key(), day));
    return days;
  }

  /// The last day of each, given the others.
  static Map<Held, LocalDate> ends(List<Held> all) {
    Map<Object, List<Held>> byPerson = new HashMap<>();
    all.forEach(each -> byPerson.computeIfAbsent(each.person(), _ -> new ArrayList<>()).add(each));
    Map<Held, LocalDate> ends = new HashMap<>();
    for (List<Held> terms : byPerson.values()) {
      terms.sort(Comparator.comparing(Held::from));
      for (int i = 0; i < terms.size(); i++) {
        Held term = terms.get(i);
        LocalDate end = term.until();
        LocalDate left = term.leftOn();
        if (left != null && !left.isAfter(end)) {
          end = left.minusDays(1);
        }
        for (Held later : terms.subList(i + 1, terms.size())) {
          if (later.position() != term.position()
              && later.from().isAfter(term.from())
              && !later.from().isAfter(end)) {
            end = later.from().minusDays(1);
          }
        }
        ends.put(term, end);
      }
    }
    return ends;
  }
}
