import type { PersonRef } from '../api/types';

export const endKinds = ['JUDGMENT_IN_FORCE', 'INVESTIGATION_TERMINATED', 'NOT_PROSECUTED', 'ADMINISTRATIVE_DECISION', 'HANDED_ON'] as const;
export type EndKind = (typeof endKinds)[number];
export const authorities = ['COURT', 'PROSECUTOR', 'POLICE', 'PEOPLES_COMMITTEE', 'OTHER'] as const;
export type Authority = (typeof authorities)[number];
export type Outcome = 'CONFIRMED' | 'REFUSED';

/** What a second person said. */
export interface SecondWord {
  outcome: Outcome;
  reason: string | null;
  by: PersonRef;
  at: string;
}

/** That somebody said that a case is over for good, or that it is not after all. */
export interface CaseEnding {
  id: string;
  caseId: string;
  caseCode: string;
  act: 'END' | 'UNDO';
  kind: EndKind | null;
  authority: Authority | null;
  number: string | null;
  on: string | null;
  reason: string;
  askedBy: PersonRef;
  askedAt: string;
  decision: SecondWord | null;
}

export interface End {
  kind: EndKind;
  on: string;
  confirmedAt: string;
}

export interface CaseEndings {
  end: End | null;
  mayAsk: boolean;
  mayUndo: boolean;
  mayDecide: boolean;
  items: CaseEnding[];
}

export interface Hold {
  id: string;
  document: string;
  authority: Authority;
  article: string;
  reason: string;
  owner: PersonRef;
  placedAt: string;
  reviewOn: string;
  overdue: boolean;
  review: { reason: string; by: PersonRef; at: string } | null;
  lifting: { reason: string; askedBy: PersonRef; askedAt: string; decision: SecondWord | null } | null;
  lifted: boolean;
  mayReview: boolean;
  mayAskLifting: boolean;
  mayDecide: boolean;
}

/** Until when a package is kept and why. */
export interface Keeping {
  state: 'NO_END' | 'COUNTING' | 'HELD' | 'DELETED';
  end: End | null;
  keepDays: number;
  until: string | null;
  handedOver: boolean;
  holds: Hold[];
  deleted: {
    at: string;
    logIndex: number | null;
    end: EndKind;
    endedOn: string;
    keepDays: number;
    packages: { name: string; bytes: number; sha256: string; logIndex: number }[];
  } | null;
  mayHold: boolean;
}

export interface WaitingHold {
  requestId: string;
  request: string;
  extraction: string;
  hold: Hold;
}
