package anbinh.identity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of people and of what they are granted.
@Component
class PersonTable {
  private static final String SELECT =
      """
      select p.id, p.username, p.display_name, p.area_id, p.language, p.pseudonym, p.active,
        p.must_change_password,
        exists (select from identity.totp t where t.person_id = p.id and t.secret is not null)
          or exists (select from identity.passkey k where k.person_id = p.id) as second_factor,
        array(select g.role from identity.role_grant g where g.person_id = p.id) as roles
      from identity.person p
      """;

  private final JdbcClient database;

  PersonTable(JdbcClient database) {
    this.database = database;
  }

  Optional<Person> find(UUID id) {
    return database.sql(SELECT + "where p.id = ?").param(id).query(this::person).optional();
  }

  Optional<Person> find(String username) {
    return database
        .sql(SELECT + "where p.username = ?")
        .param(username)
        .query(this::person)
        .optional();
  }

  Optional<String> findHash(UUID id) {
    return database
        .sql("select password_hash from identity.person where id = ?")
        .param(id)
        .query(String.class)
        .optional();
  }

  /// People in the order of their usernames, from after `username`.
  List<Person> list(AreaScope scope, String username, int rows) {
    return switch (scope) {
      case AreaScope.Everywhere everywhere ->
          database
              .sql(SELECT + "where p.username > ? order by p.username limit ?")
              .params(username, rows)
              .query(this::person)
              .list();
      case AreaScope.Within within ->
          database
              .sql(
                  SELECT
                      + "where p.username > ? and p.area_id = any(?) order by p.username limit ?")
              .params(username, within.areas().toArray(UUID[]::new), rows)
              .query(this::person)
              .list();
    };
  }

  Map<UUID, String> displayNames(Collection<UUID> people) {
    Map<UUID, String> names = new HashMap<>();
    database
        .sql("select id, display_name from identity.person where id = any(?)")
        .param(people.toArray(UUID[]::new))
        .query(row -> {
          names.put(row.getObject(1, UUID.class), row.getString(2));
        });
    return names;
  }

  boolean empty() {
    return database
        .sql("select not exists (select from identity.person)")
        .query(Boolean.class)
        .single();
  }

  /// How many active people administer the whole site, other than this one.
  long otherAdministrators(UUID person) {
    return database
        .sql(
            """
            select count(*) from identity.person p join identity.role_grant g on g.person_id = p.id
            where p.active and p.area_id is null and g.role = 'ADMINISTRATOR' and p.id <> ?
            """)
        .param(person)
        .query(Long.class)
        .single();
  }

  void insert(Person person, String hash) {
    database
        .sql(
            """
            insert into identity.person (id, username, display_name, area_id, language, pseudonym,
              active, must_change_password, password_hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(person.id())
        .param(person.username())
        .param(person.displayName())
        .param(person.areaId())
        .param(person.language())
        .param(person.pseudonym())
        .param(person.active())
        .param(person.mustChangePassword())
        .param(hash)
        .update();
    grant(person);
  }

  void update(Person person) {
    database
        .sql(
            """
            update identity.person set display_name = ?, area_id = ?, language = ?, active = ?,
              must_change_password = ? where id = ?
            """)
        .param(person.displayName())
        .param(person.areaId())
        .param(person.language())
        .param(person.active())
        .param(person.mustChangePassword())
        .param(person.id())
        .update();
    database.sql("delete from identity.role_grant where person_id = ?").param(person.id()).update();
    grant(person);
  }

  void updateHash(UUID id, String hash, boolean mustChange) {
    database
        .sql("update identity.person set password_hash = ?, must_change_password = ? where id = ?")
        .params(hash, mustChange, id)
        .update();
  }

  private void grant(Person person) {
    for (Role role : person.roles()) {
      database
          .sql("insert into identity.role_grant (person_id, role) values (?, ?)")
          .params(person.id(), role.name())
          .update();
    }
  }

  private Person person(ResultSet row, int number) throws SQLException {
    return new Person(
        row.getObject("id", UUID.class),
        row.getString("username"),
        row.getString("display_name"),
        roles(row.getArray("roles")),
        row.getObject("area_id", UUID.class),
        row.getString("language"),
        row.getObject("pseudonym", UUID.class),
        row.getBoolean("active"),
        row.getBoolean("must_change_password"),
        row.getBoolean("second_factor"));
  }

  private static Set<Role> roles(@Nullable Array names) throws SQLException {
    return names == null
        ? Set.of()
        : Arrays.stream((String[]) names.getArray())
            .map(Role::valueOf)
            .collect(Collectors.toUnmodifiableSet());
  }
}
