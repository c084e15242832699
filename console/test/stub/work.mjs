// The made-up work of the stand-in's teams, and its campaigns.

import { dayOf, iso } from './days.mjs';
import { page, part, sought } from './page.mjs';
import { Refusal } from './refusal.mjs';

const id = (n) => `01900000-0000-7000-e200-${String(n).padStart(12, '0')}`;
const team = '01900000-0000-7000-e100-000000000001';
const leader = { id: '01900000-0000-7000-e100-000000000031', name: 'Phạm Văn Hùng' };
const deputy = { id: '01900000-0000-7000-e100-000000000032', name: 'Hà Văn Sơn' };
const day = 86_400_000;
const ref = (user) => ({ id: user.id, displayName: user.displayName });
const has = (user, ...roles) => roles.some((role) => user.roles.includes(role));
const officer = { id: id(1), displayName: 'Thiếu tá Lê Thị Thu' };

function seed(world) {
  const now = Math.floor(world.now() / 3_600_000) * 3_600_000;
  const on = (days) => dayOf(now + days * day);
  const month = dayOf(now).slice(0, 7);
  const paper = { number: '31/QĐ-UBND', on: on(-30), signer: 'Bùi Thị Hạnh' };
  const shift = (n, days, more = {}) => ({
    id: id(n),
    on: on(days),
    starts: '20:00:00',
    minutes: 150,
    route: 'Khu chợ, trường học, đường liên thôn',
    members: [leader, deputy],
    cancelled: null,
    patrolled: false,
    conflicts: [],
    ...more,
  });
  const version = (n, hours, more = {}) => ({
    version: n,
    startedAt: iso(now - hours * 3_600_000),
    endedAt: iso(now - (hours - 2) * 3_600_000),
    members: [leader, deputy],
    words: 'Địa bàn yên tĩnh; nhắc các hàng quán đóng cửa đúng giờ.',
    reason: null,
    by: { id: leader.id, displayName: leader.name },
    at: iso(now - (hours - 3) * 3_600_000),
    ...more,
  });
  const ward = world.areas.find((each) => each.code === '14923') ?? world.areas[1];
  const holder = { memberId: leader.id, teamId: team, teamName: 'Tổ bảo vệ Cành Nàng 1', name: leader.name, leftOn: null };
  const left = { ...holder, memberId: '01900000-0000-7000-e100-000000000035', name: 'Bùi Văn Tư', leftOn: '2026-03-01' };
  const item = (n, name, state, more = {}) => ({ id: id(n), code: `EQ-00${n}`, communeId: ward.id, kind: 'SUPPORT_TOOL', name, serial: `GCS-0${n}`, state, holder: null, moves: 1, ...more });
  const line = (kind, more = {}) => ({
    kind,
    month: '2026-10',
    correction: false,
    position: 'LEADER',
    villageType: 1,
    from: '2026-10-01',
    until: '2026-10-31',
    days: 31,
    monthDays: 31,
    minutes: null,
    base: 2340000,
    value: 0.7,
    unit: 'BASE_SALARIES',
    due: null,
    paid: null,
    amount: 1638000,
    missing: null,
    ...more,
  });
  world.work = {
    shifts: [shift(11, 1), shift(12, 3, { conflicts: [{ conflict: 'NOT_SERVING', member: deputy }] }), shift(13, -2, { patrolled: true }), shift(14, 5, { cancelled: 'Bão số 9' })].filter((each) =>
      each.on.startsWith(month),
    ),
    patrols: [
      { id: id(21), shiftId: id(13), late: false, erased: false, now: version(1, 12), before: [] },
      { id: id(22), shiftId: null, late: true, erased: false, now: version(2, 80, { members: [leader], reason: 'Tổ phó không đi.' }), before: [version(1, 80)] },
    ],
    drills: [
      {
        drill: { id: id(31), kind: 'DRILL', subject: 'Diễn tập chữa cháy khu dân cư', place: 'Nhà văn hóa thôn', on: on(4), minutes: 180, teams: 1, state: 'PLANNED' },
        reason: null,
        attendance: [
          { memberId: leader.id, teamId: team, name: leader.name, outcome: null },
          { memberId: deputy.id, teamId: team, name: deputy.name, outcome: null },
        ],
      },
      {
        drill: { id: id(32), kind: 'TRAINING', subject: 'Tập huấn Luật 30/2023/QH15', place: null, on: on(-90), minutes: 240, teams: 12, state: 'HELD' },
        reason: null,
        attendance: [
          { memberId: leader.id, teamId: team, name: leader.name, outcome: 'PASSED' },
          { memberId: deputy.id, teamId: team, name: deputy.name, outcome: 'ABSENT' },
        ],
      },
    ],
    items: [
      item(41, 'Gậy cao su', 'ISSUED', { holder, moves: 2 }),
      item(42, 'Gậy cao su', 'IN_STORE'),
      item(43, 'Đèn pin', 'ISSUED', { kind: 'LIGHT', holder: left, moves: 2 }),
      item(44, 'Bình chữa cháy', 'IN_REPAIR', { kind: 'FIRE_FIGHTING', moves: 2 }),
    ],
    counts: [],
    villages: [
      { areaId: id(51), code: '14923-001', name: 'Thôn Cành Nàng 1', type: 1, from: '2024-07-01', paper: '9/QĐ-UBND' },
      { areaId: id(52), code: '14923-002', name: 'Thôn Cành Nàng 2', type: null, from: null, paper: null },
    ],
    sheets: [
      {
        id: id(61),
        communeId: ward.id,
        communeName: ward.name,
        month: '2026-10',
        version: 1,
        people: 2,
        sum: 3030900,
        sums: { MONTHLY: 3159000 },
        corrections: -128100,
        unchecked: 1,
        missing: [
          { kind: 'DUTY_HOUR', missing: 'RULE', people: 2 },
          { kind: 'HEALTH_INSURANCE', missing: 'RULE', people: 2 },
        ],
        calculatedBy: officer,
        calculatedAt: iso(now - day),
        decidedBy: null,
        decidedAt: null,
        paper: null,
      },
      {
        id: id(62),
        communeId: id(9),
        communeName: 'Xã Thiết Kế',
        calculateIn: ward.id,
        calculateInName: ward.name,
        month: '2026-06',
        version: 1,
        people: 2,
        sum: 3159000,
        sums: { MONTHLY: 3159000 },
        corrections: 0,
        unchecked: 0,
        missing: [],
        calculatedBy: officer,
        calculatedAt: iso(now - 150 * day),
        decidedBy: null,
        decidedAt: null,
        paper: null,
      },
    ],
    paid: [
      {
        memberId: leader.id,
        name: leader.name,
        teamId: team,
        teamCode: 'TEAM-0001',
        teamName: 'Tổ bảo vệ Cành Nàng 1',
        sum: 1638000,
        lines: [line('MONTHLY'), line('DUTY_HOUR', { minutes: 1290, days: null, monthDays: null, from: null, until: null, amount: null, missing: 'RULE' })],
      },
      {
        memberId: deputy.id,
        name: deputy.name,
        teamId: team,
        teamCode: 'TEAM-0001',
        teamName: 'Tổ bảo vệ Cành Nàng 1',
        sum: 1392900,
        lines: [
          line('MONTHLY', { position: 'DEPUTY', value: 0.65, amount: 1521000 }),
          line('MONTHLY', { correction: true, month: '2026-09', position: null, due: 1392900, paid: 1521000, amount: -128100 }),
        ],
      },
    ],
    rules: [
      {
        id: id(71),
        kind: 'BASE_SALARY',
        villageType: null,
        position: null,
        unit: 'VND',
        value: 2340000,
        from: '2024-07-01',
        until: null,
        untilSource: null,
        source: 'Nghị định 73/2024/NĐ-CP',
        checked: false,
        ended: false,
      },
      {
        id: id(72),
        kind: 'MONTHLY',
        villageType: 1,
        position: 'LEADER',
        unit: 'BASE_SALARIES',
        value: 0.7,
        from: '2024-07-01',
        until: null,
        untilSource: null,
        source: 'Nghị quyết 27/2024/NQ-HĐND (theo báo chí)',
        checked: false,
        ended: false,
      },
    ],
    merits: [
      {
        id: id(81),
        memberId: deputy.id,
        memberName: deputy.name,
        kind: 'DISCIPLINE',
        form: 'REPRIMAND',
        year: null,
        paper,
        authority: 'Chủ tịch UBND xã',
        words: 'Bỏ ca nhiều lần',
        withdrawn: null,
        notedAt: iso(now),
        notedBy: officer,
      },
      {
        id: id(82),
        memberId: null,
        memberName: null,
        kind: 'RATING',
        form: 'TASK_DONE_WELL',
        year: 2025,
        paper,
        authority: 'Chủ tịch UBND xã',
        words: null,
        withdrawn: null,
        notedAt: iso(now),
        notedBy: officer,
      },
      {
        id: id(83),
        memberId: leader.id,
        memberName: leader.name,
        kind: 'COMMENDATION',
        form: 'CERTIFICATE_OF_MERIT',
        year: null,
        paper,
        authority: 'Công an tỉnh',
        words: 'Giúp dân chữa cháy',
        withdrawn: null,
        notedAt: iso(now),
        notedBy: officer,
      },
    ],
    groups: [
      {
        group: {
          id: id(91),
          code: 'GRP-0001',
          communeId: ward.id,
          kind: 'SECURITY',
          name: 'Tổ tự quản số 1',
          villageId: id(51),
          villageName: 'Thôn Cành Nàng 1',
          households: 42,
          led: true,
          endedOn: null,
        },
        version: 0,
        paper,
        leaders: [{ id: id(95), position: 'LEADER', name: 'Lê Thị Hòa', phone: '0912 345 678', from: on(-30), until: on(700), running: true, paper }],
        into: null,
        endPaper: null,
      },
      {
        group: {
          id: id(92),
          code: 'GRP-0002',
          communeId: ward.id,
          kind: 'SOCIAL_SECURITY',
          name: 'Tổ liên gia 1',
          villageId: id(51),
          villageName: 'Thôn Cành Nàng 1',
          households: 25,
          led: false,
          endedOn: null,
        },
        version: 0,
        paper,
        leaders: [],
        into: null,
        endPaper: null,
      },
    ],
    campaigns: [
      {
        campaign: {
          id: id(101),
          code: 'CD-2026-0001',
          title: 'Toàn dân tham gia phòng cháy, chữa cháy',
          areaId: ward.id,
          areaName: ward.name,
          from: on(-14),
          until: on(30),
          state: 'RUNNING',
          partners: ['Hội Phụ nữ xã', 'Đoàn Thanh niên xã'],
          activities: 1,
          attended: 84,
          households: 70,
          leaflets: 100,
        },
        aim: 'Mỗi hộ có một bình chữa cháy và biết lối thoát thứ hai.',
        villages: [],
        proposedBy: { id: id(2), displayName: 'Nguyễn Thị Vân' },
        proposedAt: iso(now - 20 * day),
        decision: { by: officer, at: iso(now - 15 * day), reason: null, number: '21/KH-UBND', on: on(-15), signer: null },
        endedOn: null,
        messages: [
          { language: 'VI', version: 1, words: 'Khóa van ga, tắt bếp trước khi ngủ. Cháy gọi 114.', by: officer, at: iso(now - 14 * day) },
          { language: 'AR', version: 1, words: 'أغلق الغاز قبل النوم. عند الحريق اتصل بـ 114.', by: officer, at: iso(now - 14 * day) },
        ],
        materials: [
          { id: id(111), title: 'Tờ rơi phòng cháy', media: 'application/pdf', sha256: 'ab'.repeat(32), sizeBytes: 412000, check: 'UNCHECKED', by: officer, at: iso(now - 14 * day) },
          { id: id(112), title: 'Bài phát thanh số 1', media: 'audio/mpeg', sha256: 'cd'.repeat(32), sizeBytes: 2100000, check: 'WAITING', by: officer, at: iso(now - 13 * day) },
          { id: id(113), title: 'Áp phích cũ', media: 'image/png', sha256: 'ef'.repeat(32), sizeBytes: 900000, check: 'INFECTED', by: officer, at: iso(now - 13 * day) },
        ],
        reports: [],
        commendations: [],
      },
      {
        campaign: {
          id: id(102),
          code: 'CD-2026-0002',
          title: 'Ngày hội toàn dân bảo vệ an ninh Tổ quốc',
          areaId: ward.id,
          areaName: ward.name,
          from: on(20),
          until: on(50),
          state: 'PLANNED',
          partners: ['Hội Cựu chiến binh xã'],
          activities: 0,
          attended: 0,
          households: 0,
          leaflets: 0,
        },
        aim: 'Vận động mỗi hộ ký cam kết.',
        villages: [{ id: id(51), name: 'Thôn Cành Nàng 1' }],
        proposedBy: { id: id(2), displayName: 'Nguyễn Thị Vân' },
        proposedAt: iso(now - day),
        decision: null,
        endedOn: null,
        messages: [],
        materials: [],
        reports: [],
        commendations: [],
      },
    ],
    activities: [
      {
        id: id(121),
        campaign: id(101),
        kind: 'MEETING',
        on: on(-7),
        place: 'Nhà văn hóa thôn',
        words: 'Hướng dẫn dùng bình chữa cháy',
        attended: 84,
        households: 70,
        leaflets: 100,
        by: officer,
        at: iso(now - 7 * day),
      },
    ],
  };
  return world.work;
}

