// The made-up programmes of the stand-in: one that runs and was copied, one that waits, one to be confirmed; the catalogue.

import { dayOf, iso, yearOf } from './days.mjs';
import { page } from './page.mjs';
import { Refusal } from './refusal.mjs';

const day = 86_400_000;
const id = (n) => `01900000-0000-7000-e500-${String(n).padStart(12, '0')}`;
const ref = (user) => ({ id: user.id, displayName: user.displayName });
const has = (user, ...roles) => roles.some((role) => user.roles.includes(role));
const fold = (text) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase();

const kind = (n, code, name, partners, indicators, more = {}) => ({
  id: id(n),
  code,
  builtIn: true,
  version: 1,
  name,
  goal: `${name}: nhân dân cùng giữ gìn an ninh, trật tự ở cơ sở.`,
  rules: ['Có quy ước phù hợp pháp luật và hương ước của thôn.', 'Sinh hoạt ít nhất mỗi quý một lần, có biên bản.', 'Báo ngay cho công an xã khi có vụ việc.'],
  criteria: ['Các buổi sinh hoạt trong năm được tổ chức đủ.', 'Quy ước được phổ biến đến các gia đình.', 'Không phát sinh điểm phức tạp kéo dài.'],
  partners,
  indicators,
  areaName: null,
  mayRevise: false,
  ...more,
});
const kinds = () => [
  kind(1, 'LINKED_AREA', 'Liên kết địa bàn giáp ranh', ['POLICE', 'FRONT', 'VETERANS'], ['OFFENCES', 'ORDER_VIOLATIONS']),
  kind(2, 'CLAN', 'Dòng họ tự quản về an ninh, trật tự', ['CLAN', 'FRONT', 'ELDERLY'], ['DISPUTES_RECEIVED', 'ORDER_VIOLATIONS']),
  kind(3, 'PARISH', 'Xứ, họ đạo bình yên, gia đình văn hóa', ['FRONT', 'PARISH', 'WOMEN'], ['DISPUTES_RECEIVED', 'ORDER_VIOLATIONS']),
  kind(4, 'BOARDING_HOUSE', 'Câu lạc bộ khu nhà trọ tự quản', ['POLICE', 'YOUTH_UNION', 'OWNERS'], ['THEFTS', 'ORDER_VIOLATIONS']),
  kind(5, 'NO_VIOLENCE', 'Khu dân cư không có bạo lực gia đình', ['WOMEN', 'FRONT', 'HEALTH'], ['DOMESTIC_VIOLENCE', 'DISPUTES_RECEIVED']),
  kind(6, 'YOUTH', 'Quản lý, giáo dục thanh thiếu niên', ['YOUTH_UNION', 'SCHOOL', 'VETERANS'], ['YOUTH_VIOLATIONS', 'OFFENCES']),
  kind(7, 'CAMERA', 'Camera với an ninh, trật tự', ['POLICE', 'FRONT', 'OWNERS'], ['THEFTS', 'OFFENCES']),
  kind(8, 'KIND-0001', 'Tiếng kẻng an ninh', ['VETERANS', 'FRONT'], ['THEFTS'], { builtIn: false, version: 2, areaName: 'Xã Bá Thước', mayRevise: true }),
];

const contentOf = (one) => ({
  goal: one.goal,
  rules: one.rules,
  criteria: one.criteria,
  partners: one.partners.map((each, index) => ({ kind: each, name: index === 0 ? null : 'Chi hội thôn', office: index === 0 ? null : 'Nhà văn hóa thôn' })),
  indicators: one.indicators,
});

