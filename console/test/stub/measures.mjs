// The made-up legal measures of the stand-in: of nobody, by what somebody is to each.

import { dayOf, iso } from './days.mjs';
import { Refusal } from './refusal.mjs';

const day = 86_400_000;
const id = (n) => `01900000-0000-7000-d500-${String(n).padStart(12, '0')}`;
const helperRoles = ['TEAM_LEADER', 'TEAM_MEMBER', 'MEDIATOR', 'VILLAGE_HEAD', 'PARTNER'];
const has = (user, ...roles) => roles.some((role) => user.roles.includes(role));

const rule = (n, kind, from, law, decidedBy, longestMonths, longestMonthsMinor, minors, publishing, checked = false) => ({
  id: id(700 + n),
  kind,
  from,
  law,
  decidedBy,
  longestMonths,
  longestMonthsMinor,
  minors,
  publishing,
  checked,
  own: false,
});
const rules = () => [
  rule(1, 'AFTER_REHABILITATION', '2022-01-01', 'Luật Phòng, chống ma túy 2021; Nghị định 116/2021/NĐ-CP', 'COMMUNE_CHAIR', 24, 12, 'POSSIBLE', 'FORBIDDEN_OF_MINORS'),
  rule(2, 'COMMUNE_EDUCATION', '2022-01-01', 'Luật Xử lý vi phạm hành chính; Nghị định 120/2021/NĐ-CP', 'COMMUNE_CHAIR', 6, null, 'POSSIBLE', 'FORBIDDEN_OF_MINORS'),
  rule(3, 'FAMILY_SUPERVISION', '2022-01-01', 'Luật Xử lý vi phạm hành chính (quản lý tại gia đình)', 'COMMUNE_CHAIR', 6, null, 'ONLY', 'FORBIDDEN'),
  rule(4, 'JUVENILE_COMMUNITY', '2026-01-01', 'Luật Tư pháp người chưa thành niên 59/2024/QH15', 'PROCEEDINGS_BODY', 24, null, 'ONLY', 'FORBIDDEN'),
  rule(5, 'NON_CUSTODIAL_REFORM', '2020-01-01', 'Bộ luật Hình sự; Luật Thi hành án hình sự', 'COURT', 36, 18, 'POSSIBLE', 'FORBIDDEN_OF_MINORS'),
  rule(6, 'PROBATION', '2020-01-01', 'Luật Thi hành án hình sự (tha tù trước thời hạn có điều kiện)', 'COURT', 24, 24, 'POSSIBLE', 'FORBIDDEN_OF_MINORS'),
  rule(7, 'RETURN_TO_COMMUNITY', '2020-06-01', 'Luật Thi hành án hình sự; Nghị định 49/2020/NĐ-CP', 'PRISON', 24, 12, 'POSSIBLE', 'FORBIDDEN_OF_MINORS'),
  rule(8, 'SUSPENDED_SENTENCE', '2020-01-01', 'Bộ luật Hình sự; Luật Thi hành án hình sự', 'COURT', 60, null, 'POSSIBLE', 'FORBIDDEN_OF_MINORS', true),
];

function data(world) {
  world.measures ??= { all: measures(world), openings: openings(world), rules: rules() };
  return world.measures;
}

