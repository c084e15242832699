// The made-up units, assessments and communes of the yearly standard of the stand-in. The criteria
// are the server's own: they are read from its migration.
import { readFileSync } from 'node:fs';
import { dayOf, iso } from './days.mjs';
import { Refusal } from './refusal.mjs';

const day = 86_400_000;
const id = (n) => `01900000-0000-7000-f000-${String(n).padStart(12, '0')}`;
const year = (world) => Number(iso(world.now() + 7 * 3_600_000).slice(0, 4));

const sql = readFileSync(new URL('../../../server/src/main/resources/db/migration/standard/V2__criteria.sql', import.meta.url), 'utf8');
const criteria = [...sql.matchAll(/\('([0-9a-f-]{36})', '(\w+)', '([^']+)', \d+, (\d+), '(\w+)', (\w+), '([^']+)',\s+'([^']+)',\s+'([^']+)',\s+'([^']+)'\)/g)].map(
  ([, criterion, unitKind, code, from, answer, percent, law, vi, en, ar]) => ({
    id: criterion,
    unitKind,
    code,
    fromYear: Number(from),
    answer,
    percent: percent === 'null' ? null : Number(percent),
    law,
    vi,
    en,
    ar,
  }),
);
const languageOf = (request) => (request.headers['accept-language'] ?? 'vi').slice(0, 2);
const textOf = (criterion, request) => criterion[languageOf(request)] ?? criterion.vi;

const participants = [
  ['PARTY_ORGANISATION', false],
  ['FRONT', false],
  ['MASS_ORGANISATIONS', true],
  ['POLICE', false],
].map(([code, conditional]) => ({ code, conditional, article: 'Điều 9 khoản 1 điểm a', phrase: '' }));
const documents = (unitKind) => [
  { code: 'RESOLUTION', conditional: unitKind !== 'COMMUNE', article: 'Điều 9 khoản 2 điểm a', phrase: '' },
  ...(unitKind === 'RESIDENTIAL_AREA' ? [] : [{ code: 'PLAN', conditional: false, article: 'Điều 9 khoản 2 điểm a', phrase: '' }]),
];

const people = (world) => ({
  head: { id: world.people.find((each) => each.username === 'truongthon').id, displayName: 'Lê Xuân Tùng' },
  officer: { id: world.people.find((each) => each.username === 'diaban').id, displayName: 'Lò Văn Thành' },
  chair: { id: world.people.find((each) => each.username === 'chutich').id, displayName: 'Bùi Thị Hạnh' },
});

const units = [
  [1, '14797-001', 'Tổ dân phố Đông Thọ 1', 'RESIDENTIAL_AREA'],
  [2, '14797-002', 'Tổ dân phố Đông Thọ 2', 'RESIDENTIAL_AREA'],
  [3, '14797-003', 'Tổ dân phố Đông Thọ 3', 'RESIDENTIAL_AREA'],
  [4, '14797-004', 'Tổ dân phố Nam Ngạn', 'RESIDENTIAL_AREA'],
  [5, '14797-005', 'Tổ dân phố Hàm Rồng', 'RESIDENTIAL_AREA'],
  [6, '14797-006', 'Trường THCS Hạc Thành', 'SCHOOL'],
  [7, '14797-007', 'Trường mầm non Hoa Mai', 'SCHOOL'],
  [8, '14797-008', 'Công ty May Sông Mã', 'ENTERPRISE'],
];

const answer = (by, at, version, met, reason, more = {}) => ({ version, appraisal: false, met, number: null, against: null, absent: [], reason, by, at: iso(at), ...more });
const why = {
  4.1: 'Chi bộ có Nghị quyết 03-NQ/CB ngày 12/02; đủ 120/120 hộ ký đăng ký.',
  '4.3.e': 'Có hai việc tranh chấp lối đi, đã hòa giải xong trong tháng.',
  '4.4.a': 'Không có vụ việc nào trong kỳ.',
};

