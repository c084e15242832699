// What the stand-in answers, path by path. The fourth element marks paths open to everybody.
import { readFileSync } from 'node:fs';
import * as areas from './areas.mjs';
import { operationsOf } from './contract.mjs';
import { dayOf, iso } from './days.mjs';
import { emergency } from './emergencies.mjs';
import { findings } from './findings.mjs';
import { framesPerSecond } from './footage.mjs';
import { keepingRoutes } from './keeping.mjs';
import { listRoutes } from './lists.mjs';
import { mapRoutes } from './maps.mjs';
import { measureRoutes } from './measures.mjs';
import { mediationRoutes } from './mediation.mjs';
import { notificationRoutes } from './notifications.mjs';
import { page, part, sought } from './page.mjs';
import { phoneRoutes } from './phone.mjs';
import { programmeRoutes } from './programmes.mjs';
import { referralRoutes } from './referrals.mjs';
import { Refusal } from './refusal.mjs';
import { reportRoutes } from './reports.mjs';
import { residentRoutes } from './residents.mjs';
import { setupRoutes } from './setup.mjs';
import { picture, sightingRoutes } from './sightings.mjs';
import { situationRoutes } from './situations.mjs';
import { standardRoutes } from './standard.mjs';
import { dataRequests, details, listed, reviews, terms } from './subject.mjs';
import { teamRoutes } from './teams.mjs';
import { wantedRoutes } from './wanted.mjs';
import { workRoutes } from './work.mjs';
import { worklistRoutes } from './worklist.mjs';

const signedIn = ({ id, username, displayName, roles, area, language = 'vi', mustChangePassword = false, mustAddSecondFactor = false }) => ({
  id,
  username,
  displayName,
  roles,
  operations: operationsOf(roles),
  area,
  language,
  mustChangePassword,
  mustAddSecondFactor,
});
const personView = (person) => ({
  language: 'vi',
  mustChangePassword: false,
  secondFactor: false,
  providerLinked: false,
  homeNoted: false,
  waitingRoles: [],
  roleEnds: {},
  ...person,
  areaId: person.areaId ?? person.area?.id ?? null,
  areaName: person.areaName ?? person.area?.name ?? null,
});
const needCase = (world) => {
  if (world.mustHaveCase) throw new Refusal(403, 'no-current-case', 'Cần có vụ việc đang mở.');
};
const find = (list, id) => {
  const found = list.find((each) => each.id === id);
  if (!found) throw new Refusal(404, 'not-found', 'There is no such thing in your area.');
  return found;
};
const sealed = (world, id) => {
  const request = find(world.evidence, id);
  if (!request.extraction) throw new Refusal(409, 'not-sealed', 'There is no package yet.');
  return request;
};
const ownEmergencies = (world, user) => {
  const last = world.emergencies.filter((each) => each.person.id === user.id);
  return { open: last.find((each) => each.open) ?? null, left: 1, last };
};
const methodsOf = (user) => (user.providerLinked ? ['PROVIDER'] : user.totp ? ['TOTP', 'RECOVERY_CODE'] : ['PASSWORD']);
/** The made-up code of every authenticator app is 123456. */
const prove = (user, body) => {
  const right = { PASSWORD: 'demo', TOTP: '123456', RECOVERY_CODE: 'aaaa-bbbb-cccc-dddd' }[body.method];
  fieldErrors([!methodsOf(user).includes(body.method), 'method', 'Không xác nhận được bằng cách này.'], [body.value !== right, 'value', 'Mã hoặc mật khẩu không đúng.']);
};
const grave = (world, user) => {
  if (world.mustConfirm) throw new Refusal(403, 'confirm-yourself', 'Hãy xác nhận chính là bạn.', undefined, methodsOf(user));
};
const codes = () => Array.from({ length: 10 }, (_, n) => `aaaa-bbbb-cccc-dddd-eeee-fff${n}`);
const fieldErrors = (...pairs) => {
  const errors = pairs.filter(([bad]) => bad).map(([, field, message]) => ({ field, code: 'invalid', message }));
  if (errors.length > 0) throw new Refusal(422, 'invalid', 'The body does not validate.', errors);
};

function span(url) {
  return [Date.parse(url.searchParams.get('from')), Date.parse(url.searchParams.get('to'))];
}

function windowFrames(world, camera, from, to) {
  const frames = [];
  const step = 1000 / framesPerSecond;
  for (const run of world.coverage(camera, from, to).recorded) {
    const start = Date.parse(run.from);
    const count = Math.floor((Date.parse(run.to) - start) / step);
    for (let n = 0; n < count; n++) frames.push({ at: iso(start + n * step), key: frames.length % 20 === 0, damaged: world.isDamaged(camera, start + n * step), mediaMillis: frames.length * step });
  }
  return frames;
}

function requestView(world, user, request) {
  const own = request.requestedBy.id === user.id;
  const approver = user.roles.includes('APPROVER');
  const decidable = request.state === 'REQUESTED';
  const body = { cameraIds: request.cameras.map((camera) => camera.id), from: request.from, to: request.to };
  return {
    ...request,
    mayDecide: decidable && approver && !own,
    mayGrantAll: decidable && approver && !own && (request.senior.length === 0 || user.roles.includes('SENIOR_APPROVER')),
    mayMarkUrgent: decidable && !request.urgency && (own || user.roles.includes('DUTY_OFFICER')),
    whyNot: !decidable ? 'already-decided' : own ? 'own-request' : approver ? null : 'not-your-area',
    coverage: check(world, body).cameras,
    facts: decidable ? facts(world, request) : null,
  };
}

function facts(world, request) {
  const related = find(world.cases, request.case.id);
  const earlier = world.evidence.filter((each) => each.requestedBy.id === request.requestedBy.id && each.requestedAt < request.requestedAt);
  return {
    occurredFrom: related.occurredFrom,
    occurredTo: related.occurredTo,
    warnings: [{ code: 'far-from-case', text: `Thời gian cách xa thời điểm của vụ việc ${related.code}.` }],
    earlier: earlier.map(({ id, code, state, requestedAt }) => ({ id, code, state, requestedAt })),
  };
}

function check(world, body) {
  const from = Date.parse(body.from);
  const to = Date.parse(body.to);
  const cameras = body.cameraIds.map((cameraId) => {
    const camera = inRegister(world, cameraId);
    if (camera.kind === 'COMMUNITY') {
      const until = to + camera.keepDays * 86_400_000;
      return { cameraId, recorded: [], gaps: [], coveredMillis: 0, requestedMillis: to - from, keptUntil: iso(until), owner: { until: iso(until), gone: until < world.now() } };
    }
    const coverage = world.coverage(camera, from, to);
    const coveredMillis = coverage.recorded.reduce((sum, run) => sum + Date.parse(run.to) - Date.parse(run.from), 0);
    return { cameraId, recorded: coverage.recorded, gaps: coverage.gaps, coveredMillis, requestedMillis: to - from, keptUntil: iso(from + 30 * 86_400_000) };
  });
  const warnings = cameras.some((each) => each.gaps.length > 0) ? [{ code: 'gaps', text: 'Một phần khoảng thời gian này không được ghi.' }] : [];
  const senior =
    cameras.reduce((sum, each) => sum + each.requestedMillis, 0) > world.choices.limits.ordinaryCameraMillis
      ? [{ code: 'LONG_TIME', text: 'Tổng thời lượng vượt 120 phút; phải do người phê duyệt cấp trên quyết định.' }]
      : [];
  return { cameras, warnings, senior };
}

/** What the owner of the first camera asked for learns by the link `stub…abc`. */
function ownersAsk(world, request) {
  const asked = world.evidence[6];
  const ask = asked.ownerRequests[0];
  if (request.headers['x-anbinh-link'] !== `${'stub'.repeat(10)}abc` || !['OPEN', 'GIVEN'].includes(ask.state)) throw new Refusal(404, 'no-such-link', 'Liên kết này sai hoặc đã hết hạn.');
  const file = (n, name, state, more = {}) => ({
    id: `01900000-0000-7000-9000-00000000000${n}`,
    name,
    kind: 'VIDEO',
    bytes: 48_211_904,
    received: 48_211_904,
    state,
    rejection: null,
    receivedAt: iso(world.now()),
    sha256: null,
    ...more,
  });
  return {
    site: 'Công an tỉnh Thanh Hóa',
    zone: 'Asia/Ho_Chi_Minh',
    now: iso(world.now()),
    demonstration: true,
    office: 'Xã Bá Thước',
    phone: '0237 3880 113',
    requestCode: asked.code,
    caseCode: asked.case.code,
    basis: 'Thu thập chứng cứ trong tố tụng hình sự',
    article: 'Điều 88, Bộ luật Tố tụng hình sự 2015',
    cameraCode: asked.cameras[1].code,
    cameraName: asked.cameras[1].name,
    from: asked.granted.from,
    to: asked.granted.to,
    openUntil: ask.openUntil,
    state: ask.state,
    givenAt: ask.state === 'GIVEN' ? iso(world.now()) : null,
    revocableUntil: ask.state === 'GIVEN' ? iso(world.now() + 600_000) : null,
    clock: { shown: iso(world.now() + 95_000), at: iso(world.now()) },
    mostBytes: 20e9,
    mostFiles: 20,
    files: [
      file(1, 'Kênh 2 – 24-11 21h.mp4', 'ACCEPTED', { sha256: 'a3'.repeat(32) }),
      file(2, 'IMG_0412.MOV', 'RECEIVING', { received: 12_000_000 }),
      file(3, 'ghi-chu.txt', 'REJECTED', { rejection: 'NOT_VIDEO', bytes: 2_100 }),
    ],
  };
}

/** The videos of a package and the copies of them, as a person sees them. */
function copiesView(world, user, request) {
  const own = request.requestedBy.id === user.id;
  const court = (name) => world.copies.find((copy) => copy.master === name && copy.kind === 'COURT' && copy.method === 'ENCODED' && copy.videoUrl);
  const masters = request.extraction.files
    .filter((file) => file.name.includes('.mp4'))
    .map(({ name, sha256, bytes }) => ({
      name,
      sha256,
      bytes,
      given: name.includes('given'),
      watchUrl: court(name)?.videoUrl ?? sealedUrl(`/api/requests/${request.id}`, name),
      original: !court(name) && !name.includes('given'),
    }));
  const copies = world.copies
    .filter((copy) => copy.request === request.id)
    .map((copy) => ({
      ...copy,
      mayReview: !own && copy.state === 'MADE',
      whyNot: own ? 'own-copy' : null,
      packageUrl: own && copy.archive ? `/api/requests/${request.id}/copies/${copy.id}/package.zip` : null,
    }));
  return { masters, copies, mayWatch: own || user.roles.includes('APPROVER'), mayOrder: own };
}

