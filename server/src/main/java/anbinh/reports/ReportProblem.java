package anbinh.reports;

import anbinh.platform.ProblemCode;
import anbinh.platform.ProblemKind;

/// What can go wrong with reports.
public enum ReportProblem implements ProblemCode {
  NO_SUCH_REPORT(ProblemKind.NOT_FOUND),
  /// It is locked, and only the level above reopens it.
  REPORT_LOCKED(ProblemKind.CONFLICT),
  /// It does not stand where this step begins.
  REPORT_STATE(ProblemKind.CONFLICT),
  /// The figures that were looked at are not those that are being decided.
  REPORT_CHANGED(ProblemKind.CONFLICT),
  /// Who decides had a part in an earlier step, by account or by name.
  OWN_REPORT(ProblemKind.FORBIDDEN),
  /// Only the level above accepts, locks and reopens; only the unit itself submits and approves.
  NOT_YOUR_LEVEL(ProblemKind.FORBIDDEN),
  /// The number is told, and not of which records it is.
  RECORDS_CLOSED(ProblemKind.FORBIDDEN),
  NO_SUCH_CUSTOM_INDICATOR(ProblemKind.NOT_FOUND),
  /// Another version was made since it was looked at.
  CUSTOM_INDICATOR_CHANGED(ProblemKind.CONFLICT),
  CUSTOM_INDICATOR_RETIRED(ProblemKind.CONFLICT);

  private final ProblemKind kind;

  ReportProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
