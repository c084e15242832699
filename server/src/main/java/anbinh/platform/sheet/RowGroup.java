package anbinh.platform.sheet;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The rows of a list that speak of one thing: what the first row says that says anything, the
/// others say, too, or leave out.
///
/// @param rows at least one
/// @param differs the code of the mistake where a row says something else; it names the other row
public record RowGroup<C extends Enum<C> & SheetColumn, W extends RowGroup.Row<C>>(
    List<W> rows, String differs) {
  public RowGroup {
    rows = List.copyOf(rows);
  }

  /// A row whose cells were read.
  public interface Row<C extends Enum<C> & SheetColumn> {
    SheetCells<C> cells();
  }

  /// What they say; null where none says it.
  ///
  /// @param needed whether one of them must say it
  public <T> @Nullable T same(Function<W, @Nullable T> says, C column, boolean needed) {
    W first = saying(says);
    T said = says.apply(first);
    if (said == null) {
      if (needed && rows.stream().noneMatch(row -> row.cells().has(column))) {
        first.cells().reject(column, "required");
      }
      return null;
    }
    for (W row : rows) {
      T other = says.apply(row);
      if (other != null && !other.equals(said)) {
        row.cells().reject(column, differs, first.cells().row());
      }
    }
    return said;
  }

  /// The first row that says it, else the first.
  public <T> W saying(Function<W, @Nullable T> says) {
    return rows.stream().filter(row -> says.apply(row) != null).findFirst().orElse(rows.getFirst());
  }
}
