import type { DataDrivenPropertyValueSpecification, ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';

/** What the map is painted in, by the names of the tokens. */
const names = [
  'ink',
  'mute',
  'border-strong',
  'accent',
  'accent-ink',
  'ok',
  'warn',
  'bad',
  'panel',
  'map-land',
  'map-built',
  'map-green',
  'map-water',
  'map-water-name',
  'map-road',
  'map-road-edge',
  'map-building',
] as const;
type Colours = Record<(typeof names)[number], string>;

/** Of what sort the installation's tiles are; null where it has none. */
export type TileType = 'VECTOR' | 'PICTURE' | null;

/** As the page looks now, light or dark. */
export function colours(): Colours {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()])) as Colours;
}

/** Where the base comes from; what is shown on it is `shown`, and filled by the page. */
export function style(colour: Colours, tiles: TileType): StyleSpecification {
  const url = `pmtiles://${location.origin}/api/maps/tiles`;
  return {
    version: 8,
    sources: {
      areas: { type: 'geojson', data: `${location.origin}/api/maps/areas` },
      ground: { type: 'geojson', data: `${location.origin}/api/maps/ground` },
      ...(tiles === 'VECTOR' && { tiles: { type: 'vector', url } }),
      ...(tiles === 'PICTURE' && { tiles: { type: 'raster', url } }),
      shown: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
    },
    layers: layers(colour, tiles),
  };
}

const has = (key: string): ExpressionSpecification => ['has', key];
const among = (key: string, ...values: string[]): ExpressionSpecification => ['in', ['get', key], ['literal', values]];
const any = (...each: ExpressionSpecification[]): ExpressionSpecification => ['any', ...each];
const all = (...each: ExpressionSpecification[]): ExpressionSpecification => ['all', ...each];
const geometry = (type: 'Point' | 'LineString' | 'Polygon'): ExpressionSpecification => ['==', ['geometry-type'], type];
const is = (what: string): ExpressionSpecification => ['==', ['get', 'what'], what];
const several: ExpressionSpecification = ['>', ['get', 'count'], 1];
/** Wider by a half with each zoom, as roads are. */
const wide = (at15: number): ExpressionSpecification => ['interpolate', ['exponential', 1.5], ['zoom'], 9, at15 * 0.16, 15, at15, 20, at15 * 7];
const byLook = (ask: string, gone: string, there: string, part: string): DataDrivenPropertyValueSpecification<string> => [
  'match',
  ['get', 'look'],
  'there',
  there,
  'part',
  part,
  ['ask', 'plain'],
  ask,
  gone,
];

const closed = geometry('Polygon');
const line = geometry('LineString');
const point = geometry('Point');

/** A part of the base: of which layer of the tiles it is, and what of it. */
type Part = readonly [layer: string | null, filter: ExpressionSpecification];
interface Base {
  source: 'ground' | 'tiles';
  built: Part;
  green: Part;
  water: Part;
  streams: Part;
  buildings: Part;
  rails: Part;
  lane: Part;
  street: Part;
  main: Part;
  /** Points with a name. */
  landmarks: Part;
  /** Names of what lies there as a whole. */
  closedNames: Part;
  localities: Part;
}

/** By the tags of OpenStreetMap, so that an extract of it can be taken as it is. */
const ground: Base = {
  source: 'ground',
  built: [null, all(closed, among('landuse', 'residential', 'commercial', 'retail', 'industrial'))],
  green: [null, all(closed, any(among('leisure', 'park', 'garden', 'pitch'), among('landuse', 'grass', 'forest', 'meadow', 'cemetery', 'farmland'), among('natural', 'wood', 'scrub')))],
  water: [null, all(closed, any(among('natural', 'water'), has('waterway')))],
  streams: [null, all(line, has('waterway'))],
  buildings: [null, all(closed, has('building'))],
  rails: [null, all(line, among('railway', 'rail'))],
  lane: [null, all(line, among('highway', 'service', 'footway', 'path', 'track', 'pedestrian', 'steps', 'cycleway'))],
  street: [null, all(line, among('highway', 'tertiary', 'residential', 'unclassified', 'living_street', 'road'))],
  main: [null, all(line, among('highway', 'motorway', 'trunk', 'primary', 'secondary'))],
  landmarks: [null, all(point, has('name'), ['!', has('place')])],
  closedNames: [null, all(closed, has('name'))],
  localities: [null, all(point, has('name'), has('place'))],
};

/** By the layers and kinds of Protomaps, version 4. */
const tiled: Base = {
  source: 'tiles',
  built: ['landuse', among('kind', 'residential', 'commercial', 'industrial', 'neighbourhood')],
  green: ['landuse', among('kind', 'park', 'national_park', 'nature_reserve', 'forest', 'wood', 'grass', 'meadow', 'cemetery', 'pitch', 'garden', 'scrub', 'farmland', 'orchard')],
  water: ['water', closed],
  streams: ['water', line],
  buildings: ['buildings', closed],
  rails: ['roads', among('kind', 'rail')],
  lane: ['roads', among('kind', 'path', 'other')],
  street: ['roads', among('kind', 'minor_road')],
  main: ['roads', among('kind', 'highway', 'major_road')],
  landmarks: ['pois', all(point, has('name'))],
  closedNames: ['water', all(point, has('name'))],
  localities: ['places', all(has('name'), among('kind', 'locality', 'neighbourhood'))],
};

