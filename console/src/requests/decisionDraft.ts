import { useState } from 'react';

export const outcomes = ['APPROVE', 'APPROVE_LESS', 'REFUSE'] as const;
export type Outcome = (typeof outcomes)[number];

/** A decision as it is being written; kept in the tab until it is given or thrown away. */
export interface DecisionDraft {
  /** The code of the request. */
  request: string;
  outcome: Outcome | null;
  reason: string;
  code: string;
  from: string;
  to: string;
  cameraIds: string[];
}

const prefix = 'anbinh.decision.';
const keyOf = (requestId: string): string => prefix + requestId;

/** The requests of which a decision is being written in this tab. */
export function listDrafts(): { requestId: string; request: string }[] {
  return Object.keys(sessionStorage)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
    .flatMap((requestId) => {
      const draft = readDraft(requestId);
      return draft ? [{ requestId, request: draft.request }] : [];
    });
}

export function readDraft(requestId: string): DecisionDraft | null {
  try {
    const stored = sessionStorage.getItem(keyOf(requestId));
    return stored ? (JSON.parse(stored) as DecisionDraft) : null;
  } catch {
    return null;
  }
}

export function forgetDraft(requestId: string): void {
  sessionStorage.removeItem(keyOf(requestId));
}

export function useDecisionDraft(requestId: string, start: DecisionDraft): [DecisionDraft, (change: Partial<DecisionDraft>) => void] {
  const [draft, setDraft] = useState<DecisionDraft>(() => readDraft(requestId) ?? start);
  const change = (part: Partial<DecisionDraft>) =>
    setDraft((before) => {
      const next = { ...before, ...part };
      sessionStorage.setItem(keyOf(requestId), JSON.stringify(next));
      return next;
    });
  return [draft, change];
}
