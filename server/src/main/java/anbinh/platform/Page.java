package anbinh.platform;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A part of a list: `{items, next, total}`.
///
/// @param next what to send as `after` for the part that follows, or null at the end
/// @param total how long the whole list is; null in the parts after the first
public record Page<T>(List<T> items, @Nullable String next, @Nullable Total total) {
  public Page {
    items = List.copyOf(items);
  }

  /// A whole list that is never long.
  public static <T> Page<T> all(List<T> items) {
    return new Page<>(items, null, new Total(items.size(), false));
  }

  /// Cuts [PageRequest#rows] rows to a page.
  ///
  /// @param key an item's sort key as text parts
  /// @param counted counts the rows of the whole list, but no further than to the number it is
  ///   given; asked only for the first part, and where that is not all
  public static <T> Page<T> of(
      List<T> rows, PageRequest request, Function<T, List<String>> key, IntUnaryOperator counted) {
    return of(rows, request, key, () -> Total.count(Total.MAX_COUNTED, counted));
  }

  /// The sort key of a list in the order of its items' identifiers ([PageRequest#after]).
  public static <T> Function<T, List<String>> byId(Function<T, UUID> id) {
    return item -> List.of(id.apply(item).toString());
  }

  /// Reads a page of a list that nobody counts apart, since it is short as a rule or since who may
  /// know of a row is found by reading it. How long it is, is found by reading on, no further than
  /// to [Total#MAX_READ].
  ///
  /// @param key an item's sort key as text parts
  /// @param read reads no more than so many rows from where the request begins
  public static <T> Page<T> read(
      PageRequest request, Function<T, List<String>> key, IntFunction<List<T>> read) {
    return of(
        read.apply(request.rows()),
        request,
        key,
        () -> Total.count(Total.MAX_READ, most -> read.apply(most).size()));
  }

  private static <T> Page<T> of(
      List<T> rows, PageRequest request, Function<T, List<String>> key, Supplier<Total> total) {
    boolean first = request.key().isEmpty();
    if (rows.size() <= request.limit()) {
      return new Page<>(rows, null, first ? new Total(rows.size(), false) : null);
    }
    List<T> items = rows.subList(0, request.limit());
    return new Page<>(
        items, request.opaque(key.apply(items.getLast())), first ? total.get() : null);
  }

  public <R> Page<R> map(Function<T, R> change) {
    return with(items.stream().map(change).toList());
  }

  /// The same part of the list, its items shown otherwise. Where some are left out, the total would
  /// tell how many, so there is none.
  public <R> Page<R> with(List<R> shown) {
    return new Page<>(shown, next, shown.size() == items.size() ? total : null);
  }
}
