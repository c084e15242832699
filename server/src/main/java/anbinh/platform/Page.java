package anbinh.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A part of a list: `{items, next}`.
///
/// @param next what to send as `after` for the part that follows, or null at the end
public record Page<T>(List<T> items, @Nullable String next) {
  public Page {
    items = List.copyOf(items);
  }

  /// A whole list that is never long.
  public static <T> Page<T> all(List<T> items) {
    return new Page<>(items, null);
  }

  /// Cuts [PageRequest#rows] rows to a page; `key` gives an item's sort key as text parts.
  public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, List<String>> key) {
    if (rows.size() <= request.limit()) {
      return new Page<>(rows, null);
    }
    List<T> items = rows.subList(0, request.limit());
    return new Page<>(items, PageRequest.opaque(key.apply(items.getLast())));
  }

  public <R> Page<R> map(Function<T, R> change) {
    return new Page<>(items.stream().map(change).toList(), next);
  }
}
