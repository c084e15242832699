// The made-up mediations, teams and figures of the stand-in, and who works on them.

import { dayOf, iso } from './days.mjs';
import { Refusal } from './refusal.mjs';

const day = 86_400_000;
const id = (n) => `01900000-0000-7000-e000-${String(n).padStart(12, '0')}`;
const village = (world) => world.areas[3];
const questions = ['VIOLENCE', 'CHILD', 'INJURY', 'OFFENCE', 'PUBLIC_INTEREST', 'BARRED', 'OTHER_LAW'];
const guarding = ['VIOLENCE', 'CHILD'];
const authority = (kind, phone, source) => ({ authority: kind, phone, source });

export const mediatorId = id(101);

const mediators = (world) => [
  {
    id: id(201),
    name: 'Trịnh Thị Nga',
    woman: true,
    leader: true,
    state: 'RECOGNISED',
    account: { id: mediatorId, displayName: 'Trịnh Thị Nga' },
    decisionNumber: '12/QĐ-UBND',
    decidedOn: dayOf(world.now() - 400 * day),
    endedOn: null,
    endCause: null,
    elected: { form: 'SECRET_BALLOT', on: dayOf(world.now() - 420 * day), households: 120, votes: 84 },
    ledBy: { form: 'OPEN_VOTE', heldOn: dayOf(world.now() - 410 * day), voters: 3, votes: 2 },
    releaseCause: null,
    releaseReason: null,
  },
  {
    id: id(202),
    name: 'Hà Văn Sơn',
    woman: false,
    leader: false,
    state: 'RECOGNISED',
    account: null,
    decisionNumber: '12/QĐ-UBND',
    decidedOn: dayOf(world.now() - 400 * day),
    endedOn: null,
    endCause: null,
    elected: { form: 'SECRET_BALLOT', on: dayOf(world.now() - 420 * day), households: 120, votes: 84 },
    ledBy: null,
    releaseCause: null,
    releaseReason: null,
  },
  {
    id: id(203),
    name: 'Vi Văn Quyết',
    woman: false,
    leader: false,
    state: 'RECOGNISED',
    account: null,
    decisionNumber: '12/QĐ-UBND',
    decidedOn: dayOf(world.now() - 400 * day),
    endedOn: null,
    endCause: null,
    elected: { form: 'SECRET_BALLOT', on: dayOf(world.now() - 420 * day), households: 120, votes: 84 },
    ledBy: null,
    releaseCause: null,
    releaseReason: null,
  },
  {
    id: id(204),
    name: 'Lương Thị Hoa',
    woman: true,
    leader: false,
    state: 'PROPOSED',
    account: null,
    decisionNumber: null,
    decidedOn: null,
    endedOn: null,
    endCause: null,
    elected: { form: 'SECRET_BALLOT', on: dayOf(world.now() - 420 * day), households: 120, votes: 84 },
    ledBy: null,
    releaseCause: null,
    releaseReason: null,
  },
  {
    id: id(205),
    name: 'Bùi Văn Lực',
    woman: false,
    leader: false,
    state: 'ENDED',
    account: null,
    decisionNumber: '12/QĐ-UBND',
    decidedOn: dayOf(world.now() - 400 * day),
    endedOn: dayOf(world.now() - 30 * day),
    endCause: 'OWN_WISH',
    elected: { form: 'SECRET_BALLOT', on: dayOf(world.now() - 420 * day), households: 120, votes: 84 },
    ledBy: null,
    releaseCause: null,
    releaseReason: null,
  },
];

function data(world) {
  world.mediation ??= {
    cases: cases(world),
    team: {
      id: id(200),
      villageId: village(world).id,
      villageName: village(world).name,
      recognised: true,
      minorityArea: true,
      minorityRepresented: null,
      gaps: ['MINORITY'],
      mediators: mediators(world),
    },
  };
  return world.mediation;
}

