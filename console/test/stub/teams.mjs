// The made-up teams of the stand-in: two in a commune, one that waits, who is in them, the roster.

import { dayOf, iso } from './days.mjs';
import { Refusal } from './refusal.mjs';

const day = 86_400_000;
const id = (n) => `01900000-0000-7000-e100-${String(n).padStart(12, '0')}`;
const offices = ['COMMUNITY_OFFICER', 'CHAIR'];
const has = (user, ...roles) => roles.some((role) => user.roles.includes(role));
const ref = (user) => ({ id: user.id, displayName: user.displayName });

/** The teams of a commune. */
export function seedTeams(world) {
  const now = world.now();
  const [, commune, ward, village] = world.areas;
  const named = (username) => ref(world.people.find((each) => each.username === username));
  const officer = named('diaban');
  const chair = named('chutich');
  const line = (n, name, more) => ({
    id: id(n),
    code: `TEAM-000${n}`,
    name,
    communeId: commune.id,
    communeName: commune.name,
    state: 'ESTABLISHED',
    planned: 3,
    areas: [{ id: village.id, name: village.name }],
    establishedOn: '2024-07-05',
    dissolvedOn: null,
    ...more,
  });
  const paper = { number: '17/QĐ-UBND', on: '2024-07-05', signer: 'Bùi Thị Hạnh' };
  const act = (n, kind, more) => ({
    id: id(n),
    kind,
    planned: 3,
    areas: [{ id: village.id, name: village.name }],
    from: null,
    reason: null,
    proposedBy: officer,
    proposedAt: iso(now - 3 * day),
    imported: false,
    decision: null,
    ...more,
  });
  const decided = { outcome: 'ACCEPTED', reason: null, by: chair, at: iso(now - 500 * day), paper };
  const term = (n, position, from, until, state, more = {}) => ({
    id: id(n),
    position,
    from,
    until,
    overAge: false,
    state,
    ended: null,
    imported: null,
    reason: null,
    paper: state === 'WAITING' ? null : { ...paper, number: '18/QĐ-UBND' },
    ...more,
  });
  const member = (n, name, position, state, terms, more = {}) => ({
    id: id(n),
    state,
    name,
    position,
    phone: '0912 345 678',
    birthYear: 1975,
    birthOn: '1975-02-03',
    gender: 'MALE',
    origin: 'CIVIL_DEFENCE',
    education: 'UPPER_SECONDARY',
    healthOn: '2024-06-15',
    certificate: `GCN-0000${n}`,
    badge: `BH-0000${n}`,
    leftOn: null,
    leftReason: null,
    termState: terms.at(-1).state,
    until: terms.at(-1).until,
    terms,
    warnings: [],
    ...more,
  });
  world.teams = [
    {
      team: line(1, 'Tổ bảo vệ Cành Nàng 1'),
      proposals: [act(21, 'ESTABLISH', { from: '2024-07-05', proposedAt: iso(now - 510 * day), decision: decided })],
      members: [
        member(31, 'Nguyễn Đình Khoa', 'LEADER', 'RECOGNISED', [term(41, 'LEADER', '2024-07-10', dayOf(now + 40 * day), 'ENDING')], { account: 'totruong' }),
        member(32, 'Hà Văn Sơn', 'DEPUTY', 'RECOGNISED', [term(42, 'DEPUTY', '2024-07-10', '2029-07-09', 'RUNNING', { imported: { at: iso(now - 500 * day), by: officer } })], {
          education: 'PRIMARY',
          warnings: ['PRIMARY_EDUCATION'],
        }),
        member(33, 'Lê Thị Nga', 'MEMBER', 'PROPOSED', [term(43, 'MEMBER', dayOf(now), dayOf(now + 1826 * day), 'WAITING')], { gender: 'FEMALE', certificate: null, badge: null }),
        member(34, 'Trịnh Văn Bảy', 'MEMBER', 'PROPOSED', [term(44, 'MEMBER', dayOf(now), dayOf(now + 1826 * day), 'WAITING', { overAge: true })], {
          birthYear: 1952,
          birthOn: null,
          certificate: null,
          badge: null,
          healthOn: null,
          warnings: ['HEALTH_UNKNOWN', 'OVER_AGE'],
        }),
        member(35, 'Bùi Văn Tư', 'MEMBER', 'LEFT', [term(45, 'MEMBER', '2024-07-10', '2029-07-09', 'OVER', { ended: '2026-02-28' })], { leftOn: '2026-03-01', leftReason: 'MOVED' }),
      ],
      proposal: { id: id(51), proposedBy: officer, proposedAt: iso(now - day) },
    },
    {
      team: line(2, 'Tổ bảo vệ Cành Nàng 2', { state: 'PROPOSED', planned: null, areas: [], establishedOn: null }),
      proposals: [act(22, 'ESTABLISH', { reason: 'Theo kế hoạch kiện toàn của xã.' })],
      members: [],
      proposal: null,
    },
  ];
  world.teamWard = ward;
}