const work = (world) => world.work ?? seed(world);
const found = (all, of, requested) => {
  const one = all.find((each) => of(each) === requested);
  if (!one) throw new Refusal(404, 'not-found', 'Không tìm thấy.');
  return one;
};
const serving = [
  { ...leader, position: 'LEADER', from: '2024-07-10', until: '2029-07-09' },
  { ...deputy, position: 'DEPUTY', from: '2024-07-10', until: '2029-07-09' },
];

/** Lists of a commune: who asks without one has their own area taken, which is refused where it is none. */
const ofCommune = [
  /\/team-patrols\$/,
  /\/team-drills(\\\/gaps)?\$/,
  /\/team-equipment(\\\/(outstanding|stocktakings))?\$/,
  /\/team-pay\\\/(village-types|sheets|divided)\$/,
  /\/self-managed-groups\$/,
];
const withCommune = (routes) =>
  routes.map(([method, path, run]) =>
    method === 'GET' && ofCommune.some((each) => each.test(path.source))
      ? [
          method,
          path,
          (context) => {
            const { world, user, url } = context;
            const kind = world.areas.find((each) => each.id === (url.searchParams.get('communeId') ?? user.areaId))?.kind;
            if (kind !== 'COMMUNE' && kind !== 'WARD')
              throw new Refusal(400, 'invalid', 'The body does not validate.', [{ field: 'communeId', code: 'team-commune', message: 'Phải là một xã, phường.' }]);
            return run(context);
          },
        ]
      : [method, path, run],
  );