const content = {
  parties: [
    { name: 'Phạm Văn Ất', address: 'Nhà 4, xóm 2', phone: '0912 000 222' },
    { name: 'Đỗ Thị Giáp', address: 'Nhà 5, xóm 2', phone: null },
  ],
  about: 'Hai nhà không thống nhất được bờ rào giữa vườn; đã cãi nhau hai lần.',
  yes: [],
  notes: [],
  sessions: [],
  agreement: null,
  end: null,
  followUps: [],
  corrections: [],
  reviews: [],
};

function cases(world) {
  const now = world.now();
  const base = {
    villageId: village(world).id,
    villageName: village(world).name,
    otherVillageName: null,
    kind: 'BOUNDARY',
    basis: 'PARTY_ASKS',
    initials: 'P.V.Ấ – Đ.T.G',
    mediator: null,
    entry: null,
    startBy: null,
    startAgreed: false,
    startedOn: null,
    startLate: false,
    sessions: 0,
    outcome: null,
    kept: null,
    closedAt: null,
    erasedAt: null,
    urgency: 'LATER',
    nextOn: null,
    receivedOn: dayOf(now - 2 * day),
  };
  const step = (what, ago) => ({ at: iso(now - ago * day), what, by: { id: mediatorId, displayName: 'Trịnh Thị Nga' } });
  const one = (n, state, next, more = {}, rest = {}) => ({
    guarded: false,
    receiver: mediatorId,
    mediation: { ...base, id: id(n), code: `HG-2026-${String(n).padStart(4, '0')}`, state, next, ...more },
    content: { ...content, ...rest.content },
    actions: rest.actions ?? [],
    steps: rest.steps ?? [step('RECEIVED', 2)],
    ...rest.more,
  });
  const session = {
    on: dayOf(now - day),
    place: 'Nhà văn hóa thôn',
    openly: false,
    present: 'Hai bên, hòa giải viên, trưởng thôn',
    words: 'Hai bên nói rõ mốc cũ và đồng ý đo lại.',
    lateReason: null,
  };
  return [
    one(
      1,
      'ACCEPTED',
      'START',
      {
        urgency: 'CRITICAL',
        nextOn: dayOf(now - 5 * day),
        startBy: dayOf(now - 5 * day),
        mediator: 'Trịnh Thị Nga',
        entry: 1,
        kind: 'DEBT',
        initials: 'L.T.M – H.V.D',
        receivedOn: dayOf(now - 9 * day),
      },
      { actions: ['EXCLUDE', 'CHECK', 'HOLD', 'AGREE_START', 'STOP', 'CORRECT'], steps: [step('RECEIVED', 9), step('ASSIGNED', 8), step('ACCEPTED', 8)] },
    ),
    one(2, 'RECEIVED', 'ASSIGN', { urgency: 'SOON', nextOn: dayOf(now + day), entry: 2 }, { actions: ['CHECK', 'EXCLUDE', 'ASSIGN', 'STOP', 'CORRECT'] }),
    one(
      3,
      'IN_PROGRESS',
      'GO_ON',
      { mediator: 'Trịnh Thị Nga', entry: 3, startBy: dayOf(now), startedOn: dayOf(now - day), sessions: 1, kind: 'NEIGHBOURS', otherVillageName: 'Thôn Cành Nàng 2' },
      {
        actions: ['EXCLUDE', 'CHECK', 'HOLD', 'AGREE', 'FAIL', 'STOP', 'ESCALATE', 'CORRECT'],
        content: { sessions: [session] },
        steps: [step('RECEIVED', 3), step('ASSIGNED', 2), step('ACCEPTED', 2), step('SESSION_HELD', 1)],
      },
    ),
    one(
      4,
      'FOLLOW_UP',
      'FOLLOW_UP',
      { urgency: 'OVERDUE', nextOn: dayOf(now - 2 * day), mediator: 'Trịnh Thị Nga', entry: 4, startBy: dayOf(now - 30 * day), startedOn: dayOf(now - 31 * day), sessions: 1, outcome: 'AGREED' },
      {
        actions: ['CHECK', 'FOLLOW_UP', 'CORRECT', 'PRINT'],
        content: {
          sessions: [session],
          agreement: {
            agreed: 'Xây lại bờ rào theo mốc cũ, chi phí chia đôi.',
            by: dayOf(now - 2 * day),
            written: { matter: 'Tranh chấp bờ rào giữa hai vườn.', course: 'Một buổi tại nhà văn hóa thôn.', duties: 'Mỗi bên trả một nửa.', manner: 'Thuê thợ trong xóm.' },
          },
          followUps: [{ on: dayOf(now - 10 * day), result: 'URGED', words: 'Đã nhắc hai nhà.' }],
        },
        steps: [step('RECEIVED', 33), step('ASSIGNED', 32), step('ACCEPTED', 32), step('SESSION_HELD', 31), step('AGREED', 31), step('FOLLOWED_UP', 10)],
      },
    ),
    one(
      5,
      'REFERRED',
      'NONE',
      { kind: null, basis: null, initials: null, closedAt: iso(now - day) },
      { more: { guarded: true }, content: { parties: [], about: '', yes: ['VIOLENCE'] }, steps: [step('RECEIVED', 1), step('REFERRED', 1)] },
    ),
    one(6, 'REFERRED', 'NONE', { kind: 'PROPERTY', closedAt: iso(now - 4 * day) }, { content: { yes: ['OFFENCE'] }, steps: [step('RECEIVED', 4), step('REFERRED', 4)] }),
    one(
      7,
      'CLOSED',
      'NONE',
      { mediator: 'Hà Văn Sơn', entry: 5, outcome: 'NOT_AGREED', startedOn: dayOf(now - 60 * day), startBy: dayOf(now - 60 * day), sessions: 2, closedAt: iso(now - 40 * day) },
      { steps: [step('RECEIVED', 65), step('ASSIGNED', 63), step('ACCEPTED', 62), step('SESSION_HELD', 60), step('NOT_AGREED', 40)] },
    ),
  ];
}

