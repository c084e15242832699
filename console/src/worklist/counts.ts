import { places } from './places';
import type { WorklistEntry } from './types';

/** How much waits in some sections of the console, the home of all work in none. */
export function countOf(entries: readonly WorklistEntry[], sections: readonly { path: string }[]): { count: number; overdue: number } {
  const here = entries.filter((entry) => sections.some((section) => section.path === places[entry.kind].section));
  return { count: here.reduce((sum, entry) => sum + entry.count, 0), overdue: here.reduce((sum, entry) => sum + entry.overdue, 0) };
}

/** What is overdue first, then what is due first; what has no time comes last. */
export function byUrgency(entries: readonly WorklistEntry[]): WorklistEntry[] {
  const due = (entry: WorklistEntry) => entry.nextDue ?? '9';
  return [...entries].sort((one, other) => Number(other.overdue > 0) - Number(one.overdue > 0) || due(one).localeCompare(due(other)));
}

/** How much of an entry is overdue: of all of it the count is said already, and no second number stands beside it. */
export function overdueOf(entry: WorklistEntry): 'none' | 'some' | 'all' {
  if (entry.overdue === 0) return 'none';
  return entry.overdue < entry.count ? 'some' : 'all';
}
