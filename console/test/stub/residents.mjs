// Residents' reports of the stand-in, and the keys of other systems.

import { iso } from './days.mjs';
import { Refusal } from './refusal.mjs';

export const stubCode = '7Q2M-0KXD-94RA-VB3T-HZ8C1';
/** Of whatever is sent. */
export const newCode = '5TJ9-WQ4E-1ZKM-8RXA-C6PN2';
const plain = (code) =>
  String(code)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
const guarded = ['DOMESTIC_VIOLENCE', 'CHILD'];
const kinds = ['THEFT', 'FIGHT', 'TRAFFIC', 'FIRE', 'ACCIDENT', 'NEIGHBOUR_DISPUTE', 'NOISE', 'FRAUD', 'DRUGS', 'GAMBLING', ...guarded, 'WEAPON', 'ENVIRONMENT', 'OTHER'];
const communes = [
  ['14923', 'Xã Bá Thước', 'COMMUNE', ['Thị trấn Cành Nàng (Bá Thước)', 'Xã Ban Công (Bá Thước)', 'Xã Hạ Trung (Bá Thước)']],
  ['15724', 'Xã Đồng Tiến', 'COMMUNE', ['Xã Đồng Lợi (Triệu Sơn)', 'Xã Đồng Thắng (Triệu Sơn)', 'Xã Đồng Tiến (Triệu Sơn)']],
  ['15853', 'Phường Đông Tiến', 'WARD', ['Xã Đông Khê (Đông Sơn)', 'Xã Đông Thanh (Đông Sơn)', 'Phường Thiệu Khánh (Thanh Hóa)']],
  ['14797', 'Phường Hạc Thành', 'WARD', ['Phường Phú Sơn (Thanh Hóa)', 'Phường Ba Đình (Thanh Hóa)']],
  ['16522', 'Phường Quảng Phú', 'WARD', []],
  // As many as a province has, with the names that they had.
  ...Array.from({ length: 161 }, (_, n) => [String(20_000 + n), `Xã Mẫu Số ${n + 1}`, 'COMMUNE', [1, 2, 3].map((k) => `Xã Cũ ${n * 3 + k} (Huyện Giả ${n % 23})`)]),
].map(([code, name, kind, former], n) => ({ id: `01900000-0000-7000-8500-${String(n + 1).padStart(12, '0')}`, code, name, kind, former }));

function data(world) {
  world.residents ??= {
    reports: [],
    photos: [],
    followed: {
      [plain(stubCode)]: {
        state: 'IN_HAND',
        receivedAt: iso(world.now() - 3 * 86_400_000),
        acknowledgedAt: iso(world.now() - 2.9 * 86_400_000),
        endedAt: null,
        retractionAsked: false,
        asked: true,
        waiting: [],
        messages: [
          { at: iso(world.now() - 2 * 86_400_000), by: 'REPORTER', words: null },
          { at: iso(world.now() - 86_400_000), by: 'OFFICER', words: 'Lần sau họ thường đến vào giờ nào, đi xe gì?' },
        ],
      },
    },
    keys: [
      {
        id: '01900000-0000-7000-8600-000000000002',
        name: 'Báo Thanh Hóa – ứng dụng bạn đọc',
        madeBy: { id: '01900000-0000-7000-8000-000000000105', displayName: 'Quản trị' },
        madeAt: iso(world.now() - 40 * 86_400_000),
        lastDay: '2027-06-30',
        revokedBy: null,
        revokedAt: null,
        ended: false,
      },
      {
        id: '01900000-0000-7000-8600-000000000001',
        name: 'Thử nghiệm cổng dịch vụ',
        madeBy: { id: '01900000-0000-7000-8000-000000000105', displayName: 'Quản trị' },
        madeAt: iso(world.now() - 90 * 86_400_000),
        lastDay: '2026-12-31',
        revokedBy: { id: '01900000-0000-7000-8000-000000000105', displayName: 'Quản trị' },
        revokedAt: iso(world.now() - 30 * 86_400_000),
        ended: true,
      },
    ],
  };
  return world.residents;
}

