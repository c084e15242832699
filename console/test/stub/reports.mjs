// The made-up figures of the stand-in: a province of nine communes with shapes, one of them small; reports at every step.

import { iso } from './days.mjs';
import { Refusal } from './refusal.mjs';

const id = (n) => `01900000-0000-7000-e600-${String(n).padStart(12, '0')}`;
const shown = (value) => ({ value, seen: 'YES' });
const few = { value: null, seen: 'FEW' };
/** As communes and parts are told to who does not see the single records: 1 to 4 hidden, more in tens. */
const tens = (value) => (value === 0 ? shown(0) : value < 5 ? few : { value: Math.floor((value + 5) / 10) * 10, seen: 'TENS' });
const later = { value: null, seen: 'LATER' };
const none = { value: null, seen: 'NONE' };
const law = 'Luật 30/2023/QH15, Điều 14, 15';
const ref = (user) => ({ id: user.id, displayName: user.displayName });

const indicator = (code, topic, kind, vi, en, ar, base, more = {}) => ({ code, topic, kind, names: { vi, en, ar }, base, guarded: false, smallest: 'COMMUNE', ...more });
const indicators = [
  indicator('EXTRACTIONS', 'FOOTAGE', 'EVENTS', 'Lần trích xuất hình ảnh, dữ liệu', 'Extractions of images and data', 'عمليات استخراج الصور والبيانات', 257, { guarded: true }),
  indicator('REQUESTS_MADE', 'FOOTAGE', 'EVENTS', 'Yêu cầu trích xuất', 'Requests for footage', 'طلبات التصوير', 301, { guarded: true }),
  indicator('CASES_OPENED', 'CASES', 'EVENTS', 'Vụ việc đã mở', 'Cases opened', 'القضايا المفتوحة', 412, {
    guarded: true,
    parts: [
      ['THEFT', 'Trộm cắp', 'Theft', 'سرقة', 181],
      ['TRAFFIC', 'Va chạm giao thông', 'Traffic', 'مرور', 150],
      ['OTHER', 'Khác', 'Other', 'أخرى', 81],
    ],
  }),
  indicator('CASES_CLARIFIED', 'CASES', 'EVENTS', 'Vụ việc được làm rõ', 'Cases clarified', 'القضايا الموضحة', 152, { guarded: true }),
  indicator('TEAMS', 'TEAMS', 'STATE', 'Tổ bảo vệ an ninh, trật tự', 'Teams', 'الفرق', 4351),
  indicator('TEAM_MEMBERS', 'TEAMS', 'STATE', 'Thành viên tổ', 'Team members', 'أعضاء الفرق', 13053),
  indicator('GROUPS', 'GROUPS', 'STATE', 'Tổ tự quản', 'Self-managed groups', 'مجموعات الإدارة الذاتية', 2140, { smallest: 'VILLAGE' }),
  indicator('PROGRAMMES', 'PROGRAMMES', 'STATE', 'Mô hình đang hoạt động', 'Programmes that run', 'البرامج الجارية', 318),
  indicator('SITUATIONS_RECEIVED', 'SITUATIONS', 'EVENTS', 'Tin báo nhận được', 'Situations received', 'البلاغات المستلمة', 1894, { guarded: true }),
  indicator('MEDIATION_SUCCESS_SHARE', 'MEDIATION', 'SHARE', 'Tỷ lệ hòa giải thành (%)', 'Share with agreement (%)', 'نسبة الصلح (٪)', 81.4, { guarded: true }),
  indicator('CAMERAS', 'CAMERAS', 'STATE', 'Camera trong sổ', 'Cameras in the register', 'الكاميرات في السجل', 136004, { smallest: 'VILLAGE' }),
];
const languageOf = (request) => (request.headers['accept-language'] ?? 'vi').slice(0, 2);
const nameOf = (one, language) => one.names[language] ?? one.names.vi;

