package anbinh.identity.people;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.account.Accounts;
import anbinh.platform.SearchTerms;
import anbinh.platform.SiteClock;
import anbinh.platform.sql.Conditions;
import anbinh.platform.sql.ListQueries;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The rows of people and of what they are granted. Whoever is read by an account that is not the
/// server's own ([Accounts]) holds nothing and is not active.
@Component
public class PersonTable {
  private static final String SELECT =
      """
      select p.id, p.username, p.display_name, p.name_order, p.area_id, p.language, p.pseudonym,
        p.active, p.must_change_password, p.password_hash as hash, p.sessions_from, p.mac as code,
        exists (select from identity.totp t where t.person_id = p.id and t.secret is not null)
          or exists (select from identity.passkey k where k.person_id = p.id) as second_factor,
        array(select g.role from identity.role_grant g where g.person_id = p.id
          order by g.role) as roles,
        array(select g.last_day from identity.role_grant g where g.person_id = p.id
          order by g.role) as last_days,
      """
          + Accounts.STATE
          + "from identity.person p\n";

  private static final Logger LOG = LoggerFactory.getLogger(PersonTable.class);

  /// How often an account is read again whose code is not the log's: somebody may just change it.
  private static final int READINGS = 3;

  private final SqlClient database;
  private final ListQueries lists;
  private final SiteClock clock;
  private final Accounts accounts;

  PersonTable(SqlClient database, ListQueries lists, SiteClock clock, Accounts accounts) {
    this.database = database;
    this.lists = lists;
    this.clock = clock;
    this.accounts = accounts;
  }

  /// The day by which roles end.
  public LocalDate today() {
    return clock.today();
  }

  public Optional<Person> find(UUID id) {
    return read("where p.id = ?", id).map(Read::person);
  }

  public Optional<Person> find(String username) {
    return read("where p.username = ?", username).map(Read::person);
  }

  /// The hash of somebody's password; empty too where their account was altered.
  public Optional<String> findHash(UUID id) {
    return read("where p.id = ?", id).filter(Read::own).map(Read::hash);
  }

  /// Somebody as a question found them.
  ///
  /// @param person without rights where the account is not the server's own
  private record Read(Person person, String code, boolean own, String hash) {
    Read altered() {
      return new Read(person.withoutRights(), code, false, hash);
    }
  }

  /// One person, whose account the log is asked about too.
  private Optional<Read> read(String where, Object key) {
    for (int readings = 1; ; readings++) {
      Optional<Read> found = database.find(Row.class, SELECT + where, key).map(this::read);
      if (found.isEmpty()) {
        return found;
      }
      if (!found.get().own()) {
        LOG.error("account {} was altered in the database", found.get().person().id());
        return found;
      }
      Person person = found.get().person();
      if (accounts.isLatest(person.id(), person.pseudonym(), found.get().code())) {
        return found;
      }
      if (readings == READINGS) {
        LOG.error("account {} is an earlier one than the log has", person.id());
        return found.map(Read::altered);
      }
    }
  }

  public List<Person> listActive(Role role) {
    return active(
        database.list(
            Row.class,
            SELECT
                + """
                where p.active and exists (select from identity.role_grant g
                  where g.person_id = p.id and g.role = ?
                    and (g.last_day is null or g.last_day >= ?))
                order by p.username
                """,
            role,
            today()));
  }

  public List<Person> listActive(Role role, Collection<UUID> areas) {
    return active(
        database.list(
            Row.class,
            SELECT
                + """
                join identity.role_grant held on held.person_id = p.id
                where held.role = ? and (held.last_day is null or held.last_day >= ?)
                  and p.active and (p.area_id is null or p.area_id = any (?))
                order by p.username
                """,
            role,
            today(),
            areas));
  }

  /// Without those whose accounts were altered.
  private List<Person> active(List<Row> found) {
    return found.stream().map(row -> read(row).person()).filter(Person::active).toList();
  }

