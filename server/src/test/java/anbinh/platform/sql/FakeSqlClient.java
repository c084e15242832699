package anbinh.platform.sql;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/// Rows in memory, found and changed by their `id` and listed all, whatever else a statement says;
/// SqlClientTest has the real client.
public final class FakeSqlClient extends SqlClient {
  private static final Pattern NAMED = Pattern.compile(":([A-Za-z]+)");

  private final Map<UUID, Map<String, @Nullable Object>> rows = new LinkedHashMap<>();

  public FakeSqlClient() {
    super(new JdbcTemplate());
  }

  /// @param row its columns, by the components of the records that are asked for
  public void put(UUID id, Map<String, ? extends @Nullable Object> row) {
    Map<String, @Nullable Object> whole = new HashMap<>(row);
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
  public <T> List<T> list(Class<T> type, String sql, @Nullable Object... values) {
    return rows.values().stream().map(row -> read(type, row)).toList();
  }

  @Override
  public <T> Optional<T> find(Class<T> type, String sql, @Nullable Object... values) {
    return Optional.ofNullable(rows.get(values[0])).map(row -> read(type, row));
  }

  private static <T> T read(Class<T> type, Map<String, @Nullable Object> row) {
    if (!type.isRecord()) {
      return Objects.requireNonNull(type.cast(row.get("id")));
    }
    RecordShape shape = RecordShape.of(type);
    @Nullable Object[] read =
        shape.components().stream().map(each -> row.get(each.name())).toArray();
    return type.cast(shape.create(read));
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