/** Three by three communes; two are the world's own. */
export function seedReports(world) {
  const [province, commune, ward] = world.areas;
  const names = ['Xã Bá Thước', 'Phường Hạc Thành', 'Xã Điền Lư', 'Xã Pù Luông', 'Phường Sầm Sơn', 'Xã Cẩm Thủy', 'Xã Đồng Tiến', 'Xã Đông Tiến', 'Xã Mường Lát'];
  world.communes = names.map((name, n) => ({
    id: n === 0 ? commune.id : n === 1 ? ward.id : id(n),
    code: n === 0 ? commune.code : n === 1 ? ward.code : `149${30 + n}`,
    name,
    kind: name.startsWith('Phường') ? 'WARD' : 'COMMUNE',
    parentId: province.id,
  }));
  const officer = ref(world.people.find((each) => each.username === 'diaban'));
  const chair = ref(world.people.find((each) => each.username === 'chutich'));
  const at = iso(world.now() - 40 * 3_600_000);
  const report = (n, unit, period, state, more = {}) => ({
    id: id(100 + n),
    code: `BC-2026-000${n}`,
    unit,
    period,
    state,
    steps: [{ what: 'SUBMITTED', version: 1, reason: null, by: officer, at, sight: 'ROUNDED' }],
    versions: [{ version: 1, sha256: '7d'.repeat(32), countedAt: at, submittedBy: officer, approvedBy: null, approvedAt: null, acceptedBy: null, acceptedAt: null, lockedBy: null, lockedAt: null }],
    note: null,
    ...more,
  });
  const locked = report(2, world.communes[1], '2026-Q3', 'LOCKED');
  world.reports = [
    report(1, world.communes[0], '2026-Q3', 'SUBMITTED', { note: 'Quý III có hai cơn bão nên tuần tra tăng.' }),
    locked,
    report(3, world.communes[2], '2026-Q3', 'APPROVED'),
    report(4, world.communes[0], '2026-Q2', 'LOCKED', {
      steps: [...locked.steps, { what: 'APPROVED', version: 1, reason: null, by: chair, at, sight: 'ROUNDED' }, { what: 'LOCKED', version: 1, reason: null, by: chair, at, sight: null }],
    }),
    report(5, world.communes[3], '2026-Q3', 'REOPENED', { steps: [...locked.steps, { what: 'REOPENED', version: 1, reason: 'Bổ sung tin báo còn sót.', by: chair, at, sight: 'ROUNDED' }] }),
  ];
}

const scale = (n) => [0.19, 0.24, 0.11, 0.06, 0.16, 0.09, 0.07, 0.05, 0.0006][n] ?? 0;
const ownTopics = ['SITUATIONS', 'MEDIATION'];
/** @param as 'exact', or 'tens' where the reader is shown guarded ones rounded */
function figureOf(one, period, share, as = 'exact') {
  const rounds = as === 'tens' && one.guarded;
  if (one.kind === 'SHARE') {
    const value = one.base + (period % 5);
    return rounds ? { value: Math.round(value), seen: 'TENS' } : shown(Math.round(value * 10) / 10);
  }
  const wave = 1 + ((period * 7) % 11) / 50 - 0.1;
  const value = Math.round(one.base * share * (one.kind === 'STATE' ? 1 : wave));
  return rounds ? tens(value) : shown(value);
}
/** Of a commune's numbers its own officer sees exactly what they keep themself. */
const roundedFor = (user, one, own) => (own && user.roles.includes('COMMUNITY_OFFICER') && ownTopics.includes(one.topic) ? 'exact' : 'tens');
const opensFor = (user, one, province) => {
  const officer = user.roles.includes('COMMUNITY_OFFICER');
  if (['TEAMS', 'GROUPS', 'PROGRAMMES'].includes(one.topic)) return officer || user.roles.includes('CHAIR');
  if (one.topic === 'FOOTAGE') return ['AUDITOR', 'APPROVER'].some((role) => user.roles.includes(role));
  return one.topic === 'SITUATIONS' && officer && !province;
};
const numberOf = (period) => [...period].reduce((sum, each) => sum + each.charCodeAt(0), 0);

function need(user, area) {
  if (!['COMMUNITY_OFFICER', 'CHAIR', 'ANALYST', 'AUDITOR'].some((role) => user.roles.includes(role))) throw new Refusal(403, 'not-your-role', 'Vai trò của bạn không được xem.');
  if (user.area?.name.startsWith('Xã') && area !== user.area.id) throw new Refusal(403, 'not-your-area', 'Không thuộc địa bàn của bạn.');
}

