import type { PersonRef } from '../api/types';

export type LookKind = 'FOOTAGE' | 'PLACE' | 'LIVE' | 'REQUEST' | 'REFUSED' | 'RECORDS';

export interface Target {
  kind: string;
  id: string;
  code: string | null;
}

/** What a rule found in somebody's use of the system, with the numbers that explain it. */
export interface Finding {
  id: string;
  code: string;
  rule: 'REPEATED_TARGET' | 'VOLUME' | 'OFF_HOURS' | 'REFUSED_AGAIN' | 'CLOSED_CASE';
  person: PersonRef;
  kind: LookKind;
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
  kind: LookKind;
  target: Target;
  from: string;
  to: string;
  covered: 'NO' | 'CLOSED_CASE' | 'OPEN_CASE';
  caseId: string | null;
  entries: number;
  indexes: number[];
}
