// The ground of maps: the town of the demonstration, without its lanes and houses.
import { readFileSync } from 'node:fs';
import { search } from './areas.mjs';
import { page } from './page.mjs';
import { pmtiles } from './tiles.mjs';

const town = JSON.parse(readFileSync(new URL('../../../server/src/main/resources/demo/town.json', import.meta.url), 'utf8'));
const feature = (properties, type, coordinates) => ({ type: 'Feature', properties, geometry: { type, coordinates } });
const ring = (points) => [[...points, points[0]]];

const ground = {
  type: 'FeatureCollection',
  features: [
    feature({ waterway: 'river', name: town.river.name }, 'LineString', town.river.points),
    ...town.blocks.map(({ name, tags, points }) => feature({ name, ...tags }, 'Polygon', ring(points))),
    ...town.streets.map(({ name, kind, points }) => feature({ name, highway: kind }, 'LineString', points)),
    ...town.landmarks.map(({ name, tags, longitude, latitude }) => feature({ name, ...tags }, 'Point', [longitude, latitude])),
  ],
};

/** What lies around the town, by the codes of the stand-in's areas. */
const boxes = {
  38: [105.0, 19.4, 106.0, 20.6],
  14923: [105.72, 19.78, 105.779, 19.84],
  14797: [105.779, 19.78, 105.83, 19.84],
};
const around = ([west, south, east, north]) =>
  ring([
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ]);

function areas(world) {
  const drawn = world.areas.filter((area) => !area.until && boxes[area.code]);
  return {
    type: 'FeatureCollection',
    features: drawn.flatMap(({ name, kind, code }) => {
      const [west, south, east, north] = boxes[code];
      return [feature({ name, kind }, 'MultiPolygon', [around(boxes[code])]), feature({ name, kind }, 'Point', [(west + east) / 2, (south + north) / 2])];
    }),
  };
}

const fold = (text) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase();

/** Areas whose boundary is known, then streets and landmarks. */
function places(world, q) {
  const sought = fold(q.trim());
  if (!sought) return [];
  const within = 'Phường Hạc Thành';
  const named = [
    ...town.streets.map(({ name, former, points }) => ({ kind: 'STREET', name, former, longitude: points[1][0], latitude: points[1][1] })),
    ...town.landmarks.map(({ kind, name, former, latitude, longitude }) => ({ kind, name, former, latitude, longitude })),
    ...town.blocks.map(({ kind, name, former, points }) => ({ kind, name, former, longitude: points[0][0], latitude: points[0][1] })),
  ];
  return [
    ...search(world, q)
      .filter(({ code }) => boxes[code])
      .map(({ kind, name, code, above, formerly }) => {
        const [west, south, east, north] = boxes[code];
        return {
          kind,
          name,
          former: formerly && [formerly.name, formerly.district].join(', '),
          within: above[0] ?? null,
          latitude: (south + north) / 2,
          longitude: (west + east) / 2,
          bounds: { south, west, north, east },
        };
      }),
    ...named.filter(({ name, former }) => fold(`${name} ${former ?? ''}`).includes(sought)).map((each) => ({ ...each, within, bounds: null })),
  ].slice(0, 20);
}

export function mapRoutes() {
  return [
    ['GET', /^\/api\/maps$/, ({ world }) => ({ tiles: world.mapTiles ? 'VECTOR' : null, attribution: world.mapTiles ? '© OpenStreetMap' : null })],
    [
      'GET',
      /^\/api\/maps\/tiles$/,
      ({ request, response }) => {
        const file = pmtiles();
        const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range);
        const end = Math.min(Number(to), file.length - 1);
        response.writeHead(206, { 'Content-Type': 'application/vnd.pmtiles', 'Content-Range': `bytes ${from}-${end}/${file.length}`, ETag: '"tiles"' });
        response.end(file.subarray(Number(from), end + 1));
      },
    ],
    ['GET', /^\/api\/maps\/ground$/, () => ground],
    ['GET', /^\/api\/maps\/areas$/, ({ world }) => areas(world)],
    ['GET', /^\/api\/places\/search$/, ({ world, url }) => page(places(world, url.searchParams.get('q') ?? ''))],
    [
      'GET',
      /^\/api\/areas\/import\/places\/columns$/,
      () =>
        page(
          [
            ['commune', 'Mã xã', true],
            ['kind', 'Loại', true],
            ['name', 'Tên', true],
            ['former', 'Tên cũ', false],
            ['latitude', 'Vĩ độ', true],
            ['longitude', 'Kinh độ', true],
          ].map(([code, title, required]) => ({ code, title, required, choices: code === 'kind' ? ['Đường, phố', 'Cầu', 'Chợ'] : [] })),
        ),
    ],
    [
      'POST',
      /^\/api\/areas\/import\/places(\/check)?$/,
      ({ params, body }) => {
        const rows = String(body).trim().split(/\r?\n/).slice(1);
        return {
          status: params[0] ? 200 : 201,
          body: {
            sha256: 'ab'.repeat(32),
            encoding: { encoding: 'UNICODE', detected: 'UNICODE', converted: 0, sample: [] },
            rows: rows.length,
            added: rows.length,
            known: 0,
            removed: 1,
            errorCount: 0,
            errors: [],
            sample: rows.slice(0, 5).map((row) => row.split(',')[2]),
          },
        };
      },
    ],
  ];
}
