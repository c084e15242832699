import type * as Api from '#api';
import type { PersonRef } from '../api/types';

export type CampaignState = CampaignLine['state'];
export const campaignStates: readonly CampaignState[] = ['PLANNED', 'RUNNING', 'ENDED', 'REPORTED', 'REFUSED'];

export type CampaignLine = Api.CampaignCampaignLine;

export interface Message {
  language: 'VI' | 'EN' | 'AR';
  version: number;
  words: string;
  by: PersonRef;
  at: string;
}

export type Material = Api.CampaignMaterialView;

/** What was said or added once; a material has no language. */
export type Said = Api.CampaignSaidView;
export type Commendation = Api.CampaignCommendationView;

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

export type Activity = Api.CampaignActivityView;
