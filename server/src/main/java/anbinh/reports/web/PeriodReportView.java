package anbinh.reports.web;

import anbinh.identity.PersonName;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorTopic;
import anbinh.reports.figure.ShownFigure;
import anbinh.reports.period.Report.Action;
import anbinh.reports.period.Report.Sight;
import anbinh.reports.period.Report.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A report as its reader may see it.
///
/// @param due the last day on which it is in time
/// @param shown which version the figures are of
/// @param versions oldest first
/// @param steps the last 200, oldest first
/// @param actions what the reader may do with it now
record PeriodReportView(
    UUID id,
    String code,
    UUID areaId,
    String areaName,
    String period,
    LocalDate due,
    State state,
    int shown,
    boolean exact,
    List<ReportVersionView> versions,
    List<ReportStepView> steps,
    List<ReportFigure> figures,
    List<ReportAction> actions) {
  public PeriodReportView {
    versions = List.copyOf(versions);
    steps = List.copyOf(steps);
    figures = List.copyOf(figures);
    actions = List.copyOf(actions);
  }

  /// What somebody may do with a report.
  public enum ReportAction {
    SUBMIT,
    DECIDE,
    ACCEPT,
    LOCK,
    REOPEN
  }

  /// @param sha256 of the frozen figures
  public record ReportVersionView(
      int version,
      String sha256,
      Instant countedAt,
      PersonName submittedBy,
      @Nullable PersonName approvedBy,
      @Nullable Instant approvedAt,
      @Nullable PersonName acceptedBy,
      @Nullable Instant acceptedAt,
      @Nullable PersonName lockedBy,
      @Nullable Instant lockedAt) {}

  /// @param sight whether who took it saw all figures, or some in tens or hidden; null of old ones
  public record ReportStepView(
      Action what,
      int version,
      @Nullable String reason,
      PersonName by,
      Instant at,
      @Nullable Sight sight) {}

  /// @param part null for all; then `partName` is null, too
  /// @param frozen as it was submitted
  /// @param present as it is counted now
  /// @param differs whether later records changed it
  /// @param note what who submitted said to it
  public record ReportFigure(
      String indicator,
      IndicatorTopic topic,
      IndicatorDefinition.Kind kind,
      String name,
      @Nullable String part,
      @Nullable String partName,
      ShownFigure frozen,
      ShownFigure present,
      boolean differs,
      @Nullable String note) {}
}