function figures({ world, user, url, request }) {
  const language = languageOf(request);
  const area = url.searchParams.get('area') ?? user.area?.id ?? world.areas[0].id;
  need(user, area);
  const period = url.searchParams.get('period');
  const province = area === world.areas[0].id;
  const unit = province ? world.areas[0] : world.communes.find((each) => each.id === area);
  const share = province ? 1 : scale(world.communes.indexOf(unit));
  const n = numberOf(period);
  const over = !['2026', '2026-Q4', '2026-11', '2026-H2'].includes(period);
  const own = user.area?.id === area;
  const hidden = (one) => one.guarded && !over && roundedFor(user, one, own) === 'tens';
  const see = (one, at, of) => (hidden(one) && !province ? later : figureOf(one, at, of, province ? 'exact' : roundedFor(user, one, own)));
  const seeLine = (one, at, of) => (hidden(one) ? later : figureOf(one, at, of, 'tens'));
  const columns = (url.searchParams.get('columns') ?? '').split(',').filter((each) => indicators.some((one) => one.code === each));
  const lines = province ? world.communes : world.areas.filter((each) => each.parentId === area && each.kind === 'RESIDENTIAL_AREA');
  return {
    period,
    from: '2026-07-01',
    last: '2026-12-31',
    over,
    asOf: over ? '2026-09-30' : '2026-11-26',
    before: '2026-Q2',
    yearAgo: '2025-Q3',
    areaId: area,
    areaName: unit.name,
    areaKind: unit.kind,
    above: province || user.roles[0] === 'COMMUNITY_OFFICER' ? null : world.areas[0].id,
    exact: user.roles[0] === 'COMMUNITY_OFFICER',
    indicators: indicators.map((one) => ({
      code: one.code,
      topic: one.topic,
      name: nameOf(one, language),
      kind: one.kind,
      value: see(one, n, share),
      before: see(one, n - 1, share),
      yearAgo: see(one, n - 4, share),
      opens: opensFor(user, one, province),
      parts: (province ? (one.parts ?? []) : []).map(([code, vi, en, ar, count]) => ({ code, name: { vi, en, ar }[language] ?? vi, value: over ? tens(count) : later })),
    })),
    columns,
    lines: lines.map((each, index) => {
      const report = world.reports.find((one) => one.unit.id === each.id && one.period === period);
      const of = columns.map((code) => indicators.find((one) => one.code === code));
      return {
        id: each.id,
        code: each.code,
        name: each.name,
        values: of.map((one) => (!province && one.smallest !== 'VILLAGE' ? none : seeLine(one, n, province ? scale(index) : 0.01))),
        before: of.map((one) => (!province && one.smallest !== 'VILLAGE' ? none : figureOf(one, n - 1, (province ? scale(index) : 0.01) * (1 + ((index % 3) - 1) / 10), 'tens'))),
        reportId: report?.id ?? null,
        report: report?.state ?? null,
      };
    }),
    handedIn: world.reports.filter((each) => each.period === period && each.state !== 'OPEN').length,
    units: province ? world.communes.length : 1,
  };
}

function view(report, user) {
  const own = user.area?.id === report.unit.id;
  const has = (role) => user.roles.includes(role);
  const actions = [];
  if (['OPEN', 'REOPENED'].includes(report.state) && own && has('COMMUNITY_OFFICER')) actions.push('SUBMIT');
  if (report.state === 'SUBMITTED' && own && has('CHAIR')) actions.push('DECIDE');
  if (report.state === 'APPROVED' && !own && has('CHAIR')) actions.push('ACCEPT');
  const exact = own && has('COMMUNITY_OFFICER');
  const line = (code, frozen, present, note = null) => {
    const one = indicators.find((each) => each.code === code);
    const rounds = one.guarded && roundedFor(user, one, own) === 'tens';
    const see = (value) => (rounds ? tens(value) : shown(value));
    return {
      indicator: code,
      topic: one.topic,
      kind: one.kind,
      name: one.names.vi,
      part: null,
      partName: null,
      frozen: see(frozen),
      present: see(present),
      differs: !rounds && frozen !== present,
      note,
    };
  };
  return {
    id: report.id,
    code: report.code,
    areaId: report.unit.id,
    areaName: report.unit.name,
    period: report.period,
    due: '2026-10-10',
    state: report.state,
    shown: report.versions.length,
    exact,
    actions,
    versions: report.versions,
    steps: report.steps,
    figures: [
      line('SITUATIONS_RECEIVED', 41, 42),
      line('CASES_OPENED', 41, 42),
      line('CASES_CLARIFIED', 17, 17),
      line('TEAMS', 26, 26),
      line('TEAM_MEMBERS', 79, 79, report.note),
      line('EXTRACTIONS', 3, 3),
    ],
  };
}

