import type { PersonRef } from '../api/types';

export interface LogItem {
  index: number;
  at: string;
  type: string;
  actor: PersonRef | null;
  objectKind: string | null;
  objectId: string | null;
  objectCode: string | null;
  summary: string;
  refused: boolean;
  detail: Record<string, unknown> | null;
}

export interface LogEntry extends LogItem {
  leaf: unknown;
  leafHash: string;
  payload: unknown;
  salt: string | null;
}

export interface LogStatus {
  origin: string;
  size: number;
  rootHash: string;
  checkpointAt: string | null;
  verifierKey: string;
  lastCheck: { at: string; ok: boolean; size: number; problem: string | null } | null;
  witnesses: LogWitnesses | null;
}

export interface LogWitnesses {
  needed: number;
  members: number;
  size: number | null;
  behindSince: string | null;
  alarm: boolean;
  witnesses: LogWitness[];
}

export interface LogWitness {
  name: string;
  key: string;
  size: number | null;
  at: string | null;
  trouble: 'UNREACHABLE' | 'UNKNOWN_LOG' | 'WRONG_ANSWER' | 'LARGER_SEEN' | 'OTHER_HISTORY' | null;
  detail: string | null;
  since: string | null;
}
