import type { Figure } from '../cases/types';
import type { PersonRef } from '../api/types';
import type { ToldSpan } from '../time/quarters';

export const bases = ['PARTY_ASKS', 'MEDIATOR_KNOWS', 'ASSIGNED_OR_ASKED'] as const;
export type Basis = (typeof bases)[number];
export const disputeKinds = ['NEIGHBOURS', 'PROPERTY', 'BOUNDARY', 'FAMILY', 'INHERITANCE', 'DEBT', 'ENVIRONMENT', 'OTHER'] as const;
export type DisputeKind = (typeof disputeKinds)[number];
export type MediationState = 'RECEIVED' | 'ASSIGNED' | 'ACCEPTED' | 'IN_PROGRESS' | 'FOLLOW_UP' | 'CLOSED' | 'REFERRED' | 'REVIEW';
export type NextAct = 'ASSIGN' | 'ACCEPT' | 'START' | 'GO_ON' | 'FOLLOW_UP' | 'REVIEW' | 'NONE';
export const urgencies = ['CRITICAL', 'OVERDUE', 'SOON', 'LATER'] as const;
export type Urgency = (typeof urgencies)[number];
export type MediationOutcome = 'AGREED' | 'NOT_AGREED' | 'STOPPED' | 'ESCALATED';

/** A mediation as lists show it; who is only to know that it exists gets null for the rest. */
export interface Mediation {
  id: string;
  code: string;
  villageId: string;
  villageName: string;
  otherVillageName: string | null;
  state: MediationState;
  receivedOn: string;
  next: NextAct;
  urgency: Urgency;
  nextOn: string | null;
  initials: string | null;
  kind: DisputeKind | null;
  basis: Basis | null;
  mediator: string | null;
  entry: number | null;
  startBy: string | null;
  startAgreed: boolean | null;
  startedOn: string | null;
  startLate: boolean | null;
  sessions: number | null;
  outcome: MediationOutcome | null;
  kept: boolean | null;
  closedAt: string | null;
  erasedAt: string | null;
}

export type MediationAct =
  | 'CHECK'
  | 'REVIEW'
  | 'TAKE_BACK'
  | 'EXCLUDE'
  | 'ASSIGN'
  | 'ACCEPT'
  | 'AGREE_START'
  | 'HOLD'
  | 'AGREE'
  | 'FAIL'
  | 'STOP'
  | 'ESCALATE'
  | 'FOLLOW_UP'
  | 'CORRECT'
  | 'PRINT';

export interface MediationDetails {
  mediation: Mediation;
  /** Referred for violence in a family or for a child. */
  guarded: boolean;
  /** Whose look it waits for; null for none, and for who is not told. */
  review: 'OFFICER' | 'SECOND_PERSON' | null;
  readsContent: boolean;
  receivedBy: PersonRef;
  acts: MediationAct[];
  steps: { at: string; what: string; by: PersonRef }[];
}

export const scopeQuestions = ['VIOLENCE', 'CHILD', 'INJURY', 'OFFENCE', 'PUBLIC_INTEREST', 'BARRED', 'OTHER_LAW'] as const;
export type ScopeQuestion = (typeof scopeQuestions)[number];

/** What must not be mediated, and whom to turn to instead, the first to call first. */
export interface Scope {
  question: ScopeQuestion;
  guards: boolean;
  authorities: { authority: string; phone: string | null; source: string }[];
}

export const exclusions = ['KIN', 'INTEREST', 'PARTY_OBJECTS', 'OTHER'] as const;
export const correctedItems = ['PARTIES', 'ABOUT', 'SESSION', 'AGREEMENT', 'OTHER'] as const;
export const followUpResults = ['URGED', 'KEPT', 'NOT_KEPT'] as const;
export const stoppers = ['ONE_PARTY', 'ALL_PARTIES'] as const;

export interface WrittenItems {
  matter: string;
  course: string;
  duties: string;
  manner: string;
}

/** Who the parties are and what was said. */
export interface MediationContent {
  parties: { name: string; address: string; phone: string | null }[];
  about: string;
  yes: ScopeQuestion[];
  notes: { at: string; words: string; cause: string | null }[];
  sessions: { on: string; place: string; openly: boolean; present: string; words: string; lateReason: string | null }[];
  agreement: { agreed: string; by: string; written: WrittenItems | null } | null;
  end: { stoppedBy: string | null; authority: string | null; words: string } | null;
  followUps: { on: string; result: string; words: string }[];
  corrections: { at: string; item: string; words: string }[];
  reviews: { at: string; cues: { category: string; words: string }[]; decision: { at: string; yes: ScopeQuestion[]; reason: string } | null }[];
}

export interface MediatorChoice {
  id: string;
  name: string;
  leader: boolean;
  free: boolean;
}

export type TeamGap = 'TOO_FEW' | 'NO_WOMAN' | 'NO_LEADER' | 'MINORITY';

export interface MediatorEntry {
  id: string;
  name: string;
  woman: boolean;
  leader: boolean;
  state: 'PROPOSED' | 'REFUSED' | 'RECOGNISED' | 'ENDED';
  account: PersonRef | null;
  decisionNumber: string | null;
  decidedOn: string | null;
  endedOn: string | null;
  endCause: string | null;
  /** How they were elected; null of whom a list brought in. */
  elected: { form: string; on: string; households: number; votes: number } | null;
  /** How the mediators elected who leads; null of others, and where a list brought it. */
  ledBy: { form: string; heldOn: string; voters: number; votes: number } | null;
  /** Of a release that waits for the chair. */
  releaseCause: string | null;
  releaseReason: string | null;
}

export interface MediationTeam {
  id: string;
  villageId: string;
  villageName: string;
  recognised: boolean;
  minorityArea: boolean;
  minorityRepresented: boolean | null;
  gaps: TeamGap[];
  waiting: number;
  mayPropose: boolean;
  mayDecide: boolean;
  mayConfirm: boolean;
  mediators: MediatorEntry[];
}

export const endCauses = ['OWN_WISH', 'CRITERIA', 'BREACH'] as const;

export const countColumns = ['received', 'agreed', 'notAgreed', 'stopped', 'escalated', 'referred', 'pending'] as const;
/** How many were referred is told of whole communes only; of those that are pending, who sees figures only learns no village's. */
export type MediationCounts = Record<(typeof countColumns)[number], Figure | null> & { success: number | null };

export interface MediationFigures extends ToldSpan {
  exact: boolean;
  total: MediationCounts;
  lines: { areaId: string; areaName: string; counts: MediationCounts }[];
}
