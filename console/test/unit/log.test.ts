import { expect, test } from 'vitest';
import { grouped } from '../../src/log/group';
import type { LogItem } from '../../src/log/types';

const item = (index: number, change: Partial<LogItem> = {}): LogItem => ({
  index,
  at: '2026-11-24T00:00:00Z',
  type: 'recording.watched',
  actor: { id: 'a', displayName: 'A' },
  objectKind: null,
  objectId: null,
  objectCode: null,
  summary: 'x',
  refused: false,
  detail: {},
  ...change,
});

test('the same act in a row is one line, and nothing is left out', () => {
  const items = [item(9), item(8), item(7, { refused: true }), item(6), item(5, { actor: null }), item(4, { actor: null })];
  expect(grouped(items).map((group) => group.map((each) => each.index))).toEqual([[9, 8], [7], [6], [5, 4]]);
});
