// The made-up reports of the stand-in, and what an officer does with them.

import { iso } from './days.mjs';
import { Refusal } from './refusal.mjs';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const id = (n) => `01900000-0000-7000-f000-${String(n).padStart(12, '0')}`;
const kind = (code, urgent = false, guarded = false, mediable = false) => ({ code, urgent, guarded, mediable });
const kinds = [
  kind('THEFT'),
  kind('FIGHT', true),
  kind('TRAFFIC'),
  kind('FIRE', true),
  kind('ACCIDENT', true),
  kind('NEIGHBOUR_DISPUTE', false, false, true),
  kind('NOISE', false, false, true),
  kind('FRAUD'),
  kind('DRUGS'),
  kind('GAMBLING'),
  kind('DOMESTIC_VIOLENCE', true, true),
  kind('CHILD', true, true),
  kind('WEAPON', true),
  kind('ENVIRONMENT', false, false, true),
  kind('OTHER', false, false, true),
];
const officer = { id: '01900000-0000-7000-8000-000000000112', displayName: 'Lò Văn Thành' };
const working = ['CLASSIFY', 'REFER', 'RESOLVE', 'MERGE', 'NOTE', 'STEP_ASIDE'];

function data(world) {
  world.situations ??= reports(world);
  return world.situations;
}

