// The made-up emergency accesses of the stand-in, and the sealed records to be opened again.
import { dayOf, iso } from './days.mjs';

const hour = 3_600_000;
const id = (n) => `01900000-0000-7000-c000-${String(n).padStart(12, '0')}`;

export function emergency(world, n, more = {}) {
  const now = world.now();
  const by = (index) => ({ id: world.people[index].id, displayName: world.people[index].displayName });
  return {
    id: id(n),
    code: `EMG-2026-000${n}`,
    person: by(1),
    purpose: 'FOOTAGE',
    areaId: world.areas[1].id,
    areaName: world.areas[1].name,
    reason: 'Trẻ lạc ở chợ từ hôm kia, gia đình vừa báo, chưa kịp mở vụ việc.',
    openedAt: iso(now - 3 * hour),
    end: iso(now - 2 * hour),
    open: false,
    reviewBy: iso(now + 21 * hour),
    overdue: false,
    review: null,
    looked: [0, 1, 2].map((k) => ({
      at: iso(now - 3 * hour + k * 300_000),
      what: k === 2 ? 'still.taken' : 'recording.watched',
      cameraId: world.cameras[0].id,
      cameraCode: k === 1 ? 'CAM-0002' : 'CAM-0001',
      situationCode: null,
      from: iso(now - 50 * hour),
      to: iso(now - 50 * hour + (k === 2 ? 0 : 600_000)),
      attributes: [],
      villageName: null,
      day: null,
      index: 60 + k,
    })),
    cut: false,
    ...more,
  };
}

export function emergencies(world) {
  const now = world.now();
  const auditor = { id: world.people[4].id, displayName: world.people[4].displayName };
  const officer = { id: world.people[0].id, displayName: world.people[0].displayName };
  return [
    emergency(world, 4, {
      person: officer,
      openedAt: iso(now - 0.3 * hour),
      end: iso(now + 0.7 * hour),
      open: true,
      reviewBy: iso(now + 23.7 * hour),
      reason: 'Xe tải bỏ chạy sau tai nạn đêm hôm trước, người bị nạn vừa mất.',
    }),
    emergency(world, 5, {
      person: { id: '01900000-0000-7000-8000-000000000199', displayName: 'Hà Công Dũng' },
      purpose: 'SITUATIONS',
      openedAt: iso(now - 5 * hour),
      end: iso(now - 4 * hour),
      reviewBy: iso(now + 19 * hour),
      reason: 'Người mất tích từ đêm qua, có người thấy ở xã bên; cần đối chiếu tin báo.',
      looked: [
        {
          at: iso(now - 4.9 * hour),
          what: 'situation.emergency-sought',
          cameraId: null,
          cameraCode: null,
          situationCode: null,
          from: null,
          to: null,
          attributes: ['KIND', 'VILLAGE'],
          villageName: 'Thôn 1',
          day: null,
          index: null,
        },
        {
          at: iso(now - 4.8 * hour),
          what: 'situation.emergency-read',
          cameraId: null,
          cameraCode: null,
          situationCode: 'TH-2026-484147',
          from: null,
          to: null,
          attributes: [],
          villageName: null,
          day: null,
          index: null,
        },
      ],
    }),
    emergency(world, 3),
    emergency(world, 2, {
      openedAt: iso(now - 30 * hour),
      end: iso(now - 29 * hour),
      reviewBy: iso(now - 6 * hour),
      overdue: true,
      reason: 'Kiểm tra lại camera cổng chợ theo yêu cầu của lãnh đạo xã.',
    }),
    emergency(world, 1, {
      openedAt: iso(now - 90 * hour),
      end: iso(now - 89 * hour),
      reviewBy: iso(now - 66 * hour),
      review: { verdict: 'NOT_JUSTIFIED', reason: 'Việc này chờ được đến sáng; đáng ra phải mở vụ việc trước.', by: auditor, at: iso(now - 70 * hour) },
    }),
  ];
}

export function reopenings(world) {
  const now = world.now();
  const day = (days) => dayOf(now + days * 24 * hour);
  const person = (index) => ({ id: world.people[index].id, displayName: world.people[index].displayName });
  const first = world.cases[0];
  const sealed = first.parties.find((each) => each.party.state === 'SEALED').party;
  const base = {
    caseId: first.id,
    caseCode: first.code,
    partyId: sealed.id,
    role: sealed.role,
    child: false,
    from: day(-1),
    until: day(60),
    reason: 'Tòa án yêu cầu lấy lời khai bổ sung trước phiên xét xử.',
    document: '14/QĐ-CSĐT',
    article: 'Điều 280 Bộ luật Tố tụng hình sự',
    askedBy: person(1),
    askedAt: iso(now - 5 * hour),
    decision: null,
  };
  return [
    { ...base, id: id(102) },
    {
      ...base,
      id: id(101),
      askedAt: iso(now - 400 * hour),
      decision: { outcome: 'REFUSED', authority: null, number: null, on: null, reason: 'Chưa có văn bản nào của tòa án.', by: person(2), at: iso(now - 390 * hour) },
    },
  ];
}
