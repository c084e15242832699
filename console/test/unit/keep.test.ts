import { expect, test } from 'vitest';
import { dayMistakes, decisionMistakes, paperMistakes, reasonMistakes } from '../../src/keep/fields';

const fields = (mistakes: { field: string }[]) => mistakes.map((each) => each.field);

test('a reason has ten characters, whatever their bytes, and blanks count for nothing', () => {
  expect(fields(reasonMistakes('  ngắn       '))).toEqual(['reason']);
  expect(fields(reasonMistakes('😀'.repeat(9)))).toEqual(['reason']);
  expect(reasonMistakes('Đã xét xử.')).toEqual([]);
});

test('a paper says whose it is and its number', () => {
  expect(fields(paperMistakes({ authority: '', number: ' ' }, 'document'))).toEqual(['authority', 'document']);
  expect(paperMistakes({ authority: 'COURT', number: '45/2026/HS-ST' }, 'number')).toEqual([]);
});

test('a day is written as people write it', () => {
  expect(dayMistakes('on', '24/11/2026')).toEqual([]);
  expect(dayMistakes('on', '2026-11-24')).toEqual([]);
  expect(fields(dayMistakes('on', '31/02/2026'))).toEqual(['on']);
  expect(fields(dayMistakes('reviewOn', ''))).toEqual(['reviewOn']);
});

test('to confirm takes a choice, to refuse a reason as well', () => {
  expect(fields(decisionMistakes('', 'Đã xem bản án.'))).toEqual(['outcome']);
  expect(decisionMistakes('CONFIRMED', '')).toEqual([]);
  expect(fields(decisionMistakes('REFUSED', 'không'))).toEqual(['reason']);
  expect(decisionMistakes('REFUSED', 'Bản án chưa có hiệu lực.')).toEqual([]);
});
