// Searches for vehicles: the same few that passed, whatever is asked, found as a reader may have read them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { iso } from './days.mjs';
import { part } from './page.mjs';
import { Refusal } from './refusal.mjs';

const minute = 60_000;
export const picture = readFileSync(join(import.meta.dirname, 'plate.jpg')).toString('base64');

/** What became of each character: `=` as remembered, `?` not remembered, `~` alike, `!` other, `+` added, `-` missed. */
const kinds = { '=': 'SAME', '?': 'FILLED', '~': 'ALIKE', '!': 'OTHER', '+': 'ADDED', '-': 'MISSED' };
export const steps = (remembered, read, marks) =>
  [...marks].map((mark, index) => {
    const side = (text) => (text[index] === ' ' ? null : text[index]);
    return { kind: kinds[mark], remembered: side(remembered), read: side(read) };
  });

const car = (text) => [{ kind: 'CAR', text }];
const passes = [
  { cost: 0, camera: 0, text: '36A12845', meanings: car('36A-128.45'), steps: steps('36A12 45', '36A12845', '=====?=='), confidence: 0.94 },
  {
    cost: 10,
    camera: 1,
    text: '36A1Z845',
    meanings: [],
    steps: steps('36A12 45', '36A1Z845', '====~?=='),
    confidence: 0.71,
    others: [
      ['36A12845', 0.22],
      ['36A1Z84S', 0.004],
    ],
    reasons: ['COLOUR_NEAR'],
    colours: ['SILVER'],
    picture: null,
  },
  {
    cost: 20,
    camera: 5,
    text: '36B12845',
    meanings: [...car('36B-128.45'), { kind: 'MOTORBIKE_OLD', text: '36-B1 2845' }],
    steps: steps('36A12 45', '36B12845', '==!==?=='),
    confidence: 0.88,
    reasons: ['CLASS_OTHER'],
    objectClass: 'CAR',
  },
  {
    cost: 20,
    camera: 0,
    text: '36A122845',
    meanings: [],
    steps: steps('36A1 2 45', '36A122845', '====+=?=='),
    confidence: 0.63,
    reasons: ['LATER_READING', 'CLASS_UNKNOWN', 'COLOUR_UNKNOWN'],
    objectClass: null,
    colours: [],
    others: [['36A12284', 0.66]],
  },
  { cost: 30, camera: 1, text: '6AI2845', meanings: [], steps: steps('36A12 45', ' 6AI2845', '-==~=?=='), confidence: 0.52, reasons: ['CLASS_NEAR'], objectClass: 'VAN' },
];
const most = 29;

/** In the order of their times, each with the way from the one before of the same plate; what is far in no time is impossible. */
function withTrails(kept) {
  const last = new Map();
  return [...kept]
    .sort((one, other) => (one.at < other.at ? -1 : 1))
    .map((pass) => {
      const vehicle = pass.seen.readings[0]?.text.replaceAll('Z', '2');
      if (!vehicle || pass.verdict === 'REJECTED') return { ...pass, trail: null };
      const before = last.get(vehicle);
      last.set(vehicle, pass);
      const seconds = before && Math.round((Date.parse(pass.at) - Date.parse(before.at)) / 1000);
      return { ...pass, trail: { vehicle, leg: before ? { metres: 3_214, seconds, possible: seconds > 60 } : null } };
    });
}

function hitsOf(world, plate, misreading) {
  const now = Math.floor(world.now() / minute) * minute;
  const all = Array.from({ length: most }, (_, index) => (index < passes.length ? passes[index] : { ...passes[3 + (index % 2)], cost: 30 }));
  return all
    .map((pass, index) => {
      const camera = world.cameras[pass.camera];
      const at = world.seenAt(now - (70 + index * 47) * minute + 17_240);
      return {
        position: 4_000 + index,
        cameraId: camera.id,
        cameraCode: camera.code,
        cameraName: camera.name,
        areaId: camera.areaId,
        areaName: camera.areaName,
        latitude: camera.place.latitude,
        longitude: camera.place.longitude,
        from: iso(at - 2_000),
        to: iso(at + 1_500),
        at: iso(at),
        objectClass: 'TRUCK',
        colours: ['WHITE'],
        direction: ['TOWARDS', 'AWAY', 'LEFT', 'RIGHT', null][index % 5],
        reasons: [],
        model: 'doc-bien-so 2.1',
        weakness: index % 7 === 3 ? 'SEEN_ONCE' : null,
        classReason: index % 3 === 0 ? 'PLATE_SHAPE' : null,
        plateColour: index % 3 === 0 ? 'WHITE' : null,
        platePicture: picture,
        ...('objectClass' in pass ? { objectClass: pass.objectClass } : {}),
        ...('colours' in pass ? { colours: pass.colours } : {}),
        ...('picture' in pass ? { platePicture: pass.picture } : {}),
        ...(pass.reasons ? { reasons: pass.reasons } : {}),
        cost: pass.cost,
        match: plate === null ? null : { text: pass.text, meanings: pass.meanings, steps: pass.steps },
        readings: [[pass.text, pass.confidence], ...(pass.others ?? [])].map(([text, confidence]) => ({ text, confidence, positions: [] })),
      };
    })
    .filter(({ cost }) => plate === null || cost <= misreading)
    .sort((one, other) => one.cost - other.cost);
}