const sealedUrl = (path, name) => `${path}/videos/video.mp4?name=${encodeURIComponent(name)}`;

/** The sealed videos with what the package says of them: of the second camera in H.265, of the third nothing is recorded. */
function videosView(world, request, path) {
  const { from, to } = request.granted;
  const at = (seconds) => iso(Date.parse(from) + seconds * 1000);
  const pass = (seconds, plate, more) => ({ from: at(seconds), to: at(seconds + 0.8), kind: 'CAR', plate, confidence: plate && 0.93, weakness: null, seconds, ...more });
  const gap = (first, last, cause, seconds) => ({ from: first, to: last, cause, seconds });
  const camera = ({ id: cameraId, code, name }, codecs, gaps, passes) => ({
    cameraId,
    code,
    name,
    videos: request.extraction.files
      .filter((file) => file.name.includes(`clips/${code}_`))
      .map((file) => ({ ...file, mediaType: `video/mp4; codecs="${codecs}"`, url: sealedUrl(path, file.name), copyUrl: null, startsAt: from })),
    gaps,
    passes,
  });
  const [first, second] = request.cameras;
  const third = world.cameras[2];
  return {
    from,
    to,
    cameras: [
      camera(first, 'avc1.4D400D', [gap(at(1), at(2), 'UNREACHABLE', 1)], [pass(0.4, '36A12345'), pass(2.6, null, { kind: 'MOTORBIKE', weakness: 'SEEN_ONCE' })]),
      camera(second, 'hvc1.1.6.L93.B0', [], []),
      camera(third, '', [gap(from, to, 'SWITCHED_OFF', null)], []),
    ],
  };
}

/** A video, whole or a range of it. */
function sendVideo(request, response, bytes) {
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  const from = range ? Number(range[1]) : 0;
  const to = range?.[2] ? Math.min(Number(range[2]), bytes.length - 1) : bytes.length - 1;
  response.writeHead(range ? 206 : 200, {
    'Content-Type': 'video/mp4',
    'Accept-Ranges': 'bytes',
    'Content-Length': to - from + 1,
    ETag: `"${bytes.length}"`,
    ...(range ? { 'Content-Range': `bytes ${from}-${to}/${bytes.length}` } : {}),
  });
  response.end(bytes.subarray(from, to + 1));
}

function custody(world, user, request) {
  const who = (name) => ({ id: world.people[1].id, displayName: name });
  const gone = Boolean(request.extraction.deletedAt);
  const handovers = world.handovers.filter((each) => each.request === request.id).map((each) => (gone ? { ...each, clips: [] } : each));
  const line = (what, at, more) => ({ what, at, who: null, to: null, whole: null, logIndex: 32, ...more });
  return {
    extraction: request.extraction.code,
    mayHandOver: request.requestedBy.id === user.id && !gone,
    handovers,
    lines: [
      line('MADE', request.decidedAt),
      line('SEALED', request.extraction.sealedAt),
      line('STAMPED', request.extraction.sealedAt, { to: 'CN=Dấu thời gian', logIndex: null }),
      line('DOWNLOADED', iso(Date.parse(request.extraction.sealedAt) + 600_000), { who: who('Nguyễn Văn Điều'), whole: true, logIndex: 41 }),
      ...handovers.filter((each) => each.state === 'RECEIVED').map((each) => line('RECEIVED', each.endedAt, { who: each.handedBy, to: each.name, logIndex: 50 })),
    ],
  };
}

function handOver(world, user, request, more) {
  const now = world.now();
  const made = {
    id: `01900000-0000-7000-8000-0000000008${String(world.handovers.length + 10)}`,
    request,
    state: 'OPEN',
    handedBy: { id: user.id, displayName: user.displayName },
    openedAt: iso(now),
    openUntil: iso(now + 14 * 86_400_000),
    endedAt: null,
    clips: [],
    scanned: false,
    number: null,
    placed: false,
    mayWithdraw: true,
    maySign: !more.account,
    ...more,
  };
  world.handovers.push(made);
  return made;
}

const receive = (world, handover) =>
  Object.assign(handover, { state: 'RECEIVED', endedAt: iso(world.now()), number: world.handovers.filter((each) => each.number).length + 1, placed: true, mayWithdraw: false, maySign: false });

function received(world, each) {
  const request = find(world.evidence, each.request);
  const { id, state, medium, openedAt, openUntil, endedAt, number } = each;
  return {
    id,
    state,
    extraction: request.extraction.code,
    request: request.code,
    sealedAt: request.extraction.sealedAt,
    bytes: request.extraction.bytes,
    digest: '8f3a'.repeat(32),
    from: each.handedBy.displayName,
    medium,
    openedAt,
    openUntil,
    receivedAt: endedAt,
    number,
    packageUrl: `/api/handovers/${id}/package.zip`,
  };
}

const registered = (world) => [...world.cameras, ...world.community];
const isDown = ({ recording, health }) => recording && !(health.connection === 'CONNECTED' && health.storage === 'OK');
const inRegister = (world, id) => find(registered(world), id);

/** What a camera sees, with what is assumed where the register does not say. */
const sectorOf = (place) => ({
  ...place,
  directionDegrees: place.directionDegrees ?? 0,
  angleDegrees: place.directionDegrees === null ? 360 : (place.angleDegrees ?? 110),
  rangeMetres: place.rangeMetres ?? 50,
});

/** The types of case in the language of a request. */
const caseTypes = (world, request) => world.caseTypes.map((type) => ({ ...type, name: type[(request.headers['accept-language'] ?? 'vi').slice(0, 2)] ?? type.vi }));
const withType = (world, request, found) => ({ ...found, typeName: caseTypes(world, request).find((type) => type.code === found.type)?.name ?? found.type });

function officers(world, found) {
  const on = found.officers ?? [found.openedBy.id];
  const name = ({ id, displayName }) => ({ id, displayName });
  return {
    items: world.people.filter((each) => on.includes(each.id)).map((each) => ({ ...name(each), since: found.openedAt })),
    possible: world.people.filter((each) => each.roles.includes('INVESTIGATOR') && !on.includes(each.id)).map(name),
  };
}

/** Changes something of a case, with a reason that stands in its time line. */
function change(world, user, found, kind, body, changes) {
  fieldErrors([body.reason.length < 10, 'reason', 'Nêu lý do bằng ít nhất 10 ký tự.']);
  noted(world, user, found, kind, { words: body.reason });
  if (changes.protection && changes.protection !== 'NONE') found.incidents = (found.incidents ?? []).map((each) => ({ ...each, place: null, point: null }));
  return Object.assign(found, changes);
}

/** Adds a line to the time line of a case. */
function noted(world, user, found, kind, more) {
  found.notes = [...(found.notes ?? []), { at: iso(world.now()), kind, who: user.displayName, words: null, incident: null, request: null, what: null, logIndex: 58, ...more }];
}

/** Distance in metres and bearing in degrees from a camera to a place; flat, as towns are. */
function sight(place, latitude, longitude) {
  const north = (latitude - place.latitude) * 110_600;
  const east = (longitude - place.longitude) * 104_800;
  const bearing = ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360;
  const off = Math.abs(bearing - (place.directionDegrees ?? 0)) % 360;
  return { distance: Math.hypot(east, north), off: off > 180 ? 360 - off : off };
}

function candidates(world, url) {
  const [from, to] = span(url);
  const items = registered(world)
    .filter((camera) => camera.place && !camera.retired && camera.consent.state !== 'WITHDRAWN')
    .map((camera) => {
      const range = camera.place.rangeMetres ?? 50;
      const angle = camera.place.directionDegrees === null ? 360 : (camera.place.angleDegrees ?? 110);
      const { distance, off } = sight(camera.place, Number(url.searchParams.get('latitude')), Number(url.searchParams.get('longitude')));
      if (distance > range + 15 || off > angle / 2 + 15) return null;
      const connected = camera.kind === 'CONNECTED';
      const recorded = connected ? world.coverage(camera, from, to).recorded.reduce((sum, run) => sum + Date.parse(run.to) - Date.parse(run.from), 0) : 0;
      const keep = camera.keepDays * 86_400_000;
      const gone = !connected && to + keep < world.now();
      const state = connected ? (recorded === 0 ? 'NOT_RECORDED' : recorded < to - from - 1000 ? 'PARTLY_RECORDED' : 'RECORDED') : gone ? 'OVERWRITTEN' : 'KEPT';
      const there = connected ? recorded : gone ? 0 : to - from;
      const reasons = [
        state,
        ...(angle < 360 ? [off < angle / 6 ? 'IN_THE_MIDDLE' : off <= angle / 2 && distance <= range ? 'IN_VIEW' : 'AT_THE_EDGE'] : ['DIRECTION_UNKNOWN']),
        ...(distance < range / 3 ? ['NEAR'] : []),
        ...(camera.place.rangeMetres === null ? ['RANGE_ASSUMED'] : []),
        ...(camera.consent.state === 'GIVEN' ? ['CONSENT_GIVEN'] : camera.consent.state === 'NONE' ? ['CONSENT_MISSING'] : []),
      ];
      return {
        id: camera.id,
        code: camera.code,
        name: camera.name,
        kind: camera.kind,
        areaId: camera.areaId,
        areaName: camera.areaName,
        ownerKind: camera.ownerKind,
        consent: camera.consent.state,
        simulated: camera.simulated,
        keepDays: camera.keepDays,
        sector: { latitude: camera.place.latitude, longitude: camera.place.longitude, directionDegrees: camera.place.directionDegrees ?? 0, angleDegrees: angle, rangeMetres: range },
        distanceMetres: Math.round(distance * 10) / 10,
        offAxisDegrees: angle < 360 ? Math.round(off * 10) / 10 : null,
        footage: { state, availableMillis: there, wholeUntil: there >= to - from - 1000 ? iso(from + keep) : null, goneAt: state === 'NOT_RECORDED' ? null : iso(to + keep) },
        score: Math.round((there / (to - from)) * (100 - distance) * (connected ? 1 : 0.8)),
        reasons,
      };
    })
    .filter(Boolean)
    .sort((a, b) => b.score - a.score || a.distanceMetres - b.distanceMetres);
  return { toleranceMetres: 15, total: items.length, items };
}

const listColumns = [
  ['reference', 'Số hiệu', true, []],
  ['name', 'Tên', true, []],
  ['area', 'Mã địa bàn', false, []],
  ['owner_kind', 'Loại chủ', true, ['Công an', 'Cơ sở kinh doanh', 'Hộ gia đình']],
  ['latitude', 'Vĩ độ', false, []],
  ['longitude', 'Kinh độ', false, []],
  ['keep_days', 'Số ngày lưu', true, []],
];

