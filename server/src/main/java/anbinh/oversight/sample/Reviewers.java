package anbinh.oversight.sample;

import anbinh.areas.Areas;
import anbinh.identity.People;
import anbinh.identity.Person;
import anbinh.identity.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who judges whose looks: auditors of another unit, and where there is none any auditor but the
/// person, by whatever account. A unit is a commune, or the whole site for whoever works for all of
/// it.
@Component
class Reviewers {
  private final People people;
  private final Areas areas;

  Reviewers(People people, Areas areas) {
    this.people = people;
    this.areas = areas;
  }

  /// @param sameUnit whether there is nobody of another unit
  record Choice(List<Person> people, boolean sameUnit) {
    /// One of them by a number that nobody chose; null when there is nobody.
    @Nullable UUID pick(long number) {
      return people.isEmpty()
          ? null
          : people.get((int) Math.floorMod(number, (long) people.size())).id();
    }

    boolean includes(Person one) {
      return people.stream().anyMatch(each -> each.id().equals(one.id()));
    }
  }

  /// In a fixed order.
  Choice of(UUID person) {
    UUID unit = people.find(person).flatMap(this::unit).orElse(null);
    Set<UUID> own = people.accountsOf(person);
    List<Person> others =
        people.listActive(Role.AUDITOR).stream()
            .filter(each -> !own.contains(each.id()))
            .sorted(Comparator.comparing(Person::id))
            .toList();
    List<Person> elsewhere =
        others.stream().filter(each -> !Objects.equals(unit(each).orElse(null), unit)).toList();
    return elsewhere.isEmpty() ? new Choice(others, true) : new Choice(elsewhere, false);
  }

  private Optional<UUID> unit(Person person) {
    return Optional.ofNullable(person.areaId()).map(areas::communeOf);
  }
}
