import type { AreaKind } from '../api/types';

/** A number as its reader sees it; `value` is null where it is not shown. */
export interface ShownFigure {
  value: number | null;
  seen: 'YES' | 'TENS' | 'FEW' | 'LATER' | 'NONE';
}
export type IndicatorKind = 'EVENTS' | 'STATE' | 'NOW' | 'SHARE';
export type ReportState = 'OPEN' | 'REOPENED' | 'SUBMITTED' | 'APPROVED' | 'ACCEPTED' | 'LOCKED';
export type ReportAct = 'SUBMIT' | 'DECIDE' | 'ACCEPT' | 'LOCK' | 'REOPEN';

export interface IndicatorFigure {
  code: string;
  topic: string;
  name: string;
  kind: IndicatorKind;
  value: ShownFigure;
  before: ShownFigure;
  yearAgo: ShownFigure;
  opens: boolean;
  parts: { code: string; name: string; value: ShownFigure }[];
}
export interface UnitFigures {
  id: string;
  code: string;
  name: string;
  values: ShownFigure[];
  reportId: string | null;
  report: ReportState | null;
}
export interface Figures {
  period: string;
  from: string;
  last: string;
  over: boolean;
  /** The day to whose end all numbers of the period are counted. */
  asOf: string;
  before: string;
  yearAgo: string;
  areaId: string;
  areaName: string;
  areaKind: AreaKind;
  above: string | null;
  exact: boolean;
  indicators: IndicatorFigure[];
  columns: string[];
  lines: UnitFigures[];
  handedIn: number;
  units: number;
}
export interface Trend {
  indicator: string;
  name: string;
  points: { period: string; value: ShownFigure }[];
}
export interface Sentence {
  year: number;
  asOf: string;
  areaName: string;
  text: string;
  numbers: { indicator: string; name: string; value: ShownFigure }[];
}
export interface IndicatorView {
  code: string;
  topic: string;
  kind: IndicatorKind;
  name: string;
  says: string;
  source: string;
  numerator: string | null;
  of: string | null;
  byPart: boolean;
  smallest: 'VILLAGE' | 'COMMUNE';
  guarded: boolean;
  law: string;
  from: string;
  to: string | null;
}
export interface ReportPlace {
  areaId: string;
  areaCode: string;
  areaName: string;
  period: string;
  due: string;
  late: boolean;
  reportId: string | null;
  state: ReportState | null;
  at: string | null;
  handedInLate: boolean;
  reminders: number;
  remindedOn: string | null;
}
/** What of reports waits for somebody. */
export interface WaitingReport {
  task: 'SUBMIT' | 'LATE' | 'APPROVE' | 'ACCEPT';
  areaId: string;
  areaName: string;
  period: string;
  due: string;
  late: boolean;
  reportId: string | null;
  reminders: number;
  remindedOn: string | null;
}
/** A record that a number counts. */
export interface CountedRecord {
  id: string;
  objectId: string | null;
  code: string | null;
  name: string | null;
  areaName: string;
  day: string;
  count: number;
}
interface PersonName {
  id: string;
  displayName: string;
}
export interface ReportVersion {
  version: number;
  sha256: string;
  countedAt: string;
  submittedBy: PersonName;
  approvedBy: PersonName | null;
  approvedAt: string | null;
  acceptedBy: PersonName | null;
  acceptedAt: string | null;
  lockedBy: PersonName | null;
  lockedAt: string | null;
}
export interface ReportFigure {
  indicator: string;
  topic: string;
  kind: IndicatorKind;
  name: string;
  part: string | null;
  partName: string | null;
  frozen: ShownFigure;
  present: ShownFigure;
  differs: boolean;
  note: string | null;
}
export interface Report {
  id: string;
  code: string;
  areaId: string;
  areaName: string;
  period: string;
  due: string;
  state: ReportState;
  shown: number;
  exact: boolean;
  versions: ReportVersion[];
  steps: { what: string; version: number; reason: string | null; by: PersonName; at: string; sight: 'ALL' | 'ROUNDED' | null }[];
  figures: ReportFigure[];
  acts: ReportAct[];
}
export interface Outline {
  id: string;
  rings: [number, number][][];
}
