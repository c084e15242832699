import type { Figure } from '../cases/types';
import type { PersonRef } from '../api/types';
import type { ToldSpan } from '../time/quarters';

export const measureKinds = ['COMMUNE_EDUCATION', 'FAMILY_SUPERVISION', 'SUSPENDED_SENTENCE', 'NON_CUSTODIAL_REFORM', 'PROBATION', 'RETURN_TO_COMMUNITY', 'AFTER_REHABILITATION', 'JUVENILE_COMMUNITY'] as const;
export type MeasureKind = (typeof measureKinds)[number];
export type MeasureState = 'WAITING' | 'IN_FORCE' | 'SUSPENDED' | 'SEALED' | 'REFUSED' | 'LAPSED';
export type MeasurePart = 'KEEPER' | 'HELPER' | 'CHAIR' | 'APPOINTS';
export type MeasureAct = 'CONFIRM' | 'REFUSE' | 'ASSIGN' | 'SET_TASK' | 'NOTE_TASK' | 'CHANGE' | 'WITHDRAW' | 'HAND_OVER' | 'STEP_ASIDE' | 'END_HELPER' | 'ASK_OPENING';

/** A measure as a list of one's own shows it: nobody is named. */
export interface Measure {
  id: string;
  code: string;
  part: MeasurePart;
  /** Null for who only helps. */
  kind: MeasureKind | null;
  state: MeasureState;
  until: string;
  waiting: 'RECORD' | 'EXTENSION' | 'ENDING' | null;
  nextOn: string | null;
}

export interface MeasureHelper {
  id: string;
  name: string;
  account: boolean;
  since: string;
  ended: string | null;
}

export interface MeasureDetails {
  measure: Measure;
  version: number;
  /** When what waits for the chair is over: a paper that ends it earlier holds then, anything else lapses. */
  answerBy: string | null;
  communeName: string;
  readsContent: boolean;
  keeper: PersonRef;
  minor: boolean | null;
  from: string | null;
  longest: string | null;
  law: string | null;
  publishing: string | null;
  erasedAt: string | null;
  acts: MeasureAct[];
  helpers: MeasureHelper[];
  /** By null where nobody answered in time. */
  steps: { at: string; what: string; by: PersonRef | null }[];
}

export const taskKinds = ['VISIT', 'LEGAL_ADVICE', 'IDENTITY_PAPERS', 'SCHOOL', 'VOCATIONAL_TRAINING', 'JOB', 'HEALTH_CARE', 'SOCIAL_BENEFIT', 'FAMILY_SUPPORT'] as const;
export const taskResults = ['DONE', 'PARTLY_DONE', 'NOT_MET', 'NO_LONGER_NEEDED'] as const;
export const changeKinds = ['SHORTENED', 'SUSPENDED', 'RESUMED', 'ENDED_EARLY', 'EXTENDED'] as const;
export const refusals = ['NOT_AS_PAPER', 'NO_PAPER', 'NOT_OF_THIS_COMMUNE'] as const;
export const helperEnds = ['KIN', 'OWN_WISH', 'NO_LONGER_NEEDED'] as const;

export interface MeasureTask {
  id: string;
  task: string;
  dueOn: string;
  /** Whose it is; null for whoever helps. */
  helperId: string | null;
  result: string | null;
  doneOn: string | null;
}

export interface MeasurePaper {
  number: string;
  organ: string;
  on: string;
}

export interface MeasureChange {
  change: string;
  paper: MeasurePaper;
  until: string;
}

/** What a measure holds; who only helps gets the name and the tasks. */
export interface MeasureContent {
  name: string;
  version: number;
  villageName: string | null;
  paper: MeasurePaper | null;
  article: string | null;
  changes: MeasureChange[];
  /** A later paper that waits for the chair. */
  waiting: MeasureChange | null;
  tasks: MeasureTask[];
}

export interface MeasureChoice {
  personId: string | null;
  memberId: string | null;
  name: string;
}

export interface MeasureOpening {
  id: string;
  code: string;
  communeName: string;
  state: 'ASKED' | 'OPEN' | 'REFUSED' | 'OVER';
  own: boolean;
  reason: string | null;
  askedBy: PersonRef;
  askedAt: string;
  answeredBy: PersonRef | null;
  until: string | null;
}

export interface SealedMeasure {
  name: string;
  kind: MeasureKind;
  villageName: string;
  number: string;
  organ: string;
  on: string;
  article: string;
  from: string;
  until: string;
}

export interface MeasureRule {
  id: string;
  kind: MeasureKind;
  from: string;
  law: string;
  decidedBy: string;
  longestMonths: number | null;
  /** Of minors; null where it is as of adults. */
  longestMonthsMinor: number | null;
  minors: string;
  publishing: string;
  checked: boolean;
  own: boolean;
}

export const measureCounts = ['begun', 'inForce', 'ended'] as const;
export type MeasureCounts = Record<(typeof measureCounts)[number], Figure>;

export interface MeasureFigures extends MeasureCounts, ToldSpan {
  openings: Figure;
  /** Empty for who reads one commune. */
  kinds: (MeasureCounts & { kind: MeasureKind })[];
  lines: (MeasureCounts & { communeId: string; communeName: string; openings: Figure })[];
}
