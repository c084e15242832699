package anbinh.team.member;

import anbinh.team.member.MemberTable.Known;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds who may be in a team already: the same number of an identity card is the same person; the
/// same name and day of birth in a commune may be, unless two numbers say that they are not. Not
/// thread-safe.
public final class DuplicateDetector {
  private final Map<String, Known> byNumber = new HashMap<>();
  private final Map<String, List<Known>> byName = new HashMap<>();

  /// Those whose number alone says something.
  public void addNumbers(Collection<Known> known) {
    for (Known each : known) {
      String number = each.nationalId();
      if (number != null) {
        byNumber.putIfAbsent(number, each);
      }
    }
  }

  /// Somebody of a commune, among whose people alone a name says something.
  public void add(Known known, String commune) {
    addNumbers(List.of(known));
    LocalDate day = known.birthOn();
    if (day != null) {
      byName.merge(key(known.nameKey(), day, commune), List.of(known), DuplicateDetector::both);
    }
  }

  public Optional<Known> findSame(@Nullable String nationalId) {
    return nationalId == null ? Optional.empty() : Optional.ofNullable(byNumber.get(nationalId));
  }

  public Optional<Known> findMaybeSame(
      String nameKey, @Nullable LocalDate birthOn, @Nullable String nationalId, String commune) {
    if (birthOn == null) {
      return Optional.empty();
    }
    return byName.getOrDefault(key(nameKey, birthOn, commune), List.of()).stream()
        .filter(known ->
            nationalId == null
                || known.nationalId() == null
                || nationalId.equals(known.nationalId()))
        .findFirst();
  }

  private static String key(String nameKey, LocalDate day, String commune) {
    return commune + " " + day + " " + nameKey;
  }

  private static List<Known> both(List<Known> some, List<Known> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
