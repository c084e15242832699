package anbinh.platform.sql;

import java.net.URI;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;

/// Maps a row to a record, or its first column to a value.
///
/// The component `proposedAt` is read from the column `proposed_at`. A component that is a record
/// itself, `decision`, is read from columns like `"decision.by"`, and where it or the record that
/// it is in may be null, it is null where all of them are. Enumerations are read from their names,
/// languages from their tags, addresses from text, months from one of their days, lists and sets
/// from arrays, in their order.
final class RecordMapper<T> implements RowMapper<T> {
  private final Class<T> type;
  private final int column;

  RecordMapper(Class<T> type) {
    this(type, 1);
  }

  /// @param column where a value is that is no record
  RecordMapper(Class<T> type, int column) {
    this.type = type;
    this.column = column;
  }

  @Override
  @SuppressWarnings("NullAway") // a value is null where its column is
  public T mapRow(ResultSet row, int number) throws SQLException {
    return type.cast(
        type.isRecord()
            ? record(row, RecordShape.of(type), "", false)
            : value(row, column, type, type));
  }

  private static @Nullable Object record(
      ResultSet row, RecordShape shape, String prefix, boolean nullable) throws SQLException {
    @Nullable Object[] values = new Object[shape.components().size()];
    for (int i = 0; i < values.length; i++) {
      RecordShape.Component each = shape.components().get(i);
      String column = prefix + each.column();
      values[i] =
          each.type().isRecord()
              ? record(row, RecordShape.of(each.type()), column + ".", nullable || each.nullable())
              : value(row, row.findColumn(column), each.type(), each.elements());
    }
    if (nullable && Arrays.stream(values).allMatch(Objects::isNull)) {
      return null;
    }
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null && shape.components().get(i).type().isPrimitive()) {
        throw new SQLException(prefix + shape.components().get(i).column() + " must not be null");
      }
    }
    return shape.create(values);
  }

  private static @Nullable Object value(ResultSet row, int column, Class<?> type, Class<?> elements)
      throws SQLException {
    if (type.isEnum() || type == Locale.class || type == URI.class) {
      return convert(row.getString(column), type);
    }
    if (type == Instant.class) {
      return convert(row.getTimestamp(column), type);
    }
    if (type == YearMonth.class) {
      @Nullable LocalDate day = row.getObject(column, LocalDate.class);
      return day == null ? null : YearMonth.from(day);
    }
    if (Collection.class.isAssignableFrom(type)) {
      @Nullable Array array = row.getArray(column);
      return array == null ? null : collection((Object[]) array.getArray(), type, elements);
    }
    return JdbcUtils.getResultSetValue(row, column, type);
  }

  private static Collection<@Nullable Object> collection(
      @Nullable Object[] array, Class<?> type, Class<?> elements) {
    List<@Nullable Object> converted = new ArrayList<>(array.length);
    for (@Nullable Object each : array) {
      converted.add(each instanceof Date day ? day.toLocalDate() : convert(each, elements));
    }
    return Set.class.isAssignableFrom(type)
        ? Collections.unmodifiableSet(new LinkedHashSet<>(converted))
        : Collections.unmodifiableList(converted);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static @Nullable Object convert(@Nullable Object value, Class<?> type) {
    return switch (value) {
      case String name when type.isEnum() -> Enum.valueOf((Class<? extends Enum>) type, name);
      case String tag when type == Locale.class -> Locale.forLanguageTag(tag);
      case String address when type == URI.class -> URI.create(address);
      case Timestamp time -> time.toInstant();
      case null -> null;
      default -> value;
    };
  }
}
