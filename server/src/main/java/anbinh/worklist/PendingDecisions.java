package anbinh.worklist;

import anbinh.identity.AreaScope;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What others brought about and waits for whoever holds a role, in the areas where they hold it:
/// most sources are of this form. Safe for many threads.
@Component
public class PendingDecisions {
  private final Access access;
  private final People people;

  PendingDecisions(Access access, People people) {
    this.access = access;
    this.people = people;
  }

  /// A table's count of what waits.
  @FunctionalInterface
  public interface Count {
    /// @param own the accounts whose own does not count
    int of(AreaScope scope, Set<UUID> own);
  }

  /// The entry of a kind; none, and no question to the database, for who does not hold the role.
  public List<WorklistEntry> list(Person person, Role role, WorklistKind kind, Count count) {
    return person.has(role)
        ? List.of(
            WorklistEntry.of(
                kind, count.of(access.scope(person, role), people.accountsOf(person.id()))))
        : List.of();
  }
}
