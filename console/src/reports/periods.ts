export type PeriodKind = 'MONTH' | 'QUARTER' | 'HALF_YEAR' | 'YEAR';
export const periodKinds: readonly PeriodKind[] = ['MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR'];

/** A month, quarter, half-year or year: `2026-07`, `2026-Q3`, `2026-H2`, `2026`. */
export interface Period {
  kind: PeriodKind;
  year: number;
  number: number;
}

const months: Record<PeriodKind, number> = { MONTH: 1, QUARTER: 3, HALF_YEAR: 6, YEAR: 12 };

export function readPeriod(text: string | null): Period | null {
  const match = /^(20\d\d)(?:-(?:Q([1-4])|H([12])|(0[1-9]|1[0-2])))?$/.exec(text ?? '');
  if (!match) return null;
  const year = Number(match[1]);
  if (match[2]) return { kind: 'QUARTER', year, number: Number(match[2]) };
  if (match[3]) return { kind: 'HALF_YEAR', year, number: Number(match[3]) };
  return match[4] ? { kind: 'MONTH', year, number: Number(match[4]) } : { kind: 'YEAR', year, number: 1 };
}

export function writePeriod({ kind, year, number }: Period): string {
  switch (kind) {
    case 'MONTH':
      return `${year}-${String(number).padStart(2, '0')}`;
    case 'QUARTER':
      return `${year}-Q${number}`;
    case 'HALF_YEAR':
      return `${year}-H${number}`;
    case 'YEAR':
      return String(year);
  }
}

/** The period of a kind in which a month (1 to 12) of a year lies. */
export function periodAt(kind: PeriodKind, year: number, month: number): Period {
  return { kind, year, number: Math.floor((month - 1) / months[kind]) + 1 };
}

export function moved(period: Period, by: number): Period {
  const each = 12 / months[period.kind];
  const at = period.year * each + period.number - 1 + by;
  return { kind: period.kind, year: Math.floor(at / each), number: (at % each) + 1 };
}

/** The first month of a period, counted from the year 0. */
export const startOf = (period: Period): number => period.year * 12 + (period.number - 1) * months[period.kind];

/** The last period of a kind that is over. */
export function lastOver(kind: PeriodKind, year: number, month: number): Period {
  return moved(periodAt(kind, year, month), -1);
}