function reports(world) {
  const now = world.now();
  const village = world.areas[3];
  const base = {
    channel: 'TEAM',
    communeId: world.areas[1].id,
    villageId: village.id,
    villageName: village.name,
    danger: false,
    injured: false,
    urgent: false,
    guarded: false,
    outcome: null,
    revision: 2,
    precision: 'ABOUT',
    late: false,
    changed: false,
    receiver: officer,
    escalated: false,
    attention: false,
    retractionAsked: false,
    mediaAnnounced: 0,
    mediaArrived: 0,
    merged: 0,
    reopened: 0,
    closedAt: null,
    erasedAt: null,
    pressure: 'LATER',
    due: 'DECIDE',
    dueAt: iso(now + 2 * day),
    happenedAt: iso(now - 5 * hour),
    receivedAt: iso(now - 4 * hour),
  };
  const words = {
    seen: 'Khóa cổng bị cắt, mất một xe đạp màu xanh.',
    told: 'Hàng xóm nói thấy người lạ đi qua lúc chiều.',
    toldBy: 'Một người hàng xóm',
    placeWords: 'Đầu thôn, gần giếng',
    point: { latitude: 20.35, longitude: 105.24, accuracyMetres: 14 },
    people: [{ name: 'Quách Văn Mỗ', role: 'ACCUSED', words: 'Áo đỏ' }],
  };
  const version = (number, status, more = {}) => ({
    number,
    at: iso(now - 4 * hour + number * minute),
    by: null,
    deviceTime: iso(now - 4 * hour),
    status,
    said: { kind: 'THEFT', danger: false, injured: false },
    words: { ...words, ...more },
  });
  const step = (what, ago, by = null, mark = null) => ({ at: iso(now - ago), what, by, mark });
  const one = (n, of, state, more = {}, rest = {}) => ({
    situation: { ...base, id: id(n), code: `TH-2026-${String(482_193 + n * 977)}`, kind: of, state, ...more },
    notedAt: iso(now - 4 * hour - 5 * minute),
    skewSeconds: 0,
    mediationId: null,
    mergedInto: null,
    merged: [],
    media: [],
    readsContent: true,
    opensReporter: true,
    actions: working,
    steps: [step('SUBMITTED', 4 * hour), step('ACKNOWLEDGED', 3 * hour, officer)],
    content: { versions: [version(1, 'CURRENT')], current: 1, notes: [] },
    reporter: { name: 'Nguyễn Đình Khoa', phone: '0912 000 555', contact: null },
    ...rest,
  });
  return [
    one(
      1,
      'FIRE',
      'SUBMITTED',
      {
        danger: true,
        urgent: true,
        receiver: null,
        due: 'ACKNOWLEDGE',
        dueAt: iso(now - 4 * minute),
        pressure: 'CRITICAL',
        escalated: true,
        receivedAt: iso(now - 19 * minute),
        happenedAt: iso(now - 20 * minute),
        precision: 'NOW',
        villageId: null,
        villageName: null,
        mediaAnnounced: 2,
      },
      { actions: ['ACKNOWLEDGE', 'STEP_ASIDE'], opensReporter: false, steps: [step('SUBMITTED', 19 * minute), step('ESCALATED', 4 * minute)], media: [medium(1, now, false), medium(2, now, false)] },
    ),
    one(
      2,
      'THEFT',
      'ACKNOWLEDGED',
      { attention: true, changed: true, mediaAnnounced: 2, mediaArrived: 1, pressure: 'SOON', dueAt: iso(now + 5 * hour) },
      {
        skewSeconds: -86_400,
        actions: [...working, 'LOOK'],
        media: [medium(3, now, true), medium(4, now, false)],
        steps: [step('SUBMITTED', 4 * hour), step('CHANGED', 3.5 * hour, null, 'CHANGED'), step('ACKNOWLEDGED', 3 * hour, officer), step('CHANGED_BESIDE', hour, null, 'CHANGED')],
        content: {
          versions: [version(1, 'REPLACED', { seen: 'Mất một xe đạp.' }), version(2, 'CURRENT'), version(3, 'BESIDE', { seen: 'Mất hai xe đạp, một xanh một đỏ.' })],
          current: 2,
          notes: [{ at: iso(now - 2 * hour), by: officer, what: 'NOTE', occurredAt: iso(now - 30 * hour), late: true, authority: null, words: 'Đã đến xem cổng cùng tổ.' }],
        },
      },
    ),
    one(
      3,
      'DOMESTIC_VIOLENCE',
      'ACKNOWLEDGED',
      { guarded: true, urgent: true, injured: true, due: 'WRITE', dueAt: iso(now - 10 * minute), pressure: 'CRITICAL' },
      { actions: [...working, 'WRITE'], reporter: { name: 'Vi Thị Lan', phone: '0912 000 777', contact: 'Chỉ gọi buổi trưa, không nhắn tin' } },
    ),
    one(
      4,
      'NOISE',
      'ACKNOWLEDGED',
      { pressure: 'OVERDUE', dueAt: iso(now - 3 * hour), late: true, receivedAt: iso(now - 3 * day), happenedAt: iso(now - 5 * day) },
      { actions: [...working, 'MEDIATE'] },
    ),
    one(5, 'FIGHT', 'REFERRED_POLICE', { outcome: 'REFERRED_POLICE', urgent: true, due: 'CLOSE', dueAt: iso(now + 5 * day), retractionAsked: true }, { actions: [...working, 'DECIDE_RETRACTION'] }),
    one(6, 'THEFT', 'CLOSED', { outcome: 'NOT_FOUNDED', due: null, dueAt: null, closedAt: iso(now - 9 * day), receivedAt: iso(now - 12 * day) }, { actions: ['REOPEN', 'NOTE'] }),
    one(7, 'THEFT', 'ACKNOWLEDGED', { receivedAt: iso(now - 3 * hour) }),
    one(
      8,
      'GAMBLING',
      'ACKNOWLEDGED',
      { channel: 'RESIDENT', villageId: null, villageName: null, attention: true, receivedAt: iso(now - 2 * day), dueAt: iso(now + day) },
      {
        actions: [...working, 'ASK', 'LOOK'],
        reporter: { name: 'Trịnh Thị Mơ', phone: '0912 000 888', contact: 'Chỉ gọi sau 20 giờ' },
        steps: [step('SUBMITTED', 2 * day), step('ACKNOWLEDGED', 1.9 * day, officer), step('ASKED', day, officer), step('ANSWERED', 2 * hour)],
        content: {
          versions: [version(1, 'CURRENT', { point: null, people: [] })],
          current: 1,
          notes: [
            { at: iso(now - day), by: officer, what: 'QUESTION', occurredAt: null, late: false, authority: null, words: 'Họ thường tụ tập vào giờ nào?' },
            { at: iso(now - 2 * hour), by: null, what: 'ANSWER', occurredAt: null, late: false, authority: null, words: 'Sau 21 giờ, tối thứ bảy.' },
          ],
        },
      },
    ),
  ];
}

