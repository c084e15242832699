// The made-up findings of the stand-in.
import { dayOf, iso } from './days.mjs';

const hour = 3_600_000;
const id = (n) => `01900000-0000-7000-b000-${String(n).padStart(12, '0')}`;

export function findings(world) {
  const now = world.now();
  const person = (n) => ({ id: world.people[n].id, displayName: world.people[n].displayName });
  const camera = { kind: 'camera', id: world.cameras[0].id, code: 'CAM-0001' };
  const look = (n, more = {}) => ({
    at: iso(now - (30 - 5 * n) * 24 * hour),
    kind: 'FOOTAGE',
    target: camera,
    from: iso(now - (30 - 5 * n) * 24 * hour - hour),
    to: iso(now - (30 - 5 * n) * 24 * hour),
    covered: 'NO',
    caseId: null,
    entries: 3,
    indexes: [20 + 3 * n, 21 + 3 * n, 22 + 3 * n],
    ...more,
  });
  const base = { target: null, day: null, openedEntry: 58, windowDays: 30, ofOwn: null, atTarget: null, ofOthers: null, usual: null, closing: null, looked: [] };
  return [
    {
      ...base,
      id: id(1),
      code: 'FIND-2026-0004',
      rule: 'REPEATED_TARGET',
      person: person(1),
      kind: 'FOOTAGE',
      target: camera,
      openedAt: iso(now - 6 * hour),
      looks: 5,
      ofOwn: 2,
      atTarget: 9,
      ofOthers: 412,
      looked: [0, 1, 2, 3, 4].map((n) => look(n, n === 4 ? { entries: 12, indexes: Array.from({ length: 12 }, (_, k) => 40 + k) } : {})),
    },
    { ...base, id: id(5), code: 'FIND-2026-0005', rule: 'OWN_ADDRESS', person: person(1), kind: 'FOOTAGE', openedAt: iso(now - 9 * 24 * hour), looks: 2, looked: [look(3), look(4)] },
    {
      ...base,
      id: id(9),
      code: 'FIND-2026-0009',
      rule: 'REPEATED_SEARCH',
      person: person(1),
      kind: 'SEARCH',
      target: { kind: 'case', id: world.cases[0].id, code: world.cases[0].code },
      openedAt: iso(now - 5 * hour),
      looks: 5,
      looked: [0, 1, 2, 3, 4].map((n) => look(n, { kind: 'SEARCH', target: { kind: 'case', id: world.cases[0].id, code: world.cases[0].code }, covered: 'OPEN_CASE' })),
    },
    {
      ...base,
      id: id(2),
      code: 'FIND-2026-0003',
      rule: 'VOLUME',
      person: person(0),
      kind: 'FOOTAGE',
      day: dayOf(now - 24 * hour),
      openedAt: iso(now - 24 * hour),
      looks: 140,
      usual: 22,
      looked: [look(3, { covered: 'OPEN_CASE' })],
    },
    {
      ...base,
      id: id(3),
      code: 'FIND-2026-0002',
      rule: 'REFUSED_AGAIN',
      person: person(1),
      kind: 'REQUEST',
      target: { kind: 'request', id: world.evidence[2].id, code: 'REQ-2026-0003' },
      openedAt: iso(now - 50 * hour),
      looks: 2,
      looked: [look(1, { kind: 'REQUEST', covered: 'OPEN_CASE' })],
    },
    {
      ...base,
      id: id(4),
      code: 'FIND-2026-0001',
      rule: 'OFF_HOURS',
      person: person(1),
      kind: 'FOOTAGE',
      openedAt: iso(now - 90 * hour),
      looks: 3,
      closing: { result: 'EXPLAINED', reason: 'Đã hỏi chỉ huy: đêm đó truy tìm trẻ lạc, chưa kịp mở vụ việc.', by: person(4), at: iso(now - 80 * hour), entry: 44 },
      looked: [look(0), look(1), look(2)],
    },
  ];
}
