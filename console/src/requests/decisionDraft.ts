import { useState } from 'react';

export const outcomes = ['APPROVE', 'APPROVE_LESS', 'REFUSE'] as const;
export type Outcome = (typeof outcomes)[number];

/** A decision as it is being written; kept in the tab until it is given or thrown away. */
export interface DecisionDraft {
  outcome: Outcome | null;
  reason: string;
  code: string;
  from: string;
  to: string;
  cameraIds: string[];
}

const keyOf = (requestId: string): string => `anbinh.decision.${requestId}`;

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
