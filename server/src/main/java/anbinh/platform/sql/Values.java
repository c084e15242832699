package anbinh.platform.sql;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The values of a statement's named parameters. For one thread.
///
/// A parameter names a value (`:rows`), a component of a record (`:title`), or a component of a
/// record within it (`:decision.by`), which is null where that record is null.
public final class Values {
  private final Map<String, @Nullable Object> named = new LinkedHashMap<>();
  private final @Nullable Record record;

  private Values(@Nullable Record record) {
    this.record = record;
  }

  public static Values of(Record record) {
    return new Values(record);
  }

  public static Values of(String name, @Nullable Object value) {
    return new Values(null).and(name, value);
  }

  static Values of(Map<String, ? extends @Nullable Object> named) {
    var values = new Values(null);
    values.named.putAll(named);
    return values;
  }

  /// Adds a value. It stands for the record's component of the same name, if there is one.
  public Values and(String name, @Nullable Object value) {
    named.put(name, value);
    return this;
  }

  /// @throws IllegalArgumentException if nothing has the name
  @Nullable Object get(String name) {
    if (named.containsKey(name)) {
      return named.get(name);
    }
    if (record == null) {
      throw new IllegalArgumentException("No value is named " + name + ", only " + named.keySet());
    }
    @Nullable Object value = record;
    RecordShape shape = RecordShape.of(record.getClass());
    for (String part : name.split("\\.", -1)) {
      Class<?> type = shape.component(part).type();
      value = value == null ? null : shape.read(part, value);
      shape = type.isRecord() ? RecordShape.of(type) : shape;
    }
    return value;
  }
}