/** The programmes of a commune; three more villages, so that one can be copied to them. */
export function seedProgrammes(world) {
  const now = world.now();
  const [, commune, ward, village] = world.areas;
  const more = ['Thôn Tráng', 'Thôn Đòn', 'Thôn Son'].map((name, index) => ({ id: id(90 + index), code: `14923-09${index}`, name, kind: 'RESIDENTIAL_AREA', parentId: commune.id }));
  world.areas.push(...more);
  const named = (username) => ref(world.people.find((each) => each.username === username));
  const officer = named('diaban');
  const chair = named('chutich');
  const all = kinds();
  const launched = dayOf(now - 620 * day);
  const make = (n, kindOf, name, state, areas, fields = {}) => {
    const content = contentOf(kindOf);
    const office = fields.commune ?? commune;
    return {
      programme: {
        id: id(100 + n),
        code: `MH-000${n}`,
        name,
        kindId: kindOf.id,
        kindName: kindOf.name,
        state,
        communeId: office.id,
        communeName: office.name,
        areas: areas.map((each) => ({ id: each.id, name: each.name })),
        launchedOn: state === 'PROPOSED' ? null : launched,
        endedOn: null,
        recommended: false,
        parentId: null,
        assessed: null,
        ...fields.programme,
      },
      version: 1,
      content,
      pending: null,
      proposals:
        state === 'PROPOSED'
          ? []
          : [
              {
                id: id(200 + n),
                kind: 'LAUNCH',
                version: 1,
                reason: null,
                proposedBy: officer,
                proposedAt: iso(now - 640 * day),
                decision: { outcome: 'ACCEPTED', reason: null, by: chair, at: iso(now - 620 * day), number: `4${n}/QĐ-UBND`, on: launched, signer: null },
              },
            ],
      versions: [{ version: 1, content, writtenBy: officer, writtenAt: iso(now - 640 * day) }],
      years: [],
      assessments: [],
      activities: [],
      other: office !== commune,
      ...fields.more,
    };
  };
  const answers = (content, results) =>
    content.criteria.map((criterion, index) => ({ criterion, result: results[index], words: results[index] === 'MET' ? null : 'Quý III không tổ chức được vì bão.' }));
  const assessment = (n, content, results, fields) => ({
    id: id(300 + n),
    communeId: null,
    communeName: commune.name,
    year: yearOf(now) - 1,
    answers: answers(content, results),
    conclusion: 'RECOMMEND',
    words: 'Câu lạc bộ sinh hoạt đều, chủ nhà trọ và người thuê cùng tham gia.',
    partnersAsked: 3,
    partnersAgreed: 3,
    state: 'CONFIRMED',
    madeBy: officer,
    madeAt: iso(now - 30 * day),
    decidedBy: chair,
    decidedAt: iso(now - 20 * day),
    decisionReason: null,
    number: null,
    on: null,
    ...fields,
  });
  const activity = (n, ago, what, attended, women, youth, fields = {}) => ({
    id: id(400 + n),
    version: 1,
    communeId: null,
    communeName: null,
    late: false,
    on: dayOf(now - ago * day),
    what,
    place: 'Nhà văn hóa thôn',
    partners: ['YOUTH_UNION', 'POLICE'],
    attended,
    women,
    youth,
    outcome: 'Thống nhất giờ giấc, nơi để xe và bình chữa cháy của từng dãy trọ.',
    reason: null,
    enteredBy: officer,
    enteredAt: iso(now - ago * day),
    ...fields,
  });
  const club = make(1, all[3], 'Câu lạc bộ nhà trọ tự quản Cành Nàng 1', 'ACTIVE', [village], { programme: { recommended: true, assessed: yearOf(now) - 1 } });
  club.years = [
    { year: 2026, activities: 3, attended: 121 },
    { year: 2025, activities: 2, attended: 84 },
  ];
  club.activities = [activity(1, 20, 'Sinh hoạt quý III, tập huấn chữa cháy', 41, 19, 22), activity(2, 110, 'Sinh hoạt quý II', 38, 17, 20, { version: 2, reason: 'Đếm nhầm hai người.' })];
  club.assessments = [assessment(1, club.content, ['MET', 'MET', 'MET'])];
  const wait = make(2, all[4], 'Khu dân cư không có bạo lực gia đình thôn Tráng', 'PROPOSED', [more[0]]);
  wait.communes = [
    { id: commune.id, name: commune.name, lead: true, consent: null, mayConsent: false },
    { id: ward.id, name: ward.name, lead: false, consent: null, mayConsent: true },
  ];
  wait.pending = { id: id(220), kind: 'LAUNCH', version: 1, reason: null, proposedBy: officer, proposedAt: iso(now - 2 * day), decision: null };
  const clan = make(3, all[1], 'Dòng họ Hà tự quản', 'ACTIVE', [village, more[1]]);
  clan.assessments = [assessment(3, clan.content, ['NOT_MET', 'MET', 'MET'], { conclusion: 'CONTINUE', words: 'Cần họp đủ.', partnersAgreed: 2, state: 'SENT', decidedBy: null, decidedAt: null })];
  const copy = make(4, all[3], 'Câu lạc bộ nhà trọ tự quản phố 4', 'LAUNCHED', [ward], { commune: ward, programme: { parentId: club.programme.id } });
  const linked = make(6, all[0], 'Liên kết giữ gìn an ninh vùng giáp ranh', 'ACTIVE', [more[1], ward]);
  const third = { id: id(80), name: 'Xã Điền Lư' };
  linked.communes = [commune, ward, third].map((each, index) => ({
    id: each.id,
    name: each.name,
    lead: index === 0,
    consent: index === 0 ? null : { by: chair, at: iso(now - 630 * day), number: `1${index}/CV-UBND`, on: launched, signer: null },
    mayConsent: false,
  }));
  const part = (n, of, results, fields) => ({ ...assessment(n, linked.content, results, fields), communeId: of.id, communeName: of.name });
  linked.assessments = [
    part(6, ward, ['NOT_MET', 'MET', 'MET'], { conclusion: 'CONTINUE', words: 'Cần giao ban đều hơn.', partnersAgreed: 2, state: 'SENT', decidedBy: null, decidedAt: null }),
    { ...assessment(7, linked.content, ['MET', 'MET', 'MET']) },
  ];
  const done = (n, of, ago, what, fields = {}) => activity(n, ago, what, 26, 12, 9, { communeId: of.id, communeName: of.name, ...fields });
  linked.activities = [done(6, commune, 15, 'Giao ban vùng giáp ranh quý IV'), done(7, ward, 330, 'Tuần tra chung dịp Tết', { late: true, mayCorrect: false })];
  linked.programme.assessed = yearOf(now) - 1;
  world.programmes = [club, wait, clan, copy, linked, make(5, all[7], 'Tiếng kẻng an ninh thôn Son', 'ACTIVE', [more[2]])];
  world.kinds = all;
  world.numbers = [village, ...more].map((each, index) => ({
    areaId: each.id,
    areaName: each.name,
    number: index === 0 ? id(500) : null,
    value: index === 0 ? 4 : null,
    source: index === 0 ? 'Báo cáo quý của công an xã' : null,
  }));
}

