import type * as Api from '#api';
import type { Figure } from '../cases/types';

export const pressures = ['CRITICAL', 'OVERDUE', 'SOON', 'LATER'] as const;
export type Pressure = (typeof pressures)[number];
export const situationStates = ['SUBMITTED', 'ACKNOWLEDGED', 'REFERRED_POLICE', 'SENT_TO_MEDIATION', 'REFERRED_OTHER', 'RESOLVED_ON_SITE', 'NOT_FOUNDED', 'CLOSED', 'RETRACTED'] as const;
export type SituationState = (typeof situationStates)[number];
export type SituationDue = SituationOverdue['due'];

export type SituationKind = Api.CommunitySituationKind;

/** A report as the desk's list shows it: nothing of what was written, nor of who wrote it. */
export type Situation = Api.CommunitySituationView;

export type SituationAct = SituationDetails['acts'][number];

export type SituationMedium = Api.CommunitySituationMediaView;
export type SituationDetails = Api.CommunitySituationDetails;

export const namedRoles = ['AFFECTED', 'WITNESS', 'ACCUSED', 'OTHER'] as const;
export type NamedRole = (typeof namedRoles)[number];

export type ReportWords = Api.CommunityReportWords;
export type ReportVersion = Api.CommunityReportVersionView;
export type SituationContent = Api.CommunitySituationContentView;
export type SituationReporter = Api.CommunitySituationReporter;

/** Those nearest in time. */
export type SituationCandidates = Api.CommunitySituationCandidates;
export type SituationCandidate = Api.CommunitySituationCandidate;

export const countColumns = ['received', 'late', 'changed', 'withdrawn', 'notFounded', 'open'] as const;
export type SituationCounts = Record<(typeof countColumns)[number], Figure>;

export type SituationFigures = Api.CommunitySituationFiguresView;
export type SituationOverdue = Api.CommunitySituationOverdue;

/** A report that was written for the officers above: nothing of what is in it. */
export type WrittenReport = Api.CommunityWrittenReport;
export type WrittenReportDetails = Api.CommunityWrittenReportDetails;

/** A report as a search in an emergency shows it. */
export type EmergencySituation = Api.CommunityEmergencySituation;
export type EmergencySituations = Api.CommunityEmergencySituations;
export type EmergencyReading = Api.CommunityEmergencyReading;
export type SituationFlag = Api.CommunitySituationFlagView;

/** A key by which another system reports, without itself. */
export type ServiceKey = Api.CommunityServiceKeyView;
export type MadeServiceKey = Api.CommunityMadeServiceKey;