const levels = [
  [3, ['36A12845', '36A12945', '36A12145']],
  [12, ['36A1Z845', '36AI2845']],
  [112, ['36B12845', '36A12846', '36C12845']],
  [640, ['36A122845', '6AI2845']],
  [2_907, ['37A12845']],
  [0, []],
  [11_420, ['38C17845']],
].map(([plates, examples], index) => ({ cost: 10 * index, plates, examples }));

const classes = { TRUCK: /xe tải|truck|شاحنة/i, MOTORBIKE: /xe máy|motorbike|دراجة/i };
const colours = { WHITE: /trắng|white|بيضاء/i, RED: /đỏ|red|حمراء/i };
const known = /đi vào|towards|باتجاه|xe tải|truck|شاحنة|xe máy|motorbike|دراجة|trắng|white|بيضاء|đỏ|red|حمراء|thứ ba|tuesday|الثلاثاء|18[–-]20h|bá thước/gi;

function understand(world, { text, misreading, from, to }) {
  const named = (table) => Object.keys(table).filter((each) => table[each].test(text));
  const words = text.replaceAll(known, ' ').split(/\s+/).filter(Boolean);
  const ofPlate = words.filter((each) => /[\d?]/.test(each));
  const plate = ofPlate.join('') || null;
  const commune = world.areas[1];
  const found = {
    plate,
    classes: named(classes),
    colours: named(colours),
    from: from ?? iso(world.now() - 7 * 24 * 60 * minute),
    to: to ?? iso(world.now()),
    places: /bá thước/i.test(text) ? [{ kind: 'AREA', id: commune.id, name: commune.name }] : [],
    ignored: words.filter((each) => !ofPlate.includes(each)).join(' '),
    direction: /đi vào|towards|باتجاه/i.test(text) ? 'TOWARDS' : null,
    misreading: misreading ?? 20,
  };
  if (plate === null && found.classes.length + found.colours.length + found.places.length === 0) {
    throw new Refusal(400, 'invalid', 'The body does not validate.', [
      { field: 'text', code: 'sighting-search', message: 'Chưa hiểu nội dung tìm. Nhập biển số, loại xe, màu, thời gian hoặc địa điểm.' },
    ]);
  }
  return found;
}

function analysis(world) {
  return {
    state: world.analysed?.size ? 'RUNNING' : 'IDLE',
    processorSecondsPerVideoSecond: world.analysed?.size ? 0.25 : null,
    camerasPerCore: world.analysed?.size ? 4 : null,
    cameras: [...(world.analysed ?? [])].map((cameraId) => ({
      cameraId,
      switchedOn: true,
      switchedAt: iso(world.now() - 60 * minute),
      analysedUntil: iso(world.now() - minute),
      lagSeconds: 60,
      lettering: 1,
      notAnalysed: [{ from: iso(world.now() - 40 * minute), to: iso(world.now() - 38 * minute), reason: 'LAG' }],
    })),
  };
}

/** Of a camera that tells of vehicles itself; by the path `/exi` in a form that is not read. */
function metadata(world, cameraId) {
  const path = world.metadata?.get(cameraId);
  const on = path !== undefined;
  return {
    cameraId,
    switchedOn: on,
    switchedAt: on ? iso(world.now() - minute) : null,
    path: path ?? null,
    connection: on ? { name: 'CAM', state: path === '/exi' ? 'NOT_SUPPORTED' : 'CONNECTED', since: iso(world.now() - minute), detail: null } : null,
    lastPassAt: on && path !== '/exi' ? iso(world.now() - 30_000) : null,
  };
}

/** Stored footage that is analysed: the first that was asked for runs, the others wait. */
function jobs(world) {
  world.analysisJobs ??= [];
  return world.analysisJobs;
}

