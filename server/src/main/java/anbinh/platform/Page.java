package anbinh.platform;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
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

  /// Cuts [PageRequest#rows] rows to a page; `key` gives an item's sort key as text parts. Nobody
  /// counts a list that goes on.
  public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, List<String>> key) {
    if (rows.size() <= request.limit()) {
      return new Page<>(rows, null, request.key().isEmpty() ? new Total(rows.size(), false) : null);
    }
    List<T> items = rows.subList(0, request.limit());
    return new Page<>(items, request.opaque(key.apply(items.getLast())), null);
  }

  /// The same, with how long the whole list is.
  ///
  /// @param counted counts the rows of the whole list, but no further than to the number it is
  ///   given; asked only for the first part, and where that is not all
  public static <T> Page<T> of(
      List<T> rows, PageRequest request, Function<T, List<String>> key, IntUnaryOperator counted) {
    Page<T> page = of(rows, request, key);
    return page.next() == null || !request.key().isEmpty()
        ? page
        : new Page<>(page.items(), page.next(), Total.count(counted));
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
