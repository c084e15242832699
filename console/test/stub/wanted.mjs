// Wanted vehicles: one that is asked for, one that is looked for with its alerts, and some that are over.
import { iso } from './days.mjs';
import { part } from './page.mjs';
import { Refusal } from './refusal.mjs';
import { picture, steps } from './sightings.mjs';

const minute = 60_000;
const day = 24 * 60 * minute;
const grounds = 'Văn bản đúng thẩm quyền, còn hạn.';
const names = ({ id, displayName }) => ({ id, displayName });
const car = (text) => ({ kind: 'CAR', text });
const kept = new WeakMap();

function entry(world, number, state, plate, meanings, more = {}) {
  const now = Math.floor(world.now() / minute) * minute;
  const [, investigator, approver] = world.people;
  const at = now - number * 6 * 60 * minute;
  const decided = state === 'REQUESTED' ? null : { reason: grounds, by: names(approver), at: iso(at + 20 * minute) };
  return {
    id: `0192f3a0-0000-7000-8000-0000000009${String(number).padStart(2, '0')}`,
    code: `WV-2026-000${number}`,
    plate,
    meanings,
    objectClass: 'TRUCK',
    colour: 'WHITE',
    documentNumber: `${number}2/CV-CAX`,
    documentOn: '2026-11-20',
    documentAuthority: 'Công an xã Bá Thước',
    caseId: world.cases[0].id,
    caseCode: world.cases[0].code,
    areaId: world.areas[1].id,
    areaName: world.areas[1].name,
    reason: 'Xe tải gây tai nạn rồi bỏ chạy ở cổng chợ, cần xác minh người lái.',
    requestedBy: names(investigator),
    requestedAt: iso(at),
    expiresAt: iso(at + 7 * day),
    state,
    decision: decided,
    end: null,
    ...more,
  };
}

function alert(world, number, wanted, camera, reading, marks, more = {}) {
  const now = Math.floor(world.now() / minute) * minute;
  const at = world.seenAt(now - number * 37 * minute + 17_240);
  const seen = world.cameras[camera];
  return {
    id: `0192f3a0-0000-7000-8000-0000000008${String(number).padStart(2, '0')}`,
    wantedId: wanted.id,
    wantedCode: wanted.code,
    plate: wanted.plate,
    wantedClass: wanted.objectClass,
    wantedColour: wanted.colour,
    position: 9_000 + number,
    cameraId: seen.id,
    cameraCode: seen.code,
    cameraName: seen.name,
    areaId: seen.areaId,
    areaName: seen.areaName,
    at: iso(at),
    reading,
    steps: steps(wanted.plate, reading, marks),
    objectClass: 'TRUCK',
    colours: ['WHITE'],
    platePicture: picture,
    raisedAt: iso(at + 2_000),
    expiresAt: iso(at + day),
    state: 'OPEN',
    acknowledgement: null,
    ...more,
  };
}

function worldOf(world) {
  const known = kept.get(world);
  if (known) return known;
  const asked = entry(world, 4, 'REQUESTED', '36B11234', [car('36B-112.34'), { kind: 'MOTORBIKE_OLD', text: '36-B1 1234' }], {
    requestedBy: names(world.people[1]),
    objectClass: 'MOTORBIKE',
    colour: null,
    caseId: null,
    caseCode: null,
  });
  const active = entry(world, 3, 'ACTIVE', '36A12845', [car('36A-128.45')]);
  const made = {
    entries: [
      asked,
      active,
      entry(world, 2, 'REFUSED', '36C05566', [car('36C-055.66')]),
      entry(world, 1, 'ENDED', '99A00001', [car('99A-000.01')], { end: { note: 'Đã tìm thấy xe tại bến.', by: names(world.people[1]), at: iso(world.now() - 3 * 60 * minute) } }),
    ],
    alerts: [
      alert(world, 1, active, 0, '36A12845', '========'),
      alert(world, 2, active, 1, '36A1Z845', '====~===', { objectClass: 'CAR', colours: ['SILVER'], platePicture: null }),
      alert(world, 3, active, 5, '36A12845', '========', {
        state: 'ACKNOWLEDGED',
        acknowledgement: { finding: 'ANOTHER_VEHICLE', by: names(world.people[0]), at: iso(world.now() - 30 * minute) },
      }),
      alert(world, 50, active, 0, '36A12845', '========', { state: 'EXPIRED', objectClass: null, colours: [] }),
    ],
  };
  kept.set(world, made);
  return made;
}

