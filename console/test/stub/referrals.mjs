// Footage that duty officers referred to investigators: one that waits, one that was accepted, one that lapsed.
import { iso } from './days.mjs';
import { page, part } from './page.mjs';
import { Refusal } from './refusal.mjs';

const minute = 60_000;
const day = 24 * 60 * minute;
const kept = new WeakMap();
const names = ({ id, displayName }) => ({ id, displayName });
const cameraOf = ({ id, code, name }) => ({ id, code, name });

function referral(world, number, cameras, state, more = {}) {
  const now = Math.floor(world.now() / minute) * minute;
  const at = now - number * 53 * minute;
  const [officer, investigator] = world.people;
  return {
    id: `0192f3a0-0000-7000-8000-0000000007${String(number).padStart(2, '0')}`,
    cameras: cameras.map((index) => cameraOf(world.cameras[index])),
    from: iso(at - 20 * minute),
    to: iso(at - 18 * minute),
    note: null,
    referredBy: names(officer),
    recipient: names(investigator),
    referredAt: iso(at),
    openUntil: iso(at + 7 * day),
    state,
    endedAt: null,
    reason: null,
    ...more,
  };
}

function worldOf(world) {
  if (!kept.has(world)) {
    kept.set(world, [
      referral(world, 1, [0, 1], 'OPEN', { note: 'Xe tải trắng dừng lâu trước cổng chợ rồi quay đầu.' }),
      referral(world, 30, [0], 'ACCEPTED', { endedAt: iso(world.now() - day) }),
      referral(world, 99, [5], 'LAPSED', { openUntil: iso(world.now() - minute) }),
    ]);
  }
  return kept.get(world);
}

const view = (user, each) => ({ ...each, own: each.referredBy.id === user.id });
const isOf = (user, each) => each.referredBy.id === user.id || (each.recipient.id === user.id && each.state !== 'WITHDRAWN');

function own(world, user, id, owner) {
  const found = worldOf(world).find((each) => each.id === id);
  if (!found) throw new Refusal(404, 'no-referral', 'Không có đoạn hình được chuyển này.');
  if (found[owner].id !== user.id) throw new Refusal(403, 'not-your-referral', 'Đoạn hình này do người khác chuyển hoặc được chuyển cho người khác.');
  if (found.state !== 'OPEN') throw new Refusal(409, 'referral-ended', 'Đoạn hình này đã được nhận, đã gác lại, đã rút lại hoặc đã hết hạn.');
  return found;
}

const investigators = (world, user) => world.people.filter((each) => each.roles.includes('INVESTIGATOR') && each.id !== user.id);

export function referralRoutes() {
  return [
    [
      'GET',
      /^\/api\/footage-referrals$/,
      ({ world, user, url }) =>
        part(
          worldOf(world)
            .filter((each) => isOf(user, each))
            .filter((each) => url.searchParams.get('waiting') !== 'true' || (each.recipient.id === user.id && each.state === 'OPEN'))
            .map((each) => view(user, each)),
          url,
        ),
    ],
    ['GET', /^\/api\/footage-referrals\/recipients$/, ({ world, user }) => page(investigators(world, user).map(names))],
    [
      'POST',
      /^\/api\/footage-referrals$/,
      ({ world, user, body }) => {
        const recipient = investigators(world, user).find((each) => each.id === body.recipientId);
        if (!recipient) throw new Refusal(400, 'invalid', 'The body does not validate.', [{ field: 'recipientId', code: 'referral-recipient', message: 'Chọn cán bộ điều tra của địa bàn.' }]);
        const made = referral(world, 0, [], 'OPEN', {
          id: crypto.randomUUID(),
          cameras: body.cameraIds.map((id) => cameraOf(world.cameras.find((each) => each.id === id))),
          from: body.from,
          to: body.to,
          note: body.note ?? null,
          referredBy: names(user),
          recipient: names(recipient),
        });
        worldOf(world).unshift(made);
        return { status: 201, body: view(user, made) };
      },
    ],
    [
      'POST',
      /^\/api\/footage-referrals\/([^/]+)\/acceptance$/,
      ({ world, user, params }) => view(user, Object.assign(own(world, user, params[0], 'recipient'), { state: 'ACCEPTED', endedAt: iso(world.now()) })),
    ],
    [
      'POST',
      /^\/api\/footage-referrals\/([^/]+)\/dismissal$/,
      ({ world, user, params, body }) => view(user, Object.assign(own(world, user, params[0], 'recipient'), { state: 'DISMISSED', endedAt: iso(world.now()), reason: body.reason })),
    ],
    [
      'POST',
      /^\/api\/footage-referrals\/([^/]+)\/withdrawal$/,
      ({ world, user, params }) => view(user, Object.assign(own(world, user, params[0], 'referredBy'), { state: 'WITHDRAWN', endedAt: iso(world.now()) })),
    ],
  ];
}