/** Reads a list well enough for the screens: a group without households is wrong. */
function groupReport(text) {
  const rows = text
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((each) => each.split(','));
  const errors = rows.flatMap((cells, index) => (cells[4] ? [] : [{ row: index + 2, cell: `E${index + 2}`, column: 'households', title: 'Số hộ', code: 'required', message: 'Cần có.' }]));
  return {
    sha256: 'ce'.repeat(32),
    encoding: { encoding: 'UNICODE', detected: 'UNICODE', converted: 0, sample: [] },
    rows: rows.length,
    communes: 1,
    groups: rows.length,
    knownGroups: 0,
    leaders: rows.filter((cells) => cells[5]).length,
    knownLeaders: 0,
    errorCount: errors.length,
    errors,
    sample: rows.slice(0, 5).map((cells) => ({ name: cells[3], village: cells[1], households: Number(cells[4]) })),
  };
}

export function workRoutes({ fieldErrors }) {
  const keeps = (user) => has(user, 'COMMUNITY_OFFICER', 'TEAM_LEADER');
  const officers = (user) => has(user, 'COMMUNITY_OFFICER');
  const names = (ids) => ids.map((each) => serving.find((one) => one.id === each)).map((one) => ({ id: one.id, name: one.name }));
  const sheet = (user, one) => ({
    replacedBy: null,
    calculateIn: one.communeId,
    calculateInName: one.communeName,
    ...one,
    mayCalculate: officers(user) && !one.decidedAt && !one.replacedBy,
    mayDecide: has(user, 'CHAIR') && !one.decidedAt && !one.replacedBy,
  });
  const waits = { messages: [], materials: [] };
  const campaign = (user, { commendations: _commendations, ...one }) => ({
    version: 1,
    waiting: waits,
    ...one,
    mayKeep: has(user, 'COMMUNITY_OFFICER', 'PARTNER'),
    mayManage: has(user, 'COMMUNITY_OFFICER'),
    mayReadHistory: has(user, 'COMMUNITY_OFFICER', 'PARTNER', 'CHAIR', 'AUDITOR'),
    mayDecide: has(user, 'CHAIR') && one.campaign.state === 'PLANNED',
    mayDecideChanges: has(user, 'CHAIR') && (one.waiting ?? waits).messages.length + (one.waiting ?? waits).materials.length > 0,
  });
  const withdrawable = (user, each) => ({ withdrawn: null, by: officer, ...each, mayWithdraw: has(user, 'COMMUNITY_OFFICER') && !each.withdrawn });
  const record = (world) => ({
    memberId: leader.id,
    teamId: team,
    name: leader.name,
    teamName: 'Tổ bảo vệ Cành Nàng 1',
    moreDrills: false,
    moreMerits: false,
    drills: [{ kind: 'TRAINING', subject: 'Tập huấn Luật 30/2023/QH15', on: '2026-08-25', minutes: 240, outcome: 'PASSED' }],
    hours: [{ month: '2026-11', patrols: 9, minutes: 1290 }],
    items: [{ code: 'EQ-0041', kind: 'SUPPORT_TOOL', name: 'Gậy cao su', serial: 'GCS-041' }],
    merits: work(world).merits.filter((each) => each.memberId === leader.id),
  });
  return withCommune([
    ['GET', /^\/api\/teams\/own-record$/, ({ world }) => record(world)],
    ['GET', /^\/api\/teams\/([^/]+)\/members\/([^/]+)\/record$/, ({ world }) => record(world)],
    [
      'GET',
      /^\/api\/teams\/([^/]+)\/patrol-plan$/,
      ({ world, user, url }) => ({
        month: url.searchParams.get('month') ?? dayOf(world.now()).slice(0, 7),
        shifts: work(world).shifts.filter((each) => each.on.startsWith(url.searchParams.get('month') ?? '')),
        serving,
        lastMonth: 8,
        mayKeep: keeps(user),
      }),
    ],
    [
      'POST',
      /^\/api\/teams\/([^/]+)\/patrol-shifts$/,
      ({ world, body }) => {
        fieldErrors([body.route.includes('0912'), 'route', 'Không ghi số điện thoại, số định danh hay biển số: nhật ký không nói về người nào.']);
        work(world).shifts.push({ ...body, starts: `${body.starts}:00`, members: names(body.memberIds), cancelled: null, patrolled: false, conflicts: [] });
        return { status: 204 };
      },
    ],
    [
      'POST',
      /^\/api\/teams\/([^/]+)\/patrol-shifts\/([^/]+)\/cancellation$/,
      ({ world, params, body }) => {
        found(work(world).shifts, (each) => each.id, params[1]).cancelled = body.reason;
        return { status: 204 };
      },
    ],
    ['POST', /^\/api\/teams\/([^/]+)\/patrol-plan\/copy$/, () => ({ copied: 7, without: 1, leftOut: 2 })],
    [
      'GET',
      /^\/api\/teams\/([^/]+)\/patrols$/,
      ({ world, user }) => page(work(world).patrols.map((each) => ({ annulled: false, kind: 'PATROL', ...each, mayAnnul: officers(user) && !each.annulled }))),
    ],
    [
      'POST',
      /^\/api\/teams\/([^/]+)\/patrols\/([^/]+)\/annulment$/,
      ({ world, user, params, body }) => {
        const one = found(work(world).patrols, (each) => each.id, params[1]);
        one.before.push(one.now);
        one.now = { ...one.now, version: body.version + 1, reason: body.reason, by: ref(user) };
        one.annulled = true;
        return { status: 204 };
      },
    ],
    [
      'POST',
      /^\/api\/teams\/([^/]+)\/patrols$/,
      ({ world, user, body }) => {
        fieldErrors([/0912|36B/.test(body.words), 'words', 'Không ghi số điện thoại, số định danh hay biển số: nhật ký không nói về người nào.']);
        if (!work(world).patrols.some((each) => each.id === body.id))
          work(world).patrols.unshift({
            id: body.id,
            kind: body.kind,
            shiftId: body.shiftId,
            late: false,
            erased: false,
            now: { version: 1, startedAt: body.startedAt, endedAt: body.endedAt, members: names(body.memberIds), words: body.words, reason: null, by: ref(user), at: iso(world.now()) },
            before: [],
          });
        return { status: 204 };
      },
    ],
    [
      'POST',
      /^\/api\/teams\/([^/]+)\/patrols\/([^/]+)\/corrections$/,
      ({ world, user, params, body }) => {
        const one = found(work(world).patrols, (each) => each.id, params[1]);
        one.before.push(one.now);
        one.now = { ...one.now, version: body.version + 1, startedAt: body.startedAt, endedAt: body.endedAt, members: names(body.memberIds), words: body.words, reason: body.reason, by: ref(user) };
        return { status: 204 };
      },
    ],
    [
      'GET',
      /^\/api\/teams\/([^/]+)\/patrol-hours$/,
      () =>
        page([
          { memberId: leader.id, name: leader.name, patrols: 9, minutes: 1290 },
          { memberId: deputy.id, name: deputy.name, patrols: 7, minutes: 1010 },
        ]),
    ],
    [
      'GET',
      /^\/api\/team-patrols$/,
      () => page([{ teamId: team, code: 'TEAM-0001', name: 'Tổ bảo vệ Cành Nàng 1', shifts: 9, plannedMinutes: 1350, conflicts: 1, patrols: 9, minutes: 1290, late: 1, corrected: 1 }]),
    ],
    ['GET', /^\/api\/team-drills$/, ({ world }) => page(work(world).drills.map((each) => each.drill))],
    ['GET', /^\/api\/team-drills\/gaps$/, () => page([{ teamId: team, code: 'TEAM-0001', name: 'Tổ bảo vệ Cành Nàng 1', serving: 2, without: [deputy.name] }])],
    [
      'POST',
      /^\/api\/team-drills$/,
      ({ world, body }) => {
        work(world).drills.unshift({
          drill: { ...body, id: crypto.randomUUID(), teams: body.teamIds.length, state: 'PLANNED' },
          reason: null,
          attendance: serving.map((each) => ({ memberId: each.id, teamId: team, name: each.name, outcome: null })),
        });
        return { status: 201, body: work(world).drills[0].drill };
      },
    ],
    [
      'GET',
      /^\/api\/team-drills\/([^/]+)$/,
      ({ world, user, params }) => {
        const one = found(work(world).drills, (each) => each.drill.id, params[0]);
        one.results ??= one.drill.state === 'HELD' ? [{ version: 1, on: one.drill.on, minutes: one.drill.minutes, attendance: one.attendance, reason: null, by: officer, at: iso(world.now()) }] : [];
        return {
          ...one,
          teams: [{ id: team, code: 'TEAM-0001', name: 'Tổ bảo vệ Cành Nàng 1' }],
          mayKeep: officers(user) && one.drill.state === 'PLANNED',
          mayCorrect: officers(user) && one.drill.state === 'HELD',
        };
      },
    ],
    [
      'POST',
      /^\/api\/team-drills\/([^/]+)\/(result|corrections|cancellation)$/,
      ({ world, user, params, body }) => {
        const one = found(work(world).drills, (each) => each.drill.id, params[0]);
        Object.assign(one.drill, params[1] === 'cancellation' ? { state: 'CANCELLED' } : { state: 'HELD', on: body.on });
        one.reason = params[1] === 'cancellation' ? body.reason : null;
        one.attendance = one.attendance.map((each) => ({ ...each, outcome: body.attendance?.find((said) => said.memberId === each.memberId)?.outcome ?? null }));
        if (params[1] !== 'cancellation')
          one.results = [
            { version: (one.results?.length ?? 0) + 1, on: body.on, minutes: body.minutes, attendance: one.attendance, reason: body.reason ?? null, by: ref(user), at: iso(world.now()) },
            ...(one.results ?? []),
          ];
        return { status: 204 };
      },
    ],
    [
      'GET',
      /^\/api\/team-equipment$/,
      ({ world, url }) => {
        const [state, member] = ['state', 'memberId'].map((each) => url.searchParams.get(each));
        return page(work(world).items.filter((each) => (!state || each.state === state) && (!member || each.holder?.memberId === member)));
      },
    ],
    [
      'POST',
      /^\/api\/team-equipment$/,
      ({ world, body }) => {
        fieldErrors([(body.serials ?? []).includes('GCS-041'), 'serials', 'Số hiệu đã có trong sổ: GCS-041.']);
        const made = (body.serials ?? Array(body.count).fill(null)).map((serial) => ({
          id: crypto.randomUUID(),
          code: 'EQ-0099',
          communeId: body.communeId,
          kind: body.kind,
          name: body.name,
          serial,
          state: 'IN_STORE',
          holder: null,
          moves: 1,
        }));
        work(world).items.unshift(...made);
        return { status: 201, body: page(made) };
      },
    ],
    ['GET', /^\/api\/team-equipment\/outstanding$/, ({ world }) => page(work(world).items.filter((each) => each.holder?.leftOn))],
    ['GET', /^\/api\/team-equipment\/stocktakings$/, ({ world }) => page(work(world).counts)],
    [
      'POST',
      /^\/api\/team-equipment\/stocktakings$/,
      ({ world, user, body }) => {
        const of = (seen) => work(world).items.filter((each) => body.items.some((one) => one.id === each.id && one.seen === seen));
        work(world).counts.unshift({
          id: crypto.randomUUID(),
          on: body.on,
          paper: body.paper,
          by: ref(user),
          at: iso(world.now()),
          expected: body.items.length,
          missing: of('MISSING'),
          broken: of('BROKEN'),
        });
        return { status: 204 };
      },
    ],
    [
      'GET',
      /^\/api\/team-equipment\/([^/]+)$/,
      ({ world, user, params }) => {
        const item = found(work(world).items, (each) => each.id, params[0]);
        return {
          item,
          moves: [
            ...(item.holder ? [{ number: 2, move: 'ISSUED', on: '2026-09-01', paper: '02/BBGN', holder: item.holder, note: null, by: officer, at: '2026-09-01T02:00:00Z' }] : []),
            { number: 1, move: 'RECEIVED', on: '2026-08-01', paper: '01/PNK', holder: null, note: null, by: officer, at: '2026-08-01T02:00:00Z' },
          ],
          more: false,
          mayTakeOver: false,
          mayKeep: officers(user),
        };
      },
    ],
    [
      'POST',
      /^\/api\/team-equipment\/([^/]+)\/movements$/,
      ({ world, params, body }) => {
        const item = found(work(world).items, (each) => each.id, params[0]);
        const next = { ISSUED: 'ISSUED', RETURNED: 'IN_STORE', SENT_TO_REPAIR: 'IN_REPAIR', REPAIRED: 'IN_STORE', WRITTEN_OFF: 'WRITTEN_OFF', TAKEN_OVER: item.state }[body.move];
        Object.assign(item, {
          state: next,
          moves: item.moves + 1,
          holder: body.memberId
            ? { memberId: body.memberId, teamId: team, teamName: 'Tổ bảo vệ Cành Nàng 1', name: serving.find((each) => each.id === body.memberId)?.name ?? null, leftOn: null }
            : null,
        });
        return item;
      },
    ],
    ['GET', /^\/api\/team-pay\/rules$/, ({ world }) => page(work(world).rules)],
    [
      'POST',
      /^\/api\/team-pay\/rules$/,
      ({ world, body }) => {
        const rule = { ...body, id: crypto.randomUUID(), ended: false };
        work(world).rules.push(rule);
        return { status: 201, body: rule };
      },
    ],
    [
      'POST',
      /^\/api\/team-pay\/rules\/([^/]+)\/until$/,
      ({ world, params, body }) => {
        const rule = found(work(world).rules, (each) => each.id, params[0]);
        if (body.until && body.until < rule.from)
          throw new Refusal(400, 'invalid', 'The body does not validate.', [{ field: 'until', code: 'pay-until', message: 'Phải từ ngày bắt đầu của mức chi.' }]);
        return Object.assign(rule, { until: body.until, untilSource: body.source });
      },
    ],
    [
      'POST',
      /^\/api\/team-pay\/rules\/([^/]+)\/end$/,
      ({ world, params }) => {
        found(work(world).rules, (each) => each.id, params[0]).ended = true;
        return { status: 204 };
      },
    ],
    ['GET', /^\/api\/team-pay\/village-types$/, ({ world }) => page(work(world).villages)],
    [
      'POST',
      /^\/api\/team-pay\/village-types$/,
      ({ world, body }) => {
        Object.assign(
          found(work(world).villages, (each) => each.areaId, body.areaId),
          { type: body.type, from: body.from, paper: body.paper },
        );
        return { status: 204 };
      },
    ],
    ['GET', /^\/api\/team-pay\/sheets$/, ({ world, user }) => page(work(world).sheets.map((each) => sheet(user, each)))],
    [
      'GET',
      /^\/api\/team-pay\/divided$/,
      ({ world, user, url }) => {
        const ward = world.areas.find((each) => each.code === '14923') ?? world.areas[1];
        const made = work(world).sheets.find((each) => each.month === '2026-06' && each.communeId === ward.id);
        const commune = url.searchParams.get('communeId') ?? user.areaId;
        if (commune !== ward.id) return page([]);
        return page([
          {
            formerId: id(9),
            former: 'Xã Thiết Kế',
            lastDay: '2026-06-30',
            month: '2026-06',
            parts: [
              { communeId: ward.id, name: ward.name, teams: 2, state: made ? (made.decidedAt ? 'DECIDED' : 'CALCULATED') : 'MISSING', mayCalculate: officers(user) },
              { communeId: id(10), name: 'Xã Ban Công', teams: 1, state: 'MISSING', mayCalculate: false },
            ],
          },
        ]);
      },
    ],
    [
      'POST',
      /^\/api\/team-pay\/sheets$/,
      ({ world, user, body }) => {
        const there = work(world).sheets.find((each) => each.month === body.month && each.communeId === body.communeId);
        if (there?.decidedAt) throw new Refusal(409, 'pay-sheet-decided', 'Bảng đã duyệt và không thay đổi.');
        const one = there ?? {
          ...work(world).sheets.find((each) => each.communeId === body.communeId),
          id: crypto.randomUUID(),
          month: body.month,
          version: 0,
          decidedBy: null,
          decidedAt: null,
          paper: null,
        };
        one.version += 1;
        if (!there) work(world).sheets.unshift(one);
        for (const each of work(world).sheets) if (each !== one && each.month === one.month && !each.decidedAt) each.replacedBy = one.id;
        return { status: 201, body: sheet(user, one) };
      },
    ],
    [
      'GET',
      /^\/api\/team-pay\/sheets\/([^/]+)$/,
      ({ world, user, params }) =>
        sheet(
          user,
          found(work(world).sheets, (each) => each.id, params[0]),
        ),
    ],
    ['GET', /^\/api\/team-pay\/sheets\/([^/]+)\/people$/, ({ world }) => page(work(world).paid)],
    [
      'POST',
      /^\/api\/team-pay\/sheets\/([^/]+)\/decision$/,
      ({ world, user, params, body }) => {
        const one = found(work(world).sheets, (each) => each.id, params[0]);
        if (one.version !== body.version) throw new Refusal(409, 'pay-sheet-changed', 'Số liệu đã thay đổi.');
        Object.assign(one, { decidedBy: ref(user), decidedAt: iso(world.now()), paper: { number: body.number, on: body.on, signer: body.signer } });
        return sheet(user, one);
      },
    ],
    ['GET', /^\/api\/teams\/([^/]+)\/merits$/, ({ world, user }) => page(work(world).merits.filter((each) => has(user, 'COMMUNITY_OFFICER', 'CHAIR') || each.kind !== 'DISCIPLINE'))],
    [
      'POST',
      /^\/api\/teams\/([^/]+)\/merits$/,
      ({ world, user, body }) => {
        const kind = body.form.startsWith('TASK') ? 'RATING' : ['REPRIMAND', 'WARNING', 'REMOVAL'].includes(body.form) ? 'DISCIPLINE' : 'COMMENDATION';
        work(world).merits.unshift({
          ...body,
          id: crypto.randomUUID(),
          kind,
          year: body.year ?? null,
          memberId: body.memberId ?? null,
          memberName: serving.find((each) => each.id === body.memberId)?.name ?? null,
          paper: { number: body.number, on: body.on, signer: body.signer },
          withdrawn: null,
          notedAt: iso(world.now()),
          notedBy: ref(user),
        });
        return { status: 204 };
      },
    ],
    [
      'POST',
      /^\/api\/teams\/([^/]+)\/merits\/([^/]+)\/withdrawal$/,
      ({ world, params, body }) => {
        found(work(world).merits, (each) => each.id, params[1]).withdrawn = body.reason;
        return { status: 204 };
      },
    ],
    [
      'POST',
      /^\/api\/teams\/([^/]+)\/members\/([^/]+)\/departure\/withdrawal$/,
      ({ world, params }) => {
        Object.assign(
          world.teams.find((each) => each.team.id === params[0]).members.find((each) => each.id === params[1]),
          { state: 'RECOGNISED', leftOn: null, leftReason: null },
        );
        return { status: 204 };
      },
    ],
    [
      'GET',
      /^\/api\/self-managed-groups\/import\/columns$/,
      () =>
        page(
          [
            ['commune', 'Mã xã', true, []],
            ['village', 'Thôn, tổ dân phố', true, []],
            ['kind', 'Loại tổ', true, ['Tự quản về an ninh, trật tự', 'An ninh xã hội']],
            ['group', 'Tên tổ', true, []],
            ['households', 'Số hộ', false, []],
            ['name', 'Người phụ trách', false, []],
          ].map(([code, title, required, choices]) => ({ code, title, required, choices })),
        ),
    ],
    ['POST', /^\/api\/self-managed-groups\/import(\/check)?$/, ({ params, body }) => ({ status: params[0] ? 200 : 201, body: groupReport(String(body)) })],
    [
      'GET',
      /^\/api\/self-managed-groups$/,
      ({ world, url }) =>
        part(
          sought(
            work(world)
              .groups.filter((each) => url.searchParams.get('ended') === 'true' || !each.group.endedOn)
              .map((each) => each.group),
            url,
            (each) => [each.code, each.name, each.villageName],
          ),
          url,
        ),
    ],
    [
      'GET',
      /^\/api\/self-managed-groups\/figures$/,
      ({ world }) =>
        page(
          ['SECURITY', 'SOCIAL_SECURITY'].map((kind) => {
            const some = work(world).groups.filter((each) => each.group.kind === kind);
            return {
              communeId: some[0].group.villageId,
              communeName: 'Xã Bá Thước',
              kind,
              groups: some.length,
              households: some.reduce((sum, each) => sum + each.group.households, 0),
              without: some.filter((each) => !each.group.led).length,
            };
          }),
        ),
    ],
    [
      'POST',
      /^\/api\/self-managed-groups$/,
      ({ world, user, body }) => {
        const group = {
          id: crypto.randomUUID(),
          code: 'GRP-0003',
          communeId: user.areaId,
          kind: body.kind,
          name: body.name,
          villageId: body.villageId,
          villageName: 'Thôn Cành Nàng 1',
          households: body.households,
          led: false,
          endedOn: null,
        };
        work(world).groups.push({ group, version: 0, paper: { number: body.number, on: body.on, signer: body.signer }, leaders: [], into: null, endPaper: null });
        return { status: 201, body: group };
      },
    ],
    [
      'GET',
      /^\/api\/self-managed-groups\/([^/]+)$/,
      ({ world, user, params }) => {
        const one = found(work(world).groups, (each) => each.group.id, params[0]);
        return { ...one, leaders: one.leaders.map((each) => ({ version: 1, before: [], ...each })), mayKeep: officers(user) && !one.group.endedOn };
      },
    ],
    [
      'POST',
      /^\/api\/self-managed-groups\/([^/]+)\/(changes|leaders|end)$/,
      ({ world, params, body }) => {
        const one = found(work(world).groups, (each) => each.group.id, params[0]);
        if (params[1] === 'changes') Object.assign(one.group, { name: body.name, households: body.households });
        if (params[1] === 'leaders') {
          one.leaders.unshift({ ...body, id: crypto.randomUUID(), running: true, paper: { number: body.number, on: body.on, signer: body.signer } });
          one.group.led = true;
        }
        if (params[1] === 'end') Object.assign(one.group, { endedOn: body.on });
        return one.group;
      },
    ],
    [
      'POST',
      /^\/api\/self-managed-groups\/([^/]+)\/leaders\/([^/]+)\/(corrections|end)$/,
      ({ world, user, params, body }) => {
        const one = found(work(world).groups, (each) => each.group.id, params[0]);
        const lead = found(one.leaders, (each) => each.id, params[1]);
        const version = lead.version ?? 1;
        lead.before = [{ version, name: lead.name, phone: lead.phone, until: lead.until, reason: body.reason, by: ref(user), at: iso(world.now()) }, ...(lead.before ?? [])];
        Object.assign(lead, { version: version + 1 }, params[2] === 'end' ? { until: body.on, running: false } : { name: body.name, phone: body.phone });
        if (params[2] === 'end') one.group.led = false;
        return one.group;
      },
    ],
    [
      'GET',
      /^\/api\/campaigns$/,
      ({ world, url }) =>
        page(
          work(world)
            .campaigns.map((each) => each.campaign)
            .filter((each) => !url.searchParams.get('state') || each.state === url.searchParams.get('state')),
        ),
    ],
    [
      'POST',
      /^\/api\/campaigns$/,
      ({ world, user, body }) => {
        const line = { ...work(world).campaigns[1].campaign, id: crypto.randomUUID(), code: 'CD-2026-0003', title: body.title, from: body.from, until: body.until, partners: body.partners };
        work(world).campaigns.unshift({ ...work(world).campaigns[1], campaign: line, aim: body.aim, proposedBy: ref(user) });
        return { status: 201, body: line };
      },
    ],
    [
      'GET',
      /^\/api\/campaigns\/([^/]+)$/,
      ({ world, user, params }) =>
        campaign(
          user,
          found(work(world).campaigns, (each) => each.campaign.id, params[0]),
        ),
    ],
    [
      'GET',
      /^\/api\/campaigns\/([^/]+)\/history$/,
      ({ world, params }) => {
        const one = found(work(world).campaigns, (each) => each.campaign.id, params[0]);
        const none = { decidedBy: null, decidedAt: null, reason: null, removedBy: null, removedAt: null };
        const now = world.now();
        const said = (each, more) => ({
          ...none,
          key: `${each.language} ${each.version}`,
          language: each.language,
          version: each.version,
          text: each.words,
          standing: 'ACCEPTED',
          counts: true,
          by: each.by,
          at: each.at,
          ...more,
        });
        return page([
          ...(one.waiting ?? waits).messages.map((each) => said(each, { key: `waits ${each.language}`, standing: 'WAITING', counts: false })),
          ...(one.refused ?? []),
          ...one.messages.map((each) => said(each)),
          ...one.materials.map((each) => ({ ...none, key: each.id, language: null, version: 0, text: each.title, standing: 'ACCEPTED', counts: true, by: each.by, at: each.at })),
          ...(one.messages.length ? [said({ language: 'VI', version: 0, words: 'Khóa bếp trước khi ngủ.', by: officer, at: iso(now - 15 * day) }, { counts: false })] : []),
        ]);
      },
    ],
    [
      'GET',
      /^\/api\/campaigns\/([^/]+)\/activities$/,
      ({ world, user, params }) =>
        page(
          work(world)
            .activities.filter((each) => each.campaign === params[0])
            .map((each) => withdrawable(user, each)),
        ),
    ],
    [
      'GET',
      /^\/api\/campaigns\/([^/]+)\/commendations$/,
      ({ world, user, params }) => page(found(work(world).campaigns, (each) => each.campaign.id, params[0]).commendations.map((each) => withdrawable(user, each))),
    ],
    [
      'POST',
      /^\/api\/campaigns\/([^/]+)\/(activities|commendations)\/([^/]+)\/withdrawal$/,
      ({ world, params, body }) => {
        const all = params[1] === 'activities' ? work(world).activities : found(work(world).campaigns, (each) => each.campaign.id, params[0]).commendations;
        found(all, (each) => each.id, params[2]).withdrawn = body.reason;
        return { status: 204 };
      },
    ],
    [
      'POST',
      /^\/api\/campaigns\/([^/]+)\/changes\/decision$/,
      ({ world, user, params, body }) => {
        const one = found(work(world).campaigns, (each) => each.campaign.id, params[0]);
        if (body.version !== (one.version ?? 1)) throw new Refusal(409, 'campaign-changed', 'Chiến dịch đã được thay đổi.');
        if (body.outcome === 'REFUSED') {
          one.refused = one.waiting.messages.map((each) => ({
            key: `refused ${each.language}`,
            language: each.language,
            version: each.version,
            text: each.words,
            standing: 'REFUSED',
            counts: false,
            by: each.by,
            at: each.at,
            decidedBy: ref(user),
            decidedAt: iso(world.now()),
            reason: body.reason,
            removedBy: null,
            removedAt: null,
          }));
        }
        if (body.outcome === 'ACCEPTED') {
          one.messages = [...one.messages.filter((each) => !one.waiting.messages.some((said) => said.language === each.language)), ...one.waiting.messages];
          one.materials.push(...one.waiting.materials);
        }
        Object.assign(one, { waiting: waits, version: body.version + 1 });
        return { status: 204 };
      },
    ],
    [
      'POST',
      /^\/api\/campaign-materials\/([^/]+)$/,
      ({ world, user, params, body }) => {
        fieldErrors([!Buffer.from(body.content, 'base64').toString().startsWith('%PDF'), 'content', 'Phải là tệp PDF, PNG, JPEG, WebP hoặc MP3.']);
        const one = { id: crypto.randomUUID(), title: body.title, media: 'application/pdf', sha256: 'cd'.repeat(32), sizeBytes: 1200, check: 'CLEAN', by: ref(user), at: iso(world.now()) };
        found(work(world).campaigns, (each) => each.campaign.id, params[0]).materials.push(one);
        return { status: 201, body: one };
      },
    ],
    [
      'POST',
      /^\/api\/campaigns\/([^/]+)\/materials\/([^/]+)\/removal$/,
      ({ world, params }) => {
        const one = found(work(world).campaigns, (each) => each.campaign.id, params[0]);
        one.materials = one.materials.filter((each) => each.id !== params[1]);
        return { status: 204 };
      },
    ],
    [
      'POST',
      /^\/api\/campaigns\/([^/]+)\/(decision|messages|activities|end|report|commendations)$/,
      ({ world, user, params, body }) => {
        const one = found(work(world).campaigns, (each) => each.campaign.id, params[0]);
        const at = iso(world.now());
        if (params[1] === 'decision') {
          if (body.version !== (one.version ?? 1)) throw new Refusal(409, 'campaign-changed', 'Chiến dịch đã được thay đổi.');
          one.campaign.state = body.outcome === 'ACCEPTED' ? 'RUNNING' : 'REFUSED';
          one.decision = { by: ref(user), at, reason: body.reason ?? null, number: body.number ?? null, on: body.on ?? null, signer: null };
        }
        if (params[1] === 'messages') {
          const said = { language: body.language, version: 1, words: body.words, by: ref(user), at };
          const others = (all) => [...all.filter((each) => each.language !== body.language), said];
          if (one.campaign.state === 'PLANNED') one.messages = others(one.messages);
          else one.waiting = { materials: [], ...one.waiting, messages: others((one.waiting ?? waits).messages) };
          one.version = (one.version ?? 1) + 1;
        }
        if (params[1] === 'activities') {
          work(world).activities.unshift({ ...body, campaign: params[0], by: ref(user), at });
          one.campaign.activities += 1;
          one.campaign.attended += body.attended;
        }
        if (params[1] === 'end') Object.assign(one, { endedOn: body.on }).campaign.state = 'ENDED';
        if (params[1] === 'report') {
          one.reports.push({ ...body, version: one.reports.length + 1, by: ref(user), at });
          one.campaign.state = 'REPORTED';
        }
        if (params[1] === 'commendations') one.commendations.push({ ...body, by: ref(user) });
        return { status: 204 };
      },
    ],
  ]);
}