const officer = (user) => user.roles.includes('COMMUNITY_OFFICER');
const mediates = (user) => user.roles.includes('MEDIATOR');
const sees = (user, each) => !each.guarded || officer(user) || each.receiver === user.id;

function view(user, each) {
  const authoritys = each.mediation.state === 'REFERRED' || each.mediation.outcome === 'ESCALATED';
  const knows = !each.guarded && (mediates(user) || (officer(user) && authoritys));
  const hidden = {
    initials: null,
    kind: null,
    basis: null,
    mediator: null,
    entry: null,
    startBy: null,
    startAgreed: null,
    startedOn: null,
    startLate: null,
    sessions: null,
    outcome: null,
    kept: null,
  };
  return knows ? each.mediation : { ...each.mediation, ...hidden };
}

function details(user, each) {
  const authoritys = each.mediation.state === 'REFERRED' || each.mediation.outcome === 'ESCALATED';
  const actions = mediates(user) ? each.actions : officer(user) && each.mediation.state === 'REFERRED' && !each.guarded ? ['TAKE_BACK'] : [];
  return {
    mediation: view(user, each),
    guarded: each.guarded,
    review: each.mediation.state === 'REVIEW' ? 'OFFICER' : null,
    readsContent: mediates(user) || (officer(user) && authoritys),
    receivedBy: { id: mediatorId, displayName: 'Trịnh Thị Nga' },
    actions,
    steps: mediates(user) || each.guarded || (officer(user) && authoritys) ? each.steps : each.steps.filter((one) => ['RECEIVED', 'REFERRED'].includes(one.what)),
  };
}

function find(world, user, requested) {
  const found = data(world).cases.find((each) => each.mediation.id === requested);
  if (!found || !sees(user, found)) throw new Refusal(404, 'no-such-mediation', 'Không có vụ, việc hòa giải này.');
  return found;
}

