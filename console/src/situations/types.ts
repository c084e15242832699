import type * as Api from '#api';
import type { Figure } from '../cases/types';

export const pressures = ['CRITICAL', 'OVERDUE', 'SOON', 'LATER'] as const;
export type Pressure = (typeof pressures)[number];
export const situationStates = ['SUBMITTED', 'ACKNOWLEDGED', 'REFERRED_POLICE', 'SENT_TO_MEDIATION', 'REFERRED_OTHER', 'RESOLVED_ON_SITE', 'NOT_FOUNDED', 'CLOSED', 'RETRACTED'] as const;

export type SituationKind = Api.SituationSituationKind;

/** A report as the desk's list shows it: nothing of what was written, nor of who wrote it. */
export type Situation = Api.SituationSituationView;

export type SituationAction = SituationDetails['actions'][number];

export type SituationDetails = Api.SituationSituationDetails;

export const namedRoles = ['AFFECTED', 'WITNESS', 'ACCUSED', 'OTHER'] as const;
export type NamedRole = (typeof namedRoles)[number];

export type ReportVersion = Api.SituationReportVersionView;
export type SituationContent = Api.SituationSituationContentView;
export type SituationReporter = Api.SituationSituationReporter;

/** Those nearest in time. */
export type SituationCandidates = Api.SituationSituationCandidates;

export const countColumns = ['received', 'late', 'changed', 'withdrawn', 'notFounded', 'open'] as const;
export type SituationCounts = Record<(typeof countColumns)[number], Figure>;

export type SituationFigures = Api.SituationSituationFiguresView;
export type SituationOverdue = Api.SituationSituationOverdue;

/** A report that was written for the officers above: nothing of what is in it. */
export type WrittenReport = Api.SituationWrittenReport;
export type WrittenReportDetails = Api.SituationWrittenReportDetails;

/** A report as a search in an emergency shows it. */
export type EmergencySituation = Api.SituationEmergencySituation;
export type EmergencySituations = Api.SituationEmergencySituations;
export type EmergencyReading = Api.SituationEmergencyReading;
export type SituationFlag = Api.SituationSituationFlagView;

/** A key by which another system reports, without itself. */
export type ServiceKey = Api.SituationServiceKeyView;
export type MadeServiceKey = Api.SituationMadeServiceKey;
