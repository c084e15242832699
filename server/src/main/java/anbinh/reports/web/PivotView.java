package anbinh.reports.web;

import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.reports.figure.ShownFigure;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Figures by two of indicator, unit, period and kind; the other two are one each.
///
/// @param asOf the day to whose end the numbers of the last period are counted
/// @param indicatorName of all cells; null where indicators are rows or columns
/// @param kind null where indicators are rows or columns
/// @param partName of all cells; null for all kinds
/// @param kinds of the one indicator, of which one can be asked for; empty where it has none
/// @param cells by row and column
public record PivotView(
    String period,
    LocalDate asOf,
    UUID areaId,
    String areaName,
    Axis rows,
    Axis columns,
    @Nullable String indicatorName,
    IndicatorDefinition.@Nullable Kind kind,
    @Nullable String partName,
    List<PivotHead> kinds,
    List<PivotHead> rowHeads,
    List<PivotHead> columnHeads,
    List<List<ShownFigure>> cells) {
  public PivotView {
    kinds = List.copyOf(kinds);
    rowHeads = List.copyOf(rowHeads);
    columnHeads = List.copyOf(columnHeads);
    cells = cells.stream().map(List::copyOf).toList();
  }

  /// What rows or columns go through.
  public enum Axis {
    INDICATOR,
    UNIT,
    PERIOD,
    KIND
  }

  /// @param code of an indicator, a unit, a period or a kind; null for the whole unit and all kinds
  /// @param name empty for a period and for all kinds, which are named where they are shown
  /// @param kind of an indicator; else null
  public record PivotHead(
      @Nullable String code, String name, IndicatorDefinition.@Nullable Kind kind) {}

  /// How the number of a cell is to be read.
  public IndicatorDefinition.Kind kindOf(int row, int column) {
    IndicatorDefinition.Kind ofRow = rowHeads.get(row).kind();
    IndicatorDefinition.Kind ofColumn = columnHeads.get(column).kind();
    if (ofRow != null) {
      return ofRow;
    }
    IndicatorDefinition.Kind ofAll = ofColumn == null ? kind : ofColumn;
    return ofAll == null ? IndicatorDefinition.Kind.EVENTS : ofAll;
  }
}
