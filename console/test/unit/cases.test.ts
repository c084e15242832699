import { describe, expect, test } from 'vitest';
import { searchSpan } from '../../src/cases/span';
import { markLetter } from '../../src/map/sector';

const now = Date.parse('2026-11-25T12:00:00Z');

describe('the span to search for', () => {
  test('is that of what happened, a day at most', () => {
    expect(searchSpan({ occurredFrom: '2026-11-24T15:00:00Z', occurredTo: '2026-11-24T22:00:00Z' }, now)).toEqual({ from: '2026-11-24T15:00:00.000Z', to: '2026-11-24T22:00:00.000Z' });
    expect(searchSpan({ occurredFrom: '2026-11-20T15:00:00Z', occurredTo: '2026-11-24T22:00:00Z' }, now).to).toBe('2026-11-21T15:00:00.000Z');
  });

  test('is some minutes around a moment and never in the future', () => {
    expect(searchSpan({ occurredFrom: '2026-11-24T15:00:00Z', occurredTo: null }, now)).toEqual({ from: '2026-11-24T14:55:00.000Z', to: '2026-11-24T15:10:00.000Z' });
    expect(searchSpan({ occurredFrom: '2026-11-25T11:58:00Z', occurredTo: null }, now).to).toBe('2026-11-25T12:00:00.000Z');
  });
});

test('the letters of the map go on after Z', () => {
  expect([0, 1, 25, 26, 52].map(markLetter)).toEqual(['A', 'B', 'Z', 'A1', 'A2']);
});