const isOpen = ({ state }) => state === 'WAITING' || state === 'RUNNING';

const recordedSeconds = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 1000);

function estimate(world, url) {
  const before = jobs(world).filter(isOpen);
  const recorded = recordedSeconds(url.searchParams.get('from'), url.searchParams.get('to'));
  const secondsBefore = before.reduce((sum, each) => sum + each.recordedSeconds - each.analysedSeconds, 0);
  return {
    recordedSeconds: recorded,
    processorSeconds: Math.round(recorded / 4),
    jobsBefore: before.length,
    secondsBefore,
    doneAt: iso(world.now() + (secondsBefore + recorded) * 250),
  };
}

function request(world, user, { caseId, cameraId, from, to }) {
  const camera = world.cameras.find((each) => each.id === cameraId);
  const isFirst = !jobs(world).some(isOpen);
  const recorded = recordedSeconds(from, to);
  const job = {
    id: `01900000-0000-7000-a000-${String(jobs(world).length + 1).padStart(12, '0')}`,
    caseId,
    caseCode: world.cases.find((each) => each.id === caseId).code,
    cameraId,
    cameraCode: camera.code,
    cameraName: camera.name,
    from,
    to,
    state: isFirst ? 'RUNNING' : 'WAITING',
    paused: false,
    requestedBy: { id: user.id, displayName: user.displayName },
    requestedAt: iso(world.now()),
    startedAt: isFirst ? iso(world.now()) : null,
    endedAt: null,
    cancelledBy: null,
    recordedSeconds: recorded,
    analysedSeconds: isFirst ? Math.round(recorded / 3) : 0,
    found: isFirst ? 12 : 0,
    known: isFirst ? 1 : 0,
    notAnalysed: isFirst ? [{ from, to: iso(Date.parse(from) + 2 * minute), segments: 2, reason: 'DELETED' }] : [],
    doneAt: iso(world.now() + 10 * minute),
    mayCancel: true,
  };
  jobs(world).unshift(job);
  return job;
}