function items(world, state) {
  const { head, officer } = people(world);
  const now = world.now();
  const all = criteria.filter((each) => each.unitKind === 'RESIDENTIAL_AREA');
  return all.map((each, index) => {
    const begun = state !== 'REGISTERED' || index < 9;
    const numbers = each.answer === 'LAST_YEAR' ? { number: 0, against: 7 } : {};
    const versions = begun ? [answer(head, now - 20 * day + index * 60_000, 1, true, why[each.code] ?? 'Cả kỳ không có vụ việc nào như vậy.', numbers)] : [];
    if (state === 'APPRAISED' && each.code === '4.4.b')
      versions.push({ ...answer(officer, now - 4 * day, 2, false, 'Sổ tiếp nhận có một vụ nghiêm trọng ngày 18/8, báo chậm ba ngày.'), appraisal: true });
    const reviewed = state === 'APPRAISED' || state === 'CERTIFIED' || (state === 'SELF_ASSESSED' && index < 3);
    const changed = versions.length === 2;
    return {
      code: each.code,
      law: each.law,
      answer: each.answer,
      percent: each.percent,
      own: false,
      whole: begun,
      disagrees: false,
      conditions: [],
      versions,
      review: reviewed ? { outcome: changed ? 'CHANGED' : 'ACCEPTED', reason: changed ? versions[1].reason : null, by: officer, at: iso(now - 4 * day) } : null,
      asked: null,
      facts: [],
      evidence:
        each.code === '4.1' && begun
          ? [{ id: id(901), title: 'Nghị quyết chi bộ', number: '03-NQ/CB', speaksFor: `${year(world)}-02-12`, renewed: false, at: iso(now - 20 * day), withdrawnReason: null }]
          : [],
      lastYear: answer(head, now - 380 * day, 1, true, 'Năm trước không có vụ việc nào.', each.answer === 'LAST_YEAR' ? { number: 9, against: 9 } : {}),
      lastYearEvidence: ['4.1', '4.2'].includes(each.code)
        ? [
            {
              id: id(each.code === '4.1' ? 900 : 902),
              title: 'Quy ước tổ dân phố',
              number: '01/QU',
              speaksFor: `${year(world) - 1}-01-20`,
              renewed: false,
              at: iso(now - 400 * day),
              withdrawnReason: null,
            },
          ]
        : [],
      words: each,
    };
  });
}

function assessment(world, n, state, more = {}) {
  const { head, officer, chair } = people(world);
  const now = world.now();
  const [, , areaName, unitKind] = units[n - 1];
  const order = ['REGISTERED', 'SELF_ASSESSED', 'APPRAISED', 'DECIDED', 'CERTIFIED'];
  const step = (kind, by, ago, rest = {}) => ({
    kind,
    round: 1,
    outcome: null,
    number: null,
    on: null,
    words: null,
    lateReason: null,
    by,
    at: iso(now - ago * day),
    minutes: null,
    exceptions: [],
    ...rest,
  });
  const minutes = {
    heldOn: dayOf(now - 15 * day),
    chair: 'Lê Xuân Tùng',
    households: 120,
    attended: 96,
    organisations: 4,
    votesFor: 95,
    votesAgainst: 1,
    came: ['PARTY_ORGANISATION', 'FRONT', 'POLICE'],
    nonexistent: ['MASS_ORGANISATIONS'],
  };
  const outcome = state === 'APPRAISED' ? 'NOT_MET' : 'MET';
  const steps = [
    step('REGISTERED', head, 270, { number: '03-NQ/CB', on: `${year(world)}-02-12` }),
    step('SELF_ASSESSED', head, 15, { outcome: 'MET', minutes }),
    step('APPRAISED', officer, 4, { outcome, words: outcome === 'MET' ? null : 'Tiêu chí 4.4.b không đạt.' }),
    step('DECIDED', chair, 3, { outcome: 'MET', number: '88/QĐ-UBND', on: dayOf(now - 3 * day) }),
    step('CERTIFIED', chair, 2, { number: '12/GCN', on: dayOf(now - 2 * day) }),
  ].slice(0, order.indexOf(state) + 1);
  return {
    id: id(100 + n),
    code: `STD-${year(world)}-000${n}`,
    areaId: id(n),
    areaName,
    unitKind,
    year: year(world),
    state,
    outcome: state === 'CERTIFIED' || state === 'DECIDED' ? 'MET' : null,
    round: 1,
    registered: 120,
    registrable: 120,
    partyOrganisation: true,
    plan: null,
    participants,
    contradictions: [],
    law: 'Thông tư 124/2021/TT-BCA',
    authority: 'Phường Hạc Thành',
    periodFrom: `${year(world) - 1}-11-01`,
    periodTo: `${year(world)}-10-31`,
    decideBefore: dayOf(now + 6 * day),
    late: false,
    criteria: items(world, state),
    steps,
    ...more,
  };
}