const figure = (value, exact) => (exact || value === 0 ? { value, exact: true } : value < 5 ? { value: null, exact: false } : { value: Math.round(value / 10) * 10, exact: false });

function effect(world, indicator, exact) {
  const own = [5, 6, 7, 5, 8, 6, 7, 6, 9, 10, 8, 9, 7, 4, 3, 4, 5, 3];
  const others = [4, 5, 4, 5, 5, 4.7, 5, 4.3, 5, 4.7, 5, 4, 5, 4.3, 5, 4, 4.7, 5];
  const small = indicator === 'DOMESTIC_VIOLENCE' || indicator === 'YOUTH_VIOLATIONS';
  const start = 2025 * 4;
  const phase = (index) => (index < 8 ? 'EARLIER' : index < 12 ? 'BEFORE' : index === 12 ? 'START' : index < 17 ? 'AFTER' : 'LATER');
  const scale = small ? 0.2 : 1;
  const series = own.map((value, index) => ({
    year: Math.floor((start + index - 12) / 4),
    quarter: ((start + index - 12) % 4) + 1,
    phase: phase(index),
    own: index === 3 ? null : figure(Math.round(value * scale), exact),
    others: exact ? Math.round(others[index] * scale * 10) / 10 : null,
  }));
  const group = (areas, before, after, known, ratio) => ({ areas, before: figure(before, exact), after: figure(after, exact), knownBefore: known, knownAfter: known, ratio: exact ? ratio : null });
  return {
    indicator,
    counted: indicator.startsWith('DISPUTES'),
    exact,
    launchedOn: world.programmes[0].programme.launchedOn,
    windowBefore: { from: '2024-01-01', to: '2024-12-31', quarters: 4 },
    windowAfter: { from: '2025-04-01', to: '2026-03-31', quarters: 4 },
    own: small ? group(1, 7, 3, 4, null) : group(1, 36, 16, 4, { value: 16 / 36, low: 0.23, high: 0.82 }),
    others: small ? group(3, 12, 11, 12, null) : group(3, 56, 54, 12, { value: 54 / 56, low: 0.65, high: 1.42 }),
    verdict: small ? null : 'FEWER',
    difference: exact && !small ? -4.8 : null,
    caveats: small ? ['SMALL_NUMBERS', 'REGRESSION_TO_MEAN'] : ['REGRESSION_TO_MEAN', 'OTHER_PROGRAMMES', 'LIKE_OTHERS'],
    series,
    standard: [
      { year: 2024, met: 17, units: 25 },
      { year: 2025, met: 19, units: 25 },
    ],
  };
}

