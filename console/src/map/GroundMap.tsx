import type { Feature, Polygon, Position } from 'geojson';
import { addProtocol, type GeoJSONSource, LngLatBounds, MapLibreMap, Marker, NavigationControl, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type * as Api from '#api';
import { json } from '../api/client';
import { useSite } from '../api/queries';
import { t } from '../i18n/text';
import { type RegisterFilter, useCameraCells } from '../register/queries';
import type { Bounds, Sector } from '../register/types';
import { Notice } from '../ui/State';
import { numberText } from '../ui/text';
import css from './map.module.css';
import { type FoundPlace, isSpot, PlaceSearch } from './PlaceSearch';
import { away, type LatLng, outline } from './sector';
import { colours, layers, style, type TileType } from './style';

setWorkerUrl(workerUrl);

export interface Shape {
  id: string;
  sector: Sector;
  /** One of the looks of map.module.css. */
  look: 'there' | 'part' | 'ask' | 'gone' | 'plain';
  /** A short word at the camera, such as its rank. */
  label?: string;
  chosen?: boolean;
}

/** A place of several, with the letter by which the page names it. */
export interface Mark {
  id: string;
  at: LatLng;
  label: string;
}

interface Props {
  label: string;
  shapes?: readonly Shape[];
  /** Which cameras of the register are shown for finding one's way; those close to each other are one. */
  cameras?: Partial<RegisterFilter>;
  place?: LatLng | null;
  marks?: readonly Mark[];
  /** Ways from place to place. */
  lines?: readonly LatLng[][];
  /** Polygons of rings: boundaries. */
  outlines?: readonly LatLng[][][];
  toleranceMetres?: number;
  /** Where to look when there is nothing to look at. */
  fallback: LatLng;
  /** Changes when the map should look at everything that is shown. */
  fitKey: string;
  /** Given where a place can be picked: by a press, by Enter for the middle, by its name. */
  onPlace?: (place: LatLng) => void;
  onShape?: (id: string) => void;
  /** Whether one looks for a place by its name also where none is picked. */
  search?: boolean;
  /** Given where a camera of the register leads somewhere; where they stand close, a press looks closer. */
  onCamera?: (id: string) => void;
  /** Gives the caller the way to the map's middle. */
  onReady?: (centre: () => LatLng) => void;
}

const base = { queryKey: ['maps'], queryFn: () => json<Api.AreasMapBase>('/api/maps'), staleTime: Infinity };
let tilesRead: Promise<void> | null = null;

/** Has the map read PMTiles, once for all maps. */
function readTiles(): Promise<void> {
  tilesRead ??= import('pmtiles').then(({ Protocol }) => addProtocol('pmtiles', new Protocol().tile));
  return tilesRead;
}

const position = ([latitude, longitude]: LatLng): Position => [longitude, latitude];
const around = (at: LatLng, metres: number): Polygon => ({ type: 'Polygon', coordinates: [Array.from({ length: 49 }, (_, step) => position(away(at, step * 7.5, metres)))] });

/**
 * The ground as the installation has it, and what a page shows on it. Nothing comes from outside: the
 * server may be cut off from the world, and a search is nobody else's business. Left to right in every
 * language, as maps are.
 */
export function GroundMap(props: Props) {
  const box = useRef<HTMLDivElement>(null);
  const map = useRef<MapLibreMap | null>(null);
  const markers = useRef<Marker[]>([]);
  const latest = useRef(props);
  latest.current = props;
  const client = useQueryClient();
  const [state, setState] = useState<'starting' | 'ready' | 'unable'>('starting');
  const [part, setPart] = useState<Bounds | null>(null);

  useEffect(() => {
    let gone = false;
    let stop = () => {};
    const start = (tiles: TileType) => {
      if (gone) return;
      try {
        stop = startMap(box.current!, latest, tiles, map, setPart, () => !gone && setState('ready'));
      } catch {
        setState('unable'); // Without WebGL there is nothing to draw with.
      }
    };
    // The letters of names are drawn once each, so the font has to be there before.
    const font = document.fonts.load('24px "Noto Sans"', 'aệđ').catch(() => []);
    const tiles = client.fetchQuery(base).then(async (found) => {
      if (found.tiles) await readTiles();
      return found.tiles;
    });
    void Promise.all([tiles.catch(() => null), font]).then(([found]) => start(found));
    return () => {
      gone = true;
      stop();
      map.current = null;
    };
  }, []);

  const { shapes = [], cameras, place = null, marks = [], lines = [], outlines = [], toleranceMetres = 0, fitKey, onPlace, onShape } = props;
  const all = useCameraCells(cameras, null);
  const cells = useCameraCells(cameras, part, part !== null).data ?? all.data ?? [];
  const features: Feature[] = [
    ...outlines.map((rings): Feature => ({ type: 'Feature', properties: { what: 'outline' }, geometry: { type: 'Polygon', coordinates: rings.map((ring) => ring.map(position)) } })),
    ...cells.map(
      ({ count, id, name, latitude, longitude }): Feature => ({
        type: 'Feature',
        properties: { what: 'camera', count, id, words: id === null ? numberText(count) : name },
        geometry: { type: 'Point', coordinates: [longitude, latitude] },
      }),
    ),
    ...[...shapes]
      .sort((a, b) => Number(a.chosen ?? false) - Number(b.chosen ?? false))
      .map((shape): Feature => {
        const ring = outline(shape.sector).map(position);
        return {
          type: 'Feature',
          properties: { what: 'view', id: shape.id, look: shape.look, chosen: shape.chosen ?? false },
          geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]!]] },
        };
      }),
    ...lines.map((line): Feature => ({ type: 'Feature', properties: { what: 'line' }, geometry: { type: 'LineString', coordinates: line.map(position) } })),
    ...(place && toleranceMetres > 0 ? [{ type: 'Feature', properties: { what: 'tolerance' }, geometry: around(place, toleranceMetres) } as Feature] : []),
  ];
  const drawn = JSON.stringify(features);
  useEffect(() => {
    if (state !== 'ready') return;
    const source = map.current?.getSource<GeoJSONSource>('shown');
    if (!source) return;
    box.current!.removeAttribute('data-drawn');
    source.setData({ type: 'FeatureCollection', features: JSON.parse(drawn) as Feature[] });
  }, [state, drawn]);

  const signs = JSON.stringify([
    ...shapes.map(({ id, sector, look, label = '', chosen }) => ({
      at: [sector.latitude, sector.longitude],
      looks: `${css.camera} map-camera-${look}${label ? ` ${css.labelled}` : ''}${chosen ? ` ${css.chosen}` : ''}`,
      label,
      id: onShape ? id : null,
    })),
    ...marks.map((mark) => ({ at: mark.at, looks: css.mark, label: mark.label, id: null })),
    ...(place ? [{ at: place, looks: css.place, label: '', id: null }] : []),
  ]);
  useEffect(() => {
    if (state !== 'ready' || !map.current) return;
    for (const marker of markers.current) marker.remove();
    markers.current = (JSON.parse(signs) as { at: LatLng; looks: string; label: string; id: string | null }[]).map(({ at, looks, label, id }) => {
      const element = document.createElement('span');
      element.className = looks;
      element.textContent = label;
      element.setAttribute('aria-hidden', 'true'); // The page says in words what stands where.
      if (id !== null)
        element.addEventListener('click', (event) => {
          event.stopPropagation();
          latest.current.onShape?.(id);
        });
      return new Marker({ element }).setLngLat([at[1], at[0]]).addTo(map.current!);
    });
  }, [state, signs]);

  useEffect(() => {
    if (state !== 'ready') return;
    const answer: LatLng[] = [...shapes.flatMap((shape) => outline(shape.sector)), ...marks.map((mark) => mark.at), ...(place ? [place] : []), ...outlines.flat(2)];
    look(map.current!, answer.length > 0 ? answer : (all.data ?? []).map(({ latitude, longitude }): LatLng => [latitude, longitude]));
    // Only when the caller says so: whoever moves the map is not moved back.
  }, [state, fitKey, all.data === undefined]);

  const show = (found: FoundPlace) => {
    const at: LatLng = [found.latitude, found.longitude];
    if (map.current)
      look(
        map.current,
        found.bounds
          ? [
              [found.bounds.south, found.bounds.west],
              [found.bounds.north, found.bounds.east],
            ]
          : [at],
      );
    if (isSpot(found)) onPlace?.(at);
  };
  const pickMiddle = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !onPlace || !map.current || !(event.target instanceof HTMLCanvasElement)) return;
    event.preventDefault();
    const { lat, lng } = map.current.getCenter();
    onPlace([lat, lng]);
  };
  return (
    <div className={css.frame}>
      {(onPlace || props.search) && <PlaceSearch onChoose={show} />}
      {state === 'unable' && (
        <div className={css.unable}>
          <Notice tone="warn" title={t('map.unable')}>
            <p>{t(onPlace ? 'map.unablePlace' : 'map.unableMore')}</p>
          </Notice>
        </div>
      )}
      <div ref={box} className={css.root} dir="ltr" hidden={state === 'unable'} onKeyDown={pickMiddle} />
      {state !== 'unable' && <Attribution />}
    </div>
  );
}