const tallies = { villages: 14, villagesWithout: 1, proposed: 1, established: 12, planned: 36, withoutLeader: 1, belowStrength: 2, ending: 4, over: 2 };
const figure = (value, exact) => (exact || value === 0 ? { value, exact: true } : value < 5 ? { value: null, exact: false } : { value: Math.round(value / 10) * 10, exact: false });
const groups = (exact) => ({
  origins: { CIVIL_DEFENCE: figure(18, exact), PART_TIME_POLICE: figure(9, exact), MILITIA_GUARD: figure(4, exact), RECRUITED: figure(2, exact) },
  genders: { MALE: figure(28, exact), FEMALE: figure(5, exact), OTHER: figure(0, exact) },
  ages: { UNDER_30: figure(3, exact), FROM_30: figure(11, exact), FROM_45: figure(13, exact), FROM_60: figure(5, exact), OVER_70: figure(1, exact) },
});

function roster(world, user, area) {
  const exact = has(user, ...offices);
  const local = area ?? (user.area && user.area.id !== world.areas[0].id ? user.area.id : null);
  const of = world.areas.find((each) => each.id === local);
  const line = (each) => ({ areaId: each?.id ?? null, areaCode: each?.code ?? null, areaName: each?.name ?? null, ...tallies, active: figure(33, exact), ...groups(exact) });
  const commune = of && of.kind !== 'PROVINCE';
  const gaps = { planned: 3, active: figure(3, exact), belowStrength: false, leader: true, ending: 0, over: 0 };
  return {
    areaId: of?.id ?? null,
    areaName: of?.name ?? null,
    level: commune ? 'COMMUNE' : 'PROVINCE',
    day: dayOf(world.now()),
    exact,
    total: line(of),
    lines: commune ? [] : world.areas.filter((each) => each.kind === 'COMMUNE' || each.kind === 'WARD').map(line),
    teams: commune
      ? world.teams.map(({ team }, index) => ({
          id: team.id,
          code: team.code,
          name: team.name,
          state: team.state,
          ...gaps,
          ...(index === 0 ? { active: figure(2, exact), belowStrength: true, ending: 1 } : { planned: 0, active: figure(0, exact), leader: false }),
        }))
      : [],
    uncovered: commune ? [{ id: id(61), code: '14923-002', name: 'Thôn Cành Nàng 2' }] : [],
  };
}

function view(user, found) {
  const office = has(user, ...offices);
  const chair = has(user, 'CHAIR');
  if (office)
    return {
      ...found,
      office,
      strength: 3,
      proposal: found.proposal && { ...found.proposal, mayDecide: chair && found.team.state === 'ESTABLISHED' },
      mayPropose: has(user, 'COMMUNITY_OFFICER'),
      mayDecideProposal: chair && found.proposals.some((each) => !each.decision),
    };
  const colleague = {
    state: null,
    birthYear: null,
    birthOn: null,
    gender: null,
    origin: null,
    education: null,
    healthOn: null,
    certificate: null,
    badge: null,
    termState: null,
    until: null,
    terms: [],
    warnings: [],
  };
  return {
    ...found,
    office,
    strength: 3,
    proposals: [],
    members: found.members.filter((each) => each.state === 'RECOGNISED').map((each) => ({ ...each, ...colleague })),
    proposal: null,
    mayPropose: false,
    mayDecideProposal: false,
  };
}