/** Whose parts it has: the first commune keeps it. */
const parts = (found) =>
  (found.communes ?? []).length > 1
    ? found.communes.map((each) => ({ communeId: each.lead ? null : each.id, communeName: each.name }))
    : [{ communeId: null, communeName: found.programme.communeName }];

function view(world, user, found) {
  const { programme } = found;
  const own = !found.other || has(user, 'AUDITOR');
  const officer = has(user, 'COMMUNITY_OFFICER') && own;
  const runs = programme.state === 'LAUNCHED' || programme.state === 'ACTIVE';
  const chair = has(user, 'CHAIR');
  const parent = world.programmes.find((each) => each.programme.id === programme.parentId)?.programme ?? null;
  const present = programme.state !== 'ENDED' && programme.state !== 'REFUSED';
  const { activities: _activities, other: _other, ...rest } = found;
  return {
    communes: [],
    ...rest,
    versions: rest.versions.map((each) => ({ name: null, reason: null, ...each })),
    parent,
    own,
    lastVersion: found.versions[0].version,
    assessments: found.assessments.map((each) => ({ ...each, mayDecide: each.state === 'SENT' && chair })),
    may: {
      revise: officer && present,
      step: officer && (runs || programme.state === 'DORMANT') && !found.pending,
      decide: chair && found.pending !== null,
      activities: runs && has(user, 'COMMUNITY_OFFICER', 'TEAM_LEADER', 'PARTNER'),
      activityParts: runs && has(user, 'COMMUNITY_OFFICER') && (found.communes ?? []).length > 1 ? found.communes.map(({ id: one, name }) => ({ id: one, name })) : [],
      assess:
        officer && runs
          ? parts(found)
              .filter((part) => !found.assessments.some((each) => each.communeId === part.communeId))
              .map((part) => ({ ...part, year: yearOf(world.now()) - 1, version: found.version }))
          : [],
      copy: programme.launchedOn !== null && has(user, 'COMMUNITY_OFFICER'),
      effect: programme.launchedOn !== null && has(user, 'COMMUNITY_OFFICER', 'CHAIR', 'AUDITOR'),
    },
  };
}