/** One that is proposed as met although it has more than last year. */
function contradicted(world) {
  const made = assessment(world, 5, 'APPRAISED', { contradictions: [{ criterion: '4.4.a', code: 'MORE_THAN_RECORDED_LAST_YEAR', number: 4, against: 2 }] });
  made.criteria.forEach((each) => Object.assign(each, { versions: each.versions.slice(0, 1) }));
  made.steps.at(-1).outcome = 'MET';
  return made;
}

function seed(world) {
  world.standard ??= {
    assessments: [assessment(world, 1, 'REGISTERED'), assessment(world, 2, 'SELF_ASSESSED'), assessment(world, 3, 'APPRAISED'), assessment(world, 4, 'CERTIFIED'), contradicted(world)],
    exempt: new Map([[id(7), 'PRIMARY_OR_NURSERY']]),
  };
  return world.standard;
}

function unitView(world, user, [n, areaCode, areaName, unitKind]) {
  const { assessments, exempt } = seed(world);
  const found = assessments.find((each) => each.areaId === id(n));
  const ground = exempt.get(id(n)) ?? null;
  const done = ground || found?.outcome;
  return {
    areaId: id(n),
    areaCode,
    areaName,
    unitKind,
    assessmentId: found?.id ?? null,
    code: found?.code ?? null,
    state: found?.state ?? null,
    outcome: found?.outcome ?? null,
    exempt: ground,
    exemptionId: ground && id(800 + n),
    dueOn: done ? null : found ? dayOf(world.now() + 5 * day) : `${year(world)}-03-31`,
    daysLeft: done ? null : found ? 5 : -238,
    exceptions: found?.steps.findLast((each) => each.kind === 'DECIDED')?.exceptions ?? [],
    mayAssess: user.roles.includes('VILLAGE_HEAD'),
  };
}

const progressOf = (unit) => (unit.exempt ? 'EXEMPT' : !unit.state ? 'NOT_REGISTERED' : ['CERTIFIED', 'REVOKED'].includes(unit.state) ? 'DECIDED' : unit.state);
const listed = (world, user) => units.map((each) => unitView(world, user, each));

function view(world, user, request, found) {
  const has = (role) => user.roles.includes(role);
  const questions =
    found.state !== 'REGISTERED' && (has('COMMUNITY_OFFICER') || has('CHAIR'))
      ? [
          { kind: 'FELL_TO_ZERO', criterion: '4.4.a', numbers: [7] },
          { kind: 'OTHER_LAST_YEAR', criterion: '4.4.a', numbers: [7, 9] },
          { kind: 'QUICK', criterion: null, numbers: [13, 14] },
          { kind: 'SAME_ATTENDANCE', criterion: null, numbers: [4, 96, 120] },
        ]
      : [];
  return {
    ...found,
    mayAssess: has('VILLAGE_HEAD'),
    mayAppraise: has('COMMUNITY_OFFICER'),
    mayDecide: has('CHAIR'),
    questions,
    criteria: found.criteria.map(({ words, ...each }) => ({ ...each, text: textOf(words, request), lawText: words.vi })),
  };
}

function standing(world, user) {
  const all = listed(world, user).filter((each) => !each.exempt);
  const met = all.filter((each) => each.outcome === 'MET').length;
  return {
    communeId: world.areas[2].id,
    communeName: 'Phường Hạc Thành',
    year: year(world),
    units: all.length,
    exempt: 1,
    registered: all.filter((each) => each.state).length,
    assessed: all.filter((each) => each.state && each.state !== 'REGISTERED').length,
    decided: met,
    met,
    needed: Math.ceil(all.length * 0.7),
    state: null,
    outcome: null,
    exceptions: [],
  };
}

