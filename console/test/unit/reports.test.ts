import { expect, test } from 'vitest';
import { below, changes, nextSort, readSort, sorted, spread, yearChange } from '../../src/reports/chartData';
import { bounds, classOf } from '../../src/reports/ProvinceMap';
import { lastOver, moved, periodAt, readPeriod, writePeriod } from '../../src/reports/periods';
import { readPivot, turned } from '../../src/reports/pivot';
import type { ShownFigure, Trend, UnitFigures } from '../../src/reports/types';

test('periods are read and written alike', () => {
  for (const text of ['2026', '2026-H2', '2026-Q3', '2026-07']) expect(writePeriod(readPeriod(text)!)).toBe(text);
  for (const text of ['', '26', '2026-Q5', '2026-13', '2026-1', null]) expect(readPeriod(text)).toBeNull();
});

test('one step back or on crosses the year', () => {
  expect(writePeriod(moved(readPeriod('2026-Q1')!, -1))).toBe('2025-Q4');
  expect(writePeriod(moved(readPeriod('2026-12')!, 1))).toBe('2027-01');
  expect(writePeriod(moved(readPeriod('2026')!, -2))).toBe('2024');
  expect(writePeriod(lastOver('QUARTER', 2026, 2))).toBe('2025-Q4');
  expect(writePeriod(periodAt('HALF_YEAR', 2026, 7))).toBe('2026-H2');
});

test('classes of a map have about as many units each, and every value one', () => {
  const values = [0, 3, 9, 9, 12, 40, 41, 200, 1000];
  const of = bounds(values);
  expect(of).toHaveLength(5);
  for (const value of values) expect(classOf(value, of)).toBeGreaterThanOrEqual(0);
  expect(classOf(1000, of)).toBe(4);
  expect(bounds([])).toEqual([]);
  expect(bounds([7, 7])).toEqual([7]);
});

const shown = (value: number | null): ShownFigure => ({ value, seen: value === null ? 'FEW' : 'YES' });
const line = (name: string, now: number | null, before: number | null = null) =>
  ({ id: name, code: name, name, values: [shown(now)], before: [shown(before)], reportId: null, report: null }) as UnitFigures;

test('a distribution has every number once in at most twelve bars of a round width', () => {
  for (const values of [[3], [0, 0, 0], [1, 2, 9, 11, 240], [0, 99, 100], [136004, 12]]) {
    const of = spread([...values, null].map(shown));
    expect(of.bars.reduce((sum, each) => sum + each.count, 0)).toBe(values.length);
    expect(of.bars.length).toBeLessThanOrEqual(12);
    expect(of.untold).toBe(1);
  }
  expect(spread([1, 2, 9, 11, 240].map(shown)).bars[1]).toEqual({ from: 50, to: 100, count: 0 });
  expect(spread([40, 10, 20, 30].map(shown)).median).toBe(20);
  expect(spread([shown(null)])).toEqual({ bars: [], median: null, told: 0, untold: 1 });
  expect(below([1, 5, 9, null].map(shown), 9)).toBe(2);
});

test('changes count whoever is told now and before, and name those that changed most, risen first', () => {
  const of = changes([line('a', 10, 4), line('b', 3, 9), line('c', 7, 7), line('d', null, 8), line('e', 60, 10)], 0);
  expect([of.up, of.down, of.untold]).toEqual([2, 1, 1]);
  expect(of.most.map((each) => each.id)).toEqual(['e', 'a', 'b']);
});

test('a year is compared in percent, a share in points, and nothing with nothing', () => {
  const course = (now: number | null, ago: number | null) => ({ indicator: 'A', name: 'A', points: [{ period: '2026', value: shown(now), yearAgo: shown(ago), average: null }] }) as Trend;
  expect(yearChange(course(150, 120), false)).toBe(25);
  expect(yearChange(course(81.4, 84), true)).toBe(-2.6);
  expect(yearChange(course(3, 0), false)).toBeNull();
  expect(yearChange(course(3, null), false)).toBeNull();
});

test('a column is sorted from its useful end, then the other way; what is not told comes last either way', () => {
  expect(nextSort(null, 'name')).toBe('name');
  expect(nextSort(readSort('name'), 'name')).toBe('-name');
  expect(nextSort(null, 'CASES')).toBe('-CASES');
  expect(nextSort(readSort('-CASES'), 'CASES')).toBe('CASES');
  expect(nextSort(readSort('CASES'), 'CASES')).toBe('-CASES');
  const lines = [line('b', null), line('đ', 3), line('a', 9)];
  const names = (sort: string) => sorted(lines, readSort(sort), ['CASES'], 'vi').map((each) => each.name);
  expect(names('-CASES')).toEqual(['a', 'đ', 'b']);
  expect(names('CASES')).toEqual(['đ', 'a', 'b']);
  expect(names('name')).toEqual(['a', 'b', 'đ']);
});

test('a pivot asks only what can be asked', () => {
  const known = [
    { code: 'CASES', name: 'Cases', topic: 'CASES', byPart: true },
    { code: 'TEAMS', name: 'Teams', topic: 'TEAMS', byPart: false },
  ];
  const read = (address: string) => readPivot(new URLSearchParams(address), '2026-Q3', known);
  expect(read('')).toMatchObject({ rows: 'UNIT', columns: 'INDICATOR', indicators: ['CASES'], periods: 1 });
  expect(read('rows=KIND&columns=INDICATOR')).toMatchObject({ rows: 'KIND', columns: 'PERIOD', indicators: ['CASES'], periods: 4 });
  expect(read('rows=UNIT&columns=UNIT&indicators=TEAMS,CASES')).toMatchObject({ columns: 'PERIOD', indicators: ['TEAMS'] });
  expect(read('indicators=TEAMS,NONE,CASES').indicators).toEqual(['TEAMS', 'CASES']);
  expect(read('columns=PERIOD&periods=99').periods).toBe(1);
  expect(turned({ rows: 'UNIT', columns: 'PERIOD' }, 'rows', 'PERIOD')).toEqual({ rows: 'PERIOD', columns: 'UNIT' });
  expect(turned({ rows: 'UNIT', columns: 'INDICATOR' }, 'rows', 'KIND')).toEqual({ rows: 'KIND', columns: 'PERIOD' });
});