const place = (world, unit, period) => {
  const report = world.reports.find((one) => one.unit.id === unit.id && one.period === period);
  const in_ = report && report.state !== 'OPEN';
  return {
    areaId: unit.id,
    areaCode: unit.code,
    areaName: unit.name,
    period,
    due: '2026-10-10',
    late: !in_,
    reportId: report?.id ?? null,
    state: report?.state ?? null,
    at: in_ ? report.versions.at(-1).countedAt : null,
    handedInLate: report?.state === 'LOCKED',
    reminders: in_ ? 0 : 3,
    remindedOn: in_ ? null : '2026-10-25',
  };
};
const find = (world, id_) => {
  const found = world.reports.find((each) => each.id === id_);
  if (!found) throw new Refusal(404, 'no-such-report', 'Không có báo cáo này.');
  return found;
};
const decide =
  (next, act) =>
  ({ world, user, params, body }) => {
    const found = find(world, params[0]);
    if (body.outcome === 'RETURNED' && !body.reason) throw new Refusal(400, 'invalid', 'Có mục chưa đúng.', [{ field: 'reason', code: 'required', message: 'Cần điền mục này.' }]);
    found.state = body.outcome === 'RETURNED' ? 'OPEN' : next;
    found.steps.push({ what: body.outcome === 'RETURNED' ? 'RETURNED' : act, version: body.version, reason: body.reason ?? null, by: ref(user), at: iso(world.now()), sight: 'ROUNDED' });
    return view(found, user);
  };

/** What waits: for the officer what is late, for chairs what was submitted at their level or approved below. */
function waiting(world, user) {
  const item = (task, unit, period, late, reportId) => ({
    task,
    areaId: unit.id,
    areaName: unit.name,
    period,
    due: '2026-10-10',
    late,
    reportId,
    reminders: late ? 2 : 0,
    remindedOn: late ? '2026-10-25' : null,
  });
  const own = world.communes.find((each) => each.id === user.area?.id);
  const found = [];
  if (own && user.roles.includes('COMMUNITY_OFFICER'))
    for (const period of ['2026-Q1', '2025'].filter((each) => !world.reports.some((one) => one.unit.id === own.id && one.period === each))) found.push(item('SUBMIT', own, period, true, null));
  for (const each of world.reports) {
    if (each.state === 'SUBMITTED' && each.unit === own && user.roles.includes('CHAIR')) found.push(item('APPROVE', each.unit, each.period, false, each.id));
    if (each.state === 'APPROVED' && !own && user.roles.includes('CHAIR')) found.push(item('ACCEPT', each.unit, each.period, false, each.id));
  }
  return found;
}

/** Seven made-up records, in two parts; of teams with how many members each has. */
function records({ world, user, url }) {
  const area = url.searchParams.get('area') ?? user.area?.id ?? world.areas[0].id;
  const village = world.areas.find((each) => each.id === area && each.kind === 'RESIDENTIAL_AREA');
  need(user, village?.parentId ?? area);
  const one = indicators.find((each) => each.code === url.searchParams.get('indicator'));
  if (!one) throw new Refusal(400, 'invalid', 'Có mục chưa đúng.', [{ field: 'indicator', code: 'report-indicator', message: 'Không có chỉ tiêu này trong kỳ.' }]);
  if (!opensFor(user, one, area === world.areas[0].id)) throw new Refusal(403, 'records-closed', 'Bạn được xem con số, không được xem từng hồ sơ mà nó đếm.');
  if (village && one.smallest !== 'VILLAGE') throw new Refusal(400, 'invalid', 'Có mục chưa đúng.', [{ field: 'area', code: 'report-area', message: 'Chọn tỉnh hoặc xã.' }]);
  const unit = village ?? world.communes.find((each) => each.id === area) ?? world.areas[0];
  const codes = { SITUATIONS: 'TB-2026-104', FOOTAGE: one.code === 'EXTRACTIONS' ? 'EXT-2026-001' : 'REQ-2026-001' };
  const all = Array.from({ length: 7 }, (_, n) => ({
    id: id(400 + n),
    objectId: id(400 + n),
    code: codes[one.topic] ? `${codes[one.topic]}${n}` : `TO-${20 + n}`,
    name: codes[one.topic] ? null : `Tổ thôn ${n + 1}`,
    areaName: unit.name,
    day: `2026-0${9 - Math.floor(n / 3)}-1${n}`,
    count: one.code === 'TEAM_MEMBERS' ? 3 + (n % 3) : 1,
  }));
  const from = Number(url.searchParams.get('after') ?? 0);
  return { items: all.slice(from, from + 4), next: from + 4 < all.length ? String(from + 4) : null };
}

