package anbinh.evidence.request;

import anbinh.identity.Confirmation;
import anbinh.platform.sql.SqlClient;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// How those who decided requests had just shown that it is them. Safe for many threads.
@Component
public class Confirmations {
  private final SqlClient database;

  Confirmations(SqlClient database) {
    this.database = database;
  }

  void insert(UUID request, Confirmation shown) {
    database.update(
        "insert into evidence.confirmation (request_id, confirmed_at, method) values (?, ?, ?)",
        request,
        shown.at(),
        shown.method());
  }

  /// Empty for a decision of before this was kept.
  public Optional<Confirmation> find(UUID request) {
    return Optional.ofNullable(find(List.of(request)).get(request));
  }

  /// The same of some requests, by request.
  Map<UUID, Confirmation> find(Collection<UUID> requests) {
    return database.map(
        UUID.class,
        Confirmation.class,
        """
        select request_id, confirmed_at as at, method
        from evidence.confirmation where request_id = any (?)
        """,
        requests);
  }
}