function measures(world) {
  const now = world.now();
  const in_ = (days) => dayOf(now + days * day);
  const task = (n, kind, due, result = null) => ({ id: id(500 + n), task: kind, dueOn: in_(due), helperId: null, result, doneOn: result ? in_(due) : null });
  const one = (n, kind, state, until, more = {}) => ({
    id: id(n),
    code: `BP-2026-${String(100000 + n * 7919).slice(0, 6)}`,
    kind,
    state,
    until: in_(until),
    from: in_(-40),
    waiting: null,
    minor: false,
    helped: false,
    version: 1,
    name: 'Người Giả Định',
    paper: { number: `4${n}/QĐ-UBND`, organ: 'Chủ tịch Ủy ban nhân dân xã Bá Thước', on: in_(-42) },
    article: 'Luật Xử lý vi phạm hành chính',
    changes: [],
    paperWaits: null,
    tasks: [],
    helpers: [],
    steps: [{ at: iso(now - 40 * day), what: 'RECORDED', by: { id: id(900), displayName: 'Lò Văn Thành' } }],
    ...more,
  });
  return [
    one(1, 'COMMUNE_EDUCATION', 'IN_FORCE', 60, {
      helped: true,
      name: 'Người Giả Định Một',
      tasks: [task(1, 'VISIT', -3, 'DONE'), task(2, 'IDENTITY_PAPERS', -1), { ...task(3, 'VOCATIONAL_TRAINING', 9), helperId: id(601) }],
      helpers: [
        { id: id(601), name: 'Hà Thị Mến', account: true, since: iso(now - 30 * day), ended: null },
        { id: id(602), name: 'Vi Văn Quyết', account: false, since: iso(now - 30 * day), ended: null },
      ],
    }),
    one(2, 'JUVENILE_COMMUNITY', 'IN_FORCE', 120, { minor: true, helped: true, name: 'Người Giả Định Hai', tasks: [task(4, 'SCHOOL', 4)] }),
    one(3, 'AFTER_REHABILITATION', 'WAITING', 300, { waiting: 'RECORD', name: 'Người Giả Định Ba' }),
    one(4, 'SUSPENDED_SENTENCE', 'IN_FORCE', 20, {
      waiting: 'EXTENSION',
      version: 3,
      name: 'Người Giả Định Bốn',
      paperWaits: { change: 'EXTENDED', paper: { number: '88/QĐ-TA', organ: 'Tòa án nhân dân khu vực', on: in_(-1) }, until: in_(140) },
    }),
    one(5, 'RETURN_TO_COMMUNITY', 'SUSPENDED', 200, {
      name: 'Người Giả Định Năm',
      changes: [{ change: 'SUSPENDED', paper: { number: '81/QĐ-TA', organ: 'Tòa án nhân dân khu vực', on: in_(-9) }, until: in_(200) }],
    }),
    one(6, 'NON_CUSTODIAL_REFORM', 'SEALED', -12),
    one(7, 'COMMUNE_EDUCATION', 'IN_FORCE', 90, {
      waiting: 'ENDING',
      version: 2,
      name: 'Người Giả Định Bảy',
      paperWaits: { change: 'ENDED_EARLY', paper: { number: '90/QĐ-UBND', organ: 'Chủ tịch Ủy ban nhân dân xã Bá Thước', on: in_(-1) }, until: in_(3) },
    }),
  ];
}

function openings(world) {
  const now = world.now();
  const one = (n, state, more = {}) => ({
    id: id(800 + n),
    code: 'BP-2026-147514',
    communeName: 'Xã Bá Thước',
    state,
    officer: true,
    reason: 'Tòa án đề nghị đối chiếu quyết định đã hết hạn với hồ sơ xóa án tích.',
    askedBy: { id: id(900), displayName: 'Lò Văn Thành' },
    askedAt: iso(now - 2 * 3_600_000),
    answeredBy: null,
    until: null,
    ...more,
  });
  return [one(1, 'ASKED'), one(2, 'OPEN', { answeredBy: { id: id(901), displayName: 'Bùi Thị Hạnh' }, until: iso(now + 40 * 60_000) })];
}

const keepers = [{ personId: id(903), memberId: null, name: 'Trương Văn Minh' }];

/** What somebody is to a measure; null for who may not know of it. */
function part(user, each) {
  if (has(user, 'COMMUNITY_OFFICER')) return 'KEEPER';
  if (has(user, 'CHAIR') && each.waiting) return 'CHAIR';
  if (has(user, ...helperRoles) && each.helped && each.state === 'IN_FORCE') return 'HELPER';
  return null;
}

