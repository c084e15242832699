// The made-up areas of the stand-in: a tree, former names, imports.

import { yearOf } from './days.mjs';
import { Refusal } from './refusal.mjs';

const fold = (text) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase();
const former = [
  { id: '01900000-0000-7000-d000-000000000001', code: '14884', name: 'Thị trấn Cành Nàng', kind: 'COMMUNE', district: 'Huyện Bá Thước', until: '2025-06-30', became: '14923' },
  { id: '01900000-0000-7000-d000-000000000002', code: '14887', name: 'Xã Ban Công', kind: 'COMMUNE', district: 'Huyện Bá Thước', until: '2025-06-30', became: '14923' },
];

export const within = (world, id) => world.areas.filter((area) => area.parentId === id && !area.until);

export function branches(world, below) {
  return within(world, below).map((area) => ({ ...area, within: within(world, area.id).length }));
}

function above(world, area) {
  const parent = world.areas.find((each) => each.id === area.parentId);
  return parent ? [parent, ...above(world, parent)] : [];
}

export function search(world, q) {
  const sought = fold(q.trim());
  if (!sought) return [];
  const shown = (area, formerly) => ({ ...area, above: above(world, area).map((each) => each.name), formerly });
  const now = world.areas.filter((area) => !area.until && (fold(area.name).includes(sought) || area.code === q)).map((area) => shown(area, null));
  const past = former
    .filter((each) => fold(`${each.name} ${each.district}`).includes(sought))
    .map((each) =>
      shown(
        world.areas.find((area) => area.code === each.became),
        { name: each.name, district: each.district, until: each.until },
      ),
    );
  return [...now, ...past.filter((each, index) => !now.some((one) => one.id === each.id) && past.findIndex((one) => one.id === each.id) === index)];
}

export function facts(world, id) {
  const past = former.find((each) => each.id === id);
  const area = past ?? world.areas.find((each) => each.id === id);
  if (!area) throw new Refusal(404, 'no-such-area', 'Không có địa bàn với mã này.');
  const parent = past ? world.areas.find((each) => each.code === past.became) : null;
  const other = ({ id: one, code, name, kind, district = null, until = null }) => ({ id: one, code, name, kind, district, until });
  return {
    parentId: parent?.id ?? null,
    from: past ? null : '2025-07-01',
    until: null,
    district: null,
    endReason: null,
    ...area,
    above: (parent ? [parent, ...above(world, parent)] : above(world, area)).map(other),
    names: area.names ?? [{ name: area.name, from: past ? null : '2025-07-01', to: null, reason: null }],
    predecessors: former.filter((each) => each.became === area.code && !past).map(other),
    successors: parent ? [other(parent)] : [],
    within: within(world, id).length,
    boundaryPoints: area.code === '14923' ? 5 : null,
  };
}

export const boundary = {
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [105.18, 20.31],
        [105.31, 20.3],
        [105.34, 20.39],
        [105.22, 20.42],
        [105.18, 20.31],
      ],
    ],
  ],
};

/** Reads a file well enough for the screens: a village without a name is wrong. */
export function report(sort, text) {
  const empty = {
    sha256: 'cd'.repeat(32),
    encoding: { encoding: 'UNICODE', detected: 'UNICODE', converted: 0, sample: [] },
    rows: 0,
    fresh: 0,
    known: 0,
    changed: 0,
    past: 0,
    corrected: 0,
    errorCount: 0,
    errors: [],
    sample: [],
  };
  if (sort === 'province') return { ...empty, rows: 742, fresh: 163, known: 3, past: 565, corrected: 14, sample: [{ code: '14758', name: 'Phường Hàm Rồng', above: 'Tỉnh Thanh Hóa' }] };
  if (sort === 'boundaries') return { ...empty, rows: 1, fresh: 1, sample: [{ code: '14923', name: 'Xã Bá Thước', above: '' }] };
  const rows = text
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));
  const errors = rows.flatMap((cells, index) => (cells[1] ? [] : [{ row: index + 2, cell: `B${index + 2}`, column: 'name', title: 'Tên', code: 'required', message: 'Cần có.' }]));
  return {
    ...empty,
    rows: rows.length,
    fresh: rows.length - errors.length,
    errorCount: errors.length,
    errors,
    sample: rows
      .filter((cells) => cells[1])
      .slice(0, 5)
      .map((cells, index) => ({ code: `${cells[0]}-00${index + 1}`, name: `Thôn ${cells[1]}`, above: 'Xã Bá Thước' })),
  };
}

/** What is to come of areas: of all, or of one from where it stands. */
export function planned(world, user, id) {
  world.planned ??= [
    {
      id: '01900000-0000-7000-d000-0000000000a1',
      on: `${yearOf(world.now()) + 1}-01-01`,
      name: null,
      reason: 'Nghị quyết 1686/NQ-UBTVQH15 ngày 16/11',
      areaIds: [world.areas[2].id],
      successors: [{ areaId: world.areas[1].id }],
    },
  ];
  const of = (one) => {
    const { id: area, code, name, kind } = world.areas.find((each) => each.id === one);
    return { id: area, code, name, kind };
  };
  const lies = (one, ids) => one !== null && one !== undefined && (ids.includes(one) || lies(world.areas.find((each) => each.id === one)?.parentId, ids));
  return world.planned
    .map(({ areaIds, successors, ...one }) => ({
      ...one,
      state: 'WAITING',
      stands: true,
      mayWithdraw: user.roles.includes('ADMINISTRATOR'),
      areas: areaIds.map(of),
      successors: successors.map((each) => (each.areaId ? of(each.areaId) : { id: null, ...each })),
      part: id === null ? null : areaIds.includes(id) ? 'CHANGES' : successors.some((each) => each.areaId === id) ? 'TAKES_OVER' : one.name === null && lies(id, areaIds) ? 'MOVES' : 'NONE',
      into: id !== null && successors.length === 1 && !successors.some((each) => each.areaId === id) ? 0 : null,
    }))
    .filter((each) => each.part !== 'NONE');
}