const columns = [
  ['commune', 'Mã xã', true, []],
  ['team', 'Tên tổ', true, []],
  ['villages', 'Mã thôn', false, []],
  ['name', 'Họ và tên', false, []],
  ['position', 'Chức vụ', false, ['Tổ trưởng', 'Tổ phó', 'Tổ viên']],
];

/** Reads a list well enough for the screens: a member without a position is wrong. */
function report(text) {
  if (!text.includes('commune')) throw new Refusal(400, 'list-unreadable', 'Không đọc được danh sách.', [{ field: 'file', code: 'list-column-missing', message: 'Thiếu các cột này: Mã xã, Tên tổ.' }]);
  const rows = text
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((each) => each.split(','));
  const errors = rows.flatMap((cells, index) => (cells[4] ? [] : [{ row: index + 2, cell: `E${index + 2}`, column: 'position', title: 'Chức vụ', code: 'required', message: 'Cần có.' }]));
  const teams = new Set(rows.map((cells) => cells[1]));
  return {
    sha256: 'ef'.repeat(32),
    encoding: { encoding: 'UNICODE', detected: 'UNICODE', converted: 0, sample: [] },
    rows: rows.length,
    communes: 1,
    teams: teams.size,
    knownTeams: 0,
    members: rows.length,
    knownMembers: 0,
    warnings: [{ warning: 'HEALTH_UNKNOWN', count: rows.length }],
    errorCount: errors.length,
    errors,
    sample: [...teams].slice(0, 5).map((name) => ({ name, commune: 'Xã Bá Thước', members: rows.filter((cells) => cells[1] === name).length })),
  };
}

