package anbinh.identity.home;

import anbinh.platform.DataFolder;
import anbinh.platform.secret.SecretCipher;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The rows of `identity.home`, encrypted under a key of their own. Safe for many threads.
@Component
public class HomeTable {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient database;
  private final SecretCipher cipher;

  HomeTable(JdbcClient database, DataFolder data) {
    this.database = database;
    this.cipher = new SecretCipher(data.folder("identity").resolve("home.key"));
  }

  void put(UUID person, Home home) {
    database
        .sql(
            """
            insert into identity.home (person_id, content_cipher) values (?, ?)
            on conflict (person_id) do update set content_cipher = excluded.content_cipher
            """)
        .params(person, cipher.encrypt(JSON.writeValueAsBytes(home)))
        .update();
  }

  /// Whether there was one.
  public boolean delete(UUID person) {
    return database.sql("delete from identity.home where person_id = ?").param(person).update() > 0;
  }

  public Optional<Home> find(UUID person) {
    return database
        .sql("select content_cipher from identity.home where person_id = ?")
        .param(person)
        .query((row, number) -> row.getBytes(1))
        .optional()
        .map(bytes -> JSON.readValue(cipher.decrypt(bytes), Home.class));
  }

  /// Those whose home is noted.
  public Set<UUID> listNoted() {
    return database.sql("select person_id from identity.home").query(UUID.class).list().stream()
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Those of some people whose home is noted.
  public Set<UUID> listNoted(Collection<UUID> people) {
    return database
        .sql("select person_id from identity.home where person_id = any(?)")
        .param(people.toArray(UUID[]::new))
        .query((row, number) -> row.getObject(1, UUID.class))
        .list()
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }
}
