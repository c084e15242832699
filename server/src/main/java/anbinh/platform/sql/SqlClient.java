package anbinh.platform.sql;

import java.net.URI;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.namedparam.AbstractSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/// Runs SQL: binds values by their Java type, and maps rows to records ([RecordMapper]) or first
/// columns to values. Takes part in the present transaction. Safe for many threads.
///
/// Values are those of `?`, in order; or one record or [Values] with those of `:name`. An
/// enumeration is bound as its name, a language as its tag, an address as text, a time as
/// `timestamptz`, a month as its first day, a collection as an array whose type PostgreSQL infers
/// (where it cannot, as in `unnest`, the SQL casts it).
///
/// ```java
/// sql.find(Campaign.class, SELECT + "where c.id = ?", id)
/// sql.update("insert into campaign.campaign (id, title) values (:id, :title)", campaign)
/// ```
@Component
@Primary
public class SqlClient {
  private static final int BATCH = 1_000;

  private final JdbcTemplate template;
  private final NamedParameterJdbcTemplate named;

  public SqlClient(JdbcTemplate template) {
    this.template = template;
    this.named = new NamedParameterJdbcTemplate(template);
  }

  public <T> List<T> list(Class<T> type, String sql, @Nullable Object... values) {
    return list(new RecordMapper<>(type), sql, values);
  }

  public <T> List<T> list(RowMapper<T> mapper, String sql, @Nullable Object... values) {
    @Nullable Values byName = byName(values);
    return byName == null
        ? template.query(sql, mapper, bind(values))
        : named.query(sql, new Source(byName), mapper);
  }

  /// The row, if there is one.
  ///
  /// @throws org.springframework.dao.IncorrectResultSizeDataAccessException if there are more
  public <T> Optional<T> find(Class<T> type, String sql, @Nullable Object... values) {
    return find(new RecordMapper<>(type), sql, values);
  }

  public <T> Optional<T> find(RowMapper<T> mapper, String sql, @Nullable Object... values) {
    return DataAccessUtils.optionalResult(list(mapper, sql, values));
  }

  /// The row that is there always.
  ///
  /// @throws org.springframework.dao.IncorrectResultSizeDataAccessException if there is none, or
  ///   more
  public <T> T get(Class<T> type, String sql, @Nullable Object... values) {
    return get(new RecordMapper<>(type), sql, values);
  }

  public <T> T get(RowMapper<T> mapper, String sql, @Nullable Object... values) {
    return DataAccessUtils.requiredSingleResult(list(mapper, sql, values));
  }

  /// Whether a query finds a row.
  public boolean exists(String sql, @Nullable Object... values) {
    return get(Boolean.class, "select exists (" + sql + ")", values);
  }

  /// The first column with the rest of its row, or with the second column; in the order of the
  /// rows.
  public <K, V> Map<K, V> map(
      Class<K> keys, Class<V> items, String sql, @Nullable Object... values) {
    var key = new RecordMapper<>(keys, 1);
    var item = new RecordMapper<>(items, 2);
    Map<K, V> map = new LinkedHashMap<>();
    list((row, number) -> map.put(key.mapRow(row, number), item.mapRow(row, number)), sql, values);
    return map;
  }

  /// The same where several rows may have one key; what they have is in their order.
  public <K, V> Map<K, List<V>> groups(
      Class<K> keys, Class<V> items, String sql, @Nullable Object... values) {
    var key = new RecordMapper<>(keys, 1);
    var item = new RecordMapper<>(items, 2);
    Map<K, List<V>> groups = new LinkedHashMap<>();
    list(
        (row, number) ->
            groups
                .computeIfAbsent(key.mapRow(row, number), _ -> new ArrayList<>())
                .add(item.mapRow(row, number)),
        sql,
        values);
    return groups;
  }

  /// @return how many rows it changed
  public int update(String sql, @Nullable Object... values) {
    @Nullable Values byName = byName(values);
    return byName == null
        ? template.update(sql, bind(values))
        : named.update(sql, new Source(byName));
  }

  /// Runs a statement with named parameters once for each.
  ///
  /// @param rows records or [Values]
  public void batch(String sql, Collection<?> rows) {
    List<Source> sources = rows.stream().map(each -> new Source(named(each))).toList();
    for (int from = 0; from < sources.size(); from += BATCH) {
      named.batchUpdate(
          sql,
          sources
              .subList(from, Math.min(from + BATCH, sources.size()))
              .toArray(SqlParameterSource[]::new));
    }
  }

  private static @Nullable Values byName(@Nullable Object[] values) {
    return values.length == 1 && (values[0] instanceof Record || values[0] instanceof Values)
        ? named(values[0])
        : null;
  }

  private static Values named(Object row) {
    return row instanceof Values values ? values : Values.of((Record) row);
  }

  private static @Nullable Object[] bind(@Nullable Object[] values) {
    return Arrays.stream(values).map(SqlClient::bind).toArray();
  }

  private static @Nullable Object bind(@Nullable Object value) {
    return switch (value) {
      case Instant time -> Timestamp.from(time);
      case YearMonth month -> month.atDay(1);
      case Enum<?> constant -> constant.name();
      case Locale language -> language.toLanguageTag();
      case URI address -> address.toString();
      case Collection<?> elements -> new SqlParameterValue(Types.OTHER, array(elements));
      case null -> null;
      default -> value;
    };
  }

  /// A literal of no type: PostgreSQL infers it, for an empty one as for others.
  private static String array(Collection<?> elements) {
    return elements.stream().map(SqlClient::element).collect(Collectors.joining(",", "{", "}"));
  }

  private static String element(@Nullable Object element) {
    return switch (element) {
      case null -> "null";
      case Enum<?> constant -> constant.name();
      default -> '"' + element.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    };
  }

  private static final class Source extends AbstractSqlParameterSource {
    private final Values values;

    Source(Values values) {
      this.values = values;
    }

    @Override
    public boolean hasValue(String name) {
      return true; // what is not named is refused by Values, which says what is there
    }

    @Override
    public @Nullable Object getValue(String name) {
      return bind(values.get(name));
    }
  }
}
