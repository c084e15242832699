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

export interface Campaign {
  campaign: CampaignLine;
  aim: string;
  villages: { id: string; name: string }[];
  proposedBy: PersonRef;
  proposedAt: string;
  decision: { by: PersonRef; at: string; reason: string | null; number: string | null; on: string | null; signer: string | null } | null;
  endedOn: string | null;
  messages: { language: 'VI' | 'EN' | 'AR'; version: number; words: string; by: PersonRef; at: string }[];
  materials: { id: string; title: string; media: string; sizeBytes: number; by: PersonRef; at: string }[];
  reports: { version: number; words: string; lessons: string | null; commitments: number; models: number; by: PersonRef; at: string }[];
  commendations: { id: string; whom: 'UNIT' | 'PERSON'; name: string | null; form: string; authority: string; number: string; on: string; signer: string | null }[];
  mayKeep: boolean;
  mayDecide: boolean;
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
}
