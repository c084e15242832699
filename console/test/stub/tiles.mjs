// A PMTiles file (version 3) of one tile: a lake where the town is, as a whole country's file would have it.
import { geoJSONToTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';

const lake = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { kind: 'lake' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [104, 19],
            [107, 19],
            [107, 21],
            [104, 21],
            [104, 19],
          ],
        ],
      },
    },
  ],
};

export function pmtiles() {
  const tile = Buffer.from(fromGeojsonVt({ water: geoJSONToTile(lake, 0, 0, 0) }, { version: 2, extent: 4096 }));
  const metadata = Buffer.from(JSON.stringify({ vector_layers: [{ id: 'water', fields: {} }] }));
  // One entry: identifier, run length, length and offset as varints.
  const length = tile.length < 128 ? [tile.length] : [(tile.length & 127) | 128, tile.length >> 7];
  const directory = Buffer.from([1, 0, 1, ...length, 1]);
  const header = Buffer.alloc(127);
  header.write('PMTiles', 0);
  header[7] = 3;
  const parts = [directory, metadata, Buffer.alloc(0), tile];
  let at = 127;
  parts.forEach((part, index) => {
    header.writeBigUInt64LE(BigInt(at), 8 + index * 16);
    header.writeBigUInt64LE(BigInt(part.length), 16 + index * 16);
    at += part.length;
  });
  for (const place of [72, 80, 88]) header.writeBigUInt64LE(1n, place); // tiles, entries, contents
  header.set([1, 1, 1, 1, 0, 0], 96); // clustered; nothing compressed; vector tiles of zoom 0 alone
  [-180, -85, 180, 85].forEach((degrees, index) => header.writeInt32LE(degrees * 1e7, 102 + index * 4));
  return Buffer.concat([header, ...parts]);
}