  /// Which people to list; null for any.
  ///
  /// @param within the areas that the reader may see; null for everywhere
  /// @param areas the areas that are asked for
  /// @param role held today
  /// @param named the areas in whose name a word stands
  public record Filter(
      @Nullable Collection<UUID> within,
      @Nullable Collection<UUID> areas,
      @Nullable Role role,
      @Nullable Boolean active,
      SearchTerms sought,
      Function<String, Collection<UUID>> named) {}

  /// Where a list of people goes on.
  ///
  /// @param name of the last one already seen, as `platform.name_order` writes it
  public record After(String name, UUID id) {}

  /// Somebody with what they are sorted by.
  public record Listed(Person person, String name) {}

  /// A part of some people, by their given names as Vietnamese lists have them.
  public List<Listed> list(Filter filter, @Nullable After after, int rows) {
    Conditions where = where(filter);
    if (after != null) {
      where.and(
          "(p.name_order, p.id) > (:afterName, :afterId)",
          Map.of("afterName", after.name(), "afterId", after.id()));
    }
    return lists
        .list(
            Row.class,
            SELECT + where.text() + "order by p.name_order, p.id limit :rows",
            where.values().and("rows", rows))
        .stream()
        .map(row -> new Listed(read(row).person(), row.nameOrder()))
        .toList();
  }

  /// How many there are, counted no further than to `most`.
  public int count(Filter filter, int most) {
    return where(filter).count(lists, "identity.person p", most);
  }

  private Conditions where(Filter filter) {
    var where =
        new Conditions()
            .within("p.area_id", filter.within())
            .within("p.area_id", filter.areas())
            .and("p.active = :active", "active", filter.active())
            .search(filter.sought(), "p.search_text", "p.area_id", filter.named());
    Role role = filter.role();
    return role == null
        ? where
        : where.and(
            """
            exists (select from identity.role_grant g where g.person_id = p.id
              and g.role = :role and (g.last_day is null or g.last_day >= :today))
            """,
            Map.of("role", role, "today", today()));
  }

  /// Some of the active people with one of the roles in whose name or username each word stands, by
  /// their given names.
  public List<Person> search(SearchTerms sought, Set<Role> roles, int rows) {
    Conditions where =
        new Conditions()
            .and("p.active")
            .and(
                """
                exists (select from identity.role_grant g where g.person_id = p.id
                  and g.role = any (:roles) and (g.last_day is null or g.last_day >= :today))
                """,
                Map.of("roles", roles, "today", today()))
            .search(sought, "p.search_text");
    return active(
        lists.list(
            Row.class,
            SELECT + where.text() + "order by p.name_order, p.id limit :rows",
            where.values().and("rows", rows)));
  }

  public Map<UUID, String> displayNames(Collection<UUID> people) {
    return database.map(
        UUID.class,
        String.class,
        "select id, display_name from identity.person where id = any(?)",
        people);
  }

  public Map<UUID, String> pseudonyms() {
    return database.map(UUID.class, String.class, "select id, pseudonym from identity.person");
  }

