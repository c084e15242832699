import { expect, test } from 'vitest';
import { outages } from '../../src/cameras/outages';
import type { Camera } from '../../src/cameras/types';

const lost = (code: string, lastFrameAt: string | null, connection = 'DOWN') => ({ code, recording: true, retired: null, health: { connection, storage: 'OK', lastFrameAt } }) as unknown as Camera;
const at = (second: string) => `2026-11-24T02:02:${second}Z`;
const found = (cameras: Camera[]) => outages(cameras).map((each) => [each.at, each.cameras.map(({ code }) => code).join(' ')]);

test('six cameras of one switch are one outage, whatever else stopped', () => {
  const six = ['50.200', '51', '50.900', '51.9', '50.2', '52.100'].map((second, n) => lost(`S${n}`, at(second)));
  expect(found([lost('A', at('40')), ...six, lost('B', null), lost('C', at('53'))])).toEqual([
    [at('50.200'), 'S0 S1 S2 S3 S4 S5'],
    [null, 'A B C'],
  ]);
  expect(found(six)).toEqual([[at('50.200'), 'S0 S1 S2 S3 S4 S5']]);
});

test('two that stop at once are two, and what records is no part of an outage', () => {
  expect(found([lost('A', at('10')), lost('B', at('10')), lost('C', at('10'), 'CONNECTED')])).toEqual([[null, 'A B C']]);
  expect(found([])).toEqual([]);
});

test('more lost together stand before fewer', () => {
  const few = ['10', '10', '10'].map((second, n) => lost(`F${n}`, at(second)));
  const many = ['20', '20', '21', '21'].map((second, n) => lost(`M${n}`, at(second)));
  expect(found([...few, ...many]).map(([, codes]) => codes)).toEqual(['M0 M1 M2 M3', 'F0 F1 F2']);
});
