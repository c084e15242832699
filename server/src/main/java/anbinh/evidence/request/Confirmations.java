package anbinh.evidence.request;

import anbinh.identity.Confirmation;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    return Optional.ofNullable(find(List.of(request)).get(request));
  }

  /// The same of some requests, by request.
  Map<UUID, Confirmation> find(Collection<UUID> requests) {
    Map<UUID, Confirmation> shown = new HashMap<>();
    database
        .sql(
            """
            select request_id, confirmed_at, method from evidence.confirmation
            where request_id = any (?)
            """)
        .param(requests.toArray(UUID[]::new))
        .query(row -> {
          shown.put(
              row.getObject("request_id", UUID.class),
              new Confirmation(
                  row.getTimestamp("confirmed_at").toInstant(), row.getString("method")));
        });
    return shown;
  }
}