/** Reads a list well enough for the screens: a row without a name is wrong. */
function listReport(text) {
  const rows = text
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));
  if (!text.includes('reference'))
    throw new Refusal(400, 'list-unreadable', 'Tệp này không phải danh sách camera.', [{ field: 'file', code: 'list-column-missing', message: 'Thiếu các cột này: Số hiệu, Tên.' }]);
  const errors = rows.flatMap((cells, index) => (cells[1] ? [] : [{ row: index + 2, cell: `B${index + 2}`, column: 'name', title: 'Tên', code: 'required', message: 'Cần có.' }]));
  const fresh = rows.length - errors.length;
  return {
    sha256: 'ab'.repeat(32),
    encoding: { encoding: 'UNICODE', detected: 'UNICODE', converted: 0, sample: [] },
    rows: rows.length,
    fresh,
    known: 0,
    connected: 0,
    community: fresh,
    withoutPlace: 1,
    withConsent: 2,
    withContact: 3,
    areas: [{ code: '14929', name: 'Xã Bá Thước', rows: fresh }],
    errorCount: errors.length,
    errors,
    sample: rows.slice(0, 5).map((cells) => ({ reference: cells[0], name: cells[1] ?? '', area: 'Xã Bá Thước', kind: 'COMMUNITY' })),
  };
}

