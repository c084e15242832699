import type { Level } from './types';

export const levelStep = 10;
export const mostMisreading = 60;

/** How many plates are accepted in all where a reading may be so wrong. */
export function platesUpTo(levels: readonly Level[], misreading: number): number {
  return levels.filter(({ cost }) => cost <= misreading).reduce((sum, { plates }) => sum + plates, 0);
}

/** The next level at which more plates are accepted; null where there are none. */
export function looserThan(levels: readonly Level[], misreading: number): number | null {
  return levels.find(({ cost, plates }) => cost > misreading && plates > 0)?.cost ?? null;
}
