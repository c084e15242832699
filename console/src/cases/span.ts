import { isoInstant, parseInstant } from '../time/zone';

const minute = 60_000;
const longestMillis = 24 * 60 * minute;

/** The time to search for: that of a case or an incident, or some minutes around a moment; a day at most. */
export function searchSpan({ occurredFrom, occurredTo }: { occurredFrom: string; occurredTo: string | null }, now: number): { from: string; to: string } {
  const from = parseInstant(occurredFrom);
  const to = occurredTo ? parseInstant(occurredTo) : NaN;
  const span = Number.isFinite(to) && to > from ? { from, to: Math.min(to, from + longestMillis) } : { from: from - 5 * minute, to: from + 10 * minute };
  return { from: isoInstant(span.from), to: isoInstant(Math.min(span.to, Math.max(now, span.from + minute))) };
}