const medium = (n, now, there) => ({
  id: id(500 + n),
  kind: 'PHOTO',
  keepPosition: false,
  announcedAt: iso(now - 4 * hour),
  arrivedAt: there ? iso(now - 3 * hour) : null,
  type: there ? 'image/jpeg' : null,
  bytes: there ? 183_500 : null,
  sha256: null,
  removedBytes: there ? 912 : null,
  checked: there ? false : null,
  withdrawnAt: null,
});

const shown = ({ content: _, reporter: __, ...details }) => details;

const need = (user, ...roles) => {
  if (!roles.some((role) => user.roles.includes(role))) throw new Refusal(403, 'not-your-role', 'Vai trò của bạn không được làm việc này.');
};

function find(world, user, requested) {
  need(user, 'COMMUNITY_OFFICER');
  const found = data(world).find((each) => each.situation.id === requested);
  if (!found) throw new Refusal(404, 'no-such-situation', 'Không có tin báo này.');
  return found;
}

const after = {
  acknowledgement: (world, body, user) => ({
    state: 'ACKNOWLEDGED',
    receiver: { id: user.id, displayName: user.displayName },
    due: 'WRITE',
    dueAt: iso(world.now() + 2 * hour),
    pressure: 'LATER',
    escalated: false,
    actions: [...working, 'WRITE'],
    opensReporter: true,
    step: 'ACKNOWLEDGED',
  }),
  classification: (world, body) => ({ kind: body.kind, danger: body.danger, injured: body.injured, guarded: kinds.find((each) => each.code === body.kind).guarded, step: 'CLASSIFIED' }),
  'written-report': (world) => ({ due: 'DECIDE', dueAt: iso(world.now() + day), pressure: 'LATER', actions: working, step: 'WRITTEN', note: 'WRITTEN_REPORT' }),
  referral: (world, body) => ({
    state: `REFERRED_${body.to}`,
    outcome: `REFERRED_${body.to}`,
    due: 'CLOSE',
    dueAt: iso(world.now() + 7 * day),
    pressure: 'LATER',
    actions: [...working, 'CLOSE'],
    step: 'REFERRED',
    note: 'REFERRAL',
  }),
  mediation: (world, body) => {
    if (body.answers.some((each) => each.yes)) throw new Refusal(409, 'situation-not-mediable', 'Không được đưa ra hòa giải.');
    return {
      state: 'SENT_TO_MEDIATION',
      outcome: 'SENT_TO_MEDIATION',
      due: 'CLOSE',
      pressure: 'LATER',
      dueAt: iso(world.now() + 30 * day),
      actions: [...working, 'CLOSE'],
      step: 'REFERRED',
      mediationId: '01900000-0000-7000-e000-000000000002',
    };
  },
  resolution: (world, body) => ({
    state: body.founded ? 'RESOLVED_ON_SITE' : 'NOT_FOUNDED',
    outcome: body.founded ? 'RESOLVED_ON_SITE' : 'NOT_FOUNDED',
    due: 'CLOSE',
    dueAt: iso(world.now() + 7 * day),
    pressure: 'LATER',
    actions: [...working, 'CLOSE'],
    step: 'RESOLVED',
    note: 'RESOLUTION',
  }),
  closure: (world) => ({ state: 'CLOSED', due: null, dueAt: null, pressure: 'LATER', closedAt: iso(world.now()), actions: ['REOPEN', 'NOTE'], step: 'CLOSED', note: 'CLOSURE' }),
  reopening: (world) => ({ state: 'ACKNOWLEDGED', due: 'DECIDE', dueAt: iso(world.now() + day), closedAt: null, reopened: 1, actions: working, step: 'REOPENED' }),
  'retraction-decision': (world, body) => ({
    retractionAsked: false,
    ...(body.accepted ? { state: 'RETRACTED', due: null, dueAt: null, closedAt: iso(world.now()), actions: ['REOPEN', 'NOTE'] } : { actions: [...working, 'CLOSE'] }),
    step: 'RETRACTION_DECIDED',
  }),
  questions: () => ({ step: 'ASKED', note: 'QUESTION' }),
  'version-decision': () => ({ attention: false, step: 'VERSION_DECIDED' }),
  notes: (world, body) => ({ step: body.correction ? 'CORRECTED' : 'NOTED', note: body.correction ? 'CORRECTION' : 'NOTE' }),
  look: () => ({ attention: false, step: 'LOOKED' }),
  merging: () => ({ due: null, dueAt: null, actions: [], step: 'MERGED' }),
  separation: () => ({ step: 'SEPARATED' }),
};

