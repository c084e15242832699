package anbinh.identity.home;

import anbinh.platform.DataFolder;
import anbinh.platform.secret.SecretCipher;
import anbinh.platform.sql.SqlClient;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The rows of `identity.home`, encrypted under a key of their own. Safe for many threads.
@Component
public class HomeTable {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final SqlClient database;
  private final SecretCipher cipher;

  HomeTable(SqlClient database, DataFolder data) {
    this.database = database;
    this.cipher = new SecretCipher(data.folder("identity").resolve("home.key"));
  }

  void put(UUID person, Home home) {
    database.update(
        """
        insert into identity.home (person_id, content_cipher) values (?, ?)
        on conflict (person_id) do update set content_cipher = excluded.content_cipher
        """,
        person,
        cipher.encrypt(JSON.writeValueAsBytes(home)));
  }

  /// Whether there was one.
  public boolean delete(UUID person) {
    return database.update("delete from identity.home where person_id = ?", person) > 0;
  }

  public Optional<Home> find(UUID person) {
    return database
        .find(byte[].class, "select content_cipher from identity.home where person_id = ?", person)
        .map(bytes -> JSON.readValue(cipher.decrypt(bytes), Home.class));
  }

  /// Those whose home is noted.
  public Set<UUID> listNoted() {
    return database.list(UUID.class, "select person_id from identity.home").stream()
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Those of some people whose home is noted.
  public Set<UUID> listNoted(Collection<UUID> people) {
    return database
        .list(UUID.class, "select person_id from identity.home where person_id = any(?)", people)
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }
}
