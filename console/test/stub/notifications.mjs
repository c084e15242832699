// What people are notified of in the console, and where they are reached otherwise. Every code is 123456.
import { iso } from './days.mjs';
import { page, part } from './page.mjs';
import { Refusal } from './refusal.mjs';
import { kindsOf } from './worklist.mjs';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const id = (n) => `01900000-0000-7000-e000-${String(n).padStart(12, '0')}`;

/** Of whom, how long ago, and what: the newest first, the first of them unread. */
const seeds = {
  diaban: [
    [4 * minute, 'SITUATION_DANGER', 'REPEATED', 1, true, false],
    [19 * minute, 'SITUATION_DANGER', 'MORE', 1, true, false],
    [5 * hour, 'SITUATION_RECEIPT', 'MORE', 2, false, false],
    [26 * hour, 'MEDIATION', 'OVERDUE', 2, false, true],
    [27 * hour, 'TEAM_DECISION', 'MORE', 1, false, true],
    [3 * day, 'PERIOD_REPORT', 'MORE', 1, false, true],
    [3 * day + hour, 'SITUATION_DANGER', 'MORE', 1, true, true],
  ],
  truc: [
    [hour, 'CAMERA_NOT_RECORDING', 'MORE', 1, true, true],
    [2 * day, 'WANTED_VEHICLE_ALERT', 'MORE', 1, true, true],
  ],
  duyet: [
    [2 * hour, 'REQUEST_DECISION', 'MORE', 3, false, false],
    [30 * hour, 'HOLD_REVIEW', 'OVERDUE', 1, false, true],
  ],
};

/** What the stand-in knows of somebody; made when it is first asked for. */
function of(world, user) {
  world.notified ??= new Map();
  if (!world.notified.has(user.id)) {
    const now = world.now();
    const rows = seeds[user.username] ?? [];
    const inbox = rows.map(([ago, kind, reason, count, urgent, read], index) => ({
      id: id(1000 - index),
      kind,
      reason,
      count,
      urgent,
      at: iso(now - ago),
      readAt: read ? iso(now - ago + minute) : null,
    }));
    const email = { channel: 'EMAIL', target: `${user.username}@example.vn`, label: null, urgentOnly: false, confirmed: true, codeUntil: null, failure: null };
    const addresses =
      user.username === 'diaban'
        ? [
            { ...email, id: id(1), sentAt: iso(now - 19 * minute) },
            { ...email, id: id(2), channel: 'TEXT', target: '0912345678', urgentOnly: true, sentAt: iso(now - 3 * day), failure: 'BUSY' },
            { ...email, id: id(3), channel: 'PUSH', target: null, label: 'Firefox, Android', sentAt: null },
            { ...email, id: id(4), target: 'thanh.lo@example.vn', confirmed: false, codeUntil: iso(now + 10 * minute), sentAt: null },
          ]
        : [];
    world.notified.set(user.id, { inbox, addresses, muted: user.username === 'diaban' ? ['PERIOD_REPORT'] : [], quietFrom: null, quietTo: null, next: 1001 });
  }
  return world.notified.get(user.id);
}

/** Notifies somebody, as the server does after it looked at what waits for them. */
export function notify(world, username, kind, { reason = 'MORE', count = 1, urgent = false } = {}) {
  const known = of(
    world,
    world.people.find((each) => each.username === username),
  );
  known.inbox.unshift({ id: id(known.next++), kind, reason, count, urgent, at: iso(world.now()), readAt: null });
}

const wrong = (field, code, message) => ({ field, code, message });
const own = (known, wanted) => {
  const found = known.addresses.find((each) => each.id === wanted);
  if (!found) throw new Refusal(404, 'no-such-notification-address', 'Tài khoản này không có nơi nhận thông báo như vậy.');
  return found;
};
const right = {
  PUSH: (target) => target.startsWith('https://push.example/'),
  EMAIL: (target) => /^[^@\s]+@[^@\s]+\.[a-z]+$/.test(target),
  TEXT: (target) => /^\+?[\d .-]{8,18}$/.test(target),
};
const need = {
  PUSH: 'Trình duyệt này dùng dịch vụ thông báo mà máy chủ không được phép gọi.',
  EMAIL: 'Nhập địa chỉ thư điện tử như ten@example.vn.',
  TEXT: 'Nhập số điện thoại có 8 đến 15 chữ số, như 0912 345 678.',
};

