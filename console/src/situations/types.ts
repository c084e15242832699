import type { Figure } from '../cases/types';
import type { PersonRef } from '../api/types';
import type { ToldSpan } from '../time/quarters';

export const pressures = ['CRITICAL', 'OVERDUE', 'SOON', 'LATER'] as const;
export type Pressure = (typeof pressures)[number];
export const situationStates = ['SUBMITTED', 'ACKNOWLEDGED', 'REFERRED_POLICE', 'SENT_TO_MEDIATION', 'REFERRED_OTHER', 'RESOLVED_ON_SITE', 'NOT_FOUNDED', 'CLOSED', 'RETRACTED'] as const;
export type SituationState = (typeof situationStates)[number];
export type SituationDue = 'ACKNOWLEDGE' | 'WRITE' | 'DECIDE' | 'CLOSE' | 'LOOK';

export interface SituationKind {
  code: string;
  urgent: boolean;
  guarded: boolean;
  mediable: boolean;
}

/** A report as the desk's list shows it: nothing of what was written, nor of who wrote it. */
export interface Situation {
  id: string;
  code: string;
  channel: 'TEAM' | 'RESIDENT' | 'ANONYMOUS' | 'OPEN311' | 'OFFICER';
  communeId: string;
  villageId: string | null;
  villageName: string | null;
  kind: string;
  danger: boolean;
  injured: boolean;
  urgent: boolean;
  guarded: boolean;
  state: SituationState;
  outcome: SituationState | null;
  revision: number;
  happenedAt: string | null;
  precision: 'NOW' | 'ABOUT' | 'DAY' | 'UNKNOWN';
  receivedAt: string;
  late: boolean;
  changed: boolean;
  receiver: PersonRef | null;
  due: SituationDue | null;
  dueAt: string | null;
  pressure: Pressure;
  escalated: boolean;
  attention: boolean;
  retractionAsked: boolean;
  mediaAnnounced: number;
  mediaArrived: number;
  merged: number;
  reopened: number;
  closedAt: string | null;
  erasedAt: string | null;
}

export type SituationAct = 'ACKNOWLEDGE' | 'CLASSIFY' | 'WRITE' | 'REFER' | 'MEDIATE' | 'RESOLVE' | 'CLOSE' | 'REOPEN' | 'DECIDE_RETRACTION' | 'LOOK' | 'NOTE' | 'ASK' | 'MERGE' | 'SEPARATE' | 'STEP_ASIDE';

export interface SituationMedium {
  id: string;
  kind: 'PHOTO' | 'VOICE' | 'VIDEO';
  keepPosition: boolean;
  announcedAt: string;
  arrivedAt: string | null;
  type: string | null;
  bytes: number | null;
  checked: boolean | null;
  /** Since when its sender does not send it any more. */
  withdrawnAt: string | null;
}

export interface SituationDetails {
  situation: Situation;
  notedAt: string;
  /** By how much the reporter's clock was behind the server's. */
  skewSeconds: number;
  mediationId: string | null;
  mergedInto: { id: string; code: string } | null;
  merged: { id: string; code: string }[];
  media: SituationMedium[];
  readsContent: boolean;
  opensReporter: boolean;
  acts: SituationAct[];
  /** By nobody: by the reporter, or by the server. */
  steps: { at: string; what: string; by: PersonRef | null; mark: string | null }[];
}

export const namedRoles = ['AFFECTED', 'WITNESS', 'ACCUSED', 'OTHER'] as const;
export type NamedRole = (typeof namedRoles)[number];

export interface ReportWords {
  seen: string;
  told: string;
  toldBy: string;
  placeWords: string;
  point: { latitude: number; longitude: number; accuracyMetres: number | null } | null;
  people: { name: string; role: NamedRole; words: string }[];
}

export interface ReportVersion {
  number: number;
  at: string;
  by: PersonRef | null;
  deviceTime: string | null;
  status: 'CURRENT' | 'REPLACED' | 'BESIDE' | 'NOT_TAKEN';
  said: { kind: string; danger: boolean; injured: boolean };
  /** Nothing in what was written before they were kept. */
  circumstances?: { villageName: string | null; happenedAt: string | null; clockDoubtful: boolean } | null;
  words: ReportWords;
}

export interface SituationContent {
  versions: ReportVersion[];
  current: number;
  notes: { at: string; by: PersonRef | null; what: string; occurredAt: string | null; late: boolean; authority: string | null; words: string }[];
}

export interface SituationReporter {
  name: string | null;
  phone: string | null;
  contact: string | null;
}

/** Those nearest in time. */
export interface SituationCandidates {
  items: SituationCandidate[];
  /** Whether there are others. */
  more: boolean;
}

export interface SituationCandidate {
  situation: Situation;
  metres: number | null;
}

export const countColumns = ['received', 'late', 'changed', 'withdrawn', 'notFounded', 'open'] as const;
export type SituationCounts = Record<(typeof countColumns)[number], Figure>;

export interface SituationFigures extends ToldSpan {
  exact: boolean;
  /** Whether violence in families and children are counted in. */
  total: SituationCounts;
  lines: { areaId: string; areaName: string; counts: SituationCounts }[];
  kinds: { kind: string; counts: SituationCounts }[];
  months: { month: string; counts: SituationCounts }[];
}

export interface SituationOverdue {
  communeId: string;
  communeName: string;
  due: SituationDue;
  count: number;
  since: string;
}

/** A report that was written for the officers above: nothing of what is in it. */
export interface WrittenReport {
  id: string;
  code: string;
  communeId: string;
  communeName: string;
  danger: boolean;
  state: SituationState;
  writtenAt: string;
  readAt: string | null;
}

export interface WrittenReportDetails {
  id: string;
  code: string;
  communeName: string;
  villageName: string | null;
  kind: string;
  danger: boolean;
  injured: boolean;
  state: SituationState;
  happenedAt: string | null;
  receivedAt: string;
  reports: SituationContent['notes'];
}

/** A report as a search in an emergency shows it. */
export interface EmergencySituation {
  id: string;
  code: string;
  villageId: string | null;
  villageName: string | null;
  kind: string;
  danger: boolean;
  injured: boolean;
  state: SituationState;
  happenedAt: string | null;
  receivedAt: string;
}

export interface EmergencySituations {
  found: EmergencySituation[];
  /** Whether there are more than are shown. */
  more: boolean;
}

export interface EmergencyReading {
  situation: EmergencySituation;
  content: SituationContent;
}

export interface SituationFlag {
  id: string;
  communeId: string;
  communeName: string;
  flaggedAt: string;
  reports: number;
  openedAt: string | null;
}

/** A key by which another system reports, without itself. */
export interface ServiceKey {
  id: string;
  name: string;
  madeBy: PersonRef;
  madeAt: string;
  lastDay: string;
  revokedBy: PersonRef | null;
  revokedAt: string | null;
  ended: boolean;
}

export interface MadeServiceKey {
  key: ServiceKey;
  secret: string;
}