export function teamRoutes({ fieldErrors }) {
  const find = (world, one) => {
    const found = world.teams.find((each) => each.team.id === one);
    if (!found) throw new Refusal(404, 'no-such-team', 'Không có tổ nào với mã định danh này.');
    return found;
  };
  const member = (world, team, one) => find(world, team).members.find((each) => each.id === one);
  const now = (world) => iso(world.now());
  const newAct = (world, user, kind, body) => ({
    id: crypto.randomUUID(),
    kind,
    planned: body.planned ?? null,
    areas: (body.areaIds ?? []).map((each) => ({ id: each, name: world.areas.find((area) => area.id === each)?.name ?? '?' })),
    from: body.from ?? null,
    reason: body.reason ?? null,
    proposedBy: ref(user),
    proposedAt: now(world),
    imported: false,
    decision: null,
  });
  return [
    ['GET', /^\/api\/teams\/roster$/, ({ world, user, url }) => roster(world, user, url.searchParams.get('area'))],
    [
      'GET',
      /^\/api\/teams\/waiting$/,
      ({ world }) => ({
        next: null,
        items: world.teams.flatMap(({ team, proposals, proposal }) =>
          [...proposals.filter((each) => !each.decision).map((each) => ({ what: each.kind, ...each })), ...(proposal ? [{ what: 'MEMBERS', ...proposal }] : [])].map((each) => ({
            id: each.id,
            what: each.what,
            teamId: team.id,
            code: team.code,
            name: team.name,
            communeId: team.communeId,
            communeName: team.communeName,
            proposedBy: each.proposedBy,
            proposedAt: each.proposedAt,
          })),
        ),
      }),
    ],
    ['GET', /^\/api\/teams\/standard$/, () => ({ from: '2024-07-01', leastAge: 18, mostAge: 70, strength: 3, leastStrength: 3, remindDays: 30, checked: true, source: 'Luật 30/2023/QH15' })],
    [
      'GET',
      /^\/api\/teams\/lists$/,
      ({ world }) => ({
        next: null,
        items: [
          {
            at: iso(world.now() - 500 * day),
            by: world.teams[0].proposals.at(-1).proposedBy,
            teams: 12,
            members: 35,
            communes: [{ id: world.areas[1].id, name: world.areas[1].name }],
            sha256: 'ab'.repeat(32),
          },
        ],
      }),
    ],
    ['GET', /^\/api\/teams\/import\/columns$/, () => ({ next: null, items: columns.map(([code, title, required, choices]) => ({ code, title, required, choices })) })],
    ['POST', /^\/api\/teams\/import(\/check)?$/, ({ params, body }) => ({ status: params[0] ? 200 : 201, body: report(String(body)) })],
    [
      'GET',
      /^\/api\/team-standing$/,
      ({ world }) => ({
        members: [
          {
            teamId: world.teams[0].team.id,
            code: world.teams[0].team.code,
            teamName: world.teams[0].team.name,
            memberId: world.teams[0].members[0].id,
            name: world.teams[0].members[0].name,
            position: 'LEADER',
            concerns: [
              { kind: 'HEALTH_OLD', on: '2026-11-01', soon: false },
              { kind: 'TOO_OLD', on: '2027-01-10', soon: true },
            ],
          },
        ],
        teams: [{ teamId: world.teams[0].team.id, code: world.teams[0].team.code, name: world.teams[0].team.name, serving: 2, least: 3 }],
      }),
    ],
    ['GET', /^\/api\/team-standing\/count$/, () => ({ now: 1, soon: 1, teams: 1 })],
    [
      'GET',
      /^\/api\/teams\/([^/]+)\/members\/([^/]+)\/cover$/,
      ({ world }) => world.cover ?? { residences: [{ on: '2026-01-05', resident: true }], insurance: [{ from: '2025-07-01', social: false, health: false }], benefits: [] },
    ],
    [
      'POST',
      /^\/api\/teams\/([^/]+)\/members\/([^/]+)\/(residence|insurance|benefits)$/,
      ({ world, params, body }) => {
        world.cover ??= { residences: [{ on: '2026-01-05', resident: true }], insurance: [{ from: '2025-07-01', social: false, health: false }], benefits: [] };
        if (params[2] === 'residence') world.cover.residences.unshift(body);
        else if (params[2] === 'insurance') world.cover.insurance.unshift(body);
        else world.cover.benefits.unshift({ ...body, paper: body.number });
        return { status: 204 };
      },
    ],
    ['GET', /^\/api\/teams$/, ({ world }) => ({ next: null, items: [world.teams[0].team] })],
    [
      'POST',
      /^\/api\/teams$/,
      ({ world, user, body }) => {
        fieldErrors([world.teams.some(({ team }) => team.name === body.name), 'name', 'Xã đã có tổ mang tên này.']);
        const team = { ...world.teams[1].team, id: crypto.randomUUID(), code: `TEAM-000${world.teams.length + 1}`, name: body.name, state: 'PROPOSED' };
        world.teams.push({ team, proposals: [newAct(world, user, 'ESTABLISH', body)], members: [], proposal: null });
        return { status: 201, body: team };
      },
    ],
    ['GET', /^\/api\/teams\/([^/]+)$/, ({ world, user, params }) => view(user, find(world, params[0]))],
    [
      'POST',
      /^\/api\/teams\/([^/]+)\/(changes|dissolution)$/,
      ({ world, user, params, body }) => {
        const found = find(world, params[0]);
        found.proposals.unshift(newAct(world, user, params[1] === 'changes' ? 'CHANGE' : 'DISSOLVE', body));
        return { status: 201, body: found.team };
      },
    ],
    [
      'POST',
      /^\/api\/teams\/([^/]+)\/decision$/,
      ({ world, user, params, body }) => {
        const found = find(world, params[0]);
        const act = found.proposals.find((each) => !each.decision);
        if (act.id !== body.actId) throw new Refusal(409, 'team-proposal-other', 'Việc đang chờ đã khác.');
        act.decision = { outcome: body.outcome, reason: body.reason, by: ref(user), at: now(world), paper: body.number ? { number: body.number, on: body.on, signer: body.signer } : null };
        const accepted = body.outcome === 'ACCEPTED';
        if (act.kind === 'ESTABLISH') Object.assign(found.team, accepted ? { state: 'ESTABLISHED', establishedOn: body.on, planned: act.planned, areas: act.areas } : { state: 'REFUSED' });
        if (act.kind === 'CHANGE' && accepted) Object.assign(found.team, { planned: act.planned, areas: act.areas });
        if (act.kind === 'DISSOLVE' && accepted) Object.assign(found.team, { state: 'DISSOLVED', dissolvedOn: body.on, areas: [] });
        return found.team;
      },
    ],
    [
      'POST',
      /^\/api\/teams\/([^/]+)\/members$/,
      ({ world, user, params, body }) => {
        const found = find(world, params[0]);
        fieldErrors(...body.members.map((each, index) => [each.person?.nationalId === '1', `members[${index}].person.nationalId`, 'Phải là 12 chữ số của số định danh cá nhân.']));
        const terms = (each) => [
          { id: crypto.randomUUID(), position: each.position, from: each.from, until: each.until, overAge: each.overAge, state: 'WAITING', ended: null, imported: null, reason: null, paper: null },
        ];
        found.members.push(
          ...body.members
            .filter((each) => each.person)
            .map((each) => ({
              ...world.teams[0].members[0],
              ...each.person,
              id: crypto.randomUUID(),
              state: 'PROPOSED',
              position: each.position,
              termState: 'WAITING',
              until: each.until,
              terms: terms(each),
              warnings: [],
            })),
        );
        found.proposal = { id: crypto.randomUUID(), proposedBy: ref(user), proposedAt: now(world) };
        return { status: 204 };
      },
    ],
    [
      'POST',
      /^\/api\/teams\/([^/]+)\/withdrawal$/,
      ({ world, params }) => {
        const found = find(world, params[0]);
        found.members = found.members.filter((each) => each.state !== 'PROPOSED');
        found.proposal = null;
        return { status: 204 };
      },
    ],
    [
      'POST',
      /^\/api\/teams\/([^/]+)\/recognition$/,
      ({ world, params, body }) => {
        const found = find(world, params[0]);
        for (const item of body.items) {
          const one = found.members.find((each) => each.terms.some((term) => term.id === item.termId));
          const term = one.terms.find((each) => each.id === item.termId);
          const accepted = item.outcome === 'ACCEPTED';
          Object.assign(term, { state: accepted ? 'RUNNING' : 'REFUSED', reason: item.reason, paper: accepted ? { number: body.number, on: body.on, signer: body.signer } : null });
          Object.assign(one, { state: accepted ? 'RECOGNISED' : 'REFUSED', termState: term.state });
        }
        found.proposal = null;
        return { status: 204 };
      },
    ],
    [
      'GET',
      /^\/api\/teams\/([^/]+)\/members\/([^/]+)$/,
      ({ world, params }) => ({
        member: member(world, params[0], params[1]),
        version: member(world, params[0], params[1]).version ?? 0,
        nationalId: '038075000031',
        account: member(world, params[0], params[1]).account ?? null,
      }),
    ],
    [
      'POST',
      /^\/api\/teams\/([^/]+)\/members\/([^/]+)\/details$/,
      ({ world, params, body }) => {
        if (body.version !== (member(world, params[0], params[1]).version ?? 0)) throw new Refusal(409, 'member-changed', 'Có người đã sửa thành viên này.');
        fieldErrors([body.badge === 'BH-000032', 'badge', 'Số này đã cấp cho người khác.']);
        Object.assign(member(world, params[0], params[1]), {
          phone: body.phone,
          education: body.education,
          healthOn: body.healthOn,
          certificate: body.certificate,
          badge: body.badge,
          account: body.username,
          version: body.version + 1,
        });
        return { status: 204 };
      },
    ],
    [
      'POST',
      /^\/api\/teams\/([^/]+)\/members\/([^/]+)\/departure$/,
      ({ world, params, body }) => {
        Object.assign(member(world, params[0], params[1]), { state: 'LEFT', leftOn: body.on, leftReason: body.reason });
        return { status: 204 };
      },
    ],
  ];
}