function followed(world, code) {
  const typed = plain(code);
  if (typed.length !== 21)
    throw Object.assign(new Refusal(400, 'invalid', 'Dữ liệu gửi lên chưa đúng.'), { errors: [{ field: 'code', code: 'follow-code', message: 'Mã bị gõ sai: kiểm tra lại từng ký tự.' }] });
  const found = data(world).followed[typed];
  if (!found) throw new Refusal(404, 'no-such-follow-code', 'Không có tin báo với mã này');
  return found;
}

export const residentRoutes = [
  [
    'GET',
    /^\/api\/resident-reports\/form$/,
    () => ({
      site: 'Công an tỉnh Thanh Hóa',
      zone: 'Asia/Ho_Chi_Minh',
      demonstration: false,
      contact: '0237 000 113',
      kinds: kinds.map((code) => ({ code, guarded: guarded.includes(code) })),
      communes,
      mostPhotos: 5,
      mostBytes: 8_388_608,
    }),
    true,
  ],
  [
    'POST',
    /^\/api\/resident-reports$/,
    ({ world, body }) => {
      const known = data(world).reports.find((each) => each.ticket === body.ticket);
      if (!known) data(world).reports.push(body);
      const waiting = body.media.map((each) => each.id);
      data(world).followed[plain(newCode)] = { state: 'WAITING', receivedAt: iso(world.now()), acknowledgedAt: null, endedAt: null, retractionAsked: false, asked: false, messages: [], waiting };
      return { status: 201, body: { code: newCode, receivedAt: iso(world.now()), communeName: communes.find((each) => each.id === body.communeId).name, waiting } };
    },
    true,
  ],
  [
    'PUT',
    /^\/api\/resident-reports\/photos\/([^/]+)$/,
    ({ world, request, params, body }) => {
      const one = followed(world, request.headers['x-anbinh-code']);
      one.waiting = one.waiting.filter((each) => each !== params[0]);
      data(world).photos.push(body);
      return { id: params[0], already: false, removedBytes: 912 };
    },
    true,
  ],
  [
    'DELETE',
    /^\/api\/resident-reports\/photos\/([^/]+)$/,
    ({ world, request, params }) => {
      const one = followed(world, request.headers['x-anbinh-code']);
      one.waiting = one.waiting.filter((each) => each !== params[0]);
      return { status: 204 };
    },
    true,
  ],
  ['POST', /^\/api\/resident-reports\/follow-up$/, ({ world, body }) => followed(world, body.code), true],
  [
    'POST',
    /^\/api\/resident-reports\/messages$/,
    ({ world, body }) => {
      const one = followed(world, body.code);
      one.messages.push({ at: iso(world.now()), by: 'REPORTER', words: null });
      if (body.question) one.asked = false;
      return one;
    },
    true,
  ],
  ['POST', /^\/api\/resident-reports\/retraction$/, ({ world, body }) => Object.assign(followed(world, body.code), { retractionAsked: true }), true],
  [
    'GET',
    /^\/api\/open311-keys$/,
    ({ world, user }) => {
      return { items: data(world).keys, next: null };
    },
  ],
  [
    'POST',
    /^\/api\/open311-keys$/,
    ({ world, user, body }) => {
      const key = {
        id: crypto.randomUUID(),
        name: body.name,
        madeBy: { id: user.id, displayName: user.displayName },
        madeAt: iso(world.now()),
        lastDay: body.lastDay,
        revokedBy: null,
        revokedAt: null,
        ended: false,
      };
      data(world).keys.unshift(key);
      return { status: 201, body: { key, secret: 'q7cH0dF2mVx8kLw3TzR5bN1uYp4sJe6A' } };
    },
  ],
  [
    'POST',
    /^\/api\/open311-keys\/([^/]+)\/revocation$/,
    ({ world, user, params }) =>
      Object.assign(
        data(world).keys.find((each) => each.id === params[0]),
        { revokedBy: { id: user.id, displayName: user.displayName }, revokedAt: iso(world.now()), ended: true },
      ),
  ],
];
