import type { PersonRef } from '../api/types';

export type RequestKind = 'ACCESS' | 'CORRECTION' | 'DELETION' | 'RESTRICTION' | 'OBJECTION' | 'CONSENT_WITHDRAWAL' | 'COMPLAINT';
export type RequestChannel = 'COUNTER' | 'LETTER' | 'EMAIL' | 'TELEPHONE';
export const requestChannels: readonly RequestChannel[] = ['COUNTER', 'LETTER', 'EMAIL', 'TELEPHONE'];
export type RequestOutcome = 'GRANTED' | 'PARTLY' | 'REFUSED' | 'TAKEN_BACK';
export const requestOutcomes: readonly RequestOutcome[] = ['GRANTED', 'PARTLY', 'REFUSED', 'TAKEN_BACK'];

/** What somebody asks about their own data, without anything that says who. */
export interface DataRequest {
  id: string;
  code: string;
  areaId: string;
  areaName: string;
  kind: RequestKind;
  channel: RequestChannel;
  state: 'RECEIVED' | 'ANSWERED' | 'ENDED';
  receivedAt: string;
  handler: PersonRef;
  answerBy: string;
  answeredAt: string | null;
  completeBy: string;
  extendedDays: number | null;
  dueOn: string;
  overdue: boolean;
  endedAt: string | null;
  outcome: RequestOutcome | null;
  erasedAt: string | null;
}

export interface DataRequestDetails {
  request: DataRequest;
  name: string;
  contact: string;
  words: string;
  place: string | null;
  from: string | null;
  to: string | null;
  camera: string | null;
  extension: string | null;
  reason: string | null;
  article: string | null;
}

/** Within how many days a kind is to be completed, and what says so. */
export interface Term {
  kind: RequestKind;
  days: number;
  source: string;
}

/** A holiday, or a weekend that is worked. */
export interface SpecialDay {
  day: string;
  working: boolean;
  name: string;
}