/** Whose data the ground is; of a demonstration, that it is made up. */
function Attribution() {
  const site = useSite();
  const words = useQuery(base).data?.attribution ?? (site.data?.demonstration ? t('map.madeUp') : null);
  return words === null ? null : <small className={css.attribution}>{words}</small>;
}

/** Looks at all of some points; a single one is seen with what is near it. */
function look(map: MapLibreMap, points: readonly LatLng[]): void {
  const bounds = new LngLatBounds();
  for (const [latitude, longitude] of points) bounds.extend([longitude, latitude]);
  if (!bounds.isEmpty()) map.fitBounds(bounds, { padding: 32, maxZoom: 17, animate: false });
}

/** Makes the map; what is returned ends it. */
function startMap(box: HTMLElement, latest: { current: Props }, tiles: TileType, held: { current: MapLibreMap | null }, shows: (part: Bounds) => void, ready: () => void): () => void {
  const { label, fallback } = latest.current;
  const map = new MapLibreMap({
    container: box,
    style: style(colours(), tiles),
    center: [fallback[1], fallback[0]],
    zoom: 15,
    minZoom: 5,
    maxZoom: 20,
    maxPitch: 0,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    rollEnabled: false,
    renderWorldCopies: false,
    attributionControl: false,
    fadeDuration: 0,
    locale: { 'Map.Title': label, 'NavigationControl.ZoomIn': t('find.zoomIn'), 'NavigationControl.ZoomOut': t('find.zoomOut') },
  });
  held.current = map;
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.getCanvas().setAttribute('role', 'application');
  map.addControl(new NavigationControl({ showCompass: false }), 'bottom-right');
  map.addControl(new ScaleControl({ maxWidth: 80 }), 'bottom-left');
  map.on('click', (event) => {
    const { onShape, onCamera, onPlace } = latest.current;
    const [view] = onShape ? map.queryRenderedFeatures(event.point, { layers: ['views'] }) : [];
    const [camera] = onCamera ? map.queryRenderedFeatures(event.point, { layers: ['cameras'] }) : [];
    if (view) onShape?.(String(view.properties['id']));
    else if (camera?.properties['id']) onCamera?.(String(camera.properties['id']));
    else if (camera) map.easeTo({ center: event.lngLat, zoom: map.getZoom() + 2, duration: 300 });
    else onPlace?.([event.lngLat.lat, event.lngLat.lng]);
  });
  map.on('idle', () => {
    box.dataset['drawn'] = '';
  });
  map.on('moveend', () => {
    const seen = map.getBounds();
    shows({ south: seen.getSouth(), west: seen.getWest(), north: seen.getNorth(), east: seen.getEast() });
  });
  map.once('style.load', ready);
  const painted = new MutationObserver(() => {
    for (const layer of layers(colours(), tiles)) for (const [name, value] of Object.entries(layer.paint ?? {})) map.setPaintProperty(layer.id, name as never, value as never);
  });
  painted.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  latest.current.onReady?.(() => {
    const { lat, lng } = map.getCenter();
    return [lat, lng];
  });
  return () => {
    painted.disconnect();
    map.remove();
  };
}
