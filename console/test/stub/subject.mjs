// The made-up reviews and requests about personal data of the stand-in.
import { dayOf, iso } from './days.mjs';

const hour = 3_600_000;
const day = 24 * hour;
const id = (n) => `01900000-0000-7000-c000-${String(n).padStart(12, '0')}`;
const person = (world, n) => ({ id: world.people[n].id, displayName: world.people[n].displayName });

export function reviews(world) {
  const now = world.now();
  const base = { week: '2026-11-16', covered: 'OPEN_CASE', reviewer: person(world, 4), sameUnit: false, dueAt: iso(now + 5 * day), overdue: false, mayAnswer: true, answer: null };
  const camera = { kind: 'camera', id: world.cameras[0].id, code: 'CAM-0001' };
  const looked = (ago, more) => ({ at: iso(now - ago * hour), from: iso(now - (ago + 2) * hour), to: iso(now - (ago + 1) * hour), ...more });
  return [
    { ...base, id: id(1), entry: 41, person: person(world, 1), kind: 'FOOTAGE', target: camera, ...looked(250, {}), dueAt: iso(now - 2 * day), overdue: true, covered: 'NO' },
    { ...base, id: id(2), entry: 44, person: person(world, 0), kind: 'LIVE', target: camera, at: iso(now - 90 * hour), from: iso(now - 90 * hour), to: iso(now - 90 * hour), covered: null },
    {
      ...base,
      id: id(3),
      entry: 52,
      person: person(world, 1),
      kind: 'REQUEST',
      target: { kind: 'request', id: world.evidence[2].id, code: 'REQ-2026-0003' },
      ...looked(80, {}),
      reviewer: null,
      sameUnit: true,
    },
    {
      ...base,
      id: id(4),
      entry: 30,
      person: person(world, 1),
      kind: 'FOOTAGE',
      target: camera,
      ...looked(300, {}),
      mayAnswer: false,
      answer: {
        answer: 'NOT_PLAIN',
        reason: 'Camera ở xã khác, không có vụ việc nào ở đó.',
        by: person(world, 4),
        at: iso(now - 20 * hour),
        entry: 60,
        findingId: '01900000-0000-7000-b000-000000000001',
      },
    },
  ];
}

export function dataRequests(world) {
  const now = world.now();
  const base = {
    areaId: world.areas[1].id,
    areaName: world.areas[1].name,
    channel: 'COUNTER',
    state: 'RECEIVED',
    handler: person(world, 5),
    answeredAt: null,
    extendedDays: null,
    endedAt: null,
    outcome: null,
    erasedAt: null,
    overdue: false,
  };
  const received = (ago, term, more = {}) => ({ receivedAt: iso(now - ago * day), answerBy: dayOf(now - ago * day + 2 * day), completeBy: dayOf(now - ago * day + term * day), ...more });
  const due = (request) => ({ ...request, dueOn: request.answeredAt ? request.completeBy : request.answerBy });
  const words = {
    name: 'Lê Thị Hoa',
    contact: '0912 000 222',
    words: 'Tôi xin xem hình lúc tôi bị va xe ở cổng chợ sáng thứ Hai và xin một bản sao.',
    place: 'Cổng chợ Cành Nàng',
    from: iso(now - 80 * hour),
    to: iso(now - 79 * hour),
    camera: 'Camera trên cột điện trước chợ',
    extension: null,
    reason: null,
    article: null,
  };
  return [
    due({ ...base, ...words, id: id(11), code: 'DSR-2026-0003', kind: 'ACCESS', ...received(5, 10), overdue: true }),
    due({ ...base, ...words, id: id(12), code: 'DSR-2026-0005', kind: 'DELETION', channel: 'EMAIL', ...received(1, 20) }),
    due({ ...base, ...words, id: id(13), code: 'DSR-2026-0002', kind: 'OBJECTION', ...received(8, 15), state: 'ANSWERED', answeredAt: iso(now - 7 * day), handler: person(world, 4) }),
    due({
      ...base,
      ...words,
      id: id(14),
      code: 'DSR-2026-0001',
      kind: 'CORRECTION',
      channel: 'LETTER',
      ...received(30, 25),
      state: 'ENDED',
      answeredAt: iso(now - 29 * day),
      extendedDays: 15,
      endedAt: iso(now - 10 * day),
      outcome: 'REFUSED',
      extension: 'Phải hỏi chủ camera bên cạnh.',
      reason: 'Hình đã quá hạn lưu nên không còn để sửa.',
      article: 'Điều 32 Luật 91/2025/QH15',
    }),
  ];
}

export const terms = [
  ['ACCESS', 10],
  ['CORRECTION', 10],
  ['DELETION', 20],
  ['RESTRICTION', 15],
  ['OBJECTION', 15],
  ['CONSENT_WITHDRAWAL', 15],
  ['COMPLAINT', 15],
].map(([kind, days]) => ({
  kind,
  days,
  source: kind === 'COMPLAINT' ? 'An Bình đặt; luật không nêu' : days === 15 ? 'Nghị định 356/2025/NĐ-CP' : 'Nghị định 356/2025/NĐ-CP (10–20 ngày tùy loại, chưa đối chiếu cho loại này)',
}));

/** A request as lists show it. */
export function listed({ name, contact, words, place, from, to, camera, extension, reason, article, ...request }) {
  return request;
}

export function details(request) {
  const { name, contact, words, place, from, to, camera, extension, reason, article } = request;
  return { request: listed(request), name, contact, words, place, from, to, camera, extension, reason, article };
}
