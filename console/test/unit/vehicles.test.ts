import { describe, expect, test } from 'vitest';
import { activityOf } from '../../src/player/activity';
import { type Draft, startOf } from '../../src/requests/draft';
import { looserThan, platesUpTo } from '../../src/vehicles/levels';
import { isAsRemembered, markOf, notesOf } from '../../src/vehicles/steps';
import type { Step } from '../../src/vehicles/types';

const step = (kind: Step['kind'], remembered: string | null, read: string | null): Step => ({ kind, remembered, read });
const same = (text: string) => [...text].map((each) => step('SAME', each, each));

describe('the steps from what was remembered to what was read', () => {
  test('are said with the place in the reading, and neighbours that nobody remembered at once', () => {
    const steps = [step('OTHER', '2', '3'), ...same('6A'), step('ALIKE', '8', 'B'), step('FILLED', null, '4'), step('FILLED', null, '5'), step('ADDED', null, '1'), step('MISSED', '9', null)];
    expect(notesOf(steps)).toEqual([
      { kind: 'OTHER', place: 1, remembered: '2', read: '3' },
      { kind: 'ALIKE', place: 4, remembered: '8', read: 'B' },
      { kind: 'FILLED', place: 5, remembered: '?', read: '45' },
      { kind: 'ADDED', place: 7, remembered: '?', read: '1' },
      { kind: 'MISSED', place: 7, remembered: '9', read: '?' },
    ]);
  });

  test('say nothing of what is as remembered, and name what is missing at the beginning', () => {
    expect(notesOf(same('36A12345'))).toEqual([]);
    expect(notesOf([step('MISSED', '3', null), ...same('6A')])).toEqual([{ kind: 'MISSED_FIRST', place: 0, remembered: '3', read: '?' }]);
    expect(notesOf([step('FILLED', null, '1'), ...same('2'), step('FILLED', null, '3')]).map(({ read }) => read)).toEqual(['1', '3']);
  });

  test('are marked by a sign of their own', () => {
    const marks = [...same('3'), step('FILLED', null, '6'), step('ALIKE', '8', 'B'), step('OTHER', '7', '4'), step('ADDED', null, '1'), step('MISSED', null, null)].map(markOf);
    expect(marks).toEqual(['', '?', '≈8', '≠7', '+', '−?']);
    expect(isAsRemembered([...same('3'), step('FILLED', null, '6')])).toBe(true);
    expect(isAsRemembered([step('ALIKE', '8', 'B')])).toBe(false);
  });
});

test('levels add up, and the next one that accepts more is found', () => {
  const levels = [3, 0, 12].map((plates, index) => ({ cost: index * 10, plates, examples: [] }));
  expect([0, 10, 20, 60].map((most) => platesUpTo(levels, most))).toEqual([3, 3, 15, 15]);
  expect([looserThan(levels, 0), looserThan(levels, 20), looserThan([], 0)]).toEqual([20, null, null]);
});

describe('a pass that is added to a request', () => {
  const clock = { zone: 'Asia/Ho_Chi_Minh', now: () => Date.parse('2026-11-02T12:00:00Z') };
  const before = { caseId: 'c', cameraIds: ['one'], from: '02/11/2026 18:00:00', to: '02/11/2026 18:05:00', origins: {} } as unknown as Draft;
  const link = (text: string) => new URLSearchParams(text);

  test('adds its camera, and its time where that is near', () => {
    expect(startOf(link('case=c&add=two&from=2026-11-02T11:30:00Z&to=2026-11-02T11:31:00Z'), before, clock)).toMatchObject({
      cameraIds: ['one', 'two'],
      from: '02/11/2026 18:00:00',
      to: '02/11/2026 18:31:00',
    });
    expect(startOf(link('case=c&add=one&from=2026-11-02T11:01:00Z&to=2026-11-02T11:02:00Z'), before, clock), 'said again, it is there once').toMatchObject({
      cameraIds: ['one'],
      from: '02/11/2026 18:00:00',
      to: '02/11/2026 18:05:00',
    });
  });

  test('begins anew for another case, and for another time of the day', () => {
    for (const text of ['case=d&add=two&from=2026-11-02T11:30:00Z&to=2026-11-02T11:31:00Z', 'case=c&add=two&from=2026-11-02T21:00:00Z&to=2026-11-02T21:01:00Z'])
      expect(startOf(link(text), before, clock).cameraIds).toEqual(['two']);
  });
});

describe('what passed a camera', () => {
  test('is told by parts of the length that the answer names', () => {
    const item = { at: '2026-11-02T11:30:00Z', vehicles: 3, persons: 1 };
    const from = Date.parse(item.at);
    expect(activityOf([{ from, to: from + 3_600_000, answer: { seconds: 600, items: [item] } }])).toEqual([{ from, to: from + 600_000, vehicles: 3, persons: 1 }]);
  });
});
