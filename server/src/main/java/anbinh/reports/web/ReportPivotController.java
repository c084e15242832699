package anbinh.reports.web;

import anbinh.platform.Languages;
import anbinh.reports.web.PivotView.Axis;
import anbinh.reports.web.Pivots.PivotForm;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/reports/pivot`: figures by two of indicator, unit, period and kind.
@RestController
@RequestMapping("/api/reports")
class ReportPivotController {
  private final Pivots pivots;
  private final ReportReaders readers;

  ReportPivotController(Pivots pivots, ReportReaders readers) {
    this.pivots = pivots;
    this.readers = readers;
  }

  /// @param indicators up to twelve; several where they are rows or columns
  /// @param period the last one
  /// @param periods how many of its kind, up to twelve, where they are rows or columns
  /// @param part of which kind alone; all unless said
  /// @param area the reader's own unless said
  @GetMapping("/pivot")
  PivotView pivot(
      @RequestParam Axis rows,
      @RequestParam Axis columns,
      @RequestParam List<String> indicators,
      @RequestParam String period,
      @RequestParam(defaultValue = "1") int periods,
      @RequestParam(required = false) @Nullable String part,
      @RequestParam(required = false) @Nullable UUID area,
      HttpServletRequest request) {
    return pivots.read(
        readers.require(area),
        new PivotForm(rows, columns, indicators, period, periods, part),
        Languages.of(request));
  }
}
