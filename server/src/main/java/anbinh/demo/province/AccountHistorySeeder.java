package anbinh.demo.province;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.Passwords;
import anbinh.identity.people.PersonTable;
import anbinh.platform.Site;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Fills a demonstration with accounts. They share one password, which everybody may know, so it is
/// hashed once: a hash of their own for 15,000 would take a quarter of an hour and protect nothing.
/// Safe for many threads.
@Component
class AccountHistorySeeder {
  private final PersonTable table;
  private final Passwords passwords;
  private final Site site;

  AccountHistorySeeder(PersonTable table, Passwords passwords, Site site) {
    this.table = table;
    this.passwords = passwords;
    this.site = site;
  }

  /// An account of somebody who is made up.
  public record SyntheticAccount(
      UUID id, String username, String displayName, Set<Role> roles, UUID areaId) {
    public SyntheticAccount {
      roles = Set.copyOf(roles);
    }
  }

  /// Adds those whose username is free.
  ///
  /// @return how many that were
  @Transactional
  public int add(List<SyntheticAccount> accounts, String password) {
    site.requireDemonstration();
    Set<String> taken = table.taken(accounts.stream().map(SyntheticAccount::username).toList());
    List<Person> fresh =
        accounts.stream()
            .filter(each -> !taken.contains(each.username()))
            .map(each ->
                new Person(
                    each.id(),
                    each.username(),
                    each.displayName(),
                    each.roles(),
                    each.areaId(),
                    "vi",
                    UUID.randomUUID(),
                    true,
                    false,
                    false,
                    Map.of(),
                    Instant.EPOCH))
            .toList();
    if (!fresh.isEmpty()) {
      table.insert(fresh, passwords.hash(password));
    }
    return fresh.size();
  }
}
