import { expect, test } from 'vitest';
import { bounds, classOf } from '../../src/reports/ProvinceMap';
import { lastOver, moved, periodAt, readPeriod, writePeriod } from '../../src/reports/periods';

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