const nextOn = (each) =>
  each.tasks
    .filter((task) => !task.result)
    .map((task) => task.dueOn)
    .sort()[0] ?? null;

function view(user, each) {
  const who = part(user, each);
  const helps = who === 'HELPER';
  return {
    id: each.id,
    code: each.code,
    part: who,
    kind: helps ? null : each.kind,
    state: each.state,
    until: each.until,
    waiting: helps ? null : each.waiting,
    nextOn: each.state === 'SEALED' ? null : nextOn(each),
  };
}

function actions(who, each) {
  if (each.state === 'SEALED') return who === 'KEEPER' && !each.minor ? ['ASK_OPENING'] : [];
  if (who === 'CHAIR') return ['CONFIRM', 'REFUSE'];
  if (who === 'HELPER') return ['NOTE_TASK', 'STEP_ASIDE'];
  return each.state === 'WAITING' ? ['HAND_OVER'] : ['ASSIGN', 'SET_TASK', 'NOTE_TASK', 'END_HELPER', each.waiting ? 'WITHDRAW' : 'CHANGE', 'HAND_OVER'];
}

function details(world, user, each) {
  const who = part(user, each);
  const more = who !== 'HELPER';
  const open = each.state !== 'SEALED';
  const found = data(world).rules.find((one) => one.kind === each.kind);
  return {
    measure: view(user, each),
    version: more ? each.version : 0,
    answerBy: more && each.waiting ? iso(world.now() + (each.waiting === 'ENDING' ? 4 : 12) * day) : null,
    communeName: 'Xã Bá Thước',
    readsContent: open,
    keeper: { id: id(900), displayName: 'Lò Văn Thành' },
    minor: more && open ? each.minor : null,
    from: more ? each.from : null,
    longest: more && open ? dayOf(world.now() + 170 * day) : null,
    law: more ? found.law : null,
    publishing: more ? found.publishing : null,
    erasedAt: null,
    actions: actions(who, each),
    helpers: who === 'KEEPER' && open ? each.helpers : [],
    steps: more && open ? each.steps : [],
  };
}

function find(world, user, requested) {
  const found = data(world).all.find((each) => each.id === requested);
  if (!found || part(user, found) === null) throw new Refusal(404, 'no-such-measure', 'Không có hồ sơ biện pháp này.');
  return found;
}

const few = { value: null, exact: false };
const about = (value) => ({ value, exact: false });
const none = { value: 0, exact: true };

const after = {
  changes: (world, each, body) => {
    if (body.until) return { waiting: body.change === 'EXTENDED' ? 'EXTENSION' : 'ENDING', paperWaits: { change: body.change, paper: body, until: body.until } };
    return {
      state: body.change === 'SUSPENDED' ? 'SUSPENDED' : body.change === 'RESUMED' ? 'IN_FORCE' : each.state,
      until: body.until ?? each.until,
      changes: [...each.changes, { change: body.change, paper: body, until: body.until ?? each.until }],
    };
  },
  withdrawal: () => ({ waiting: null, paperWaits: null }),
  tasks: (world, each, body) => ({ tasks: [...each.tasks, { ...body, result: null, doneOn: null }] }),
  helpers: (world, each, body) => ({
    helped: true,
    helpers: [...each.helpers, { id: id(690 + each.helpers.length), name: 'Hà Thị Mến', account: body.personId !== null, since: iso(world.now()), ended: null }],
  }),
};

