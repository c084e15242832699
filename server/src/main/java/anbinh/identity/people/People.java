package anbinh.identity.people;

import anbinh.audit.Actor;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.IdentityEvent;
import anbinh.identity.IdentityProblem;
import anbinh.identity.NewPerson;
import anbinh.identity.Person;
import anbinh.identity.PersonFacts;
import anbinh.identity.PersonFacts.Fact;
import anbinh.identity.Role;
import anbinh.platform.FieldProblems;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.SearchTerms;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The people who may sign in. Safe for many threads.
@Component
@NamedInterface("services")
public class People {
  private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{2,63}");

  private final PersonTable table;
  private final Passwords passwords;
  private final Ids ids;
  private final AuditLog log;

  People(PersonTable table, Passwords passwords, Ids ids, AuditLog log) {
    this.table = table;
    this.passwords = passwords;
    this.ids = ids;
    this.log = log;
  }

  public Person get(UUID id) {
    return find(id).orElseThrow(() -> Problem.of(IdentityProblem.NO_SUCH_PERSON));
  }

  public Optional<Person> find(UUID id) {
    return table.find(id);
  }

  public Optional<Person> find(String username) {
    return table.find(username.strip().toLowerCase(Locale.ROOT));
  }

  /// All who may sign in and hold a role.
  public List<Person> listActive(Role role) {
    return table.listActive(role);
  }

  /// Of these, those whose own area is one of some, or who work for the whole site.
  public List<Person> listActive(Role role, Collection<UUID> areas) {
    return table.listActive(role, areas);
  }

  /// The display names of those that exist.
  public Map<UUID, String> displayNames(Collection<UUID> people) {
    return people.isEmpty() ? new HashMap<>() : table.displayNames(people);
  }

  /// Everybody's pseudonym in the records of events.
  public Map<UUID, String> pseudonyms() {
    return table.pseudonyms();
  }

  /// Active people who hold one of the roles and in whose name or username each word stands, by
  /// their given names.
  public List<Person> search(SearchTerms sought, Set<Role> roles, int most) {
    return table.search(sought, roles, most);
  }

  /// Whether two may be one human being: they are the same, or bear the same name. For what another
  /// person must do; who has two accounts under two names is not recognised.
  public boolean maybeSame(Person one, UUID other) {
    return one.id().equals(other) || accountsOf(one.id()).contains(other);
  }

  /// All accounts that [#maybeSame] takes for one human being's, this one among them.
  public Set<UUID> accountsOf(UUID person) {
    return PersonFacts.find(Fact.ACCOUNTS, person, table::listNamesakes);
  }

  /// Creates a person; all that is wrong with the data is told at once.
  ///
  /// @param by null when the server itself does it
  @Transactional
  public Person create(NewPerson newPerson, @Nullable Actor by) {
    return create(newPerson, by, requested -> requested);
  }

  /// The same by somebody who may not grant all roles alone.
  ///
  /// @param settle gives the person with the roles that they hold at once
  @Transactional
  public Person create(NewPerson newPerson, @Nullable Actor by, UnaryOperator<Person> settle) {
    String username = newPerson.username().strip().toLowerCase(Locale.ROOT);
    var problems = new FieldProblems();
    if (!USERNAME.matcher(username).matches()) {
      problems.reject("username", "username");
    }
    problems.addAll(PersonRules.nameProblems(newPerson.displayName()));
    problems.addAll(passwords.problems("password", newPerson.password(), username));
    problems.addAll(PersonRules.roleProblems(newPerson.roles()));
    problems.addAll(RoleEnds.problems(newPerson.roles(), newPerson.roleEnds(), table.today()));
    problems.requireNone();
    if (table.find(username).isPresent()) {
      throw Problem.of(IdentityProblem.USERNAME_TAKEN, username);
    }
    Person requested =
        new Person(
            ids.next(),
            username,
            newPerson.displayName().strip(),
            newPerson.roles(),
            newPerson.areaId(),
            "vi",
            UUID.randomUUID(),
            true,
            newPerson.mustChangePassword(),
            false,
            newPerson.roleEnds(),
            Instant.EPOCH);
    Person person = settle.apply(requested);
    table.insert(person, passwords.hash(newPerson.password()), by == null ? null : by.personId());
    log.record(
        Event.of(IdentityEvent.PERSON_CREATED)
            .by(by)
            .about("person", person.pseudonym(), null)
            .within(person.areaId())
            .fact("seeded", by == null)
            .fact("roles", PersonRules.roleNames(person))
            .fact("roleEnds", RoleEnds.names(person.lastDays()))
            .detail("username", username)
            .detail("displayName", person.displayName())
            .detail("areaId", String.valueOf(person.areaId())));
    return person;
  }
}
