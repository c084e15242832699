import { isoInstant, parseInstant } from '../time/zone';

/** The start and the end of what is marked; they stand in the address. */
export interface Marks {
  from: number | null;
  to: number | null;
}

const moment = (text: string | null): number | null => {
  const at = parseInstant(text ?? '');
  return Number.isFinite(at) ? at : null;
};

export function marksOf(from: string | null, to: string | null): Marks {
  return { from: moment(from), to: moment(to) };
}

/** The marks with one of them at an instant; another that it would cross goes. */
export function marked(before: Marks, which: 'from' | 'to', at: number): Marks {
  const next = { ...before, [which]: at };
  return next.from !== null && next.to !== null && next.from > next.to ? { from: null, to: null, [which]: at } : next;
}

export function marksAddress({ from, to }: Marks): { in: string | null; out: string | null } {
  return { in: from === null ? null : isoInstant(from), out: to === null ? null : isoInstant(to) };
}