/** What the province defined of others, kept as long as the stand-in runs. */
const customsOf = (world) => (world.customIndicators ??= []);

function customView(one, request) {
  const language = languageOf(request);
  const termName = (code, part) => {
    const of = indicators.find((each) => each.code === code);
    return part ? `${nameOf(of, language)} (${of.parts.find(([each]) => each === part)[1]})` : nameOf(of, language);
  };
  return {
    ...one,
    name: { vi: one.nameVi, en: one.nameEn, ar: one.nameAr }[language] ?? one.nameVi,
    numeratorName: termName(one.numerator, one.numeratorPart),
    denominatorName: termName(one.denominator, one.denominatorPart),
  };
}

function define({ world, body, request }) {
  const all = customsOf(world);
  if (body.numerator === body.denominator && body.numeratorPart === body.denominatorPart)
    throw new Refusal(400, 'invalid', 'Có mục chưa đúng.', [{ field: 'denominator', code: 'report-custom-same', message: 'Mẫu số phải khác tử số.' }]);
  const made = { id: id(700 + all.length), code: `TC-2026-000${all.length + 1}`, version: 1, retired: false, at: iso(world.now()), ...body };
  all.push(made);
  return { status: 201, body: customView(made, request) };
}

const wholeKinds = { code: null, name: '', kind: null };

/** Two of indicator, unit, period and kind; every number made of its place alone. */
function pivot({ world, user, url, request }) {
  const language = languageOf(request);
  const asked = (name) => url.searchParams.get(name);
  const province = !world.communes.some((each) => each.id === (asked('area') ?? user.area?.id));
  const [rows, columns, period] = [asked('rows'), asked('columns'), asked('period')];
  const customs = customsOf(world).map((each) => ({
    code: each.code,
    kind: 'SHARE',
    names: { vi: each.nameVi, en: each.nameEn ?? each.nameVi, ar: each.nameAr ?? each.nameVi },
    base: 64,
    guarded: true,
  }));
  const known = [...indicators, ...customs];
  const chosen = asked('indicators')
    .split(',')
    .map((code) => known.find((one) => one.code === code));
  if (rows === columns || chosen.includes(undefined)) throw new Refusal(400, 'invalid', 'Có mục chưa đúng.', [{ field: 'columns', code: 'report-pivot-axes', message: 'Dòng và cột phải khác nhau.' }]);
  const one = [rows, columns].includes('INDICATOR') ? null : chosen[0];
  const kinds = (one?.parts ?? []).map(([code, vi, en, ar]) => ({ code, name: { vi, en, ar }[language] ?? vi, kind: null }));
  const area = province ? world.areas[0] : world.communes.find((each) => each.id === (asked('area') ?? user.area.id));
  const units = province ? world.communes : world.areas.filter((each) => each.parentId === area.id && each.kind === 'RESIDENTIAL_AREA');
  const heads = {
    INDICATOR: chosen.map((each) => ({ code: each.code, name: nameOf(each, language), kind: each.kind })),
    UNIT: [{ code: null, name: area.name, kind: null }, ...units.map(({ code, name }) => ({ code, name, kind: null }))],
    PERIOD: Array.from({ length: Number(asked('periods') ?? 1) }, (_, n, count = Number(asked('periods') ?? 1)) => ({
      code: `${2026 - Math.floor((count - 1 - n + 1) / 4)}-Q${4 - ((count - n) % 4)}`,
      name: '',
      kind: null,
    })),
    KIND: [wholeKinds, ...kinds],
  };
  const cell = (row, column) => {
    const of = (axis) => (rows === axis ? row : columns === axis ? column : null);
    const indicatorOf = known.find((each) => each.code === (of('INDICATOR')?.code ?? chosen[0].code));
    const unit = units.findIndex((each) => each.code === of('UNIT')?.code);
    if (of('KIND')?.code || asked('part')) return unit >= 0 ? few : later;
    return figureOf(indicatorOf, numberOf(of('PERIOD')?.code ?? period), unit < 0 ? 1 : scale(unit), unit < 0 ? 'exact' : 'tens');
  };
  return {
    period,
    asOf: '2026-09-30',
    areaId: area.id,
    areaName: area.name,
    rows,
    columns,
    indicatorName: one ? nameOf(one, language) : null,
    kind: one?.kind ?? null,
    partName: kinds.find((each) => each.code === asked('part'))?.name ?? null,
    kinds,
    rowHeads: heads[rows],
    columnHeads: heads[columns],
    cells: heads[rows].map((row) => heads[columns].map((column) => cell(row, column))),
  };
}