const after = {
  assignment: (world, body) => ({
    state: 'ASSIGNED',
    next: 'ACCEPT',
    nextOn: dayOf(world.now() + 3 * day),
    urgency: 'LATER',
    startBy: dayOf(world.now() + 3 * day),
    mediator: mediators(world).find((each) => each.id === body.mediatorId)?.name,
    actions: ['CHECK', 'EXCLUDE', 'ASSIGN', 'ACCEPT', 'AGREE_START', 'STOP', 'CORRECT'],
    step: 'ASSIGNED',
  }),
  acceptance: () => ({ state: 'ACCEPTED', next: 'START', actions: ['HOLD', 'AGREE_START', 'EXCLUDE', 'CHECK', 'STOP'], step: 'ACCEPTED' }),
  exclusions: () => ({ step: 'MEDIATOR_EXCLUDED' }),
  'start-day': (world, body) => ({ startBy: body.on, nextOn: body.on, startAgreed: true, urgency: 'LATER', step: 'START_AGREED' }),
  sessions: (world, body) => ({
    state: 'IN_PROGRESS',
    next: 'GO_ON',
    nextOn: null,
    urgency: 'LATER',
    startedOn: body.on,
    startLate: body.lateReason !== null,
    actions: ['CHECK', 'HOLD', 'AGREE', 'FAIL', 'STOP', 'ESCALATE', 'CORRECT'],
    step: 'SESSION_HELD',
  }),
  agreement: (world, body) => ({ state: 'FOLLOW_UP', next: 'FOLLOW_UP', nextOn: body.by, outcome: 'AGREED', actions: ['CHECK', 'FOLLOW_UP', 'CORRECT', 'PRINT'], step: 'AGREED' }),
  failure: (world) => ({ state: 'CLOSED', next: 'NONE', nextOn: null, outcome: 'NOT_AGREED', closedAt: iso(world.now()), actions: ['CORRECT'], step: 'NOT_AGREED' }),
  stop: (world) => ({ state: 'CLOSED', next: 'NONE', nextOn: null, outcome: 'STOPPED', closedAt: iso(world.now()), actions: ['CORRECT'], step: 'STOPPED' }),
  escalation: (world) => ({ state: 'CLOSED', next: 'NONE', nextOn: null, outcome: 'ESCALATED', closedAt: iso(world.now()), actions: ['CORRECT'], step: 'ESCALATED' }),
  'follow-ups': (world, body) =>
    body.result === 'URGED' ? { step: 'FOLLOWED_UP' } : { state: 'CLOSED', next: 'NONE', nextOn: null, kept: body.result === 'KEPT', closedAt: iso(world.now()), actions: ['CORRECT'], step: 'CLOSED' },
  corrections: () => ({ step: 'CORRECTED' }),
  scope: (world, body) =>
    body.answers.some((each) => each.yes) ? { state: 'REFERRED', next: 'NONE', nextOn: null, closedAt: iso(world.now()), actions: [], step: 'REFERRED' } : { step: 'SCOPE_CONFIRMED' },
  withdrawal: () => ({ state: 'RECEIVED', next: 'ASSIGN', closedAt: null, actions: ['CHECK', 'EXCLUDE', 'ASSIGN', 'STOP'], step: 'REFERRAL_TAKEN_BACK' }),
};

function teamView(world, user) {
  const { team } = data(world);
  const waiting = team.mediators.filter((each) => each.state === 'PROPOSED').length;
  const role = (...roles) => roles.some((each) => user.roles.includes(each));
  return { ...team, waiting, mayPropose: role('VILLAGE_HEAD', 'PARTNER'), mayDecide: role('CHAIR') && waiting > 0, mayConfirm: role('COMMUNITY_OFFICER') };
}

const exactly = (value) => ({ value, exact: true });
const hidden = (value) => (value === 0 ? exactly(0) : value < 5 ? { value: null, exact: false } : { value: Math.floor((value + 5) / 10) * 10, exact: false });

