import type * as Api from '#api';

export const endKinds = ['JUDGMENT_IN_FORCE', 'INVESTIGATION_TERMINATED', 'NOT_PROSECUTED', 'ADMINISTRATIVE_DECISION', 'HANDED_ON'] as const;
export type EndKind = (typeof endKinds)[number];
export const authorities = ['COURT', 'PROSECUTOR', 'POLICE', 'PEOPLES_COMMITTEE', 'OTHER'] as const;
export type Outcome = 'CONFIRMED' | 'REFUSED';

/** That somebody said that a case is over for good, or that it is not after all. */
export type CaseEnding = Api.CasesEndingView;

export interface End {
  kind: EndKind;
  on: string;
  confirmedAt: string;
}

export type CaseEndings = Api.CasesCaseEndings;
export type Hold = Api.EvidenceHoldView;

/** Until when a package is kept and why. */
export type Keeping = Api.EvidenceKeepingView;
export type WaitingHold = Api.EvidenceWaitingHold;