export function programmeRoutes() {
  const find = (world, one) => {
    const found = world.programmes.find((each) => each.programme.id === one);
    if (!found) throw new Refusal(404, 'no-such-programme', 'Không có mô hình nào với mã định danh này.');
    return found;
  };
  const refuse = (...errors) => {
    if (errors.length > 0) throw new Refusal(400, 'invalid', 'The body does not validate.', errors);
  };
  const area = (world, one) => world.areas.find((each) => each.id === one);
  const taken = (world, kindId, areaIds) =>
    areaIds.flatMap((one, index) => {
      const there = world.programmes.find(({ programme }) => programme.kindId === kindId && !['ENDED', 'REFUSED'].includes(programme.state) && programme.areas.some((each) => each.id === one));
      return there ? [{ field: `areaIds[${index}]`, code: 'programme-area-taken', message: `Đã có mô hình cùng loại: ${area(world, one).name} (${there.programme.code}).` }] : [];
    });
  const add = (world, user, kindOf, name, areaIds, content, parentId) => {
    const places = areaIds.map((one) => area(world, one));
    const office = places[0].kind === 'RESIDENTIAL_AREA' ? area(world, places[0].parentId) : places[0];
    const made = {
      programme: {
        id: crypto.randomUUID(),
        code: `MH-000${world.programmes.length + 1}`,
        name,
        kindId: kindOf.id,
        kindName: kindOf.name,
        state: 'PROPOSED',
        communeId: office.id,
        communeName: office.name,
        areas: places.map((each) => ({ id: each.id, name: each.name })),
        launchedOn: null,
        endedOn: null,
        recommended: false,
        parentId,
        assessed: null,
      },
      version: 1,
      content,
      pending: { id: crypto.randomUUID(), kind: 'LAUNCH', version: 1, reason: null, proposedBy: ref(user), proposedAt: iso(world.now()), decision: null },
      proposals: [],
      versions: [{ version: 1, content, writtenBy: ref(user), writtenAt: iso(world.now()) }],
      years: [],
      assessments: [],
      activities: [],
      other: false,
    };
    world.programmes.push(made);
    return made.programme;
  };
  return [
    ['GET', /^\/api\/programme-kinds$/, ({ world, user }) => page(world.kinds.map((each) => ({ ...each, mayRevise: each.mayRevise && has(user, 'COMMUNITY_OFFICER') })))],
    [
      'POST',
      /^\/api\/programme-kinds$/,
      ({ world, body }) => {
        if (world.kinds.some((each) => each.name === body.name)) refuse({ field: 'name', code: 'programme-kind-name-taken', message: 'Danh mục đã có loại mang tên này.' });
        const made = { ...body, id: crypto.randomUUID(), code: `KIND-000${world.kinds.length}`, builtIn: false, version: 1, areaName: 'Xã Bá Thước', mayRevise: true };
        world.kinds.push(made);
        return { status: 201, body: made };
      },
    ],
    [
      'POST',
      /^\/api\/programme-kinds\/([^/]+)\/versions$/,
      ({ world, params, body }) => {
        const found = world.kinds.find((each) => each.id === params[0]);
        Object.assign(found, body, { version: found.version + 1 });
        return { status: 201, body: found };
      },
    ],
    [
      'GET',
      /^\/api\/programme-indicators$/,
      ({ world, url }) => {
        if (area(world, url.searchParams.get('communeId'))?.kind !== 'COMMUNE') refuse({ field: 'communeId', code: 'team-commune', message: 'Phải là một xã, phường.' });
        return page(world.numbers);
      },
    ],
    [
      'GET',
      /^\/api\/programme-indicators\/history$/,
      ({ world, user, url }) => {
        const { number, value, source } = world.numbers.find((each) => each.areaId === url.searchParams.get('areaId'));
        return page([{ number, value, sourceKind: 'POLICE', source, reason: 'Gõ nhầm', enteredBy: ref(user), enteredAt: iso(world.now()) }]);
      },
    ],
    [
      'POST',
      /^\/api\/programme-indicators$/,
      ({ world, body }) => {
        refuse(
          ...body.values.flatMap((each, index) =>
            each.replaces === (world.numbers.find((one) => one.areaId === each.areaId)?.number ?? null)
              ? []
              : [{ field: `values[${index}]`, code: 'programme-quarter-taken', message: 'Quý này đã có số khác.' }],
          ),
        );
        for (const each of body.values)
          Object.assign(
            world.numbers.find((one) => one.areaId === each.areaId),
            { value: each.value, source: body.source, number: crypto.randomUUID() },
          );
        return { status: 204 };
      },
    ],
    [
      'GET',
      /^\/api\/programmes\/figures$/,
      ({ world, user, url }) => ({
        year: Number(url.searchParams.get('year')),
        exact: has(user, 'COMMUNITY_OFFICER', 'AUDITOR'),
        lines: (url.searchParams.get('level') === 'COMMUNE' ? world.areas.slice(1, 3) : world.kinds.slice(1, 5)).map((each, index) => ({
          id: each.id,
          name: each.name,
          running: 3 - (index % 3),
          proposed: index % 2,
          dormant: 0,
          ended: index,
          copied: 1,
          recommended: index % 2,
          assessed: 2,
          activities: 7 - index,
          attended: figure([121, 3, 48, 0][index] ?? 9, has(user, 'COMMUNITY_OFFICER', 'AUDITOR')),
        })),
      }),
    ],
    [
      'GET',
      /^\/api\/programmes$/,
      ({ world, url }) => {
        const get = (name) => url.searchParams.get(name);
        const words = fold(get('q') ?? '')
          .split(/\s+/)
          .filter(Boolean);
        return page(
          world.programmes
            .filter((each) => !each.other || get('recommended'))
            .filter(
              ({ programme, pending, assessments }) =>
                (!get('kindId') || programme.kindId === get('kindId')) &&
                (!get('state') || programme.state === get('state')) &&
                (!get('areaId') || programme.communeId === get('areaId') || programme.areas.some((one) => one.id === get('areaId'))) &&
                words.every((word) => fold(`${programme.code} ${programme.name}`).includes(word)) &&
                (!get('waiting') || pending || assessments.some((one) => one.state === 'SENT')) &&
                (!get('recommended') || programme.recommended),
            )
            .map(({ programme }) => programme),
        );
      },
    ],
    [
      'POST',
      /^\/api\/programmes$/,
      ({ world, user, body }) => {
        const there = taken(world, body.kindId, body.areaIds);
        refuse(...there);
        return {
          status: 201,
          body: add(
            world,
            user,
            world.kinds.find((each) => each.id === body.kindId),
            body.name,
            body.areaIds,
            body.content,
            null,
          ),
        };
      },
    ],
    ['GET', /^\/api\/programmes\/([^/]+)$/, ({ world, user, params }) => view(world, user, find(world, params[0]))],
    ['GET', /^\/api\/programmes\/([^/]+)\/effect$/, ({ world, user, url }) => effect(world, url.searchParams.get('indicator'), has(user, 'COMMUNITY_OFFICER', 'AUDITOR'))],
    [
      'GET',
      /^\/api\/programmes\/([^/]+)\/activities$/,
      ({ world, user, params }) => page(find(world, params[0]).activities.map((each) => ({ mayCorrect: has(user, 'COMMUNITY_OFFICER') || each.enteredBy.id === user.id, ...each }))),
    ],
    [
      'GET',
      /^\/api\/programmes\/([^/]+)\/activities\/([^/]+)$/,
      ({ world, params }) => {
        const last = find(world, params[0]).activities.find((each) => each.id === params[1]);
        return page([last, { ...last, version: 1, attended: last.attended + 2, reason: null }]);
      },
    ],
    [
      'POST',
      /^\/api\/programmes\/([^/]+)\/activities$/,
      ({ world, user, params, body }) => {
        const found = find(world, params[0]);
        if (/\d{9}/.test((body.outcome ?? '').replace(/ /g, '')))
          refuse({ field: 'outcome', code: 'programme-personal-number', message: 'Không ghi số điện thoại, số định danh cá nhân: chỉ ghi ở mức tập thể.' });
        const commune = (found.communes ?? []).find((each) => each.id === body.communeId);
        const made = {
          mayCorrect: true,
          ...body,
          communeId: commune?.id ?? null,
          communeName: commune?.name ?? null,
          late: false,
          version: 1,
          reason: null,
          enteredBy: ref(user),
          enteredAt: iso(world.now()),
        };
        found.activities.unshift(made);
        found.programme.state = 'ACTIVE';
        return { status: 201, body: made };
      },
    ],
    [
      'POST',
      /^\/api\/programmes\/([^/]+)\/activities\/([^/]+)\/corrections$/,
      ({ world, params, body }) => {
        const last = find(world, params[0]).activities.find((each) => each.id === params[1]);
        if (body.version !== last.version) throw new Refusal(409, 'activity-corrected', 'Hoạt động đã được sửa.');
        Object.assign(last, body, { version: last.version + 1 });
        return { status: 201, body: { mayCorrect: true, ...last } };
      },
    ],
    [
      'POST',
      /^\/api\/programmes\/([^/]+)\/versions$/,
      ({ world, user, params, body }) => {
        const found = find(world, params[0]);
        const version = found.versions[0].version + 1;
        if (body.version !== version - 1) throw new Refusal(409, 'programme-other-version', 'Nội dung đã khác.');
        found.versions.unshift({ version, name: body.name, content: body.content, reason: body.reason, writtenBy: ref(user), writtenAt: iso(world.now()) });
        if (found.pending) found.pending.version = version;
        else found.pending = { id: crypto.randomUUID(), kind: 'CHANGE', version, reason: body.reason, proposedBy: ref(user), proposedAt: iso(world.now()), decision: null };
        if (found.programme.state === 'PROPOSED') Object.assign(found, { version, content: body.content });
        return { status: 201, body: found.programme };
      },
    ],
    [
      'POST',
      /^\/api\/programmes\/([^/]+)\/proposals$/,
      ({ world, user, params, body }) => {
        const found = find(world, params[0]);
        found.pending = { id: crypto.randomUUID(), kind: body.step, version: found.version, reason: body.reason, proposedBy: ref(user), proposedAt: iso(world.now()), decision: null };
        return { status: 201, body: found.programme };
      },
    ],
    [
      'POST',
      /^\/api\/programmes\/([^/]+)\/consents$/,
      ({ world, user, params, body }) => {
        const found = find(world, params[0]);
        const one = found.communes.find((each) => each.id === body.communeId);
        Object.assign(one, { consent: { by: ref(user), at: iso(world.now()), number: body.number, on: body.on, signer: body.signer }, mayConsent: false });
        return found.programme;
      },
    ],
    [
      'POST',
      /^\/api\/programmes\/([^/]+)\/decision$/,
      ({ world, user, params, body }) => {
        const found = find(world, params[0]);
        const act = found.pending;
        if (act.id !== body.actId || act.version !== body.version) throw new Refusal(409, 'programme-other-version', 'Nội dung không còn như bạn đã xem.');
        found.pending = null;
        found.proposals.unshift({
          ...act,
          decision: { outcome: body.outcome, reason: body.reason, by: ref(user), at: iso(world.now()), number: body.number ?? null, on: body.on ?? null, signer: null },
        });
        if (body.outcome === 'ACCEPTED') {
          if (act.kind === 'LAUNCH') Object.assign(found.programme, { state: 'LAUNCHED', launchedOn: body.on });
          if (act.kind === 'CHANGE') Object.assign(found, { version: act.version, content: found.versions[0].content });
          if (act.kind === 'LAUNCH_DAY') found.programme.launchedOn = body.on;
          if (act.kind === 'REST') found.programme.state = 'DORMANT';
          if (act.kind === 'RESUME') found.programme.state = 'ACTIVE';
          if (act.kind === 'END') Object.assign(found.programme, { state: 'ENDED', endedOn: body.on });
        } else if (act.kind === 'LAUNCH') found.programme.state = 'REFUSED';
        return found.programme;
      },
    ],
    [
      'POST',
      /^\/api\/programmes\/([^/]+)\/assessments$/,
      ({ world, user, params, body }) => {
        const found = find(world, params[0]);
        found.assessments.unshift({
          id: crypto.randomUUID(),
          communeName: parts(found).find((each) => each.communeId === body.communeId).communeName,
          ...body,
          answers: body.answers.map((each, index) => ({ criterion: found.content.criteria[index], ...each })),
          state: 'SENT',
          madeBy: ref(user),
          madeAt: iso(world.now()),
          decidedBy: null,
          decidedAt: null,
          decisionReason: null,
          number: null,
          on: null,
        });
        return { status: 201, body: found.programme };
      },
    ],
    [
      'POST',
      /^\/api\/programmes\/([^/]+)\/assessments\/([^/]+)\/decision$/,
      ({ world, user, params, body }) => {
        const found = find(world, params[0]);
        const one = found.assessments.find((each) => each.id === params[1]);
        Object.assign(one, { state: body.outcome, decidedBy: ref(user), decidedAt: iso(world.now()), decisionReason: body.reason });
        if (body.outcome === 'CONFIRMED' && one.communeId === null) found.programme.assessed = one.year;
        return found.programme;
      },
    ],
    [
      'GET',
      /^\/api\/programmes\/([^/]+)\/copies$/,
      ({ world, params }) => {
        const root = find(world, params[0]).programme.parentId ?? params[0];
        return page(world.programmes.filter(({ programme }) => programme.id === root || programme.parentId === root).map((each) => ({ programme: each.programme, mayRead: !each.other })));
      },
    ],
    [
      'POST',
      /^\/api\/programmes\/([^/]+)\/copies$/,
      ({ world, user, params, body }) => {
        const found = find(world, params[0]);
        if (body.version !== found.version) throw new Refusal(409, 'programme-other-version', 'Nội dung đã khác.');
        refuse(...taken(world, found.programme.kindId, body.areaIds));
        const content = {
          ...found.content,
          rules: body.rules.map((each) => found.content.rules[each]),
          criteria: body.criteria.map((each) => found.content.criteria[each]),
          partners: found.content.partners.map((each) => ({ ...each, name: null, office: null })),
        };
        const kindOf = world.kinds.find((each) => each.id === found.programme.kindId);
        return {
          status: 201,
          body: page(body.areaIds.map((one) => add(world, user, kindOf, body.name?.replace('{area}', area(world, one).name) ?? found.programme.name, [one], content, found.programme.id))),
        };
      },
    ],
  ];
}