  /// A person and all who bear or bore one of the names that they bear or bore, however it was
  /// typed.
  public Set<UUID> listNamesakes(UUID person) {
    return Stream.concat(
            Stream.of(person),
            database
                .list(
                    UUID.class,
                    """
                    with own (name_key) as (
                      select name_key from identity.person where id = :person
                      union select name_key from identity.former_name where person_id = :person)
                    select id from identity.person where name_key in (select name_key from own)
                    union
                    select person_id from identity.former_name
                    where name_key in (select name_key from own)
                    """,
                    Values.of("person", person))
                .stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  public boolean empty() {
    return !database.exists("select from identity.person");
  }

  /// How many active people administer the whole site without an end, other than this one.
  public long otherAdministrators(UUID person) {
    return database.get(
        Long.class,
        """
        select count(*) from identity.person p join identity.role_grant g on g.person_id = p.id
        where p.active and p.area_id is null and g.role = 'ADMINISTRATOR'
          and g.last_day is null and p.id <> ?
        """,
        person);
  }

  /// @param by the administrator who made the account; null for the server itself
  public void insert(Person person, String hash, @Nullable UUID by) {
    accounts.touchNew(person.id());
    database.update(
        """
        insert into identity.person (id, username, display_name, area_id, language, pseudonym,
          active, must_change_password, password_hash, created_by)
        values (:id, :username, :displayName, :areaId, :language, :pseudonym, :active,
          :mustChangePassword, :hash, :by)
        """,
        Values.of(person).and("hash", hash).and("by", by));
    grant(person);
  }

  /// Adds many who share a password, as those of a demonstration do.
  public void insert(Collection<Person> people, String hash) {
    database.batch(
        """
        insert into identity.person (id, username, display_name, area_id, language, pseudonym,
          active, must_change_password, password_hash)
        values (:id, :username, :displayName, :areaId, :language, :pseudonym, :active,
          :mustChangePassword, :hash)
        """,
        people.stream().map(person -> Values.of(person).and("hash", hash)).toList());
    database.batch(
        "insert into identity.role_grant (person_id, role, last_day) values (:person, :role, null)",
        people.stream()
            .flatMap(person ->
                person.roles().stream()
                    .map(role -> Values.of("person", person.id()).and("role", role)))
            .toList());
    accounts.writeFilling(people.stream().map(Person::id).toList());
  }

  /// Which of some usernames are taken.
  public Set<String> taken(Collection<String> usernames) {
    return Set.copyOf(
        database.list(
            String.class,
            "select username from identity.person where username = any (?)",
            usernames));
  }

  public void update(Person person) {
    accounts.touch(person.id());
    database.update(
        """
        insert into identity.former_name
        select id, name_key from identity.person where id = ? and display_name <> ?
        on conflict do nothing
        """,
        person.id(),
        person.displayName());
    database.update(
        """
        update identity.person set display_name = :displayName, area_id = :areaId,
          language = :language, active = :active,
          must_change_password = :mustChangePassword where id = :id
        """,
        Values.of(person));
    replaceGrants(person);
  }

  /// Has somebody hold these roles and no others.
  public void replaceGrants(Person person) {
    accounts.touch(person.id());
    database.update("delete from identity.role_grant where person_id = ?", person.id());
    grant(person);
  }

  public void updateHash(UUID id, String hash, boolean mustChange) {
    accounts.touch(id);
    database.update(
        "update identity.person set password_hash = ?, must_change_password = ? where id = ?",
        hash,
        mustChange,
        id);
  }

  private void grant(Person person) {
    for (Role role : person.roles()) {
      database.update(
          "insert into identity.role_grant (person_id, role, last_day) values (?, ?, ?)",
          person.id(),
          role,
          person.lastDays().get(role));
    }
  }

  /// Has all sessions be over that somebody opened before a moment.
  public void endSessions(UUID id, Instant moment) {
    accounts.touch(id);
    database.update("update identity.person set sessions_from = ? where id = ?", moment, id);
  }

  private record Row(
      UUID id,
      String username,
      String displayName,
      String nameOrder,
      @Nullable UUID areaId,
      String language,
      UUID pseudonym,
      boolean active,
      boolean mustChangePassword,
      String hash,
      Instant sessionsFrom,
      String code,
      boolean secondFactor,
      List<Role> roles,
      List<@Nullable LocalDate> lastDays,
      String state) {
    Person person(LocalDate today) {
      Map<Role, LocalDate> ends = RoleEnds.lastDays(roles, lastDays);
      return new Person(
          id,
          username,
          displayName,
          RoleEnds.held(Set.copyOf(roles), ends, today),
          areaId,
          language,
          pseudonym,
          active,
          mustChangePassword,
          secondFactor,
          ends,
          sessionsFrom);
    }
  }

  private Read read(Row row) {
    boolean own = accounts.isOwn(row.id(), row.state(), row.code());
    var read = new Read(row.person(today()), row.code(), own, row.hash());
    return own ? read : read.altered();
  }
}