export const notificationRoutes = [
  ['GET', /^\/api\/notifications$/, ({ world, user, url }) => part(of(world, user).inbox, url)],
  [
    'GET',
    /^\/api\/notifications\/unread$/,
    ({ world, user }) => {
      const unread = of(world, user).inbox.filter((each) => each.readAt === null);
      return { count: Math.min(unread.length, 100), urgent: unread.some((each) => each.urgent), newest: unread[0]?.id ?? null };
    },
  ],
  [
    'POST',
    /^\/api\/notifications\/read$/,
    ({ world, user, body }) => {
      for (const each of of(world, user).inbox) if (each.id <= body.upTo) each.readAt ??= iso(world.now());
      return {};
    },
  ],
  ['GET', /^\/api\/notifications\/addresses$/, ({ world, user }) => page(of(world, user).addresses)],
  [
    'POST',
    /^\/api\/notifications\/addresses$/,
    ({ world, user, body }) => {
      const known = of(world, user);
      if (!right[body.channel](body.target)) throw new Refusal(400, 'invalid', 'The body does not validate.', [wrong('target', `notification-${body.channel.toLowerCase()}`, need[body.channel])]);
      const target = body.channel === 'TEXT' ? body.target.replaceAll(/[ .-]/g, '') : body.target;
      const browser = body.channel === 'PUSH';
      const same = known.addresses.find((each) => each.channel === body.channel && (each.endpoint ?? each.target) === target);
      if (same) return { body: Object.assign(same, { urgentOnly: body.urgentOnly }) };
      if (browser) for (const each of world.notified.values()) each.addresses = each.addresses.filter((other) => other.endpoint !== target);
      const made = {
        id: id(known.next++),
        channel: body.channel,
        target: browser ? null : target,
        endpoint: browser ? target : undefined,
        label: body.label ?? null,
        urgentOnly: body.urgentOnly,
        confirmed: browser,
        codeUntil: browser ? null : iso(world.now() + 15 * minute),
        sentAt: null,
        failure: null,
      };
      known.addresses.push(made);
      return { body: made };
    },
  ],
  [
    'PUT',
    /^\/api\/notifications\/addresses\/([^/]+)$/,
    ({ world, user, params, body }) => {
      own(of(world, user), params[0]).urgentOnly = body.urgentOnly;
      return {};
    },
  ],
  [
    'POST',
    /^\/api\/notifications\/addresses\/([^/]+)\/confirmation$/,
    ({ world, user, params, body }) => {
      const address = own(of(world, user), params[0]);
      if (body.code !== '123456') throw new Refusal(409, 'notification-code-wrong', 'Mã này không phải mã đã gửi đến nơi nhận.');
      Object.assign(address, { confirmed: true, codeUntil: null });
      return {};
    },
  ],
  [
    'POST',
    /^\/api\/notifications\/addresses\/([^/]+)\/messages$/,
    ({ world, user, params }) => {
      const address = own(of(world, user), params[0]);
      if (address.confirmed) Object.assign(address, { sentAt: iso(world.now()), failure: null });
      else address.codeUntil = iso(world.now() + 15 * minute);
      return {};
    },
  ],
  [
    'DELETE',
    /^\/api\/notifications\/addresses\/([^/]+)$/,
    ({ world, user, params }) => {
      const known = of(world, user);
      own(known, params[0]);
      known.addresses = known.addresses.filter((each) => each.id !== params[0]);
      return {};
    },
  ],
  [
    'GET',
    /^\/api\/notifications\/preferences$/,
    ({ world, user }) => {
      const { muted, quietFrom, quietTo } = of(world, user);
      // An uncompressed point of P-256, as long as that of a server.
      const pushKey = world.pushKey === undefined ? `B${'A'.repeat(86)}` : world.pushKey;
      return { muted, quietFrom, quietTo, channels: world.channels ?? ['PUSH', 'EMAIL', 'TEXT'], pushKey, kinds: kindsOf(user), alwaysTold: ['SITUATION_DANGER'] };
    },
  ],
  [
    'PUT',
    /^\/api\/notifications\/preferences$/,
    ({ world, user, body }) => {
      const { muted, quietFrom, quietTo } = body;
      const errors = [];
      if (muted.includes('SITUATION_DANGER')) errors.push(wrong('muted', 'notification-danger', 'Tin báo có người đang gặp nguy hiểm luôn được thông báo.'));
      if ((quietFrom === null) !== (quietTo === null))
        errors.push(wrong(quietFrom === null ? 'quietFrom' : 'quietTo', 'notification-quiet', 'Nhập cả giờ bắt đầu và giờ kết thúc, hoặc để trống cả hai.'));
      else if (quietFrom !== null && quietFrom === quietTo) errors.push(wrong('quietTo', 'notification-quiet-span', 'Giờ kết thúc phải khác giờ bắt đầu.'));
      if (errors.length > 0) throw new Refusal(400, 'invalid', 'The body does not validate.', errors);
      const whole = (time) => (time === null ? null : `${time}:00`.slice(0, 8));
      Object.assign(of(world, user), { muted, quietFrom: whole(quietFrom), quietTo: whole(quietTo) });
      return {};
    },
  ],
];
