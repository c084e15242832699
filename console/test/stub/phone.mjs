// What the stand-in takes from the phones of a team's members: reports, their files, what follows them.
import { createHash } from 'node:crypto';
import { iso } from './days.mjs';
import { Refusal } from './refusal.mjs';

/** What came in; a test may have it answer otherwise (`answer`), take no files (`mediaAway`), and fill `own`. */
export function phone(world) {
  world.phone ??= { reports: new Map(), media: new Map(), withdrawn: new Set(), additions: new Map(), own: [], answer: null, mediaAway: false, serial: 0 };
  return world.phone;
}

const need = (user) => {
  if (!user.roles.some((role) => role.startsWith('TEAM_'))) throw new Refusal(403, 'not-your-role', 'Vai trò của bạn không được làm việc này.');
};

/** Puts sixty reports of a week into the list of whoever asks. */
export function fillWeek(world, count = 60) {
  const list = phone(world);
  for (let n = 0; n < count; n++) {
    list.own.push({
      serial: ++list.serial,
      id: `01900000-0000-7000-f100-${String(n).padStart(12, '0')}`,
      code: `TH-2026-${200_000 + n * 613}`,
      state: n % 3 === 0 ? 'CLOSED' : n % 3 === 1 ? 'REFERRED_POLICE' : 'ACKNOWLEDGED',
      outcome: n % 3 === 0 ? 'RESOLVED_ON_SITE' : null,
      revision: 1,
      receivedAt: iso(world.now() - (n + 1) * 2.5 * 3_600_000),
      acknowledgedAt: null,
      closedAt: null,
      retractionAsked: false,
      waiting: [],
    });
  }
}

function changed(list, of, to) {
  const known = list.own.find((each) => each.id === of.id);
  const next = {
    ...(known ?? {
      by: of.by,
      id: of.id,
      code: of.code,
      state: 'SUBMITTED',
      outcome: null,
      revision: 1,
      receivedAt: of.receivedAt,
      acknowledgedAt: null,
      closedAt: null,
      retractionAsked: false,
      waiting: [],
    }),
    ...to,
    serial: ++list.serial,
  };
  list.own = [...list.own.filter((each) => each.id !== of.id), next];
}

const said = ({ notedAt: _, deviceTime: __, media: ___, ...words }) => JSON.stringify(words);

export const phoneRoutes = [
  [
    'GET',
    /^\/api\/situations\/own$/,
    ({ world, user, url }) => {
      need(user);
      const list = phone(world);
      const since = Number(url.searchParams.get('since') ?? 0);
      const limit = Number(url.searchParams.get('limit') ?? 100);
      const found = list.own.filter((each) => each.serial > since && (!each.by || each.by === user.username)).sort((one, other) => one.serial - other.serial);
      const shown = found.slice(0, limit);
      return { items: shown.map(({ serial: _, by: __, ...each }) => each), cursor: shown.at(-1)?.serial ?? since, more: found.length > limit };
    },
  ],
  [
    'PUT',
    /^\/api\/situations\/([^/]+)$/,
    ({ world, user, params, body }) => {
      need(user);
      const list = phone(world);
      const answer = list.answer?.(params[0], body);
      if (answer) return answer;
      const known = list.reports.get(params[0]);
      if (!known && !body.seen && !body.told && !body.danger && !body.injured && body.media.length === 0)
        throw new Refusal(400, 'invalid', 'Nội dung chưa hợp lệ.', [{ field: 'seen', code: 'situation-empty', message: 'Hãy ghi điều đã thấy.' }]);
      const outcome = !known ? 'NEW' : known.versions.some((each) => said(each) === said(body)) ? 'SAME' : known.held ? 'BESIDE' : 'CHANGED';
      const one = known ?? { id: params[0], code: `TH-2026-${700_000 + list.reports.size * 911}`, receivedAt: iso(world.now()), by: user.username, versions: [], media: new Map(), puts: 0 };
      one.puts++;
      if (outcome !== 'SAME') one.versions.push(body);
      for (const each of body.media) one.media.set(each.id, each);
      list.reports.set(one.id, one);
      const waiting = [...one.media.keys()].filter((id) => !list.media.has(id));
      changed(list, one, { waiting });
      return {
        id: one.id,
        code: one.code,
        outcome,
        revision: one.versions.length,
        receivedAt: one.receivedAt,
        skewSeconds: 60 * Math.floor((world.now() - Date.parse(body.deviceTime)) / 60_000),
        waiting,
      };
    },
  ],
  [
    'PUT',
    /^\/api\/situations\/([^/]+)\/additions\/([^/]+)$/,
    ({ world, user, params, body }) => {
      need(user);
      const list = phone(world);
      const one = list.own.find((each) => each.id === params[0]);
      if (!one) throw new Refusal(404, 'no-such-situation', 'Không có tin báo này.');
      list.additions.set(params[1], body.words);
      return { id: one.id, code: one.code, outcome: 'NEW', revision: one.revision, receivedAt: one.receivedAt, skewSeconds: 0, waiting: [] };
    },
  ],
  [
    'POST',
    /^\/api\/situations\/([^/]+)\/retraction$/,
    ({ world, user, params }) => {
      need(user);
      const list = phone(world);
      const one = list.own.find((each) => each.id === params[0]);
      if (!one) throw new Refusal(404, 'no-such-situation', 'Không có tin báo này.');
      changed(list, one, { retractionAsked: true });
      return { id: one.id, code: one.code, outcome: 'NEW', revision: one.revision, receivedAt: one.receivedAt, skewSeconds: 0, waiting: [] };
    },
  ],
  [
    'PUT',
    /^\/api\/situation-media\/([^/]+)$/,
    ({ world, user, params, body }) => {
      need(user);
      const list = phone(world);
      if (list.mediaAway) throw new Refusal(503, 'unavailable', 'Hãy thử lại sau.');
      const of = [...list.reports.values()].find((each) => each.media.has(params[0]));
      if (!of) throw new Refusal(404, 'no-such-situation-media', 'Không có tệp này.');
      const sha256 = createHash('sha256').update(body).digest('hex');
      if (sha256 !== of.media.get(params[0]).sha256) throw new Refusal(409, 'situation-media-other', 'Tệp khác với tệp đã báo trước.');
      const already = list.media.has(params[0]);
      list.media.set(params[0], body);
      changed(list, of, { waiting: [...of.media.keys()].filter((id) => !list.media.has(id)) });
      return { id: params[0], already, type: 'image/jpeg', bytes: body.length, removedBytes: 0, checked: false };
    },
  ],
  [
    'DELETE',
    /^\/api\/situation-media\/([^/]+)$/,
    ({ world, user, params }) => {
      need(user);
      const list = phone(world);
      const of = [...list.reports.values()].find((each) => each.media.has(params[0]));
      if (!of) throw new Refusal(404, 'no-such-situation-media', 'Không có tệp này.');
      of.media.delete(params[0]);
      list.withdrawn.add(params[0]);
      changed(list, of, { waiting: [...of.media.keys()].filter((id) => !list.media.has(id)) });
      return { status: 204 };
    },
  ],
];
