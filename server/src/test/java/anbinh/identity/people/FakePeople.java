package anbinh.identity.people;

import anbinh.identity.Person;
import anbinh.identity.Role;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// People in memory; PeopleIT runs the real ones.
public final class FakePeople extends People {
  private final Map<UUID, Person> people = new HashMap<>();
  private final Map<UUID, Set<UUID>> accounts = new HashMap<>();

  @SuppressWarnings("NullAway") // there is no table
  public FakePeople() {
    super(null, null, null, null);
  }

  public Person add(Person person) {
    people.put(person.id(), person);
    return person;
  }

  /// Says that two accounts may be one human being's.
  public void same(Person one, Person other) {
    Set<UUID> both = new HashSet<>(accountsOf(one.id()));
    both.addAll(accountsOf(other.id()));
    both.forEach(each -> accounts.put(each, both));
  }

  @Override
  public Optional<Person> find(UUID id) {
    return Optional.ofNullable(people.get(id));
  }

  @Override
  public List<Person> listActive(Role role) {
    return people.values().stream()
        .filter(each -> each.active() && each.has(role))
        .sorted(Comparator.comparing(Person::username))
        .toList();
  }

  @Override
  public List<Person> listActive(Role role, Collection<UUID> areas) {
    return listActive(role).stream()
        .filter(each -> each.areaId() == null || areas.contains(each.areaId()))
        .toList();
  }

  @Override
  public Map<UUID, String> displayNames(Collection<UUID> some) {
    return people.values().stream()
        .filter(each -> some.contains(each.id()))
        .collect(Collectors.toMap(Person::id, Person::displayName));
  }

  @Override
  public Set<UUID> accountsOf(UUID person) {
    return Set.copyOf(accounts.getOrDefault(person, Set.of(person)));
  }
}