function find(list, id, code) {
  const found = list.find((each) => each.id === id);
  if (!found) throw new Refusal(404, code, 'Không tìm thấy.');
  return found;
}

const over = ['REFUSED', 'EXPIRED', 'ENDED'];
const view = (user, each) => {
  const approves = user.roles.includes('APPROVER');
  const own = each.requestedBy.id === user.id;
  return { ...each, mayDecide: each.state === 'REQUESTED' && approves && !own, mayEnd: !over.includes(each.state) && (approves || own) };
};

const invalid = (errors) => {
  if (errors.length > 0) throw new Refusal(400, 'invalid', 'The body does not validate.', errors);
};

function inState(list, url) {
  const state = url.searchParams.get('state');
  return state ? list.filter((each) => each.state === state) : list;
}

export function wantedRoutes() {
  return [
    [
      'GET',
      /^\/api\/wanted-vehicles$/,
      ({ world, user, url }) =>
        part(
          inState(worldOf(world).entries, url).map((each) => view(user, each)),
          url,
        ),
    ],
    [
      'POST',
      /^\/api\/wanted-vehicles$/,
      ({ world, user, body }) => {
        const plate = body.plate.toUpperCase().replace(/[^0-9A-ZĐ]/g, '');
        invalid(plate.length < 5 ? [{ field: 'plate', code: 'wanted-plate', message: 'Nhập đủ biển số, từ 5 đến 10 chữ và số, không có ký tự chưa rõ.' }] : []);
        const { entries } = worldOf(world);
        const { days, ...rest } = body;
        const made = entry(world, entries.length + 1, 'REQUESTED', plate, [car(plate)], {
          ...rest,
          plate,
          caseCode: world.cases.find((each) => each.id === body.caseId)?.code ?? null,
          requestedBy: names(user),
          requestedAt: iso(world.now()),
          expiresAt: iso(world.now() + days * day),
        });
        entries.unshift(made);
        return { status: 201, body: view(user, made) };
      },
    ],
    [
      'POST',
      /^\/api\/wanted-vehicles\/([^/]+)\/decision$/,
      ({ world, user, params, body }) => {
        const each = find(worldOf(world).entries, params[0], 'no-such-wanted-vehicle');
        if (each.requestedBy.id === user.id) throw new Refusal(403, 'own-wanted-vehicle', 'Người khác phải quyết định.');
        if (each.state !== 'REQUESTED') throw new Refusal(409, 'wanted-vehicle-decided', 'Đã có quyết định.');
        Object.assign(each, { state: body.outcome === 'APPROVE' ? 'ACTIVE' : 'REFUSED', decision: { reason: body.reason, by: names(user), at: iso(world.now()) } });
        return view(user, each);
      },
    ],
    [
      'POST',
      /^\/api\/wanted-vehicles\/([^/]+)\/end$/,
      ({ world, user, params, body }) => {
        const each = find(worldOf(world).entries, params[0], 'no-such-wanted-vehicle');
        if (over.includes(each.state)) throw new Refusal(409, 'wanted-vehicle-over', 'Đã kết thúc.');
        Object.assign(each, { state: 'ENDED', end: { note: body.note, by: names(user), at: iso(world.now()) } });
        return view(user, each);
      },
    ],
    ['GET', /^\/api\/wanted-vehicles\/alerts$/, ({ world, url }) => part(inState(worldOf(world).alerts, url), url)],
    [
      'POST',
      /^\/api\/wanted-vehicles\/alerts\/([^/]+)\/acknowledgement$/,
      ({ world, user, params, body }) => {
        const each = find(worldOf(world).alerts, params[0], 'no-such-wanted-alert');
        if (each.state !== 'OPEN') throw new Refusal(409, 'wanted-alert-acknowledged', 'Đã có người xác nhận.');
        return Object.assign(each, { state: 'ACKNOWLEDGED', acknowledgement: { finding: body.finding, by: names(user), at: iso(world.now()) } });
      },
    ],
  ];
}