export const routes = [
  [
    'GET',
    /^\/api\/site$/,
    ({ world }) => ({
      name: 'Tỉnh Thanh Hóa',
      zone: 'Asia/Ho_Chi_Minh',
      demonstration: true,
      version: '0.1.0',
      now: iso(world.now()),
      languages: ['vi', 'en', 'ar'],
      readOnlySince: world.log.readOnlySince,
    }),
    true,
  ],
  ['GET', /^\/api\/demo$/, ({ world }) => ({ people: world.people.map(({ username, displayName, roles }) => ({ username, password: 'demo', displayName, roles })) }), true],
  ['GET', /^\/api\/session$/, ({ user, half }) => ({ user: user && signedIn(user), secondFactor: user || !half ? null : { methods: methodsOf(half) } }), true],
  [
    'POST',
    /^\/api\/session$/,
    ({ world, body }) => {
      const user = world.people.find((person) => person.username === body.username && body.password === 'demo');
      if (!user) throw new Refusal(401, 'sign-in-failed', 'Tên đăng nhập hoặc mật khẩu không đúng.');
      if (user.totp) return { cookie: world.signInHalf(user), body: { user: null, secondFactor: { methods: methodsOf(user) } } };
      return { cookie: world.signIn(user), body: { user: signedIn(user), secondFactor: null } };
    },
    true,
  ],
  [
    'POST',
    /^\/api\/session\/second-factor$/,
    ({ world, half, body }) => {
      if (!half) throw new Refusal(401, 'not-signed-in', 'Sign in first.');
      prove(half, body);
      return { cookie: world.signIn(half), body: { user: signedIn(half), secondFactor: null } };
    },
    true,
  ],
  [
    'POST',
    /^\/api\/session\/confirm$/,
    ({ world, user, body }) => {
      prove(user, body);
      world.mustConfirm = false;
      return { status: 204 };
    },
  ],
  [
    'GET',
    /^\/api\/account$/,
    ({ user }) => ({ totp: user.totp ? { addedAt: user.totp } : null, passkeys: user.passkeys ?? [], recoveryCodesLeft: user.totp ? 10 : 0, required: Boolean(user.mustAddSecondFactor) }),
  ],
  [
    'POST',
    /^\/api\/account\/totp$/,
    ({ world, user }) => (
      grave(world, user),
      {
        secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
        uri: 'otpauth://totp/stub',
        picture: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 3"><path fill="#fff" d="M0 0h3v3H0z"/><path d="M1 1h1v1h-1z"/></svg>',
      }
    ),
  ],
  [
    'POST',
    /^\/api\/account\/totp\/confirm$/,
    ({ world, user, body }) => {
      fieldErrors([body.code !== '123456', 'code', 'Mã không đúng.']);
      Object.assign(user, { totp: iso(world.now()), secondFactor: true, mustAddSecondFactor: false });
      return { recoveryCodes: codes() };
    },
  ],
  ['DELETE', /^\/api\/account\/totp$/, ({ world, user }) => (grave(world, user), Object.assign(user, { totp: null, secondFactor: false }), { status: 204 })],
  ['POST', /^\/api\/account\/recovery-codes$/, ({ world, user }) => (grave(world, user), { recoveryCodes: codes() })],
  [
    'GET',
    /^\/api\/account\/sessions$/,
    ({ world }) => ({
      items: [
        {
          id: 'a1',
          since: iso(world.now() - 600_000),
          lastUsedAt: iso(world.now()),
          address: '127.0.0.1',
          browser: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
          present: true,
        },
        ...(world.otherSession
          ? [
              {
                id: 'b2',
                since: iso(world.now() - 6_000_000),
                lastUsedAt: iso(world.now() - 900_000),
                address: '10.0.0.7',
                browser: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
                present: false,
              },
            ]
          : []),
      ],
    }),
  ],
  ['DELETE', /^\/api\/account\/sessions(?:\/[^/]+)?$/, ({ world }) => ((world.otherSession = false), { status: 204 })],
  ['DELETE', /^\/api\/people\/([^/]+)\/second-factors$/, ({ world, params }) => personView(Object.assign(find(world.people, params[0]), { totp: null, secondFactor: false }))],
  ['DELETE', /^\/api\/people\/([^/]+)\/sessions$/, () => ({ status: 204 })],
  [
    'POST',
    /^\/api\/session\/password$/,
    ({ user, body }) => {
      fieldErrors([body.current !== 'demo', 'current', 'Mật khẩu hiện tại không đúng.']);
      user.mustChangePassword = false;
      return { user: signedIn(user), secondFactor: null };
    },
  ],
  ['DELETE', /^\/api\/session$/, () => ({ body: { provider: null }, cookie: 'ANBINH_SESSION=; Path=/; Max-Age=0' }), true],
  ['GET', /^\/api\/session\/provider$/, ({ world }) => world.provider, true],
  // The stand-in's provider says yes at once.
  [
    'POST',
    /^\/api\/session\/provider\/begin$/,
    ({ world, body, request }) => {
      world.invitation = body.invitation ?? null;
      return { address: `http://${request.headers.host}/sign-in/return?state=stub&code=${world.providerCode}` };
    },
    true,
  ],
  [
    'POST',
    /^\/api\/session\/provider$/,
    ({ world, user, body }) => {
      if (body.code !== 'yes') throw new Refusal(401, 'no-account-here', 'Chưa có tài khoản nào được liên kết.');
      world.mustConfirm = false;
      const person = user ?? world.people.find((each) => each.username === 'truc');
      return { cookie: world.signIn(person), body: { user: signedIn(person), secondFactor: null } };
    },
    true,
  ],
  ['POST', /^\/api\/people\/([^/]+)\/provider-invitation$/, ({ world }) => ({ link: 'https://anbinh.xa.vn/sign-in#invitation=8f3K1vTq0nZ5wYb2Lr7dGA', until: iso(world.now() + 7 * 86_400_000) })],
  ['DELETE', /^\/api\/people\/([^/]+)\/provider-link$/, ({ world, params }) => (Object.assign(find(world.people, params[0]), { providerLinked: false }), { status: 204 })],
  [
    'POST',
    /^\/api\/people\/([^/]+)\/home$/,
    ({ world, params, body }) => {
      world.homes.push(body);
      find(world.people, params[0]).homeNoted = true;
      return { status: 204 };
    },
  ],
  ['DELETE', /^\/api\/people\/([^/]+)\/home$/, ({ world, params }) => (Object.assign(find(world.people, params[0]), { homeNoted: false }), { status: 204 })],
  ['GET', /^\/api\/role-grants$/, ({ world, user }) => page(world.roleGrants.filter((each) => !each.ending))],
  [
    'POST',
    /^\/api\/role-grants\/([^/]+)\/(decision|withdrawal)$/,
    ({ world, params, body, user }) => {
      const grant = find(world.roleGrants, params[0]);
      fieldErrors([params[1] === 'decision' && body.outcome === 'REFUSED' && !body.reason, 'reason', 'Cần lý do.']);
      grant.ending = { outcome: params[1] === 'decision' ? body.outcome : 'WITHDRAWN', by: { id: user.id, displayName: user.displayName }, at: iso(world.now()), reason: body.reason ?? null };
      return grant;
    },
  ],
  [
    'GET',
    /^\/api\/people$/,
    ({ world, user, url }) => {
      const asked = (name, value) => !url.searchParams.get(name) || url.searchParams.get(name) === value;
      const items = world.people.filter(
        (each) => asked('active', String(each.active)) && asked('areaId', each.areaId) && (!url.searchParams.get('role') || each.roles.includes(url.searchParams.get('role'))),
      );
      return part(sought(items, url, (each) => [each.username, each.displayName, each.areaName]).map(personView), url);
    },
  ],
  [
    'POST',
    /^\/api\/people$/,
    ({ world, user, body }) => {
      fieldErrors([world.people.some((each) => each.username === body.username), 'username', 'Tên đăng nhập này đã có.']);
      const made = { id: crypto.randomUUID(), active: true, ...body, area: { id: body.areaId, name: find(world.areas, body.areaId).name }, areaName: find(world.areas, body.areaId).name };
      world.people.push(made);
      return { status: 201, body: personView(made) };
    },
  ],
  ['PATCH', /^\/api\/people\/([^/]+)$/, ({ world, params, body }) => personView(Object.assign(find(world.people, params[0]), body))],
  ['GET', /^\/api\/areas\/search$/, ({ world, url }) => page(areas.search(world, url.searchParams.get('q') ?? ''))],
  ['GET', /^\/api\/areas\/tree$/, ({ world, url }) => page(areas.branches(world, url.searchParams.get('below')))],
  [
    'GET',
    /^\/api\/areas\/import\/units\/columns$/,
    () =>
      page(
        [
          ['above', 'Mã địa bàn cấp trên', false, []],
          ['code', 'Mã', false, []],
          ['name', 'Tên', true, []],
          ['kind', 'Loại', false, ['Thôn', 'Bản', 'Tổ dân phố']],
        ].map(([code, title, required, choices]) => ({ code, title, required, choices })),
      ),
  ],
  [
    'POST',
    /^\/api\/areas\/import\/(province|units|boundaries)(\/check)?$/,
    ({ params, body }) => ({ status: params[1] ? 200 : 201, body: areas.report(params[0], typeof body === 'string' ? body : '') }),
  ],
  [
    'POST',
    /^\/api\/areas$/,
    ({ world, body }) => {
      fieldErrors([world.areas.some((area) => area.code === body.code), 'code', 'Mã này đã dùng cho địa bàn khác.']);
      const made = { ...body, id: crypto.randomUUID() };
      world.areas.push(made);
      return { status: 201, body: made };
    },
  ],
  ['GET', /^\/api\/areas\/planned$/, ({ world, user }) => page(areas.planned(world, user, null))],
  ['GET', /^\/api\/areas\/([^/]+)\/planned$/, ({ world, user, params }) => page(areas.planned(world, user, params[0]))],
  [
    'POST',
    /^\/api\/areas\/planned\/([^/]+)\/withdrawal$/,
    ({ world, params }) => {
      world.planned = world.planned.filter((each) => each.id !== params[0]);
      return { status: 204 };
    },
  ],
  [
    'POST',
    /^\/api\/areas\/closures$/,
    ({ world, body }) => {
      if (body.on > dayOf(world.now())) {
        areas.planned(world, { roles: [] }, null);
        world.planned.push({ id: crypto.randomUUID(), on: body.on, name: null, reason: body.reason, areaIds: body.areaIds, successors: body.successors });
        return page([]);
      }
      const into = body.successors.map((each) => {
        if (each.areaId) return find(world.areas, each.areaId);
        const made = { ...each, id: crypto.randomUUID(), parentId: find(world.areas, body.areaIds[0]).parentId };
        world.areas.push(made);
        return made;
      });
      for (const id of body.areaIds) {
        for (const each of areas.within(world, id)) each.parentId = into[0]?.id ?? id;
        Object.assign(find(world.areas, id), { until: body.on, endReason: body.reason });
      }
      return page(into);
    },
  ],
  [
    'POST',
    /^\/api\/areas\/([^/]+)\/names$/,
    ({ world, params, body }) => {
      if (body.on > dayOf(world.now())) {
        areas.planned(world, { roles: [] }, null);
        world.planned.push({ id: crypto.randomUUID(), on: body.on, name: body.name, reason: body.reason, areaIds: [params[0]], successors: [] });
        return { status: 204 };
      }
      const area = find(world.areas, params[0]);
      area.names = [
        { name: area.name, from: '2025-07-01', to: body.on, reason: null },
        { name: body.name, from: body.on, to: null, reason: body.reason },
      ];
      area.name = body.name;
      return { status: 204 };
    },
  ],
  ['GET', /^\/api\/areas\/([^/]+)\/boundary$/, () => areas.boundary],
  ['GET', /^\/api\/areas\/([^/]+)$/, ({ world, params }) => areas.facts(world, params[0])],

  [
    'GET',
    /^\/api\/cameras$/,
    ({ world, user, url, request }) => {
      const ids = url.searchParams.getAll('id');
      const down = url.searchParams.get('state') === 'DOWN';
      const all = ids.length > 0 ? registered(world).filter((each) => ids.includes(each.id)) : world.cameras.filter((each) => !each.retired && (!down || isDown(world.cameraView(each))));
      const found = part(
        sought(all, url, (each) => [each.code, each.name, each.areaName]),
        url,
      );
      return { ...found, items: found.items.map((camera) => world.cameraView(camera, request)) };
    },
  ],
  [
    'GET',
    /^\/api\/cameras\/summary$/,
    ({ world, user }) => {
      const all = world.cameras.filter((each) => !each.retired).map((each) => world.cameraView(each));
      const notRecording = all.filter(isDown).length;
      const off = all.filter((each) => !each.recording).length;
      return { recording: all.length - notRecording - off, notRecording, off, updatedAt: iso(world.now()) };
    },
  ],
  [
    'POST',
    /^\/api\/cameras\/probe$/,
    ({ body }) => {
      const locked = body.address.includes('locked');
      const failed = (cause, detail) => ({ ok: false, format: null, picture: null, cause, detail, advice: null });
      if (locked && body.password !== 'camera-1') return failed('UNAUTHORISED', 'the camera wants a user name and a password');
      if (!locked && !body.address.includes('ok')) return failed('UNREACHABLE', 'connect timed out');
      return { ok: true, format: { codec: 'H.264', codecs: 'avc1.4D401F', width: 1920, height: 1080 }, picture, cause: null, detail: null, advice: null };
    },
  ],
  [
    'POST',
    /^\/api\/cameras$/,
    ({ world, body }) => {
      fieldErrors([body.address === 'rtsp://taken', 'address', 'Địa chỉ này đã thuộc CAM-0001.']);
      const made = {
        ...world.cameras[0],
        ...body,
        id: crypto.randomUUID(),
        code: `CAM-${String(world.cameras.length + 1).padStart(4, '0')}`,
        areaName: find(world.areas, body.areaId).name,
        place: body.place ?? null,
      };
      world.cameras.push(made);
      return { status: 201, body: world.cameraView(made) };
    },
  ],
  [
    'GET',
    /^\/api\/cameras\/register$/,
    ({ world, user, url }) => {
      const requested = (name, value) => !url.searchParams.get(name) || url.searchParams.get(name) === value;
      const items = registered(world).filter(
        (each) =>
          !each.retired &&
          requested('kind', each.kind) &&
          requested('consent', each.consent.state) &&
          (!url.searchParams.get('placed') || each.place) &&
          (!url.searchParams.get('signed') || Boolean(each.sign) === (url.searchParams.get('signed') === 'true')),
      );
      const found = part(
        sought(items, url, (each) => [each.code, each.name, each.reference, each.areaName]),
        url,
      );
      return { ...found, items: found.items.map((camera) => world.cameraView(camera)) };
    },
  ],
  [
    'GET',
    /^\/api\/cameras\/register\/map$/,
    ({ world, url }) => {
      const kind = url.searchParams.get('kind');
      return page(
        registered(world)
          .filter((each) => each.place && !each.retired && (!kind || each.kind === kind))
          .map(({ id, code, name, place }) => ({ count: 1, latitude: place.latitude, longitude: place.longitude, id, name: `${code} ${name}` }))
          .concat({ count: 1200, latitude: 19.82, longitude: 105.79, id: null, name: null }),
      );
    },
  ],
  [
    'GET',
    /^\/api\/cameras\/register\/figures$/,
    ({ world }) => ({
      connected: world.cameras.length,
      community: world.community.length,
      consentGiven: 3,
      consentMissing: 1,
      consentWithdrawn: 1,
      notPlaced: 1,
      withoutSign: world.cameras.filter((each) => !each.sign).length,
    }),
  ],
  ['GET', /^\/api\/cameras\/candidates$/, ({ world, user, url }) => candidates(world, url)],
  [
    'POST',
    /^\/api\/cameras\/community$/,
    ({ world, body }) => {
      const made = {
        ...world.community[0],
        ...body,
        id: crypto.randomUUID(),
        code: `CAM-${String(106 + world.community.length).padStart(4, '0')}`,
        areaName: find(world.areas, body.areaId).name,
        place: body.place ?? null,
        consent: { state: body.consent ? 'GIVEN' : 'NONE', until: body.consent?.until ?? null },
      };
      world.community.push(made);
      if (body.contact) world.contacts.set(made.id, body.contact);
      return { status: 201, body: world.cameraView(made) };
    },
  ],
  ['GET', /^\/api\/cameras\/import\/columns$/, () => ({ items: listColumns.map(([code, title, required, choices]) => ({ code, title, required, choices })), next: null })],
  ['POST', /^\/api\/cameras\/import\/check$/, ({ body }) => listReport(body)],
  ['POST', /^\/api\/cameras\/import$/, ({ body }) => ({ status: 201, body: listReport(body) })],
  ['GET', /^\/api\/cameras\/(?:[^/]+\/sign|signs)\.pdf$/, ({ response }) => void response.writeHead(200, { 'Content-Type': 'application/pdf', 'Cache-Control': 'no-store' }).end('%PDF-1.4')],
  [
    'POST',
    /^\/api\/cameras\/([^/]+)\/sign$/,
    ({ world, user, params, body }) => world.cameraView(Object.assign(inRegister(world, params[0]), { sign: { on: body.on, by: { id: user.id, displayName: user.displayName } } })),
  ],
  ['DELETE', /^\/api\/cameras\/([^/]+)\/sign$/, ({ world, params }) => (Object.assign(inRegister(world, params[0]), { sign: null }), { status: 204 })],
  ['GET', /^\/api\/cameras\/([^/]+)\/contact$/, ({ world, params }) => world.contacts.get(params[0]) ?? find([], 'contact')],
  ['POST', /^\/api\/cameras\/([^/]+)\/contact$/, ({ world, params, body }) => (world.contacts.set(params[0], body), { status: 204 })],
  ['GET', /^\/api\/cameras\/([^/]+)\/consents$/, ({ world, params }) => page(world.statements.get(params[0]) ?? [])],
  [
    'POST',
    /^\/api\/cameras\/([^/]+)\/consents$/,
    ({ world, params, body }) => {
      const made = { id: crypto.randomUUID(), recordedAt: iso(world.now()), ...body };
      world.statements.set(params[0], [made, ...(world.statements.get(params[0]) ?? [])]);
      inRegister(world, params[0]).consent = { state: body.what, until: body.until };
      return { status: 201, body: made };
    },
  ],
  ['GET', /^\/api\/cameras\/([^/]+)$/, ({ world, user, params, request }) => world.cameraView(inRegister(world, params[0]), request)],
  ['PATCH', /^\/api\/cameras\/([^/]+)$/, ({ world, params, body }) => world.cameraView(Object.assign(inRegister(world, params[0]), body))],
  ['DELETE', /^\/api\/cameras\/([^/]+)$/, ({ world, params }) => (Object.assign(find(world.cameras, params[0]), { retired: true, recording: false }), { status: 204 })],
  ['GET', /^\/api\/cameras\/([^/]+)\/coverage$/, ({ world, params, url }) => world.coverage(find(world.cameras, params[0]), ...span(url))],
  ['GET', /^\/api\/cameras\/([^/]+)\/frames$/, ({ world, user, params, url }) => (needCase(world), { frames: windowFrames(world, find(world.cameras, params[0]), ...span(url)) })],
  [
    'GET',
    /^\/api\/cameras\/([^/]+)\/video\.mp4$/,
    ({ world, user, params, url, request, response }) => {
      const frames = windowFrames(world, find(world.cameras, params[0]), ...span(url));
      if (frames.length === 0) throw new Refusal(404, 'not-recorded', 'Nothing is recorded there.');
      if (world.brokenVideos > 0) {
        world.brokenVideos--;
        response.writeHead(200, { 'Content-Type': 'video/mp4' }).end('no video');
        return;
      }
      const bytes = world.footage.clip((frames.length * 1000) / framesPerSecond);
      sendVideo(request, response, bytes);
    },
  ],
  [
    'GET',
    /^\/api\/cameras\/([^/]+)\/preview\.jpg$/,
    async ({ world, params, url, response }) => {
      needCase(world);
      const at = Date.parse(url.searchParams.get('at'));
      if (windowFrames(world, find(world.cameras, params[0]), at, at + 1_000).length === 0) throw new Refusal(404, 'not-recorded', 'Nothing is recorded there.');
      world.previews.most = Math.max(world.previews.most, ++world.previews.now);
      await new Promise((done) => setTimeout(done, 20));
      world.previews.now--;
      // As that of a key frame every two seconds.
      response.writeHead(200, { 'Content-Type': 'image/jpeg', 'Cache-Control': 'no-store', 'X-Anbinh-Frame-At': iso(Math.floor(at / 2_000) * 2_000) });
      response.end(readFileSync(world.footage.still));
    },
  ],
  [
    'GET',
    /^\/api\/cameras\/([^/]+)\/recorded-days$/,
    ({ world, params, url }) => {
      const camera = find(world.cameras, params[0]);
      const [year, month] = url.searchParams.get('month').split('-').map(Number);
      const days = Array.from({ length: new Date(Date.UTC(year, month, 0)).getUTCDate() }, (_, n) => Date.UTC(year, month - 1, n + 1) - 7 * 3_600_000);
      const now = world.now();
      const items = days
        .filter((from) => from < now)
        .map((from) => {
          const to = Math.min(from + 86_400_000, now);
          const recordedMillis = world.coverage(camera, from, to).recorded.reduce((sum, run) => sum + Date.parse(run.to) - Date.parse(run.from), 0);
          return { day: dayOf(from), recordedMillis, dayMillis: to - from };
        });
      return { items };
    },
  ],
  [
    'GET',
    /^\/api\/cameras\/([^/]+)\/still\.jpg$/,
    ({ world, user, url, response }) => {
      response.writeHead(200, { 'Content-Type': 'image/jpeg', 'X-Anbinh-Frame-At': url.searchParams.get('at') });
      response.end(readFileSync(world.footage.still));
    },
  ],

  [
    'GET',
    /^\/api\/cases$/,
    ({ world, url, request, user }) =>
      page(
        world.cases
          .map((each) => withType(world, request, each))
          .filter(
            (each) =>
              (!url.searchParams.get('own') || officers(world, each).items.some(({ id }) => id === user.id)) &&
              (!url.searchParams.get('state') || each.state === url.searchParams.get('state')) &&
              (!url.searchParams.get('q') || `${each.code} ${each.title}`.toLowerCase().includes(url.searchParams.get('q').toLowerCase())),
          ),
      ),
  ],
  ['GET', /^\/api\/cases\/([^/]+)$/, ({ world, params, request }) => withType(world, request, find(world.cases, params[0]))],
  ['GET', /^\/api\/case-types$/, ({ world, request }) => page(caseTypes(world, request))],
  [
    'POST',
    /^\/api\/case-types$/,
    ({ world, body }) => {
      const made = { ...body, validTo: null, valid: true };
      world.caseTypes.push(made);
      return { status: 201, body: { ...made, name: made.vi } };
    },
  ],
  [
    'POST',
    /^\/api\/case-types\/([^/]+)\/end$/,
    ({ world, params, body, request }) => {
      world.caseTypes.find((type) => type.code === params[0]).validTo = body.validTo;
      return caseTypes(world, request).find((type) => type.code === params[0]);
    },
  ],
  [
    'GET',
    /^\/api\/cases\/([^/]+)\/timeline$/,
    ({ world, params }) => {
      const found = find(world.cases, params[0]);
      const request = world.evidence[1];
      const line = (at, kind, more = {}) => ({ at, kind, who: null, words: null, incident: null, request: null, what: null, logIndex: null, ...more });
      const asked = found.requests.find((each) => each.id === request.id);
      const items = [
        ...(found.occurredFrom ? [line(found.occurredFrom, 'OCCURRED')] : []),
        line(found.openedAt, 'OPENED', { who: found.openedBy.displayName }),
        ...(found.code === 'CASE-2026-0001'
          ? [
              line(request.requestedAt, 'REQUEST', { who: 'Nguyễn Văn Điều', request: asked, what: 'REQUESTED', logIndex: 14 }),
              ...(request.decidedAt ? [line(request.decidedAt, 'REQUEST', { who: 'Phạm Quang Duyệt', request: asked, what: 'APPROVED_LESS', logIndex: 24 })] : []),
            ]
          : []),
        ...(found.incidents ?? []).filter((each) => !each.withdrawn).map((each) => line(each.occurredFrom, 'INCIDENT', { incident: each.title })),
        ...(found.notes ?? []),
      ];
      return { items: items.sort((one, other) => one.at.localeCompare(other.at)) };
    },
  ],
  [
    'POST',
    /^\/api\/cases\/([^/]+)\/notes$/,
    ({ world, user, params, body }) => {
      const found = find(world.cases, params[0]);
      const note = { at: iso(world.now()), kind: 'NOTE', who: user.displayName, words: body.words, request: null, what: null, logIndex: 57 };
      found.notes = [...(found.notes ?? []), note];
      return { status: 201, body: { id: crypto.randomUUID(), at: note.at, words: note.words } };
    },
  ],
  [
    'POST',
    /^\/api\/cases$/,
    ({ world, user, body, request }) => {
      const made = {
        typeName: caseTypes(world, request).find((each) => each.code === body.type)?.name ?? '',
        place: null,
        point: null,
        description: null,
        ...body,
        id: crypto.randomUUID(),
        code: `CASE-2026-${String(world.cases.length + 1).padStart(4, '0')}`,
        state: 'OPEN',
        areaName: find(world.areas, body.areaId).name,
        openedBy: { id: user.id, displayName: user.displayName },
        openedAt: iso(world.now()),
        requests: [],
        outcome: null,
      };
      world.cases.unshift(made);
      return { status: 201, body: made };
    },
  ],
  [
    'GET',
    /^\/api\/cases\/([^/]+)\/map$/,
    ({ world, params }) => {
      const found = find(world.cases, params[0]);
      const asked = found.requests.filter((each) => each.id === world.evidence[1].id);
      const shown = (camera, more) => ({
        id: camera.id,
        code: camera.code,
        name: camera.name,
        kind: camera.kind,
        sector: found.protection !== 'NONE' || !camera.place ? null : sectorOf(camera.place),
        seesPlace: false,
        extracted: false,
        requests: [],
        ...more,
      });
      const cameras = [
        ...asked.map((request) => shown(world.cameras[0], { seesPlace: true, extracted: true, requests: [request] })),
        ...asked.map((request) => shown(world.community[0], { requests: [request] })),
        ...(found.point ? [shown(world.community[2], { seesPlace: true })] : []),
      ];
      const incidents = (found.incidents ?? []).filter((each) => each.point && !each.withdrawn).map(({ id, title, point }) => ({ id, title, point }));
      return { point: found.point, incidents, protection: found.protection, cameras };
    },
  ],
  ['GET', /^\/api\/cases\/([^/]+)\/officers$/, ({ world, params }) => officers(world, find(world.cases, params[0]))],
  [
    'POST',
    /^\/api\/cases\/([^/]+)\/officers$/,
    ({ world, params, body }) => {
      const found = find(world.cases, params[0]);
      found.officers = [...(found.officers ?? [found.openedBy.id]), body.personId];
      return officers(world, found);
    },
  ],
  [
    'POST',
    /^\/api\/cases\/([^/]+)\/officers\/([^/]+)\/end$/,
    ({ world, params }) => {
      const found = find(world.cases, params[0]);
      found.officers = found.officers.filter((each) => each !== params[1]);
      return officers(world, found);
    },
  ],
  [
    'GET',
    /^\/api\/cases\/([^/]+)\/incidents$/,
    ({ world, params }) => page([...(find(world.cases, params[0]).incidents ?? [])].sort((one, other) => one.occurredFrom.localeCompare(other.occurredFrom))),
  ],
  [
    'POST',
    /^\/api\/cases\/([^/]+)\/incidents$/,
    ({ world, user, params, body }) => {
      const found = find(world.cases, params[0]);
      const by = { id: user.id, displayName: user.displayName };
      const added = {
        place: null,
        point: null,
        ...body,
        typeName: world.caseTypes.find((type) => type.code === body.type)?.vi ?? null,
        id: crypto.randomUUID(),
        addedBy: by,
        addedAt: iso(world.now()),
        withdrawn: false,
        changes: [],
      };
      found.incidents = [...(found.incidents ?? []), added];
      noted(world, user, found, 'INCIDENT_ADDED', { incident: added.title });
      return { status: 201, body: added };
    },
  ],
  [
    'POST',
    /^\/api\/cases\/([^/]+)\/incidents\/([^/]+)\/(correction|withdrawal)$/,
    ({ world, user, params, body }) => {
      const found = find(world.cases, params[0]);
      const { reason, ...known } = body;
      const incident = found.incidents.find((each) => each.id === params[1]);
      Object.assign(incident, known, { withdrawn: params[2] === 'withdrawal', changes: [...incident.changes, { at: iso(world.now()), by: { id: user.id, displayName: user.displayName }, reason }] });
      noted(world, user, found, params[2] === 'withdrawal' ? 'INCIDENT_WITHDRAWN' : 'INCIDENT_CORRECTED', { incident: incident.title, words: reason });
      return params[2] === 'withdrawal' ? { status: 204, body: {} } : incident;
    },
  ],
  ['GET', /^\/api\/cases\/([^/]+)\/vehicles$/, ({ world, params }) => page(find(world.cases, params[0]).vehicles ?? [])],
  [
    'POST',
    /^\/api\/cases\/([^/]+)\/vehicles$/,
    ({ world, user, params, body }) => {
      const found = find(world.cases, params[0]);
      const added = { ...body, id: crypto.randomUUID(), readings: [], addedBy: user.displayName, addedAt: iso(world.now()) };
      found.vehicles = [...(found.vehicles ?? []), added];
      return { status: 201, body: added };
    },
  ],
  [
    'POST',
    /^\/api\/cases\/([^/]+)\/vehicles\/([^/]+)\/removal$/,
    ({ world, params }) => {
      const found = find(world.cases, params[0]);
      found.vehicles = found.vehicles.filter((each) => each.id !== params[1]);
      return { status: 204, body: {} };
    },
  ],
  ['GET', /^\/api\/cases\/([^/]+)\/parties$/, ({ world, params }) => page((find(world.cases, params[0]).parties ?? []).map((each) => each.party))],
  ['GET', /^\/api\/cases\/([^/]+)\/parties\/([^/]+)$/, ({ world, params }) => find(world.cases, params[0]).parties.find((each) => each.party.id === params[1])],
  [
    'POST',
    /^\/api\/cases\/([^/]+)\/parties$/,
    ({ world, user, params, body }) => {
      const found = find(world.cases, params[0]);
      const party = {
        id: crypto.randomUUID(),
        role: body.role,
        child: body.child,
        from: body.from,
        until: body.until,
        state: 'OPEN',
        recordedBy: user.displayName,
        recordedAt: iso(world.now()),
        erasedAt: null,
      };
      found.parties = [...(found.parties ?? []), { party, name: body.name, contact: body.contact, document: body.document, article: body.article }];
      return { status: 201, body: party };
    },
  ],
  [
    'POST',
    /^\/api\/cases\/([^/]+)\/parties\/([^/]+)\/reopening$/,
    ({ world, user, params, body }) => {
      fieldErrors([body.reason.length < 20, 'reason', 'Phải dài từ 20 đến 1000.']);
      const made = {
        ...world.reopenings[0],
        ...body,
        id: params[1],
        partyId: params[1],
        caseId: params[0],
        askedBy: { id: user.id, displayName: user.displayName },
        askedAt: iso(world.now()),
        decision: null,
      };
      world.reopenings.unshift(made);
      return { status: 201, body: made };
    },
  ],
  [
    'POST',
    /^\/api\/cases\/([^/]+)\/parties\/([^/]+)\/erasure$/,
    ({ world, params }) => Object.assign(find(world.cases, params[0]).parties.find((each) => each.party.id === params[1]).party, { state: 'ERASED' }),
  ],
  [
    'POST',
    /^\/api\/cases\/([^/]+)\/place$/,
    ({ world, user, params, body, request }) => withType(world, request, change(world, user, find(world.cases, params[0]), 'PLACE', body, { place: body.place, point: body.point })),
  ],
  [
    'POST',
    /^\/api\/cases\/([^/]+)\/protection$/,
    ({ world, user, params, body, request }) => {
      const guarded = body.protection === 'NONE' ? {} : { place: null, point: null };
      return withType(world, request, change(world, user, find(world.cases, params[0]), 'PROTECTION', body, { protection: body.protection, ...guarded }));
    },
  ],
  [
    'POST',
    /^\/api\/cases\/([^/]+)\/outcome$/,
    ({ world, user, params, body, request }) => {
      const outcome = { ...body, notedAt: iso(world.now()), notedBy: { id: user.id, displayName: user.displayName } };
      return withType(world, request, Object.assign(find(world.cases, params[0]), { outcome, state: 'CLOSED' }));
    },
  ],

  [
    'GET',
    /^\/api\/figures$/,
    ({ world, user, url, request }) => {
      const exact = ['INVESTIGATOR', 'APPROVER'].some((role) => user.roles.includes(role));
      const figure = (count) => (exact || count === 0 ? { value: count, exact: true } : count < 5 ? { value: null, exact: false } : { value: Math.floor((count + 5) / 10) * 10, exact: false });
      const line = (areaId, areaName, type, counts) => ({
        areaId,
        areaName,
        type,
        typeName: caseTypes(world, request).find((each) => each.code === type)?.name ?? null,
        ...Object.fromEntries(['opened', 'closed', 'clarified', 'clarifiedByFootage', 'requests', 'extractions'].map((name, n) => [name, figure(counts[n])])),
      });
      const byArea = [line(world.areas[1].id, 'Xã Bá Thước', null, [23, 19, 12, 8, 41, 33]), line(world.areas[2].id, 'Phường Hạc Thành', null, [128, 97, 61, 44, 310, 254])];
      const byType = Object.entries({
        THEFT: [61, 44, 28, 21, 140, 118],
        ASSAULT: [33, 29, 19, 12, 88, 70],
        TRAFFIC: [48, 39, 24, 18, 109, 91],
        PUBLIC_ORDER: [3, 2, 1, 1, 4, 3],
        OTHER: [6, 2, 1, 0, 10, 5],
      }).map(([type, counts]) => line(null, null, type, counts));
      const year = Number(url.searchParams.get('year') ?? 2026);
      return { year, from: `${year - 1}-12-31T17:00:00Z`, to: `${year}-12-31T17:00:00Z`, exact, total: line(null, null, null, [151, 116, 73, 52, 351, 287]), byArea, byType, lines: [] };
    },
  ],
  ['GET', /^\/api\/requests\/choices$/, ({ world }) => world.choices],
  [
    'POST',
    /^\/api\/requests\/check$/,
    ({ world, body }) => {
      fieldErrors(...['caseId', 'purpose', 'legalBasis', 'offence', 'necessity'].map((field) => [!body[field], field, 'Cần có.']));
      return check(world, body);
    },
  ],
  [
    'GET',
    /^\/api\/requests$/,
    ({ world, user, url }) =>
      page(
        world.evidence
          .filter(
            (each) =>
              each.code.includes((url.searchParams.get('code') ?? '').toUpperCase()) &&
              (url.searchParams.get('mine') !== 'true' || each.requestedBy.id === user.id) &&
              (!url.searchParams.get('state') || each.state === url.searchParams.get('state')),
          )
          .map((each) => requestView(world, user, each)),
      ),
  ],
  [
    'POST',
    /^\/api\/requests$/,
    ({ world, user, body }) => {
      fieldErrors([body.necessity.length < 20, 'necessity', 'Nêu sự cần thiết bằng 20 đến 500 ký tự.']);
      const incident = find(world.cases, body.caseId).incidents?.find((each) => each.id === body.incidentId) ?? null;
      const made = {
        ...world.makeRequest(world.evidence.length + 1, 'REQUESTED', world.now()),
        ...body,
        incident,
        requestedBy: { id: user.id, displayName: user.displayName },
        cameras: body.cameraIds.map((id) => inRegister(world, id)).map(({ id, code, name }) => ({ id, code, name })),
      };
      world.evidence.unshift(made);
      return { status: 201, body: requestView(world, user, made) };
    },
  ],
  [
    'GET',
    /^\/api\/requests\/waiting$/,
    ({ world, user }) =>
      page(
        world.evidence
          .filter((each) => each.state === 'REQUESTED')
          .sort((a, b) => Number(Boolean(b.urgency)) - Number(Boolean(a.urgency)) || a.expiresAt.localeCompare(b.expiresAt))
          .map((each) => requestView(world, user, each)),
      ),
  ],
  ['GET', /^\/api\/requests\/([^/]+)$/, ({ world, user, params }) => requestView(world, user, find(world.evidence, params[0]))],
  [
    'POST',
    /^\/api\/requests\/([^/]+)\/decision$/,
    ({ world, user, params, body }) => {
      const request = find(world.evidence, params[0]);
      if (request.requestedBy.id === user.id) throw new Refusal(403, 'own-request', 'Không ai quyết định yêu cầu của chính mình.');
      if (request.state !== 'REQUESTED') throw new Refusal(409, 'already-decided', 'Yêu cầu này đã được quyết định.');
      if (body.outcome === 'APPROVE' && request.senior.length > 0 && !user.roles.includes('SENIOR_APPROVER')) throw new Refusal(403, 'needs-senior', 'Phải do người phê duyệt cấp trên quyết định.');
      grave(world, user);
      Object.assign(request, {
        state: body.outcome === 'REFUSE' ? 'REFUSED' : 'COLLECTING',
        decidedBy: { id: user.id, displayName: user.displayName },
        decidedAt: iso(world.now()),
        decision: { ...body, reasonCode: body.reasonCode ?? 'JUSTIFIED', reason: body.reason ?? '' },
        progress: { step: 'CUTTING', percent: 10 },
      });
      return requestView(world, user, request);
    },
  ],
  [
    'POST',
    /^\/api\/requests\/([^/]+)\/urgent$/,
    ({ world, user, params, body }) => {
      fieldErrors([!body.urgentReason, 'urgentReason', 'Cần có.'], [body.urgentWords.length < 10, 'urgentWords', 'Từ 10 đến 500 ký tự.']);
      const now = world.now();
      return requestView(
        world,
        user,
        Object.assign(find(world.evidence, params[0]), {
          urgent: true,
          urgency: {
            reason: body.urgentReason,
            words: body.urgentWords,
            markedBy: { id: user.id, displayName: user.displayName },
            markedAt: iso(now),
            ratifyBy: iso(now + 86_400_000),
            securedAt: null,
            discardCause: null,
            discardedAt: null,
          },
        }),
      );
    },
  ],
  ['GET', /^\/api\/emergency-accesses\/own$/, ({ world, user }) => ownEmergencies(world, user)],
  [
    'POST',
    /^\/api\/emergency-accesses\/own\/end$/,
    ({ world, user }) => {
      const open = world.emergencies.find((each) => each.person.id === user.id && each.open);
      if (open) Object.assign(open, { open: false, end: iso(world.now()) });
      return ownEmergencies(world, user);
    },
  ],
  [
    'POST',
    /^\/api\/emergency-accesses$/,
    ({ world, user, body }) => {
      fieldErrors([body.reason.length < 20, 'reason', 'Phải dài từ 20 đến 1000.']);
      grave(world, user);
      world.mustHaveCase = false;
      const made = emergency(world, 9, {
        person: { id: user.id, displayName: user.displayName },
        purpose: body.purpose ?? 'FOOTAGE',
        areaId: body.areaId,
        areaName: world.areas.find((each) => each.id === body.areaId)?.name ?? '',
        reason: body.reason,
        openedAt: iso(world.now()),
        end: iso(world.now() + 3_600_000),
        open: true,
        reviewBy: iso(world.now() + 86_400_000),
      });
      world.emergencies.push(made);
      return { status: 201, body: made };
    },
  ],
  [
    'GET',
    /^\/api\/emergency-accesses$/,
    ({ world, user, url }) => page(world.emergencies.filter((each) => each.person.id !== user.id && Boolean(each.review) === (url.searchParams.get('state') === 'REVIEWED'))),
  ],
  ['GET', /^\/api\/emergency-accesses\/notices$/, ({ world }) => page(world.emergencies.filter((each) => each.purpose === 'SITUATIONS'))],
  ['GET', /^\/api\/emergency-accesses\/([^/]+)$/, ({ world, params }) => find(world.emergencies, params[0])],
  [
    'POST',
    /^\/api\/emergency-accesses\/([^/]+)\/review$/,
    ({ world, user, params, body }) => {
      fieldErrors([body.reason.length < 20, 'reason', 'Phải dài từ 20 đến 1000.']);
      grave(world, user);
      return Object.assign(find(world.emergencies, params[0]), {
        open: false,
        overdue: false,
        review: { verdict: body.verdict, reason: body.reason, by: { id: user.id, displayName: user.displayName }, at: iso(world.now()) },
      });
    },
  ],
  ['GET', /^\/api\/party-reopenings$/, ({ world }) => ({ items: world.reopenings.filter((each) => !each.decision), next: null })],
  ['GET', /^\/api\/cases\/([^/]+)\/party-reopenings$/, ({ world, params }) => ({ items: world.reopenings.filter((each) => each.caseId === params[0]), next: null })],
  [
    'POST',
    /^\/api\/cases\/([^/]+)\/parties\/([^/]+)\/reopening\/decision$/,
    ({ world, user, params, body }) => {
      const asked = world.reopenings.find((each) => each.partyId === params[1] && !each.decision);
      fieldErrors([body.outcome === 'CONFIRMED' && !body.number, 'number', 'Cần điền mục này.']);
      grave(world, user);
      asked.decision = {
        outcome: body.outcome,
        authority: body.authority ?? null,
        number: body.number ?? null,
        on: body.on ?? null,
        reason: body.reason ?? null,
        by: { id: user.id, displayName: user.displayName },
        at: iso(world.now()),
      };
      return { items: world.reopenings.filter((each) => each.caseId === params[0]), next: null };
    },
  ],
  ...listRoutes(),
  ...mapRoutes(),
  ...measureRoutes,
  ...mediationRoutes,
  ...phoneRoutes,
  ...residentRoutes,
  ...setupRoutes,
  ...situationRoutes,
  ...keepingRoutes({ fieldErrors, grave, find }),
  ...workRoutes({ fieldErrors }),
  ...teamRoutes({ fieldErrors }),
  ...programmeRoutes(),
  ...sightingRoutes(),
  ...wantedRoutes(),
  ...referralRoutes(),
  ...notificationRoutes,
  ...worklistRoutes((path, asked) => {
    const url = new URL(path, 'http://stub');
    const [, , handler] = routes.find(([method, pattern]) => method === 'GET' && pattern.test(url.pathname));
    return handler({ ...asked, url, params: [] }).items;
  }),
  ...reportRoutes(page),
  ...standardRoutes({ fieldErrors, grave, find }),
  [
    'GET',
    /^\/api\/sampled-accesses$/,
    ({ world, user, url }) => {
      world.reviews ??= reviews(world);
      return page(world.reviews.filter((each) => (each.answer !== null) === (url.searchParams.get('state') === 'ANSWERED')));
    },
  ],
  [
    'POST',
    /^\/api\/sampled-accesses\/([^/]+)\/answer$/,
    ({ world, user, params, body }) => {
      return Object.assign(find(world.reviews, params[0]), {
        overdue: false,
        mayAnswer: false,
        answer: { ...body, by: { id: user.id, displayName: user.displayName }, at: iso(world.now()), entry: null, findingId: null },
      });
    },
  ],
  [
    'GET',
    /^\/api\/data-requests$/,
    ({ world, user, url }) => {
      world.dataRequests ??= dataRequests(world);
      return page(world.dataRequests.filter((each) => (each.state === 'ENDED') === (url.searchParams.get('state') === 'ENDED')).map(listed));
    },
  ],
  [
    'GET',
    /^\/api\/data-requests\/figures$/,
    ({ world }) => {
      world.dataRequests ??= dataRequests(world);
      const open = world.dataRequests.filter((each) => each.state !== 'ENDED');
      return { open: open.length, overdue: open.filter((each) => each.overdue).length };
    },
  ],
  ['GET', /^\/api\/data-requests\/terms$/, () => page(terms)],
  [
    'POST',
    /^\/api\/data-requests$/,
    ({ world, user, body }) => {
      world.dataRequests ??= dataRequests(world);
      const made = { ...world.dataRequests[1], ...body, id: crypto.randomUUID(), code: 'DSR-2026-0006', handler: { id: user.id, displayName: user.displayName } };
      world.dataRequests.push(made);
      return { status: 201, body: listed(made) };
    },
  ],
  [
    'GET',
    /^\/api\/data-requests\/([^/]+)$/,
    ({ world, params }) => {
      world.dataRequests ??= dataRequests(world);
      return details(find(world.dataRequests, params[0]));
    },
  ],
  [
    'POST',
    /^\/api\/data-requests\/([^/]+)\/handler$/,
    ({ world, user, params }) => listed(Object.assign(find(world.dataRequests, params[0]), { handler: { id: user.id, displayName: user.displayName } })),
  ],
  [
    'POST',
    /^\/api\/data-requests\/([^/]+)\/answer$/,
    ({ world, params }) => {
      const held = find(world.dataRequests, params[0]);
      return listed(Object.assign(held, { state: 'ANSWERED', answeredAt: iso(world.now()), dueOn: held.completeBy, overdue: false }));
    },
  ],
  ['POST', /^\/api\/data-requests\/([^/]+)\/extension$/, ({ world, params, body }) => listed(Object.assign(find(world.dataRequests, params[0]), { extendedDays: body.days, extension: body.reason }))],
  [
    'POST',
    /^\/api\/data-requests\/([^/]+)\/outcome$/,
    ({ world, params, body }) => listed(Object.assign(find(world.dataRequests, params[0]), { state: 'ENDED', endedAt: iso(world.now()), overdue: false, ...body })),
  ],
  ['GET', /^\/api\/working-days$/, ({ world }) => page(world.workingDays)],
  ['POST', /^\/api\/working-days$/, ({ world, body }) => (world.workingDays.push(body), { status: 201, body })],
  ['DELETE', /^\/api\/working-days\/([^/]+)$/, ({ world, params }) => ((world.workingDays = world.workingDays.filter((each) => each.day !== params[0])), { status: 204 })],
  [
    'GET',
    /^\/api\/findings$/,
    ({ world, user, url }) => {
      const open = url.searchParams.get('state') !== 'CLOSED';
      world.findings ??= findings(world);
      return page(world.findings.filter((each) => (each.closing === null) === open));
    },
  ],
  [
    'GET',
    /^\/api\/findings\/([^/]+)$/,
    ({ world, user, params }) => {
      world.findings ??= findings(world);
      return find(world.findings, params[0]);
    },
  ],
  [
    'POST',
    /^\/api\/findings\/([^/]+)\/result$/,
    ({ world, user, params, body }) => {
      const found = find(world.findings, params[0]);
      fieldErrors([!body.result, 'result', 'Cần có.'], [body.reason.length < 10, 'reason', 'Từ 10 đến 1000 ký tự.']);
      grave(world, user);
      return Object.assign(found, { closing: { ...body, by: { id: user.id, displayName: user.displayName }, at: iso(world.now()), entry: null } });
    },
  ],
  [
    'GET',
    /^\/api\/urgent-requests$/,
    ({ world, user }) => {
      const now = world.now();
      const marked = { id: world.people[0].id, displayName: world.people[0].displayName };
      const waiting = world.evidence
        .filter((each) => each.urgency)
        .map(({ id, code, state, urgency }) => ({
          id,
          code,
          state,
          reason: urgency.reason,
          markedBy: urgency.markedBy,
          markedAt: urgency.markedAt,
          ratifyBy: urgency.ratifyBy,
          decidedBy: null,
          securedAt: urgency.securedAt,
          discardCause: null,
          discardedAt: null,
          certificate: null,
          alert: false,
        }));
      const gone = {
        ...world.evidence[2],
        reason: 'LIFE_IN_DANGER',
        markedBy: marked,
        markedAt: iso(now - 30 * 3_600_000),
        ratifyBy: iso(now - 6 * 3_600_000),
        decidedBy: null,
        state: 'EXPIRED',
        securedAt: iso(now - 30 * 3_600_000 + 40_000),
        discardCause: 'NOT_RATIFIED',
        discardedAt: iso(now - 6 * 3_600_000 + 5_000),
        certificate: 27,
        alert: true,
      };
      return page([...waiting, gone]);
    },
  ],
  [
    'GET',
    /^\/api\/urgent-requests\/people$/,
    ({ world }) => ({
      since: iso(world.now() - 90 * 86_400_000),
      items: [
        { person: { id: world.people[0].id, displayName: world.people[0].displayName }, requests: 5, marked: 4, ratified: 2, refused: 1, lapsed: 1 },
        { person: { id: world.people[1].id, displayName: world.people[1].displayName }, requests: 23, marked: 1, ratified: 1, refused: 0, lapsed: 0 },
      ],
    }),
  ],
  [
    'POST',
    /^\/api\/requests\/([^/]+)\/owner-requests\/([^/]+)\/link$/,
    ({ world, params }) => {
      Object.assign(
        find(world.evidence, params[0]).ownerRequests.find((ask) => ask.cameraId === params[1]),
        { linkIssuedAt: iso(world.now()), seenAt: null },
      );
      return { status: 201, body: { secret: `${'stub'.repeat(10)}abc` } };
    },
  ],
  [
    'POST',
    /^\/api\/requests\/([^/]+)\/owner-requests\/([^/]+)\/sheet.pdf$/,
    ({ body, response }) => {
      if (body.secret !== `${'stub'.repeat(10)}abc`) throw new Refusal(404, 'no-such-link', 'Liên kết này sai hoặc đã hết hạn.');
      response.writeHead(200, { 'Content-Type': 'application/pdf', 'Cache-Control': 'no-store' }).end('%PDF-1.4');
    },
  ],
  [
    'POST',
    /^\/api\/requests\/([^/]+)\/owner-requests\/([^/]+)\/messages$/,
    ({ world, params, body }) => {
      const ask = find(world.evidence, params[0]).ownerRequests.find((each) => each.cameraId === params[1]);
      const sent = { kind: 'LINK', channel: body.channel, language: body.language, state: 'WAITING', failure: null, queuedAt: iso(world.now()), endedAt: null };
      Object.assign(ask, { linkIssuedAt: sent.queuedAt, seenAt: null, messages: [sent, ...ask.messages] });
      return { status: 201, body: sent };
    },
  ],
  [
    'DELETE',
    /^\/api\/requests\/([^/]+)\/owner-requests\/([^/]+)\/link$/,
    ({ world, params }) => (
      Object.assign(
        find(world.evidence, params[0]).ownerRequests.find((ask) => ask.cameraId === params[1]),
        { linkIssuedAt: null, seenAt: null },
      ),
      { status: 204 }
    ),
  ],
  [
    'POST',
    /^\/api\/requests\/([^/]+)\/owner-requests\/([^/]+)\/abandonment$/,
    ({ world, params }) => (
      Object.assign(
        find(world.evidence, params[0]).ownerRequests.find((ask) => ask.cameraId === params[1]),
        { state: 'GIVEN_UP', endedAt: iso(world.now()) },
      ),
      { status: 204 }
    ),
  ],
  ['GET', /^\/api\/owner\/request$/, ({ world, request }) => ownersAsk(world, request), true],
  ['POST', /^\/api\/owner\/request\/refusal$/, ({ world, request }) => (ownersAsk(world, request), Object.assign(world.evidence[6].ownerRequests[0], { state: 'REFUSED' }), { status: 204 }), true],
  ['POST', /^\/api\/requests\/([^/]+)\/cancellation$/, ({ world, user, params }) => requestView(world, user, Object.assign(find(world.evidence, params[0]), { state: 'CANCELLED' }))],
  ['POST', /^\/api\/requests\/([^/]+)\/outcome$/, ({ world, user, params }) => requestView(world, user, Object.assign(find(world.evidence, params[0]), { state: 'OUTCOME' }))],
  [
    'GET',
    /^\/api\/(?:requests|handovers)\/([^/]+)\/verification$/,
    ({ world }) => ({
      verdict: 'INTACT',
      sentence: 'Không có gì trong gói này thay đổi kể từ khi niêm phong.',
      checkedAt: iso(world.now()),
      lines: [
        { topic: 'FILES', ok: true, text: '3 trên 3 tệp không đổi' },
        { topic: 'SEAL', ok: true, text: `Niêm phong bởi nhật ký anbinh.local/4ee148b34c3e8be8, khóa ${'ff20b65f'.repeat(8)}` },
        { topic: 'TIME', ok: null, text: 'chưa có dấu thời gian RFC 3161' },
        { topic: 'LOG', ok: true, text: 'có trong nhật ký, mục 32' },
        { topic: 'HANDED_OVER', ok: null, text: 'Chưa bàn giao cho ai, theo tệp này' },
        { topic: 'NOT_CHECKED', ok: null, text: 'không kiểm tra: nội dung hình ảnh; đồng hồ camera nhanh 0,04 s' },
      ],
    }),
  ],

  ['GET', /^\/api\/requests\/([^/]+)\/custody$/, ({ world, user, params }) => custody(world, user, sealed(world, params[0]))],
  [
    'GET',
    /^\/api\/cases\/([^/]+)\/request-defaults$/,
    ({ world, user, params }) => {
      const last = world.evidence.findLast((each) => each.case.id === params[0] && each.requestedBy.id === user.id);
      if (last) return { purpose: last.purpose, legalBasis: last.legalBasis, offence: last.offence, subjectClass: last.subjectClass, last: { id: last.id, code: last.code } };
      const offence = world.choices.offences.find((each) => each.code === find(world.cases, params[0]).type)?.code ?? null;
      return { purpose: null, legalBasis: offence && 'CPC_2015_ART_88', offence, subjectClass: null, last: null };
    },
  ],
  [
    'GET',
    /^\/api\/demo\/messages$/,
    ({ world }) => ({
      items: [
        {
          id: '01900000-0000-7000-9000-000000000002',
          at: iso(world.now() - 60_000),
          type: 'notification.message',
          to: '0002223333',
          language: 'vi',
          text: 'BẢN TRÌNH DIỄN. Mã xác nhận của bạn: 482915. Mã có giá trị trong 15 phút.',
          link: null,
        },
        {
          id: '01900000-0000-7000-9000-000000000001',
          at: iso(world.now() - 300_000),
          type: 'owner.message',
          to: '000 000 000',
          language: 'vi',
          text: 'BẢN TRÌNH DIỄN. Công an phường Hạc Thành đề nghị cung cấp hình ảnh của camera Quán Hải Đăng. Bạn có quyền từ chối.\nhttp://localhost:8080/owner.html#bi-mat',
          link: 'http://localhost:8080/owner.html#bi-mat',
        },
      ],
    }),
  ],
  ['GET', /^\/api\/requests\/([^/]+)\/videos$/, ({ world, params }) => videosView(world, sealed(world, params[0]), `/api/requests/${params[0]}`)],
  ['GET', /^\/api\/requests\/([^/]+)\/copies$/, ({ world, user, params }) => copiesView(world, user, sealed(world, params[0]))],
  [
    'POST',
    /^\/api\/requests\/([^/]+)\/copies$/,
    ({ world, user, params, body }) => {
      const request = find(world.evidence, params[0]);
      const tracks = (body.tracks ?? []).map(({ beyond, keys }) => ({ beyond, keys: keys.map(({ seconds, ...box }) => ({ seconds, box })) }));
      const covering = body.kind === 'COURT' ? null : { mode: body.mode, fill: body.fill, tracks };
      world.copies.unshift(
        world.makeCopy(world.copies.length + 1, 'ORDERED', { ...body, request: request.id, covering, reasons: body.reasons ?? [], keepsSound: body.keepsSound ?? true, percent: 40 }),
      );
      return { status: 201, body: copiesView(world, user, request).copies[0] };
    },
  ],
  [
    'POST',
    /^\/api\/requests\/([^/]+)\/copies\/([^/]+)\/review$/,
    ({ world, user, params, body }) => {
      grave(world, user);
      const copy = Object.assign(find(world.copies, params[1]), {
        state: body.outcome === 'CONFIRM' ? 'CONFIRMED' : 'REFUSED',
        review: { by: { id: user.id, displayName: user.displayName }, at: iso(world.now()), words: body.words || null },
      });
      return copiesView(world, user, find(world.evidence, params[0])).copies.find((each) => each.id === copy.id);
    },
  ],
  [
    'GET',
    /^\/api\/(?:requests|handovers)\/([^/]+)\/(videos|copies\/[^/]+|owner-requests\/[^/]+\/files\/[^/]+)\/(video|player)\.mp4$/,
    ({ world, request, response }) => sendVideo(request, response, world.footage.clip(4000)),
  ],
  [
    'POST',
    /^\/api\/requests\/([^/]+)\/handovers$/,
    ({ world, user, params, body }) => {
      const to = find(world.people, body.recipientId);
      return {
        status: 201,
        body: handOver(world, user, params[0], { account: true, name: to.displayName, office: 'Công an tỉnh Thanh Hóa', title: '', identity: 'ACCOUNT', medium: body.medium, recipient: to.id }),
      };
    },
  ],
  [
    'POST',
    /^\/api\/requests\/([^/]+)\/outside-handovers$/,
    ({ world, user, params, body }) => {
      fieldErrors([body.name.length > 40, 'name', 'Nhiều nhất 40 ký tự.']);
      return { status: 201, body: handOver(world, user, params[0], { account: false, ...body }) };
    },
  ],
  [
    'DELETE',
    /^\/api\/requests\/([^/]+)\/handovers\/([^/]+)$/,
    ({ world, params }) => Object.assign(find(world.handovers, params[1]), { state: 'WITHDRAWN', endedAt: iso(world.now()), mayWithdraw: false, maySign: false }),
  ],
  [
    'GET',
    /^\/api\/requests\/([^/]+)\/handovers\/([^/]+)\/paper.pdf$/,
    ({ response }) => void response.writeHead(200, { 'Content-Type': 'application/pdf', 'Cache-Control': 'no-store' }).end('%PDF-1.4'),
  ],
  ['POST', /^\/api\/requests\/([^/]+)\/handovers\/([^/]+)\/signed$/, ({ world, user, params }) => (grave(world, user), receive(world, find(world.handovers, params[1])))],
  [
    'POST',
    /^\/api\/handover-scans\/([^/]+)$/,
    ({ world, params, body }) => {
      fieldErrors([!body.scan.startsWith('JVBERi'), 'scan', 'Không phải tệp PDF, ảnh JPEG hay PNG.']);
      return Object.assign(find(world.handovers, params[0]), { scanned: true });
    },
  ],
  ['GET', /^\/api\/handovers$/, ({ world, user }) => page(world.handovers.filter((each) => each.recipient === user.id).map((each) => received(world, each)))],
  ['GET', /^\/api\/handovers\/([^/]+)\/videos$/, ({ world, params }) => videosView(world, sealed(world, find(world.handovers, params[0]).request), `/api/handovers/${params[0]}`)],
  [
    'GET',
    /^\/api\/handovers\/recipients$/,
    ({ world, user, url }) =>
      world.people
        .filter((each) => each.id !== user.id && each.displayName.toLowerCase().includes((url.searchParams.get('text') ?? '').toLowerCase()))
        .map(({ id, displayName }) => ({ id, displayName })),
  ],
  ['POST', /^\/api\/handovers\/([^/]+)\/receipt$/, ({ world, user, params }) => (grave(world, user), received(world, receive(world, find(world.handovers, params[0]))))],

  [
    'GET',
    /^\/api\/log$/,
    ({ world, user, url }) => {
      const after = url.searchParams.get('after') ? Number(url.searchParams.get('after')) : world.log.items.length;
      const limit = Number(url.searchParams.get('limit') ?? 50);
      const found = world.log.items
        .filter(
          (item) =>
            item.index < after && (!url.searchParams.get('type') || item.type === url.searchParams.get('type')) && (!url.searchParams.get('actor') || item.actor.id === url.searchParams.get('actor')),
        )
        .reverse();
      const items = found.slice(0, limit);
      return { items, next: found.length > limit ? String(items.at(-1).index) : null };
    },
  ],
  ['GET', /^\/api\/log\/suspension$/, ({ world, user }) => world.log.suspension(user)],
  [
    'POST',
    /^\/api\/log\/suspension\/proposal$/,
    ({ world, user, body }) => {
      fieldErrors([(body.reason ?? '').length < 20, 'reason', 'Từ 20 đến 1000 ký tự.']);
      world.log.proposal = { by: user.displayName, at: iso(world.now()), reason: body.reason };
      return world.log.suspension(user);
    },
  ],
  ['POST', /^\/api\/log\/suspension\/confirmation$/, ({ world, user }) => (world.log.resume(user), world.log.suspension(user))],
  ['GET', /^\/api\/log\/status$/, ({ world }) => world.log.status()],
  [
    'GET',
    /^\/api\/log\/days\/([0-9-]+)$/,
    ({ world, user }) => {
      const actor = ({ id, displayName }) => ({ id, displayName });
      return [
        { type: 'identity.sign-in', summary: 'Đăng nhập', actor: actor(world.people[0]), refused: false, times: 3 },
        { type: 'identity.sign-in-failed', summary: 'Đăng nhập không thành công', actor: null, refused: true, times: 41 },
      ];
    },
  ],
  [
    'GET',
    /^\/api\/log\/months\/([0-9-]+)$/,
    ({ user }) => {
      return [
        { type: 'mediation.received', summary: 'Tiếp nhận vụ việc hòa giải', times: 20 },
        { type: 'mediation.referred', summary: 'Chuyển vụ việc hòa giải', times: null },
      ];
    },
  ],
  ['GET', /^\/api\/log\/(\d+)$/, ({ world, params }) => world.log.entry(Number(params[0]))],
  ['GET', /^\/api\/log\/(\d+)\/proof$/, ({ world, params, response }) => void response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8' }).end(world.log.proof(Number(params[0])))],
  ['GET', /^\/api\/log\/(\d+)\/leaf$/, ({ world, params, response }) => void response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end(world.log.leaves[Number(params[0])])],
  ['GET', /^\/log\/checkpoint$/, ({ world, response }) => void response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8' }).end(world.log.checkpoint()), true],
  ['GET', /^\/api\/verify-key$/, ({ world, response }) => void response.writeHead(200, { 'Content-Type': 'text/plain' }).end(`${world.log.verifierKey}\n`), true],
];
