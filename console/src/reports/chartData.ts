import type { ShownFigure, Trend, UnitFigures } from './types';

/** A bar of a distribution: from a number on, up to the next one. */
export interface Bar {
  from: number;
  to: number;
  count: number;
}

/** How the numbers of units are spread. */
export interface Spread {
  bars: Bar[];
  /** Half of the units have no more than this; null where none is told. */
  median: number | null;
  told: number;
  untold: number;
}

const mostBars = 12;

/** A round width of bars, of which twelve at most reach from zero to a number. */
function roundStep(to: number): number {
  const least = Math.max(to, 1) / (mostBars - 1);
  const power = 10 ** Math.floor(Math.log10(least));
  return Math.max(1, [1, 2, 5, 10].map((each) => each * power).find((each) => each >= least - 1e-9) ?? 10 * power);
}

export function spread(figures: readonly ShownFigure[]): Spread {
  const values = figures.flatMap((each) => each.value ?? []).sort((one, other) => one - other);
  const step = roundStep(values.at(-1) ?? 0);
  const bars: Bar[] = [];
  for (let from = 0; values.length > 0 && from <= values.at(-1)!; from += step) {
    bars.push({ from, to: from + step, count: values.filter((each) => each >= from && each < from + step).length });
  }
  return { bars, median: values[Math.ceil(values.length / 2) - 1] ?? null, told: values.length, untold: figures.length - values.length };
}

/** How many units have less than a number. */
export const below = (figures: readonly ShownFigure[], than: number): number => figures.filter((each) => each.value !== null && each.value < than).length;

/** What one unit had and has. */
export interface Change {
  id: string;
  name: string;
  before: number;
  now: number;
}

export interface Changes {
  up: number;
  down: number;
  untold: number;
  /** Those that changed most, what rose first. */
  most: Change[];
}

const mostChanges = 8;
const size = (each: Change) => each.now - each.before;

export function changes(lines: readonly UnitFigures[], column: number): Changes {
  const told: Change[] = [];
  for (const line of lines) {
    const now = line.values[column]?.value ?? null;
    const before = line.before[column]?.value ?? null;
    if (now !== null && before !== null) told.push({ id: line.id, name: line.name, before, now });
  }
  const most = told
    .filter((each) => size(each) !== 0)
    .sort((one, other) => Math.abs(size(other)) - Math.abs(size(one)))
    .slice(0, mostChanges)
    .sort((one, other) => size(other) - size(one));
  return { up: told.filter((each) => size(each) > 0).length, down: told.filter((each) => size(each) < 0).length, untold: lines.length - told.length, most };
}

/** By how much the last number of a course differs from the one a year before, in percent; in points of a share. */
export function yearChange(trend: Trend, share: boolean): number | null {
  const last = trend.points.at(-1);
  const now = last?.value.value ?? null;
  const ago = last?.yearAgo.value ?? null;
  if (now === null || ago === null) return null;
  if (share) return Math.round((now - ago) * 10) / 10;
  return ago === 0 ? null : Math.round(((now - ago) / ago) * 100);
}

/** The way in which a column is sorted, as the address has it: a minus for the largest first. */
export interface Sort {
  by: string;
  down: boolean;
}

export const readSort = (text: string | null): Sort | null => (text ? { by: text.replace(/^-/, ''), down: text.startsWith('-') } : null);

/** What a press on the head of a column leads to: names from A on, numbers from the largest on, then the other way round. */
export function nextSort(before: Sort | null, by: string): string {
  const first = by === 'name' ? by : `-${by}`;
  return before?.by === by && (before.down ? '-' : '') + by === first ? (before.down ? by : `-${by}`) : first;
}

/** Lines in their order; what is not told comes last either way. */
export function sorted(lines: readonly UnitFigures[], sort: Sort | null, columns: readonly string[], locale: string): UnitFigures[] {
  if (!sort) return [...lines];
  const sign = sort.down ? -1 : 1;
  if (sort.by === 'name') return [...lines].sort((one, other) => sign * one.name.localeCompare(other.name, locale));
  const column = columns.indexOf(sort.by);
  const value = (line: UnitFigures) => line.values[column]?.value ?? null;
  return [...lines].sort((one, other) => {
    const [a, b] = [value(one), value(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return sign * (a - b);
  });
}