export const measureRoutes = [
  [
    'GET',
    /^\/api\/measures$/,
    ({ world, user, url }) => {
      const over = url.searchParams.get('state') === 'OVER';
      const items = data(world)
        .all.filter((each) => part(user, each) !== null && (each.state === 'SEALED') === over)
        .map((each) => view(user, each));
      return { items: items.sort((one, other) => one.until.localeCompare(other.until)), next: null };
    },
  ],
  [
    'GET',
    /^\/api\/measures\/figures$/,
    ({ user }) => {
      const watches = has(user, 'ANALYST', 'AUDITOR');
      const kinds = [
        { kind: 'COMMUNE_EDUCATION', begun: about(10), inForce: about(20), ended: few },
        { kind: 'SUSPENDED_SENTENCE', begun: few, inForce: about(10), ended: none },
        { kind: 'AFTER_REHABILITATION', begun: about(10), inForce: about(20), ended: few },
      ];
      const line = (n, communeName, opened) => ({
        communeId: id(300 + n),
        communeName,
        begun: about(10),
        inForce: about(30),
        ended: few,
        openings: watches ? { value: opened, exact: true } : opened ? few : none,
      });
      return {
        from: '2026-07-01',
        to: '2026-09-30',
        nextOn: '2027-01-01',
        begun: about(20),
        inForce: about(50),
        ended: about(10),
        openings: watches ? { value: 1, exact: true } : few,
        kinds,
        lines: [line(1, 'Phường Hạc Thành', 0), line(2, 'Xã Bá Thước', 1)],
      };
    },
  ],
  [
    'POST',
    /^\/api\/measures$/,
    ({ world, user, body }) => {
      const made = {
        ...structuredClone(data(world).all[2]),
        id: body.id,
        code: 'BP-2026-902311',
        kind: body.kind,
        minor: body.minor,
        until: body.until,
        from: body.from,
        name: body.name,
        paper: { number: body.number, organ: body.organ, on: body.on },
        article: body.article,
      };
      data(world).all.push(made);
      return { status: 201, body: details(world, user, made) };
    },
  ],
  ['GET', /^\/api\/measures\/([^/]+)$/, ({ world, user, params }) => details(world, user, find(world, user, params[0]))],
  [
    'GET',
    /^\/api\/measures\/([^/]+)\/content$/,
    ({ world, user, params }) => {
      const found = find(world, user, params[0]);
      const helps = part(user, found) === 'HELPER';
      return {
        name: found.name,
        version: found.version,
        villageName: helps ? null : 'Thôn Cành Nàng 1',
        paper: helps ? null : found.paper,
        article: helps ? null : found.article,
        changes: helps ? [] : found.changes,
        waiting: helps ? null : found.paperWaits,
        tasks: part(user, found) === 'CHAIR' ? [] : found.tasks,
      };
    },
  ],
  ['GET', /^\/api\/measures\/([^/]+)\/keepers$/, () => ({ items: keepers, next: null })],
  [
    'GET',
    /^\/api\/measures\/([^/]+)\/choices$/,
    () => ({
      keepers,
      helpers: [
        { personId: id(904), memberId: null, name: 'Hà Thị Mến' },
        { personId: null, memberId: id(905), name: 'Vi Văn Quyết' },
      ],
    }),
  ],
  [
    'POST',
    /^\/api\/measures\/([^/]+)\/(confirmation|refusal)$/,
    ({ world, user, params, body, response }) => {
      const found = find(world, user, params[0]);
      if (body.version !== found.version) throw new Refusal(409, 'measure-changed', 'Hồ sơ đã được sửa sau khi bạn xem.');
      const made = params[1] === 'confirmation';
      if (!made && found.state === 'WAITING') data(world).all = data(world).all.filter((each) => each !== found);
      Object.assign(found, { state: 'IN_FORCE', waiting: null, until: made && found.paperWaits ? found.paperWaits.until : found.until, paperWaits: null, version: found.version + 1 });
      return void response.writeHead(204).end();
    },
  ],
  [
    'POST',
    /^\/api\/measures\/([^/]+)\/recusal$/,
    ({ world, user, params, response }) => {
      find(world, user, params[0]).helped = false;
      return void response.writeHead(204).end();
    },
  ],
  [
    'POST',
    /^\/api\/measures\/([^/]+)\/tasks\/([^/]+)\/result$/,
    ({ world, user, params, body }) => {
      const found = find(world, user, params[0]);
      found.tasks = found.tasks.map((each) => (each.id === params[1] ? { ...each, result: body.result, doneOn: body.on } : each));
      return details(world, user, found);
    },
  ],
  [
    'POST',
    /^\/api\/measures\/([^/]+)\/helpers\/([^/]+)\/end$/,
    ({ world, user, params, body }) => {
      const found = find(world, user, params[0]);
      if (!body.cause) throw new Refusal(400, 'invalid', 'Dữ liệu chưa đúng.', [{ field: 'cause', code: 'required', message: 'Cần chọn lý do.' }]);
      found.helpers = found.helpers.map((each) => (each.id === params[1] ? { ...each, ended: body.cause } : each));
      return details(world, user, found);
    },
  ],
  [
    'POST',
    /^\/api\/measures\/([^/]+)\/(changes|withdrawal|tasks|helpers|keeper|appointment)$/,
    ({ world, user, params, body, response }) => {
      const found = find(world, user, params[0]);
      if (['keeper', 'appointment'].includes(params[1])) return void response.writeHead(204).end();
      if (params[1] === 'helpers' && body.noKin !== true) throw new Refusal(400, 'invalid', 'Dữ liệu chưa đúng.', [{ field: 'noKin', code: 'required', message: 'Cần hỏi và ghi nhận.' }]);
      Object.assign(found, after[params[1]](world, found, body));
      return { status: 201, body: details(world, user, found) };
    },
  ],
  [
    'GET',
    /^\/api\/measure-kinds$/,
    ({ world, user }) => {
      return { items: data(world).rules, next: null };
    },
  ],
  [
    'POST',
    /^\/api\/measure-kinds$/,
    ({ world, body }) => {
      data(world).rules.push({ ...body, id: id(799), own: true });
      return { status: 201, body: data(world).rules.at(-1) };
    },
  ],
  [
    'GET',
    /^\/api\/measure-openings$/,
    ({ world, user }) => {
      const own = has(user, 'COMMUNITY_OFFICER');
      return {
        items: data(world)
          .openings.filter((each) => own || each.state === 'ASKED')
          .map((each) => ({ ...each, own })),
        next: null,
      };
    },
  ],
  [
    'GET',
    /^\/api\/measure-openings\/figures$/,
    ({ world, user }) => {
      const mine = data(world).openings.filter((each) => has(user, 'COMMUNITY_OFFICER') || each.state === 'ASKED');
      return { asked: mine.filter((each) => each.state === 'ASKED').length, open: mine.filter((each) => each.state === 'OPEN').length };
    },
  ],
  [
    'POST',
    /^\/api\/measure-openings$/,
    ({ world, body }) => {
      if (body.reason.length < 20) throw new Refusal(400, 'invalid', 'Dữ liệu chưa đúng.', [{ field: 'reason', code: 'size', message: 'Phải từ 20 ký tự.' }]);
      const made = { ...data(world).openings[0], id: id(850), code: body.code, reason: body.reason, state: 'ASKED' };
      data(world).openings.unshift(made);
      return { status: 201, body: { ...made, own: true } };
    },
  ],
  [
    'POST',
    /^\/api\/measure-openings\/([^/]+)\/answer$/,
    ({ world, params, body }) => {
      const found = data(world).openings.find((each) => each.id === params[0]);
      return Object.assign(found, { own: false }, body.signs ? { state: 'OPEN', until: iso(world.now() + 3_600_000) } : { state: 'REFUSED' });
    },
  ],
  [
    'GET',
    /^\/api\/measure-openings\/([^/]+)\/content$/,
    () => ({
      name: 'Người Giả Định Sáu',
      kind: 'NON_CUSTODIAL_REFORM',
      villageName: 'Thôn Cành Nàng 1',
      number: '46/QĐ-TA',
      organ: 'Tòa án nhân dân khu vực',
      on: '2026-01-05',
      article: 'Bộ luật Hình sự',
      from: '2026-01-05',
      until: '2026-11-15',
    }),
  ],
];