const roads = [
  { id: 'lane', width: 2.5, from: 14, namedFrom: 16.5 },
  { id: 'street', width: 6, from: 11, namedFrom: 15 },
  { id: 'main', width: 11, from: 5, namedFrom: 12.5 },
] as const;

/** The layers from below to above. */
export function layers(colour: Colours, tiles: TileType): LayerSpecification[] {
  const font = ['Noto Sans', 'Noto Sans Arabic'];
  const halo = { 'text-halo-color': colour['map-land'], 'text-halo-width': 1.5 };
  const bases = tiles === 'VECTOR' ? [tiled, ground] : [ground];
  /** A layer of each base. */
  const each = (id: string, part: (base: Base) => Part, look: object, more: Part[1] | null = null): LayerSpecification[] =>
    bases.map((base) => {
      const [layer, filter] = part(base);
      return { id: `${base.source}-${id}`, source: base.source, ...(layer && { 'source-layer': layer }), filter: more ? all(filter, more) : filter, ...look } as LayerSpecification;
    });
  const round = { 'line-cap': 'round', 'line-join': 'round' };
  return [
    { id: 'land', type: 'background', paint: { 'background-color': colour['map-land'] } },
    ...(tiles === 'PICTURE' ? [{ id: 'pictures', type: 'raster', source: 'tiles' } satisfies LayerSpecification] : []),
    ...each('built', (base) => base.built, { type: 'fill', paint: { 'fill-color': colour['map-built'] } }),
    ...each('green', (base) => base.green, { type: 'fill', paint: { 'fill-color': colour['map-green'] } }),
    ...each('water', (base) => base.water, { type: 'fill', paint: { 'fill-color': colour['map-water'] } }),
    ...each('streams', (base) => base.streams, { type: 'line', paint: { 'line-color': colour['map-water'], 'line-width': wide(4) } }),
    ...each('buildings', (base) => base.buildings, { type: 'fill', minzoom: 14, paint: { 'fill-color': colour['map-building'] } }),
    ...roads.flatMap(({ id, width, from }) =>
      each(`${id}-edge`, (base) => base[id], { type: 'line', minzoom: from, layout: round, paint: { 'line-color': colour['map-road-edge'], 'line-width': wide(width + 2) } }),
    ),
    ...roads.flatMap(({ id, width, from }) => each(id, (base) => base[id], { type: 'line', minzoom: from, layout: round, paint: { 'line-color': colour['map-road'], 'line-width': wide(width) } })),
    ...each('rails', (base) => base.rails, { type: 'line', paint: { 'line-color': colour['border-strong'], 'line-width': wide(2), 'line-dasharray': [4, 2] } }),
    ...(['RESIDENTIAL_AREA', 'COMMUNE', 'PROVINCE'] as const).map(
      (kind): LayerSpecification => ({
        id: `boundary-${kind}`,
        type: 'line',
        source: 'areas',
        minzoom: kind === 'RESIDENTIAL_AREA' ? 12 : 0,
        filter: all(closed, kind === 'COMMUNE' ? among('kind', 'COMMUNE', 'WARD') : among('kind', kind)),
        paint: {
          'line-color': colour['border-strong'],
          'line-width': kind === 'PROVINCE' ? 2.5 : 1.2,
          'line-opacity': kind === 'RESIDENTIAL_AREA' ? 0.6 : 0.9,
          'line-dasharray': kind === 'PROVINCE' ? [1, 0] : kind === 'COMMUNE' ? [5, 2] : [2, 3],
        },
      }),
    ),
    { id: 'outlines', type: 'fill', source: 'shown', filter: is('outline'), paint: { 'fill-color': colour.accent, 'fill-opacity': 0.08 } },
    { id: 'outline-edges', type: 'line', source: 'shown', filter: is('outline'), paint: { 'line-color': colour.accent, 'line-width': 2 } },
    {
      id: 'views',
      type: 'fill',
      source: 'shown',
      filter: is('view'),
      paint: {
        'fill-color': byLook(colour.accent, colour.mute, colour.ok, colour.warn),
        'fill-opacity': ['case', ['get', 'chosen'], 0.36, ['match', ['get', 'look'], 'there', 0.18, 'gone', 0.06, 0.14]],
      },
    },
    {
      id: 'view-edges',
      type: 'line',
      source: 'shown',
      filter: is('view'),
      paint: {
        'line-color': byLook(colour.accent, colour.mute, colour.ok, colour.warn),
        'line-width': ['case', ['get', 'chosen'], 3, 1.5],
        'line-dasharray': ['match', ['get', 'look'], 'ask', ['literal', [4, 2.5]], 'gone', ['literal', [1.3, 2.6]], ['literal', [1, 0]]],
      },
    },
    { id: 'lines', type: 'line', source: 'shown', filter: is('line'), layout: { 'line-join': 'round' }, paint: { 'line-color': colour.accent, 'line-width': 2.5 } },
    { id: 'tolerance', type: 'line', source: 'shown', filter: is('tolerance'), paint: { 'line-color': colour.bad, 'line-width': 1.5, 'line-dasharray': [2, 3] } },
    ...each(
      'stream-names',
      (base) => base.streams,
      {
        type: 'symbol',
        minzoom: 12,
        layout: { 'symbol-placement': 'line', 'text-field': ['get', 'name'], 'text-font': font, 'text-size': 13, 'text-letter-spacing': 0.1 },
        paint: { 'text-color': colour['map-water-name'], 'text-halo-color': colour['map-water'], 'text-halo-width': 1 },
      },
      has('name'),
    ),
    ...roads.flatMap(({ id, namedFrom }) =>
      each(
        `${id}-names`,
        (base) => base[id],
        {
          type: 'symbol',
          minzoom: namedFrom,
          layout: { 'symbol-placement': 'line', 'text-field': ['get', 'name'], 'text-font': font, 'text-size': id === 'main' ? 13 : 12, 'symbol-spacing': 320 },
          paint: { 'text-color': colour.ink, 'text-halo-color': colour['map-road'], 'text-halo-width': 1.5 },
        },
        has('name'),
      ),
    ),
    ...each('landmarks', (base) => base.landmarks, {
      type: 'circle',
      minzoom: 13.5,
      paint: { 'circle-radius': 3.5, 'circle-color': colour.ink, 'circle-stroke-color': colour['map-land'], 'circle-stroke-width': 1.5 },
    }),
    ...each('landmark-names', (base) => base.landmarks, {
      type: 'symbol',
      minzoom: 13.5,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': font,
        'text-size': 12,
        'text-max-width': 8,
        'text-variable-anchor': ['left', 'right', 'bottom', 'top'],
        'text-radial-offset': 0.6,
        'text-justify': 'auto',
      },
      paint: { 'text-color': colour.ink, ...halo },
    }),
    ...each('closed-names', (base) => base.closedNames, {
      type: 'symbol',
      minzoom: 13.5,
      layout: { 'text-field': ['get', 'name'], 'text-font': font, 'text-size': 12, 'text-max-width': 8 },
      paint: { 'text-color': ['case', among('natural', 'water'), colour['map-water-name'], colour.ink], ...halo },
    }),
    ...(
      [
        ['RESIDENTIAL_AREA', 13.5, 24, 12],
        ['COMMUNE', 8.5, 14.5, 13],
        ['PROVINCE', 5, 9, 15],
      ] as const
    ).map(
      ([kind, from, to, size]): LayerSpecification => ({
        id: `names-${kind}`,
        type: 'symbol',
        source: 'areas',
        minzoom: from,
        maxzoom: to,
        filter: all(point, kind === 'COMMUNE' ? among('kind', 'COMMUNE', 'WARD') : among('kind', kind)),
        layout: { 'text-field': ['get', 'name'], 'text-font': font, 'text-size': size, 'text-max-width': 9, 'text-letter-spacing': 0.04 },
        paint: { 'text-color': colour.mute, ...halo, 'text-halo-width': 2 },
      }),
    ),
    ...each('localities', (base) => base.localities, {
      type: 'symbol',
      minzoom: 8,
      layout: { 'text-field': ['get', 'name'], 'text-font': font, 'text-size': 13, 'text-max-width': 9 },
      paint: { 'text-color': colour.mute, ...halo },
    }),
    {
      id: 'cameras',
      type: 'circle',
      source: 'shown',
      filter: is('camera'),
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['log10', ['get', 'count']], 0, 5, 1, 12, 3, 18, 5, 28],
        'circle-color': ['case', several, colour.accent, colour['border-strong']],
        'circle-opacity': 0.9,
        'circle-stroke-color': colour.panel,
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: 'camera-counts',
      type: 'symbol',
      source: 'shown',
      filter: all(is('camera'), several),
      layout: { 'text-field': ['get', 'words'], 'text-font': font, 'text-size': 12, 'text-allow-overlap': true },
      paint: { 'text-color': colour['accent-ink'] },
    },
    {
      id: 'camera-names',
      type: 'symbol',
      source: 'shown',
      minzoom: 17.5,
      filter: all(is('camera'), ['!', several]),
      layout: { 'text-field': ['get', 'words'], 'text-font': font, 'text-size': 11, 'text-anchor': 'top', 'text-offset': [0, 0.7], 'text-max-width': 12 },
      paint: { 'text-color': colour.mute, ...halo },
    },
  ];
}
