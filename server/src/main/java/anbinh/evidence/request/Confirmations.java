package anbinh.evidence.request;

import anbinh.identity.Confirmation;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How those who decided requests had just shown that it is them. Safe for many threads.
@Component
public class Confirmations {
  private final JdbcClient database;

  Confirmations(JdbcClient database) {
    this.database = database;
  }

  void insert(UUID request, Confirmation shown) {
    database
        .sql(
            "insert into evidence.confirmation (request_id, confirmed_at, method) values (?, ?, ?)")
        .params(request, Timestamp.from(shown.at()), shown.method())
        .update();
  }

  /// Empty for a decision of before this was kept.
  public Optional<Confirmation> find(UUID request) {
    return database
        .sql("select confirmed_at, method from evidence.confirmation where request_id = ?")
        .param(request)
        .query((row, number) ->
            new Confirmation(row.getTimestamp("confirmed_at").toInstant(), row.getString("method")))
        .optional();
  }
}
