import type { Step } from './types';

/** One thing to say of a reading; what nobody remembered is said of neighbours at once. */
export interface Note {
  kind: Exclude<Step['kind'], 'SAME'> | 'MISSED_FIRST';
  /** The place of what was read in the reading, from 1; of what was not read, the place before it. */
  place: number;
  remembered: string;
  read: string;
}

/** What was read or remembered where nothing is known of it. */
const unknown = '?';

/** In words' order, how a reading differs from what was remembered; nothing where it does not. */
export function notesOf(steps: readonly Step[]): Note[] {
  const notes: Note[] = [];
  let place = 0;
  let before: Step['kind'] = 'SAME';
  for (const { kind, remembered, read } of steps) {
    if (read !== null) place++;
    const last = notes.at(-1);
    if (kind === 'FILLED' && before === 'FILLED' && last) last.read += read ?? unknown;
    else if (kind !== 'SAME') notes.push({ kind: kind === 'MISSED' && place === 0 ? 'MISSED_FIRST' : kind, place, remembered: remembered ?? unknown, read: read ?? unknown });
    before = kind;
  }
  return notes;
}

/** How a character is marked, beside its colour and line; empty where it is as remembered. */
export function markOf({ kind, remembered }: Step): string {
  switch (kind) {
    case 'SAME':
      return '';
    case 'FILLED':
      return unknown;
    case 'ALIKE':
      return `≈${remembered ?? unknown}`;
    case 'OTHER':
      return `≠${remembered ?? unknown}`;
    case 'ADDED':
      return '+';
    case 'MISSED':
      return `−${remembered ?? unknown}`;
  }
}

/** Whether nothing of a reading speaks against what was remembered. */
export function isAsRemembered(steps: readonly Step[]): boolean {
  return steps.every(({ kind }) => kind === 'SAME' || kind === 'FILLED');
}
