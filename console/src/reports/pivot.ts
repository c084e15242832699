import type { CustomIndicator, IndicatorView } from './types';

/** What rows or columns go through. */
export type Axis = 'INDICATOR' | 'UNIT' | 'PERIOD' | 'KIND';
export const axes: readonly Axis[] = ['UNIT', 'INDICATOR', 'PERIOD', 'KIND'];

/** What can be chosen: the indicators of the catalogue, and those that the province defined of them. */
export interface Choosable {
  code: string;
  name: string;
  /** A topic of the catalogue, or `CUSTOM`. */
  topic: string;
  byPart: boolean;
}

export function choosable(known: readonly IndicatorView[], customs: readonly CustomIndicator[]): Choosable[] {
  return [...known, ...customs.filter((each) => !each.retired).map(({ code, name }) => ({ code, name, topic: 'CUSTOM', byPart: false }))];
}

export interface PivotQuery {
  rows: Axis;
  columns: Axis;
  indicators: string[];
  period: string;
  periods: number;
  part: string | null;
  area: string | null;
}

export const mostIndicators = 12;
const mostPeriods = 12;
const usual = ['TEAM_MEMBERS', 'GROUPS', 'PROGRAMMES', 'CAMERAS'];

export const hasAxis = (of: Pick<PivotQuery, 'rows' | 'columns'>, axis: Axis): boolean => of.rows === axis || of.columns === axis;

/** Whether two axes go together: each indicator has kinds of its own. */
const fit = (rows: Axis, columns: Axis): boolean => rows !== columns && !((rows === 'INDICATOR' && columns === 'KIND') || (rows === 'KIND' && columns === 'INDICATOR'));

/** The axes when one of them becomes another: they change places where they would be the same, and the other gives way where they do not fit. */
export function turned(before: Pick<PivotQuery, 'rows' | 'columns'>, axis: 'rows' | 'columns', to: Axis): { rows: Axis; columns: Axis } {
  const other = axis === 'rows' ? 'columns' : 'rows';
  const kept = before[other] === to ? before[axis] : before[other];
  const beside = fit(to, kept) ? kept : to === 'PERIOD' ? 'UNIT' : 'PERIOD';
  return axis === 'rows' ? { rows: to, columns: beside } : { rows: beside, columns: to };
}

/** What the address asks for, as far as it can be asked: only known indicators, as many as fit. */
export function readPivot(search: URLSearchParams, period: string, known: readonly Choosable[]): PivotQuery {
  const axis = (name: string, otherwise: Axis): Axis => axes.find((each) => each === search.get(name)) ?? otherwise;
  const rows = axis('rows', 'UNIT');
  const asked = axis('columns', rows === 'INDICATOR' ? 'UNIT' : 'INDICATOR');
  const columns = fit(rows, asked) ? asked : rows === 'PERIOD' ? 'UNIT' : 'PERIOD';
  const of = { rows, columns };
  const open = known.filter((each) => !hasAxis(of, 'KIND') || each.byPart).map((each) => each.code);
  const named = (search.get('indicators') ?? usual.join(',')).split(',').filter((each) => open.includes(each));
  const chosen = named.length > 0 ? named : open.slice(0, 1);
  const periods = Number(search.get('periods') ?? 4);
  return {
    rows,
    columns,
    indicators: chosen.slice(0, hasAxis(of, 'INDICATOR') ? mostIndicators : 1),
    period,
    periods: hasAxis(of, 'PERIOD') && Number.isInteger(periods) && periods >= 1 && periods <= mostPeriods ? periods : 1,
    part: hasAxis(of, 'KIND') || hasAxis(of, 'INDICATOR') ? null : search.get('part'),
    area: search.get('area'),
  };
}
