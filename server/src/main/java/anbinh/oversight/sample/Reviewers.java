package anbinh.oversight.sample;

import anbinh.areas.unit.Areas;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who judges whose looks: auditors who are responsible for the person's area, of another unit if
/// there is one, such as the province's; never the person, by whatever account. A unit is a
/// commune, or the whole site for whoever works for all of it.
@Component
class Reviewers {
  private final People people;
  private final Areas areas;
  private final Access access;

  Reviewers(People people, Areas areas, Access access) {
    this.people = people;
    this.areas = areas;
    this.access = access;
  }

  /// @param sameUnit whether there is nobody of another unit
  /// @param area for which the person works whose looks are judged; null for the whole site
  record Choice(List<Person> people, boolean sameUnit, @Nullable UUID area) {
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
    Optional<Person> watched = people.find(person);
    UUID area = watched.map(Person::areaId).orElse(null);
    UUID unit = watched.flatMap(this::unit).orElse(null);
    Set<UUID> own = people.accountsOf(person);
    List<Person> others =
        people.listActive(Role.AUDITOR).stream()
            .filter(each -> !own.contains(each.id()))
            .filter(each -> access.may(each, area, Role.AUDITOR))
            .sorted(Comparator.comparing(Person::id))
            .toList();
    List<Person> elsewhere =
        others.stream().filter(each -> !Objects.equals(unit(each).orElse(null), unit)).toList();
    return elsewhere.isEmpty()
        ? new Choice(others, true, area)
        : new Choice(elsewhere, false, area);
  }

  /// Whether an auditor is responsible for a person's area, also after either of them was moved.
  boolean mayJudge(Person auditor, UUID person) {
    UUID area = people.find(person).map(Person::areaId).orElse(null);
    return access.may(auditor, area, Role.AUDITOR);
  }

  private Optional<UUID> unit(Person person) {
    return Optional.ofNullable(person.areaId()).map(areas::communeOf);
  }
}
