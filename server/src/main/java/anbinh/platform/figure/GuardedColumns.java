package anbinh.platform.figure;

import anbinh.platform.Figure;
import anbinh.platform.figure.GuardedTotals.OfPlace;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/// What is told of several counts over quarters that are over: each count of each quarter by
/// [GuardedTotals], and longer spans by what is told of their quarters.
///
/// @param <C> what is counted
public final class GuardedColumns<C extends Enum<C>> {
  private final Map<C, List<GuardedTotals>> quarters;

  private GuardedColumns(Map<C, List<GuardedTotals>> quarters) {
    this.quarters = quarters;
  }

  /// @param counted the lines of each quarter
  /// @param count of a line
  /// @param sizes how many places the communes have
  /// @param placesTold whether places are told at all, of a count
  public static <C extends Enum<C>, T> GuardedColumns<C> of(
      Class<C> columns,
      List<List<T>> counted,
      BiFunction<T, C, OfPlace> count,
      Map<UUID, Integer> sizes,
      Predicate<C> placesTold) {
    Map<C, List<GuardedTotals>> quarters = new EnumMap<>(columns);
    for (C column : columns.getEnumConstants()) {
      quarters.put(
          column,
          counted.stream()
              .map(lines ->
                  GuardedTotals.of(
                      lines.stream().map(line -> count.apply(line, column)).toList(),
                      sizes,
                      placesTold.test(column)))
              .toList());
    }
    return new GuardedColumns<>(quarters);
  }

  /// What a place, a commune or all of them come to over the quarters.
  public Figure over(C column, Function<GuardedTotals, Figure> part) {
    return GuardedTotals.over(of(column).stream().map(part).toList());
  }

  /// What there was at the end of the last quarter; hidden where none is over.
  public Figure last(C column, Function<GuardedTotals, Figure> part) {
    return of(column).isEmpty() ? Figure.HIDDEN : part.apply(of(column).getLast());
  }

  private List<GuardedTotals> of(C column) {
    return quarters.getOrDefault(column, List.of());
  }
}