const exactly = (value) => ({ value, exact: true });
const hidden = (value) => (value === 0 ? exactly(0) : value < 5 ? { value: null, exact: false } : { value: Math.floor((value + 5) / 10) * 10, exact: false });

/** What a report shows of itself to who opens it in an emergency. */
const inEmergency = ({ id, code, villageId, villageName, kind, danger, injured, state, happenedAt, precision, receivedAt }) => ({
  id,
  code,
  villageId,
  villageName,
  kind,
  danger,
  injured,
  state,
  happenedAt,
  precision,
  receivedAt,
});

export const situationRoutes = [
  ['GET', /^\/api\/situation-kinds$/, () => ({ items: kinds, next: null })],
  [
    'GET',
    /^\/api\/situations$/,
    ({ world, user, url }) => {
      const over = url.searchParams.get('openness') === 'OVER';
      const requested = ['kind', 'state', 'villageId'].map((name) => [name, url.searchParams.get(name)]).filter(([, value]) => value);
      const items = data(world)
        .map((each) => each.situation)
        .filter((each) => (each.due === null) === over && requested.every(([name, value]) => each[name] === value));
      return { items: items.sort((one, other) => (one.dueAt ?? '9').localeCompare(other.dueAt ?? '9')), next: null };
    },
  ],
  [
    'GET',
    /^\/api\/situations\/overdue$/,
    ({ world, user }) => {
      return {
        items: [
          { communeId: world.areas[1].id, communeName: world.areas[1].name, due: 'ACKNOWLEDGE', count: 1, since: iso(world.now() - 4 * minute) },
          { communeId: world.areas[2].id, communeName: world.areas[2].name, due: 'WRITE', count: 2, since: iso(world.now() - 5 * hour) },
        ],
        next: null,
      };
    },
  ],
  [
    'GET',
    /^\/api\/situations\/written-reports$/,
    ({ world, user }) => {
      world.written ??= [
        {
          id: id(3),
          code: 'TH-2026-485124',
          communeId: world.areas[1].id,
          communeName: world.areas[1].name,
          danger: true,
          state: 'ACKNOWLEDGED',
          writtenAt: iso(world.now() - 40 * minute),
          readAt: null,
        },
        {
          id: id(5),
          code: 'TH-2026-487078',
          communeId: world.areas[2].id,
          communeName: world.areas[2].name,
          danger: false,
          state: 'REFERRED_POLICE',
          writtenAt: iso(world.now() - 2 * day),
          readAt: iso(world.now() - 1.9 * day),
        },
      ];
      return { items: world.written, next: null };
    },
  ],
  [
    'GET',
    /^\/api\/situations\/([^/]+)\/written-report$/,
    ({ world, user, params }) => {
      const { situation } = find(world, user, params[0]);
      const line = world.written?.find((each) => each.id === params[0]);
      if (!line) throw new Refusal(404, 'no-such-report', 'Không có báo cáo bằng văn bản.');
      line.readAt ??= iso(world.now());
      return {
        id: line.id,
        code: line.code,
        communeId: line.communeId,
        communeName: line.communeName,
        villageName: situation.villageName,
        kind: situation.kind,
        danger: line.danger,
        injured: true,
        state: line.state,
        happenedAt: situation.happenedAt,
        precision: situation.precision,
        receivedAt: situation.receivedAt,
        reports: [
          {
            at: line.writtenAt,
            by: officer,
            what: 'WRITTEN_REPORT',
            occurredAt: null,
            late: false,
            authority: null,
            words: 'Đã đưa nạn nhân đến trạm y tế; người gây việc đã được tách ra, đang làm việc với Công an xã.',
          },
        ],
      };
    },
  ],
  [
    'GET',
    /^\/api\/situations\/emergency$/,
    ({ world, user, url }) => {
      const requested = ['code', 'kind', 'villageId', 'day'].filter((name) => url.searchParams.get(name));
      if (requested.length < 2) throw new Refusal(400, 'invalid', 'Dữ liệu gửi lên chưa đúng.');
      const found = data(world)
        .map((each) => each.situation)
        .filter((each) => !each.guarded && ['code', 'kind', 'villageId'].every((name) => !url.searchParams.get(name) || each[name] === url.searchParams.get(name)));
      return {
        found: found.map(inEmergency),
        more: found.length > 2,
      };
    },
  ],
  [
    'GET',
    /^\/api\/situations\/emergency\/([^/]+)$/,
    ({ world, user, params }) => {
      const { situation, content } = find(world, user, params[0]);
      const versions = content.versions.map((each) => ({ ...each, deviceTime: null, words: { ...each.words, toldBy: '' } }));
      return { situation: inEmergency(situation), content: { ...content, versions } };
    },
  ],
  [
    'GET',
    /^\/api\/situations\/figures$/,
    ({ world, user, url }) => {
      const exact = user.roles.includes('COMMUNITY_OFFICER');
      const told = exact ? exactly : hidden;
      const counts = (received, late, changed, withdrawn, notFounded, open) => ({
        received: told(received),
        late: told(late),
        changed: told(changed),
        withdrawn: told(withdrawn),
        notFounded: told(notFounded),
        open: told(open),
      });
      const village = url.searchParams.get('level') === 'VILLAGE';
      return {
        from: url.searchParams.get('from') ?? '2026-01-01',
        to: url.searchParams.get('to') ?? '2026-09-30',
        nextOn: exact ? null : '2027-01-01',
        exact,
        total: counts(73, 9, 6, 2, 7, 6),
        lines: [{ areaId: id(900), areaName: village ? world.areas[3].name : world.areas[1].name, counts: counts(73, 9, 6, 2, 7, 6) }],
        kinds: !exact
          ? []
          : [
              { kind: 'THEFT', counts: counts(31, 4, 3, 1, 4, 3) },
              { kind: 'NOISE', counts: counts(42, 5, 3, 1, 3, 3) },
            ],
        months: exact
          ? [
              { month: '2026-10-01', counts: counts(40, 5, 2, 1, 3, 0) },
              { month: '2026-11-01', counts: counts(33, 4, 4, 1, 4, 6) },
            ]
          : [],
      };
    },
  ],
  [
    'GET',
    /^\/api\/situation-flags$/,
    ({ world, user }) => {
      return { items: [{ id: id(700), communeId: world.areas[1].id, communeName: world.areas[1].name, flaggedAt: iso(world.now() - day), reports: 4, openedAt: null }], next: null };
    },
  ],
  [
    'POST',
    /^\/api\/situation-flags\/([^/]+)\/opening$/,
    ({ world, params }) => ({
      flag: { id: params[0], communeId: world.areas[1].id, communeName: world.areas[1].name, flaggedAt: iso(world.now() - day), reports: 4, openedAt: iso(world.now()) },
      name: 'Hoàng Đình Khiêm',
      codes: ['TH-2026-048213', 'TH-2026-119024'],
    }),
  ],
  [
    'POST',
    /^\/api\/situations$/,
    ({ world, user, body }) => {
      const known = data(world).find((each) => each.situation.id === body.id);
      if (!known) {
        const made = structuredClone(data(world)[6]);
        const of = kinds.find((each) => each.code === body.report.kind);
        Object.assign(made.situation, {
          id: body.id,
          code: 'TH-2026-700001',
          channel: 'OFFICER',
          kind: of.code,
          danger: body.report.danger,
          injured: body.report.injured,
          guarded: of.guarded,
          receiver: { id: user.id, displayName: user.displayName },
        });
        made.content.versions[0].words = {
          ...body.report,
          seen: body.report.seen ?? '',
          told: body.report.told ?? '',
          toldBy: body.report.toldBy ?? '',
          placeWords: body.report.placeWords ?? '',
          people: body.report.people,
        };
        data(world).push(made);
      }
      return { id: body.id, code: 'TH-2026-700001', outcome: known ? 'SAME' : 'NEW', revision: 1, receivedAt: iso(world.now()), skewSeconds: 0, waiting: [] };
    },
  ],
  ['GET', /^\/api\/situations\/([^/]+)$/, ({ world, user, params }) => shown(find(world, user, params[0]))],
  ['GET', /^\/api\/situations\/([^/]+)\/content$/, ({ world, user, params }) => find(world, user, params[0]).content],
  ['GET', /^\/api\/situations\/([^/]+)\/reporter$/, ({ world, user, params }) => find(world, user, params[0]).reporter],
  [
    'GET',
    /^\/api\/situations\/([^/]+)\/duplicates$/,
    ({ world, user, params }) => {
      const one = find(world, user, params[0]);
      return {
        items: data(world)
          .filter((each) => each !== one && each.situation.kind === one.situation.kind && each.situation.due)
          .map((each, at) => ({ situation: each.situation, metres: at === 0 ? 64 : null })),
        more: true,
      };
    },
  ],
  [
    'POST',
    /^\/api\/situations\/([^/]+)\/recusal$/,
    ({ world, user, params }) => {
      world.situations = data(world).filter((each) => each !== find(world, user, params[0]));
      return { status: 204 };
    },
  ],
  [
    'POST',
    /^\/api\/situations\/([^/]+)\/([a-z-]+)$/,
    ({ world, user, params, body }) => {
      const found = find(world, user, params[0]);
      const { actions, step, note, opensReporter, mediationId, ...changes } = after[params[1]](world, body, user);
      Object.assign(found.situation, changes);
      if (actions) found.actions = actions;
      if (opensReporter) found.opensReporter = true;
      if (mediationId) found.mediationId = mediationId;
      const by = { id: user.id, displayName: user.displayName };
      if (note)
        found.content = {
          ...found.content,
          notes: [
            ...found.content.notes,
            { at: iso(world.now()), by, what: note, occurredAt: body.occurredAt ?? null, late: false, authority: body.authority ?? null, words: body.words ?? body.reason },
          ],
        };
      if (params[1] === 'version-decision') {
        found.content = {
          ...found.content,
          current: body.taken ? body.number : found.content.current,
          versions: found.content.versions.map((each) =>
            each.number === body.number ? { ...each, status: body.taken ? 'CURRENT' : 'NOT_TAKEN' } : body.taken && each.status === 'CURRENT' ? { ...each, status: 'REPLACED' } : each,
          ),
        };
      }
      found.steps = [...found.steps, { at: iso(world.now()), what: step, by, mark: null }];
      return shown(found);
    },
  ],
];