/** @param the checks that all paths of the stand-in share */
export function standardRoutes({ fieldErrors, grave, find }) {
  const path = (rest) => new RegExp(`^/api/standard/assessments/([^/]+)${rest}$`);
  const act = (rest, change) => [
    'POST',
    path(rest),
    (call) => {
      const found = find(seed(call.world).assessments, call.params[0]);
      change(found, { ...call, ...people(call.world), criterion: found.criteria.find((each) => each.code === call.body.criterion) });
      return view(call.world, call.user, call.request, found);
    },
  ];
  const step = (found, kind, { world, user, body }, more = {}) =>
    found.steps.push({
      kind,
      round: found.round,
      outcome: null,
      number: body.number ?? null,
      on: body.on ?? null,
      words: body.reason ?? body.opinion ?? null,
      lateReason: null,
      by: { id: user.id, displayName: user.displayName },
      at: iso(world.now()),
      minutes: null,
      exceptions: [],
      ...more,
    });
  return [
    [
      'GET',
      /^\/api\/standard\/criteria$/,
      ({ world, request, url }) => {
        const asked = Number(url.searchParams.get('year') ?? year(world));
        const kinds = [...new Set(criteria.map((each) => each.unitKind))];
        return {
          items: kinds.map((unitKind) => ({
            unitKind,
            law: 'Thông tư 124/2021/TT-BCA',
            article: 'Điều 4',
            periodFrom: `${asked - 1}-11-01`,
            periodTo: `${asked}-10-31`,
            registerUntil: `${asked}-03-31`,
            decideBefore: `${asked}-11-15`,
            authority: unitKind === 'COMMUNE' ? 'PROVINCE' : 'COMMUNE',
            thresholds: [],
            documents: documents(unitKind),
            participants,
            criteria: criteria
              .filter((each) => each.unitKind === unitKind)
              .map(({ en, ar, ...each }) => ({ ...each, text: textOf({ ...each, en, ar }, request), toYear: null, own: false, conditions: [] })),
          })),
          next: null,
        };
      },
    ],
    ['POST', /^\/api\/standard\/criteria$/, ({ body }) => ({ status: 201, body: { ...body, id: id(999), text: body.vi, toYear: null, own: true, conditions: [] } })],
    [
      'GET',
      /^\/api\/standard\/units$/,
      ({ world, user, url }) => ({ items: listed(world, user).filter((each) => !url.searchParams.get('progress') || progressOf(each) === url.searchParams.get('progress')), next: null }),
    ],
    [
      'GET',
      /^\/api\/standard\/units\/figures$/,
      ({ world, user }) => {
        const { units: all, registered, assessed, decided, met } = standing(world, user);
        return { year: year(world), units: all, exempt: 1, registered, assessed, appraised: decided + 1, done: decided, met, overdue: all - registered, nextDue: dayOf(world.now() + 5 * day) };
      },
    ],
    [
      'GET',
      /^\/api\/standard\/communes$/,
      ({ world, user }) => ({
        items: [
          { ...standing(world, user), communeId: world.areas[1].id, communeName: 'Xã Bá Thước', units: 25, registered: 25, assessed: 25, decided: 25, met: 16, needed: 18, exempt: 0 },
          standing(world, user),
        ],
        next: null,
      }),
    ],
    [
      'GET',
      /^\/api\/standard\/communes\/([^/]+)$/,
      ({ world, user, params }) => {
        const large = { ...standing(world, user), communeId: params[0], communeName: 'Xã Bá Thước', units: 25, registered: 25, assessed: 25, decided: 25, met: 16, needed: 18, exempt: 0 };
        const shown = params[0] === world.areas[1].id ? large : standing(world, user);
        return {
          standing: shown,
          percent: 70,
          allRegistered: shown.registered === shown.units,
          enoughMet: shown.met >= shown.needed,
          units: user.roles.some((each) => ['COMMUNITY_OFFICER', 'CHAIR', 'AUDITOR'].includes(each)) ? listed(world, user) : [],
        };
      },
    ],
    [
      'POST',
      /^\/api\/standard\/exemptions$/,
      ({ world, body }) => {
        seed(world).exempt.set(body.areaId, body.ground);
        return { status: 204 };
      },
    ],
    [
      'POST',
      /^\/api\/standard\/exemptions\/([^/]+)\/withdrawal$/,
      ({ world, params }) => {
        seed(world).exempt.delete(id(Number(params[0].slice(-12)) - 800));
        return { status: 204 };
      },
    ],
    [
      'POST',
      /^\/api\/standard\/assessments$/,
      ({ world, user, request, body }) => {
        fieldErrors([body.registered !== body.registrable, 'registered', 'Còn thiếu: phải đủ 100% (tiêu chí 1).']);
        const n = units.findIndex(([each]) => id(each) === body.areaId) + 1;
        const made = assessment(world, n, 'REGISTERED');
        made.criteria.forEach((each) => Object.assign(each, { versions: [], whole: false, evidence: [] }));
        seed(world).assessments.push(made);
        return { status: 201, body: view(world, user, request, made) };
      },
    ],
    ['GET', path(''), ({ world, user, request, params }) => view(world, user, request, find(seed(world).assessments, params[0]))],
    act('/answers', (found, { world, user, body, criterion }) => {
      if (body.seen !== criterion.versions.length) throw new Refusal(409, 'standard-answer-changed', 'Hoàng Văn Khác đã lưu câu trả lời khác cho tiêu chí này trong lúc bạn viết.');
      criterion.versions.push(
        answer({ id: user.id, displayName: user.displayName }, world.now(), criterion.versions.length + 1, body.met, body.reason, {
          number: body.number,
          against: body.against,
          absent: body.absent ?? [],
        }),
      );
      criterion.whole = body.met !== null && (body.reason ?? '').length >= 10 && (criterion.answer === 'JUDGMENT' || (body.number !== null && body.against !== null));
      criterion.asked = null;
    }),
    act('/evidence', (found, { world, body, criterion }) =>
      criterion.evidence.push({ id: crypto.randomUUID(), title: body.title, number: body.number, speaksFor: body.speaksFor, renewed: false, at: iso(world.now()), withdrawnReason: null }),
    ),
    act('/evidence/([^/]+)/renewal', (found, { world, params }) => {
      for (const each of found.criteria) {
        const old = each.lastYearEvidence.find((one) => one.id === params[1]);
        if (old) Object.assign(each, { lastYearEvidence: [], evidence: [...each.evidence, { ...old, id: crypto.randomUUID(), renewed: true, at: iso(world.now()) }] });
      }
    }),
    act('/evidence/([^/]+)/withdrawal', (found, { params, body }) =>
      found.criteria.forEach((each) => each.evidence.filter((one) => one.id === params[1]).forEach((one) => Object.assign(one, { withdrawnReason: body.reason }))),
    ),
    act('/self-assessment', (found, call) => {
      step(found, 'SELF_ASSESSED', call, { outcome: 'MET', minutes: call.body });
      found.state = 'SELF_ASSESSED';
    }),
    act('/reviews', (found, { world, user, body, criterion }) => {
      const by = { id: user.id, displayName: user.displayName };
      if (body.outcome === 'CHANGED')
        criterion.versions.push({
          ...answer(by, world.now(), criterion.versions.length + 1, body.met, body.reason, { number: body.number, against: body.against, absent: body.absent ?? [] }),
          appraisal: true,
        });
      criterion.review = { outcome: body.outcome, reason: body.reason, by, at: iso(world.now()) };
    }),
    act('/return', (found, call) => {
      step(found, 'RETURNED', call);
      for (const each of found.criteria) if (each.review?.outcome === 'ASKED') Object.assign(each, { asked: each.review, review: null });
      Object.assign(found, { state: 'REGISTERED', round: found.round + 1 });
    }),
    act('/appraisal', (found, call) => {
      step(found, 'APPRAISED', call, { outcome: call.body.outcome });
      found.state = 'APPRAISED';
    }),
    act('/decision', (found, call) => {
      grave(call.world, call.user);
      const against = call.body.outcome === 'MET' ? found.contradictions : [];
      const reasons = new Map((call.body.exceptions ?? []).map((each) => [each.criterion, each.reason]));
      if (against.some((each) => !reasons.has(each.criterion))) throw new Refusal(409, 'standard-contradicted', 'Con số hoặc hồ sơ trái với các tiêu chí.');
      step(found, 'DECIDED', call, {
        outcome: call.body.outcome,
        exceptions: [...reasons].map(([criterion, reason]) => ({ criterion, reason, contradictions: against.filter((each) => each.criterion === criterion) })),
      });
      Object.assign(found, { state: 'DECIDED', outcome: call.body.outcome });
    }),
    act('/certificate', (found, call) => {
      step(found, 'CERTIFIED', call);
      found.state = 'CERTIFIED';
    }),
    act('/revocation', (found, call) => {
      grave(call.world, call.user);
      step(found, 'REVOKED', call);
      found.state = 'REVOKED';
    }),
  ];
}
