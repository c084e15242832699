package anbinh.notification.channel;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/// The rows of `notification.preference`. Safe for many threads.
@Repository
class PreferenceTable {
  private final SqlClient database;

  PreferenceTable(SqlClient database) {
    this.database = database;
  }

  Preferences get(UUID person) {
    return database
        .find(
            Preferences.class,
            "select muted, quiet_from, quiet_to from notification.preference where person_id = ?",
            person)
        .orElse(Preferences.DEFAULT);
  }

  void put(UUID person, Preferences preferences) {
    database.update(
        """
        insert into notification.preference (person_id, muted, quiet_from, quiet_to)
        values (:person, :muted, :quietFrom, :quietTo)
        on conflict (person_id) do update set muted = excluded.muted,
          quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to
        """,
        Values.of(preferences).and("person", person));
  }
}
