package anbinh.platform.sql;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/// Rows in memory that are read and changed by their `id` alone, whatever else a statement says;
/// SqlClientTest has the real client.
public final class FakeRows extends SqlClient {
  private static final Pattern NAMED = Pattern.compile(":([A-Za-z]+)");

  private final Map<UUID, Map<String, Object>> rows = new HashMap<>();

  public FakeRows() {
    super(new JdbcTemplate());
  }

  public void put(UUID id, Map<String, Object> row) {
    Map<String, Object> whole = new HashMap<>(row);
    whole.put("id", id);
    rows.put(id, whole);
  }

  public void write(UUID id, String column, Object value) {
    Objects.requireNonNull(rows.get(id)).put(column, value);
  }

  public String text(UUID id, String column) {
    return String.valueOf(Objects.requireNonNull(rows.get(id)).get(column));
  }

  @Override
  public <T> Optional<T> find(Class<T> type, String sql, @Nullable Object... values) {
    Map<String, Object> row = rows.get(values[0]);
    if (row == null) {
      return Optional.empty();
    }
    if (!type.isRecord()) {
      return Optional.of(Objects.requireNonNull(type.cast(row.get("id"))));
    }
    RecordShape shape = RecordShape.of(type);
    @Nullable Object[] read =
        shape.components().stream().map(each -> row.get(each.name())).toArray();
    return Optional.of(type.cast(shape.create(read)));
  }

  @Override
  public int update(String sql, @Nullable Object... values) {
    Values named = (Values) Objects.requireNonNull(values[0]);
    UUID id = (UUID) Objects.requireNonNull(named.get("id"));
    NAMED
        .matcher(sql)
        .results()
        .map(found -> found.group(1))
        .forEach(name -> write(id, name, Objects.requireNonNull(named.get(name))));
    return 1;
  }
}
