package anbinh.platform.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/// Answers every list with the same rows, whatever is asked; the SQL runs in an `*IT`.
public final class FakeSqlClient extends SqlClient {
  private final List<@Nullable Object[]> rows = new ArrayList<>();

  public FakeSqlClient() {
    super(new JdbcTemplate());
  }

  /// @param values of the components of the record that is asked for
  public void add(@Nullable Object... values) {
    rows.add(values);
  }

  @Override
  public <T> List<T> list(Class<T> type, String sql, @Nullable Object... values) {
    return rows.stream().map(row -> type.cast(RecordShape.of(type).create(row))).toList();
  }
}
