import type * as Api from '#api';

/** A number as its reader sees it; `value` is null where it is not shown. */
export type ShownFigure = Api.ReportsShownFigure;
export type IndicatorKind = ReportFigure['kind'];
export type ReportState = Report['state'];
export type ReportAction = Report['actions'][number];

export type IndicatorFigure = Api.ReportsIndicatorFigure;
export type UnitFigures = Api.ReportsReportUnitFigures;
export type Figures = Api.ReportsReportFiguresView;
export type Trend = Api.ReportsTrendView;
/** Figures by two of indicator, unit, period and kind. */
export type Pivot = Api.ReportsPivotView;
export type PivotHead = Api.ReportsPivotHead;
export type Sentence = Api.ReportsSentenceView;
export type IndicatorView = Api.ReportsIndicatorView;
/** An indicator that the province defined of others. */
export type CustomIndicator = Api.ReportsCustomIndicatorView;
export type ReportPlace = Api.ReportsReportPlace;
/** What of reports waits for somebody. */
export type WaitingReport = Api.ReportsWaitingReport;
/** A record that a number counts. */
export type CountedRecord = Api.ReportsCountedRecord;
export type ReportVersion = Api.ReportsReportVersionView;
export type ReportFigure = Api.ReportsReportFigure;
export type Report = Api.ReportsPeriodReportView;
export type Outline = Omit<Api.AreasAreaOutline, 'rings'> & { rings: [longitude: number, latitude: number][][] };
