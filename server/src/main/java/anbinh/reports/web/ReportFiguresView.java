package anbinh.reports.web;

import anbinh.areas.AreaKind;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorTopic;
import anbinh.reports.figure.ShownFigure;
import anbinh.reports.period.Report.State;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The figures of a unit and a period, as its reader may see them.
///
/// @param period such as `2026-Q3`; `before` and `yearAgo` are those that it is compared with
/// @param over whether the period is over; else it grows
/// @param asOf the day to whose end all numbers of the period are counted
/// @param above the unit above, where the reader may read it
/// @param exact whether small numbers are shown
/// @param columns the indicators of which each line has its value, in their order
/// @param lines the communes of a province, or the villages of a commune; at most 1,000
/// @param handedIn how many of the units have handed in a report of the period; of what was
///   reopened what was accepted before counts
record ReportFiguresView(
    String period,
    LocalDate from,
    LocalDate last,
    boolean over,
    LocalDate asOf,
    String before,
    String yearAgo,
    UUID areaId,
    String areaName,
    AreaKind areaKind,
    @Nullable UUID above,
    boolean exact,
    List<IndicatorFigure> indicators,
    List<String> columns,
    List<ReportUnitFigures> lines,
    int handedIn,
    int units) {
  public ReportFiguresView {
    indicators = List.copyOf(indicators);
    columns = List.copyOf(columns);
    lines = List.copyOf(lines);
  }

  /// @param opens whether the reader may open the records that it counts
  /// @param parts by part, where there was any
  public record IndicatorFigure(
      String code,
      IndicatorTopic topic,
      String name,
      IndicatorDefinition.Kind kind,
      ShownFigure value,
      ShownFigure before,
      ShownFigure yearAgo,
      boolean opens,
      List<PartFigure> parts) {
    public IndicatorFigure {
      parts = List.copyOf(parts);
    }
  }

  public record PartFigure(String code, String name, ShownFigure value) {}

  /// @param values by column; `before` are those of the period before
  /// @param report where its report of the period stands; null of a village and where there is none
  public record ReportUnitFigures(
      UUID id,
      String code,
      String name,
      List<ShownFigure> values,
      List<ShownFigure> before,
      @Nullable UUID reportId,
      @Nullable State report) {
    public ReportUnitFigures {
      values = List.copyOf(values);
      before = List.copyOf(before);
    }
  }
}
