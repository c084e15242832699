import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { useEffect, useRef } from 'react';
import { t } from '../i18n/text';
import type { Sector } from '../register/types';
import css from './map.module.css';
import { type LatLng, outline } from './sector';

export interface Shape {
  id: string;
  sector: Sector;
  /** One of the looks of map.module.css. */
  look: 'there' | 'part' | 'ask' | 'gone' | 'plain';
  /** A short word at the camera, such as its rank. */
  label?: string;
  chosen?: boolean;
}
export interface Dot {
  id: string;
  at: LatLng;
  name: string;
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
  dots?: readonly Dot[];
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
  onPlace?: (place: LatLng) => void;
  onShape?: (id: string) => void;
  /** Gives the caller the way to the map's middle. */
  onReady?: (centre: () => LatLng) => void;
}

/**
 * A plain ground with a scale: no pictures from outside, since the server may be cut off from the
 * world and a search is nobody else's business. Left to right in every language, as maps are.
 */
export function GroundMap(props: Props) {
  const box = useRef<HTMLDivElement>(null);
  const map = useRef<L.Map | null>(null);
  const layers = useRef<L.LayerGroup | null>(null);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    const made = L.map(box.current!, { zoomControl: false, attributionControl: false, maxZoom: 21, minZoom: 7, zoomSnap: 0.5, fadeAnimation: false, zoomAnimation: false, markerZoomAnimation: false });
    L.control.zoom({ position: 'bottomright', zoomInTitle: t('find.zoomIn'), zoomOutTitle: t('find.zoomOut') }).addTo(made);
    L.control.scale({ imperial: false, maxWidth: 140 }).addTo(made);
    made.setView(latest.current.fallback, 16);
    layers.current = L.layerGroup().addTo(made);
    const grid = L.layerGroup().addTo(made);
    const redraw = () => drawGrid(made, grid);
    made.on('moveend zoomend resize', redraw);
    redraw();
    made.on('click', (event: L.LeafletMouseEvent) => latest.current.onPlace?.([event.latlng.lat, event.latlng.lng]));
    map.current = made;
    latest.current.onReady?.(() => {
      const centre = made.getCenter();
      return [centre.lat, centre.lng];
    });
    const watcher = new ResizeObserver(() => made.invalidateSize({ pan: false }));
    watcher.observe(box.current!);
    return () => {
      watcher.disconnect();
      made.remove();
      made.off(); // a fifth of a second after a resize Leaflet tells of it, on a map that is gone too
      map.current = null;
    };
  }, []);

  const { shapes = [], dots = [], place = null, marks = [], lines = [], outlines = [], toleranceMetres = 0, fitKey } = props;
  useEffect(() => {
    const group = layers.current;
    if (!group) return;
    group.clearLayers();
    for (const rings of outlines) L.polygon(rings, { className: css.outline, interactive: false }).addTo(group);
    for (const dot of dots) {
      L.circleMarker(dot.at, { radius: 4, className: css.dot, interactive: false }).addTo(group);
    }
    for (const shape of [...shapes].sort((a, b) => Number(a.chosen ?? false) - Number(b.chosen ?? false))) {
      const polygon = L.polygon(outline(shape.sector), { className: `${css.view} map-view-${shape.look}${shape.chosen ? ' map-view-chosen' : ''}` }).addTo(group);
      const camera = L.circleMarker([shape.sector.latitude, shape.sector.longitude], { radius: shape.chosen ? 7 : 5, className: `${css.camera} map-camera-${shape.look}` }).addTo(group);
      for (const layer of [polygon, camera]) {
        layer.on('click', (event) => {
          if (!latest.current.onShape) return;
          L.DomEvent.stopPropagation(event);
          latest.current.onShape(shape.id);
        });
      }
      if (shape.label) camera.bindTooltip(shape.label, { permanent: true, direction: 'center', className: shape.chosen ? `${css.label} ${css.labelChosen}` : css.label });
    }
    for (const line of lines) L.polyline(line, { className: css.line, interactive: false }).addTo(group);
    if (place) {
      if (toleranceMetres > 0) L.circle(place, { radius: toleranceMetres, className: css.tolerance, interactive: false }).addTo(group);
      L.circleMarker(place, { radius: 7, className: css.place, interactive: false }).addTo(group);
      L.circleMarker(place, { radius: 2, className: css.placeMiddle, interactive: false }).addTo(group);
    }
    for (const mark of marks) {
      L.circleMarker(mark.at, { radius: 9, className: `${css.place} ${css.placeNamed}`, interactive: false })
        .bindTooltip(mark.label, { permanent: true, direction: 'center', className: `${css.label} ${css.labelPlace}` })
        .addTo(group);
    }
  });

  useEffect(() => {
    const made = map.current;
    if (!made) return;
    const answer: LatLng[] = [...shapes.flatMap((shape) => outline(shape.sector)), ...marks.map((mark) => mark.at), ...(place ? [place] : []), ...outlines.flat(2)];
    const points = answer.length > 0 ? answer : dots.map((dot) => dot.at);
    if (points.length === 0) return;
    if (points.length === 1) made.setView(points[0]!, 18);
    else made.fitBounds(L.latLngBounds(points), { padding: [28, 28], maxZoom: 19, animate: false });
    // Only when the caller says so: whoever moves the map is not moved back.
  }, [fitKey]);

  return <div ref={box} className={css.root} dir="ltr" role="application" aria-label={props.label} />;
}

/** Lines of whole coordinates, so that a plain ground shows where one is and how it moves. */
function drawGrid(map: L.Map, group: L.LayerGroup): void {
  group.clearLayers();
  const bounds = map.getBounds();
  const step = [0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1].find((each) => (bounds.getEast() - bounds.getWest()) / each <= 9) ?? 2;
  const digits = Math.max(0, Math.ceil(-Math.log10(step)));
  const line = (from: LatLng, to: LatLng) => L.polyline([from, to], { className: css.grid, interactive: false }).addTo(group);
  const name = (at: LatLng, text: string) =>
    L.marker(at, { interactive: false, keyboard: false, icon: L.divIcon({ className: css.gridName, html: text, iconSize: [64, 16], iconAnchor: [-4, -2] }) }).addTo(group);
  for (let x = Math.ceil(bounds.getWest() / step) * step; x < bounds.getEast(); x += step) {
    line([bounds.getSouth(), x], [bounds.getNorth(), x]);
    name([bounds.getNorth(), x], x.toFixed(digits));
  }
  for (let y = Math.ceil(bounds.getSouth() / step) * step; y < bounds.getNorth(); y += step) {
    line([y, bounds.getWest()], [y, bounds.getEast()]);
    name([y, bounds.getWest()], y.toFixed(digits));
  }
}
