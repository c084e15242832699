import type { PersonRef } from '../api/types';

export type Verdict = 'JUSTIFIED' | 'NOT_JUSTIFIED';

export type EmergencyPurpose = 'FOOTAGE' | 'SITUATIONS';

/** Somebody's leave to see footage of one area, or to read reports of one commune, that they may not otherwise see. */
export interface EmergencyAccess {
  id: string;
  code: string;
  person: PersonRef;
  purpose: EmergencyPurpose;
  areaId: string;
  areaName: string;
  reason: string;
  openedAt: string;
  end: string;
  open: boolean;
  reviewBy: string;
  overdue: boolean;
  review: { verdict: Verdict; reason: string; by: PersonRef; at: string } | null;
}

/** One entry of the log in which footage was seen, or reports were sought and read, under it. */
export interface Looked {
  at: string;
  what: string;
  cameraId: string | null;
  cameraCode: string | null;
  situationCode: string | null;
  from: string | null;
  to: string | null;
  attributes: ('CODE' | 'KIND' | 'VILLAGE' | 'DAY')[];
  villageName: string | null;
  day: string | null;
  index: number;
}

export interface EmergencyDetails extends EmergencyAccess {
  looked: Looked[];
  /** Whether there is more in the log than is shown. */
  cut: boolean;
}

/** One's own: the open one, how many more, and the last ones. */
export interface OwnEmergencies {
  open: EmergencyAccess | null;
  left: number;
  last: EmergencyAccess[];
}

export const shortestReason = 20;
export const longestReason = 1000;

/** As the server counts: blanks in a row are one. */
export function isReason(text: string): boolean {
  const length = [...text.trim().replace(/\s+/g, ' ')].length;
  return length >= shortestReason && length <= longestReason;
}
