import type * as Api from '#api';
export type LogItem = Api.AuditItemView;

/** What happened on a day, in no order. */
export type LogDayItem = Api.AuditDayView;

/** How often something happened in a month, in tens; null for one to four times. */
export type LogMonthItem = Api.AuditMonthView;
export type LogEntry = Api.AuditEntryView;
export type LogStatus = Api.AuditStatusView;

/** What was found of the log over which it must not go on. */
export type Suspension = Api.AuditSuspensionView;
export type LogWitnesses = Api.AuditWitnessReport;
export type LogWitness = Api.AuditWitnessStatus;
