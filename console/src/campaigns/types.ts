import type { PersonRef } from '../api/types';

export type CampaignState = 'PLANNED' | 'REFUSED' | 'RUNNING' | 'ENDED' | 'REPORTED';
export const campaignStates: readonly CampaignState[] = ['PLANNED', 'RUNNING', 'ENDED', 'REPORTED', 'REFUSED'];

export interface CampaignLine {
  id: string;
  code: string;
  title: string;
  areaId: string;
  areaName: string;
  from: string;
  until: string;
  state: CampaignState;
  partners: string[];
  activities: number;
  attended: number;
  households: number;
  leaflets: number;
}

export interface Message {
  language: 'VI' | 'EN' | 'AR';
  version: number;
  words: string;
  by: PersonRef;
  at: string;
}

export interface Material {
  id: string;
  title: string;
  media: string;
  sizeBytes: number;
  /** How it stands with the checker for malware; while it waits, and where it is infected, it is not given out. */
  check: 'CLEAN' | 'TOO_LARGE' | 'UNCHECKED' | 'WAITING' | 'INFECTED';
  by: PersonRef;
  at: string;
}

/** What was said or added once; a material has no language. */
export interface Said {
  key: string;
  language: Message['language'] | null;
  version: number;
  text: string;
  standing: 'WAITING' | 'ACCEPTED' | 'REFUSED';
  /** Whether it is what readers see now. */
  counts: boolean;
  by: PersonRef;
  at: string;
  decidedBy: PersonRef | null;
  decidedAt: string | null;
  reason: string | null;
  removedBy: PersonRef | null;
  removedAt: string | null;
}

export interface Commendation {
  id: string;
  whom: 'UNIT' | 'PERSON';
  name: string | null;
  form: string;
  authority: string;
  number: string;
  on: string;
  signer: string | null;
  by: PersonRef;
  /** Why it counts no more. */
  withdrawn: string | null;
  mayWithdraw: boolean;
}

export interface Campaign {
  campaign: CampaignLine;
  /** How often it was changed, which a decision names. */
  version: number;
  aim: string;
  villages: { id: string; name: string }[];
  proposedBy: PersonRef;
  proposedAt: string;
  decision: { by: PersonRef; at: string; reason: string | null; number: string | null; on: string | null; signer: string | null } | null;
  endedOn: string | null;
  messages: Message[];
  materials: Material[];
  reports: { version: number; words: string; lessons: string | null; commitments: number; models: number; by: PersonRef; at: string }[];
  /** Said and added after the approval; empty for who neither keeps nor decides it. */
  waiting: { messages: Message[]; materials: Material[] };
  mayKeep: boolean;
  /** Whether the reader may end it and take materials away. */
  mayManage: boolean;
  mayReadHistory: boolean;
  mayDecide: boolean;
  mayDecideChanges: boolean;
}

export const activityKinds = ['MEETING', 'BROADCAST', 'VISIT', 'DISTRIBUTION', 'CONTEST', 'OTHER'] as const;

export interface Activity {
  id: string;
  kind: (typeof activityKinds)[number];
  on: string;
  place: string;
  words: string | null;
  attended: number;
  households: number;
  leaflets: number;
  by: PersonRef;
  /** Why it counts no more. */
  withdrawn: string | null;
  mayWithdraw: boolean;
}
