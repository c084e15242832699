package anbinh.platform.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads rows and events as they are at one moment, so that a check may run beside a server. Safe
/// for many threads.
@Component
public class Snapshot {
  private static final int PAGE = 500;

  private final JdbcClient database;
  private final TransactionTemplate snapshot;

  Snapshot(JdbcClient database, PlatformTransactionManager transactions) {
    this.database = database;
    this.snapshot = new TransactionTemplate(transactions);
    this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.snapshot.setReadOnly(true);
  }

  /// Reads at one moment.
  public long read(LongSupplier reading) {
    return Objects.requireNonNull(snapshot.execute(_ -> reading.getAsLong()));
  }

  /// Hands over the rows of a question, some hundred at a time, within [#read]: no more of them are
  /// in memory, however many there are.
  ///
  /// @return how many there were
  public <T> long pages(String sql, Class<T> type, Consumer<List<T>> action) {
    return pages(sql, new RecordMapper<>(type), action);
  }

  public <T> long pages(String sql, RowMapper<T> mapper, Consumer<List<T>> action) {
    List<T> page = new ArrayList<>(PAGE);
    long[] count = new long[1];
    database
        .sql(sql)
        .withFetchSize(PAGE) // by a cursor, since the transaction is open
        .query(row -> {
          page.add(Objects.requireNonNull(mapper.mapRow(row, page.size())));
          count[0]++;
          if (page.size() == PAGE) {
            action.accept(List.copyOf(page));
            page.clear();
          }
        });
    if (!page.isEmpty()) {
      action.accept(List.copyOf(page));
    }
    return count[0];
  }
}