export const mediationRoutes = [
  [
    'GET',
    /^\/api\/mediations$/,
    ({ world, user, url }) => {
      const over = url.searchParams.get('state') === 'OVER';
      const items = data(world)
        .cases.filter((each) => sees(user, each) && (each.mediation.closedAt !== null) === over)
        .map((each) => view(user, each));
      return { items: items.sort((one, other) => (one.nextOn ?? '9').localeCompare(other.nextOn ?? '9')), next: null };
    },
  ],
  [
    'GET',
    /^\/api\/mediations\/scope$/,
    () => ({
      items: questions.map((question) => ({
        question,
        guards: guarding.includes(question),
        authorities:
          question === 'VIOLENCE'
            ? [authority('POLICE', '113', 'Luật 13/2022/QH15'), authority('COMMUNE', null, 'Luật 13/2022/QH15'), authority('VIOLENCE_HOTLINE', null, 'Luật 13/2022/QH15')]
            : question === 'CHILD'
              ? [authority('POLICE', '113', ''), authority('CHILD_HOTLINE', '111', '')]
              : [authority(question === 'BARRED' ? 'COURT' : 'POLICE', question === 'BARRED' ? null : '113', '')],
      })),
      next: null,
    }),
  ],
  ['GET', /^\/api\/mediations\/books$/, ({ world }) => ({ items: [{ villageId: village(world).id, villageName: village(world).name }], next: null })],
  ['GET', /^\/api\/mediations\/(?:book|[^/]+\/record)\.pdf$/, ({ response }) => void response.writeHead(200, { 'Content-Type': 'application/pdf', 'Cache-Control': 'no-store' }).end('%PDF-1.4')],
  [
    'GET',
    /^\/api\/mediations\/figures$/,
    ({ world, user, url }) => {
      const exact = !['CHAIR', 'PARTNER', 'ANALYST'].some((role) => user.roles.includes(role));
      const told = exact ? exactly : hidden;
      const counts = (received, agreed, notAgreed, stopped, escalated, referred, pending) => ({
        received: told(received),
        agreed: told(agreed),
        notAgreed: told(notAgreed),
        stopped: told(stopped),
        escalated: told(escalated),
        referred: url.searchParams.get('level') === 'COMMUNE' ? told(referred) : null,
        pending: exact ? told(pending) : null,
        success: agreed + notAgreed + stopped === 0 ? null : Math.round((100 * agreed) / (agreed + notAgreed + stopped)),
      });
      const from = url.searchParams.get('from') ?? '2026-01-01';
      if (!exact && from >= '2026-10-01') return { from, to: null, nextOn: '2027-01-01', exact, total: counts(0, 0, 0, 0, 0, 0, 0), lines: [] };
      return {
        from,
        to: url.searchParams.get('to') ?? '2026-09-30',
        nextOn: exact ? null : '2027-01-01',
        exact,
        total: counts(61, 38, 11, 4, 1, 3, 4),
        lines: [
          { areaId: village(world).id, areaName: village(world).name, counts: counts(41, 27, 6, 2, 1, 2, 3) },
          { areaId: id(900), areaName: 'Thôn Cành Nàng 2', counts: counts(20, 11, 5, 2, 0, 1, 1) },
        ],
      };
    },
  ],
  [
    'POST',
    /^\/api\/mediations$/,
    ({ world, user, body }) => {
      const yes = body.answers.filter((each) => each.yes).map((each) => each.question);
      const n = data(world).cases.length + 1;
      const made = structuredClone(data(world).cases[1]);
      Object.assign(made.mediation, { id: id(n), code: `HG-2026-${String(n).padStart(4, '0')}`, kind: body.kind, basis: body.basis, receivedOn: body.receivedOn, urgency: 'LATER' });
      Object.assign(made, { receiver: user.id, guarded: yes.some((each) => guarding.includes(each)), content: { ...content, parties: body.parties ?? [], about: body.about ?? '', yes } });
      if (yes.length > 0) {
        Object.assign(made.mediation, { state: 'REFERRED', next: 'NONE', nextOn: null, closedAt: iso(world.now()), entry: null });
        Object.assign(made, { actions: [], steps: [...made.steps, { at: iso(world.now()), what: 'REFERRED', by: { id: user.id, displayName: user.displayName } }] });
      }
      data(world).cases.push(made);
      return { status: 201, body: details(user, made) };
    },
  ],
  ['GET', /^\/api\/mediations\/([^/]+)$/, ({ world, user, params }) => details(user, find(world, user, params[0]))],
  ['GET', /^\/api\/mediations\/([^/]+)\/content$/, ({ world, user, params }) => find(world, user, params[0]).content],
  [
    'GET',
    /^\/api\/mediations\/([^/]+)\/mediators$/,
    ({ world }) => ({
      items: mediators(world)
        .filter((each) => each.state === 'RECOGNISED')
        .map(({ id: mediator, name, leader }, at) => ({ id: mediator, name, leader, free: at !== 1 })),
      next: null,
    }),
  ],
  [
    'POST',
    /^\/api\/mediations\/([^/]+)\/([a-z-]+)$/,
    ({ world, user, params, body }) => {
      const found = find(world, user, params[0]);
      const { actions, step, ...changes } = after[params[1]](world, body);
      Object.assign(found.mediation, changes);
      if (actions) found.actions = actions;
      if (params[1] === 'agreement') found.content = { ...found.content, agreement: { agreed: body.agreed, by: body.by, written: body.written ? body : null } };
      if (params[1] === 'sessions') found.content = { ...found.content, sessions: [...found.content.sessions, body] };
      found.steps = [...found.steps, { at: iso(world.now()), what: step, by: { id: user.id, displayName: user.displayName } }];
      return details(user, found);
    },
  ],
  ['GET', /^\/api\/mediation-teams$/, ({ world, user }) => ({ items: [teamView(world, user)], next: null })],
  ['GET', /^\/api\/mediation-teams\/accounts$/, () => ({ items: [{ id: mediatorId, displayName: 'Trịnh Thị Nga' }], next: null })],
  ['POST', /^\/api\/mediation-teams$/, ({ world, user }) => ({ status: 201, body: teamView(world, user) })],
  ['GET', /^\/api\/mediation-fees$/, () => ({ items: [{ id: id(401), from: '2024-01-01', outcome: 'AGREED', dong: 200000, source: 'Nghị quyết của HĐND tỉnh', checked: false }], next: null })],
  [
    'GET',
    /^\/api\/mediation-fees\/sheet$/,
    () => ({
      nextOn: null,
      lines: [
        { mediatorId: id(201), name: 'Trịnh Thị Nga', code: 'HG-2026-0003', on: '2026-08-03', outcome: 'AGREED', dong: 200000, source: 'Nghị quyết của HĐND tỉnh' },
        { mediatorId: id(202), name: 'Hà Văn Sơn', code: 'HG-2026-0004', on: '2026-08-20', outcome: 'STOPPED', dong: null, source: null },
      ],
      dong: 200000,
      missing: 1,
      unchecked: 1,
    }),
  ],
  [
    'GET',
    /^\/api\/mediation-teams\/([^/]+)\/reviews$/,
    () => ({
      items: [
        {
          year: 2025,
          at: '2025-12-13T02:00:00Z',
          heldOn: '2025-12-12',
          organisation: 'Đủ ba hòa giải viên, có một nữ.',
          activity: 'Hòa giải thành bốn trong năm vụ.',
          proposal: 'KEEP',
          by: { id: id(301), displayName: 'Hà Thị Mặt Trận' },
        },
      ],
      next: null,
    }),
  ],
  ['POST', /^\/api\/mediation-teams\/([^/]+)\/reviews$/, () => ({ status: 204 })],
  ['GET', /^\/api\/mediation-teams\/([^/]+)$/, ({ world, user }) => teamView(world, user)],
  [
    'POST',
    /^\/api\/mediation-teams\/([^/]+)\/representation$/,
    ({ world, user, body }) => {
      Object.assign(data(world).team, { minorityRepresented: body.represented, gaps: body.represented ? [] : ['MINORITY'] });
      return teamView(world, user);
    },
  ],
  [
    'POST',
    /^\/api\/mediation-teams\/([^/]+)\/recognition$/,
    ({ world, user, body }) => {
      const { team } = data(world);
      if (team.gaps.length > 0) throw new Refusal(409, 'mediation-team-incomplete', 'Tổ hòa giải chưa đủ thành phần.');
      for (const each of team.mediators) if (each.state === 'PROPOSED') Object.assign(each, { state: 'RECOGNISED', decisionNumber: body.number, decidedOn: body.on });
      return teamView(world, user);
    },
  ],
  ['POST', /^\/api\/mediation-teams\/([^/]+)\/.+$/, ({ world, user }) => teamView(world, user)],
];
