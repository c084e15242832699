import { describe, expect, test } from 'vitest';
import { findCommunes } from '../../src/report/communes';
import { body, happenedAt, newDraft } from '../../src/report/draft';

const commune = (name: string, former: string[] = []) => ({ id: name, code: '1', name, kind: 'COMMUNE' as const, former });
const all = [commune('Xã Đồng Tiến', ['Xã Đồng Lợi (Triệu Sơn)']), commune('Phường Đông Tiến', ['Xã Đông Khê (Đông Sơn)']), commune('Xã Bá Thước', ['Thị trấn Cành Nàng (Bá Thước)'])];
const found = (typed: string) => findCommunes(all, typed).map((each) => each.commune.name);

describe('communes', () => {
  test('are found with accents first, and without all the same', () => {
    expect(found('Đồng Tiến')[0]).toBe('Xã Đồng Tiến');
    expect(found('đông tiến')[0]).toBe('Phường Đông Tiến');
    expect(found('dong tien').sort()).toEqual(['Phường Đông Tiến', 'Xã Đồng Tiến']);
  });

  test('are found by names that they had, which are said', () => {
    expect(findCommunes(all, 'canh nang')).toMatchObject([{ commune: { name: 'Xã Bá Thước' }, former: 'Thị trấn Cành Nàng (Bá Thước)' }]);
    expect(findCommunes(all, 'ba thuoc')[0]).toMatchObject({ former: null });
  });

  test('are none where nothing was typed or nothing fits', () => {
    expect(found(' - ')).toEqual([]);
    expect(found('nowhere')).toEqual([]);
  });
});

describe('a draft', () => {
  test('says when by the clock of the site', () => {
    const draft = newDraft();
    expect(happenedAt({ ...draft, when: 'ABOUT', at: '2026-11-26T23:15' }, 'Asia/Ho_Chi_Minh')).toBe('2026-11-26T16:15:00.000Z');
    expect(happenedAt({ ...draft, when: 'DAY', on: '2026-11-26' }, 'Asia/Ho_Chi_Minh')).toBe('2026-11-26T05:00:00.000Z');
    expect(happenedAt({ ...draft, when: 'ABOUT', at: '' }, 'Asia/Ho_Chi_Minh')).toBeNull();
    expect(happenedAt({ ...draft, when: 'NOW', at: '2026-11-26T23:15' }, 'Asia/Ho_Chi_Minh')).toBeNull();
  });

  test('is sent without a word of who writes it, unless they say so', () => {
    const draft = { ...newDraft(), name: 'Vi Thị Lan', named: false };
    expect(JSON.stringify(body(draft, 'Asia/Ho_Chi_Minh'))).not.toContain('Lan');
    expect(body({ ...draft, named: true }, 'Asia/Ho_Chi_Minh')['reporter']).toMatchObject({ name: 'Vi Thị Lan' });
    expect(newDraft().ticket).not.toBe(newDraft().ticket);
  });
});