export function sightingRoutes() {
  return [
    [
      'POST',
      /^\/api\/sightings\/searches$/,
      ({ world, url, body }) => {
        const found = world.cases.find((each) => each.id === body.caseId);
        if (!found) throw new Refusal(404, 'no-such-case', 'Không tìm thấy vụ việc.');
        if (found.state !== 'OPEN') throw new Refusal(409, 'case-closed', 'Vụ việc đã kết thúc.');
        if (new Set(body.reason.split(' ')).size < 3) throw new Refusal(400, 'invalid', 'The body does not validate.', [{ field: 'reason', code: 'says-nothing', message: 'Nêu lý do thành câu.' }]);
        const understood = understand(world, body);
        const none = understood.plate?.startsWith('99');
        const hits = none ? [] : hitsOf(world, understood.plate, understood.misreading);
        const accepted = understood.plate === null ? [] : levels.map((each) => (none && each.cost <= 30 ? { ...each, plates: 0, examples: [] } : each));
        return { understood, accepted, hits: part(hits, url) };
      },
    ],
    [
      'GET',
      /^\/api\/cases\/([^/]+)\/passes$/,
      ({ world, params }) => {
        const items = withTrails(world.casePasses?.[params[0]] ?? []);
        return { items, next: null, total: { count: items.length, more: false } };
      },
    ],
    [
      'POST',
      /^\/api\/cases\/([^/]+)\/passes$/,
      ({ world, user, params, body }) => {
        const hit = hitsOf(world, null, 60).find((each) => each.position === body.position);
        if (!hit) throw new Refusal(404, 'no-such-pass', 'Không tìm thấy lượt ghi nhận.');
        const { from, to, objectClass, colours, direction, readings, model, platePicture } = hit;
        const kept = {
          position: hit.position,
          verdict: body.verdict,
          note: body.note,
          decidedBy: { id: user.id, displayName: user.displayName },
          decidedAt: iso(world.now()),
          cameraId: hit.cameraId,
          cameraCode: hit.cameraCode,
          cameraName: hit.cameraName,
          at: hit.at,
          latitude: hit.latitude,
          longitude: hit.longitude,
          held: body.verdict !== 'REJECTED',
          seen: { from, to, objectClass, colours, direction, readings, model, platePicture },
        };
        world.casePasses ??= {};
        world.casePasses[params[0]] = [...(world.casePasses[params[0]] ?? []).filter((each) => each.position !== hit.position), kept];
        return kept;
      },
    ],
    [
      'POST',
      /^\/api\/cases\/([^/]+)\/convoys$/,
      ({ world, params, body }) => {
        if (new Set(body.reason.split(' ')).size < 3) throw new Refusal(400, 'invalid', 'The body does not validate.', [{ field: 'reason', code: 'says-nothing', message: 'Nêu lý do thành câu.' }]);
        const near = (world.casePasses?.[params[0]] ?? []).filter((each) => body.positions.includes(each.position));
        const meeting = (pass, seconds) => ({
          position: pass.position + 500,
          near: pass.position,
          cameraId: pass.cameraId,
          cameraCode: pass.cameraCode,
          cameraName: pass.cameraName,
          at: iso(Date.parse(pass.at) + seconds * 1000),
          seconds,
          platePicture: seconds < 0 ? null : picture,
        });
        return {
          trips: 2,
          vehicles: 1_240,
          items: [
            { text: '36C40117', trips: 2, expected: 0.00002, meetings: near.map((pass) => meeting(pass, 34)) },
            { text: '36B188010', trips: 2, expected: 14.2, meetings: near.map((pass) => meeting(pass, -71)) },
            { text: '29A55512', trips: 1, expected: null, meetings: near.map((pass) => meeting(pass, 12)) },
          ],
        };
      },
    ],
    ['GET', /^\/api\/sightings\/analysis\/jobs$/, ({ world, url }) => part(jobs(world), url)],
    ['GET', /^\/api\/sightings\/analysis\/jobs\/estimate$/, ({ world, url }) => estimate(world, url)],
    ['POST', /^\/api\/sightings\/analysis\/jobs$/, ({ world, user, body }) => ({ status: 201, body: request(world, user, body) })],
    [
      'POST',
      /^\/api\/sightings\/analysis\/jobs\/([^/]+)\/cancellation$/,
      ({ world, user, params }) => {
        const job = jobs(world).find((each) => each.id === params[0]);
        return Object.assign(job, { state: 'CANCELLED', endedAt: iso(world.now()), cancelledBy: { id: user.id, displayName: user.displayName }, doneAt: null, mayCancel: false });
      },
    ],
    [
      'GET',
      /^\/api\/cases\/([^/]+)\/analysis-jobs$/,
      ({ world, params }) => {
        const items = jobs(world).filter((each) => each.caseId === params[0]);
        return { items, next: null, total: { count: items.length, more: false } };
      },
    ],
    ['GET', /^\/api\/sightings\/analysis$/, ({ world }) => analysis(world)],
    [
      'PATCH',
      /^\/api\/sightings\/analysis\/cameras\/([^/]+)$/,
      ({ world, params, body }) => {
        world.analysed ??= new Set();
        if (body.on) world.analysed.add(params[0]);
        else world.analysed.delete(params[0]);
        return analysis(world);
      },
    ],
    ['GET', /^\/api\/sightings\/metadata\/cameras\/([^/]+)$/, ({ world, params }) => metadata(world, params[0])],
    [
      'PATCH',
      /^\/api\/sightings\/metadata\/cameras\/([^/]+)$/,
      ({ world, params, body }) => {
        world.metadata ??= new Map();
        if (body.on) world.metadata.set(params[0], body.path ?? null);
        else world.metadata.delete(params[0]);
        return metadata(world, params[0]);
      },
    ],
    [
      'GET',
      /^\/api\/cameras\/([^/]+)\/activity$/,
      ({ url }) => {
        const [from, to] = ['from', 'to'].map((side) => Date.parse(url.searchParams.get(side)));
        const seconds = to - from <= 6 * 60 * minute ? 60 : to - from <= 48 * 60 * minute ? 600 : 3_600;
        const items = [];
        for (let at = from; at < to; at += seconds * 1000) {
          // Rush hours of vehicles, and persons about noon.
          const hour = (at / 3_600_000) % 24;
          const vehicles = Math.round(6 * Math.sin((at / 1000) * 0.37) ** 2 * (1 + Math.cos(((hour - 8) / 12) * Math.PI * 2)));
          const persons = Math.round(3 * Math.sin((at / 1000) * 0.71) ** 2 * (1 + Math.cos(((hour - 12) / 12) * Math.PI)));
          if (vehicles + persons > 0) items.push({ at: iso(at), vehicles, persons });
        }
        return { seconds, items };
      },
    ],
    ['GET', /^\/api\/sighting-sources$/, () => ({ items: [], next: null, total: { count: 0, more: false } })],
  ];
}