/** A file of some size, of which nobody reads what is in it. */
function pivotFile({ response }) {
  const content = Buffer.alloc(40_000, 'a');
  response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Content-Length': content.length });
  response.end(content);
}

export function reportRoutes(page) {
  return [
    ['GET', /^\/api\/reports\/custom-indicators$/, ({ world, request }) => page(customsOf(world).map((each) => customView(each, request)))],
    ['POST', /^\/api\/reports\/custom-indicators$/, define],
    [
      'POST',
      /^\/api\/reports\/custom-indicators\/([^/]+)\/versions$/,
      ({ world, params, body, request }) => {
        const one = customsOf(world).find((each) => each.id === params[0]);
        Object.assign(one, body.definition, { version: body.version + 1 });
        return { status: 201, body: customView(one, request) };
      },
    ],
    [
      'POST',
      /^\/api\/reports\/custom-indicators\/([^/]+)\/retirement$/,
      ({ world, params, body, request }) => {
        const one = customsOf(world).find((each) => each.id === params[0]);
        Object.assign(one, { retired: true, version: body.version + 1 });
        return customView(one, request);
      },
    ],
    ['GET', /^\/api\/reports\/pivot$/, pivot],
    ['GET', /^\/api\/reports\/pivot\.(?:xlsx|csv)$/, pivotFile],
    ['GET', /^\/api\/reports\/waiting$/, ({ world, user }) => page(waiting(world, user))],
    ['GET', /^\/api\/reports\/records$/, records],
    ['GET', /^\/api\/reports\/figures$/, figures],
    [
      'GET',
      /^\/api\/reports\/trend$/,
      ({ world, user, url, request }) => {
        const one = indicators.find((each) => each.code === url.searchParams.get('indicator'));
        const unit = world.communes.find((each) => each.id === (url.searchParams.get('area') ?? user.area?.id));
        const share = unit ? scale(world.communes.indexOf(unit)) : 1;
        const as = unit ? 'tens' : 'exact';
        const points = Array.from({ length: 12 }, (_, n) => ({
          period: `${2023 + Math.floor((n + 3) / 4)}-Q${((n + 3) % 4) + 1}`,
          value: n === 2 && one.guarded ? few : figureOf(one, n * 3, share, as),
          yearAgo: n < 3 ? none : figureOf(one, n * 3 + 4, share * 0.94, as),
          average: unit && !user.area?.name.startsWith('Xã') ? figureOf(one, n * 3, one.kind === 'SHARE' ? 1 : 1 / 9) : null,
        }));
        return { indicator: one.code, name: nameOf(one, languageOf(request)), points };
      },
    ],
    [
      'GET',
      /^\/api\/reports\/summary$/,
      ({ url, request }) => {
        const language = languageOf(request);
        const year = Number(url.searchParams.get('year'));
        const text = {
          vi: `Trong năm ${year}, 1.028 lần trích xuất hình ảnh, dữ liệu đã góp phần làm rõ 152 vụ việc (Trộm cắp: 61; Va chạm giao thông: 52; Khác: 39); có 4.351 tổ bảo vệ an ninh, trật tự với 13.053 thành viên; 2.140 tổ tự quản; 318 mô hình phong trào đang hoạt động.`,
          en: `In the year ${year}, 1,028 extractions of images and data helped clarify 152 cases (Theft: 61; Traffic: 52; Other: 39); there are 4,351 teams for security and order with 13,053 members, 2,140 self-managed groups and 318 programmes that run.`,
          ar: `في سنة ${year} ساعدت 1,028 من عمليات استخراج الصور والبيانات على إيضاح 152 من القضايا؛ وهناك 4,351 من فرق حماية الأمن والنظام تضم 13,053 من الأعضاء.`,
        };
        return {
          year,
          asOf: '2026-11-26',
          areaName: 'Tỉnh Thanh Hóa',
          text: text[language] ?? text.vi,
          numbers: ['EXTRACTIONS', 'TEAMS', 'TEAM_MEMBERS', 'GROUPS', 'PROGRAMMES'].map((code) => {
            const one = indicators.find((each) => each.code === code);
            return { indicator: code, name: nameOf(one, language), value: shown(one.base) };
          }),
        };
      },
    ],
    [
      'GET',
      /^\/api\/reports\/indicators$/,
      ({ request }) =>
        page(
          indicators.map((one) => ({
            code: one.code,
            topic: one.topic,
            kind: one.kind,
            name: nameOf(one, languageOf(request)),
            says: { vi: 'Đếm từ hồ sơ trong kỳ.', en: 'Counted of the records in the period.', ar: 'تُعد من السجلات في الفترة.' }[languageOf(request)],
            source: { vi: 'Sổ của tính năng, theo ngày', en: 'Record of the feature, by the day', ar: 'السجل حسب اليوم' }[languageOf(request)],
            numerator: null,
            of: null,
            byPart: Boolean(one.parts),
            parts: (one.parts ?? []).map(([code, vi, en, ar]) => ({ code, name: { vi, en, ar }[languageOf(request)] ?? vi })),
            smallest: one.smallest,
            guarded: one.guarded,
            law,
            from: '2024-07-01',
            to: null,
          })),
        ),
    ],
    [
      'GET',
      /^\/api\/reports\/periods$/,
      ({ world, user }) => page(['2026-Q3', '2026-Q2', '2026-Q1', '2025'].map((period) => place(world, world.communes.find((each) => each.id === user.area?.id) ?? world.areas[0], period))),
    ],
    ['GET', /^\/api\/reports$/, ({ world, url }) => page(world.communes.map((each) => place(world, each, url.searchParams.get('period'))))],
    ['GET', /^\/api\/reports\/([^/]+)$/, ({ world, user, params }) => view(find(world, params[0]), user)],
    [
      'POST',
      /^\/api\/reports$/,
      ({ world, user, body }) => {
        const unit = world.communes.find((each) => each.id === body.areaId);
        const made = {
          id: id(200 + world.reports.length),
          code: `BC-2026-00${10 + world.reports.length}`,
          unit,
          period: body.period,
          state: 'SUBMITTED',
          note: body.notes[0]?.words ?? null,
          steps: [{ what: 'SUBMITTED', version: 1, reason: null, by: ref(user), at: iso(world.now()), sight: 'ROUNDED' }],
          versions: [
            {
              version: 1,
              sha256: '5e'.repeat(32),
              countedAt: iso(world.now()),
              submittedBy: ref(user),
              approvedBy: null,
              approvedAt: null,
              acceptedBy: null,
              acceptedAt: null,
              lockedBy: null,
              lockedAt: null,
            },
          ],
        };
        world.reports.push(made);
        return { status: 201, body: view(made, user) };
      },
    ],
    ['POST', /^\/api\/reports\/([^/]+)\/decision$/, decide('APPROVED', 'APPROVED')],
    ['POST', /^\/api\/reports\/([^/]+)\/acceptance$/, decide('ACCEPTED', 'ACCEPTED')],
    [
      'GET',
      /^\/api\/areas\/([^/]+)\/outlines$/,
      ({ world }) =>
        page(
          world.communes.map((each, n) => {
            const [x, y] = [105 + (n % 3) * 0.2, 19.8 + Math.floor(n / 3) * 0.2];
            return {
              id: each.id,
              rings: [
                [
                  [x, y],
                  [x + 0.18, y + 0.02],
                  [x + 0.19, y + 0.17],
                  [x + 0.06, y + 0.19],
                  [x - 0.01, y + 0.1],
                  [x, y],
                ],
              ],
            };
          }),
        ),
    ],
  ];
}
