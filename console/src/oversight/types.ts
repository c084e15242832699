import type * as Api from '#api';
import type { PersonRef } from '../api/types';

export type LookKind = Review['kind'];
/** Searches for vehicles are found, and not drawn by lot. */
export type FoundKind = LookKind | 'SEARCH';

export type Target = Api.OversightTargetView;

/** What a rule found in somebody's use of the system, with the numbers that explain it. */
export interface Finding {
  id: string;
  code: string;
  rule: 'REPEATED_TARGET' | 'VOLUME' | 'OFF_HOURS' | 'REFUSED_AGAIN' | 'CLOSED_CASE' | 'EMERGENCY_NOT_JUSTIFIED' | 'EMERGENCY_UNREVIEWED' | 'NOT_PLAIN' | 'OWN_ADDRESS' | 'REPEATED_SEARCH';
  person: PersonRef;
  kind: FoundKind;
  target: Target | null;
  day: string | null;
  openedAt: string;
  openedEntry: number | null;
  windowDays: number;
  looks: number;
  ofOwn: number | null;
  atTarget: number | null;
  ofOthers: number | null;
  usual: number | null;
  closing: { result: FindingResult; reason: string; by: PersonRef; at: string; entry: number | null } | null;
}

export type FindingResult = 'EXPLAINED' | 'PASSED_ON';

export interface FindingDetails extends Finding {
  looked: Look[];
}

export interface Look {
  at: string;
  kind: FoundKind;
  target: Target;
  from: string;
  to: string;
  covered: 'NO' | 'CLOSED_CASE' | 'OPEN_CASE';
  caseId: string | null;
  entries: number;
  indexes: number[];
}

export type ReviewAnswer = 'PLAIN' | 'NOT_PLAIN' | 'CANNOT_TELL';
export const reviewAnswers: readonly ReviewAnswer[] = ['PLAIN', 'NOT_PLAIN', 'CANNOT_TELL'];

/** A look that was drawn by lot, whose purpose somebody of another unit judges. */
export type Review = Api.OversightReviewView;
