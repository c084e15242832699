package anbinh.platform.figure;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.Figure;
import anbinh.platform.figure.GuardedTotals.OfPlace;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GuardedColumnsTest {
  private static final UUID COMMUNE = new UUID(0, 1);
  private static final UUID VILLAGE = new UUID(0, 2);

  private enum Column {
    CAME,
    WAITS
  }

  private record Line(long came, long waits) {}

  private static GuardedColumns<Column> columns(List<List<Line>> quarters) {
    return GuardedColumns.of(
        Column.class,
        quarters,
        (line, column) ->
            new OfPlace(VILLAGE, COMMUNE, column == Column.CAME ? line.came() : line.waits()),
        Map.of(COMMUNE, 3),
        column -> column == Column.CAME);
  }

  @Test
  void addsUpWhatIsToldOfTheQuartersAndNothingElse() {
    var columns = columns(List.of(List.of(new Line(21, 12)), List.of(new Line(3, 40))));
    assertThat(columns.over(Column.CAME, each -> each.place(VILLAGE))).isEqualTo(Figure.hidden(21));
    assertThat(columns.over(Column.CAME, GuardedTotals::total)).isEqualTo(Figure.hidden(21));
  }

  @Test
  void tellsOfAStateTheLastQuarter() {
    var columns = columns(List.of(List.of(new Line(21, 12)), List.of(new Line(3, 40))));
    assertThat(columns.last(Column.WAITS, each -> each.commune(COMMUNE)))
        .isEqualTo(Figure.hidden(40));
  }

  @Test
  void tellsNothingOfPlacesWhereTheyAreNotTold() {
    var columns = columns(List.of(List.of(new Line(21, 40))));
    assertThat(columns.over(Column.WAITS, each -> each.place(VILLAGE))).isEqualTo(Figure.HIDDEN);
  }

  @Test
  void hidesAllWhereNoQuarterIsOver() {
    var columns = columns(List.of());
    assertThat(columns.over(Column.CAME, GuardedTotals::total)).isEqualTo(Figure.HIDDEN);
    assertThat(columns.last(Column.WAITS, GuardedTotals::total)).isEqualTo(Figure.HIDDEN);
  }
}
