package anbinh.platform.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/// The first mistakes of a list by row, however many there are and in whatever order they are
/// found; all are counted. Not thread-safe.
final class FirstErrors {
  private static final int MAX_TOLD = 200;
  private static final int MAX_KEPT = 1_000;
  private static final Comparator<ErrorLine> BY_ROW = Comparator.comparingInt(ErrorLine::row);

  private final List<ErrorLine> kept = new ArrayList<>();
  private int count;
  private int last = Integer.MAX_VALUE;

  /// @param line how it is told, made only where it may be among the first
  public void add(int row, Supplier<ErrorLine> line) {
    count++;
    if (kept.size() >= MAX_KEPT) {
      kept.sort(BY_ROW);
      kept.subList(MAX_TOLD, kept.size()).clear();
      last = kept.getLast().row();
    }
    if (row <= last) {
      kept.add(line.get());
    }
  }

  /// Of all that were found.
  public int count() {
    return count;
  }

  /// The first ones, in the order of the rows.
  public List<ErrorLine> list() {
    return kept.stream().sorted(BY_ROW).limit(MAX_TOLD).toList();
  }
}
