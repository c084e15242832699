package anbinh.identity.people;

import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.AccessFixture;
import anbinh.platform.FoldedText;
import anbinh.platform.Ids;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The rows of people in memory, with the names that they bear and bore; PeopleIT runs the real
/// ones. Today is the day of [AccessFixture#NOW].
public final class FakePersonTable extends PersonTable {
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

  private final Map<UUID, Person> people = new LinkedHashMap<>();
  private final Map<UUID, Set<String>> names = new HashMap<>();
  private final Map<UUID, String> hashes = new HashMap<>();
  private final Ids ids = new Ids(InstantSource.fixed(AccessFixture.NOW), new Random(1));

  @SuppressWarnings("NullAway") // there is no database
  public FakePersonTable() {
    super(null, null, null, null);
  }

  /// The real service over these rows.
  public People people(AuditLog log) {
    return new People(this, new QuickPasswords(), ids, log);
  }

  public Person add(Person person) {
    people.put(person.id(), person);
    names
        .computeIfAbsent(person.id(), _ -> new HashSet<>())
        .add(FoldedText.accentedWords(person.displayName()));
    return person;
  }

  public String hash(UUID person) {
    return hashes.getOrDefault(person, "");
  }

  @Override
  public LocalDate today() {
    return TODAY;
  }

  @Override
  public Optional<Person> find(UUID id) {
    return Optional.ofNullable(people.get(id))
        .map(each ->
            each.granted(RoleEnds.held(each.roles(), each.lastDays(), TODAY), each.lastDays()));
  }

  @Override
  public Optional<Person> find(String username) {
    return people.values().stream().filter(each -> each.username().equals(username)).findFirst();
  }

  @Override
  public Map<UUID, String> displayNames(Collection<UUID> some) {
    return people.values().stream()
        .filter(each -> some.contains(each.id()))
        .collect(Collectors.toMap(Person::id, Person::displayName));
  }

  @Override
  public Set<UUID> listNamesakes(UUID person) {
    Set<String> own = names.getOrDefault(person, Set.of());
    Set<UUID> found = new HashSet<>(Set.of(person));
    names.forEach((id, theirs) -> {
      if (theirs.stream().anyMatch(own::contains)) {
        found.add(id);
      }
    });
    return found;
  }

  @Override
  public long otherAdministrators(UUID person) {
    return people.values().stream()
        .filter(each -> each.active() && each.areaId() == null && !each.id().equals(person))
        .filter(each -> each.has(Role.ADMINISTRATOR))
        .filter(each -> !each.lastDays().containsKey(Role.ADMINISTRATOR))
        .count();
  }

  @Override
  public void insert(Person person, String hash, @Nullable UUID by) {
    add(person);
    hashes.put(person.id(), hash);
  }

  @Override
  public void update(Person person) {
    add(person);
  }

  @Override
  public void replaceGrants(Person person) {
    Person there = people.getOrDefault(person.id(), person);
    add(there.granted(person.roles(), person.lastDays()));
  }

  @Override
  public void updateHash(UUID id, String hash, boolean mustChange) {
    hashes.put(id, hash);
  }

  @Override
  public void endSessions(UUID id, Instant moment) {
    // Whose sessions are over, FakeStoredSessions keeps.
  }
}
