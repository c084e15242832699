import { useId } from 'react';
import { t } from '../i18n/text';
import css from './reports.module.css';
import type { IndicatorKind, Outline, ShownFigure, UnitFigures } from './types';
import { figureText } from './words';

const width = 480;
const classes = 5;

/** The bounds of at most five classes of about as many units each, smallest first. */
export function bounds(values: readonly number[]): number[] {
  const sorted = [...new Set(values)].sort((one, other) => one - other);
  const found = new Set<number>();
  for (let i = 1; i <= classes; i++) {
    const at = Math.ceil((sorted.length * i) / classes) - 1;
    if (at >= 0) found.add(sorted[at]!);
  }
  return [...found];
}

export const classOf = (value: number, of: readonly number[]): number => of.findIndex((bound) => value <= bound);

interface Props {
  outlines: readonly Outline[];
  lines: readonly UnitFigures[];
  column: number;
  kind: IndicatorKind;
  label: string;
  chosen: string | null;
  /** Units of which no report counts; hatched over their shade. */
  unreported: ReadonlySet<string>;
  onOpen: (id: string) => void;
}

/**
 * The units of a province shaded by one number, dark for more; what is hidden or missing is hatched one way, and over their
 * shade the other way units that handed in no report. The table beside it has the same for keyboard and screen reader, so that
 * to them the map is one picture.
 */
export function ProvinceMap({ outlines, lines, column, kind, label, chosen, unreported, onOpen }: Props) {
  const hatch = useId();
  const strokes = useId();
  const points = outlines.flatMap((each) => each.rings.flat());
  if (points.length === 0) return <p className="hint">{t('reports.noMap')}</p>;
  const west = Math.min(...points.map((each) => each[0]));
  const east = Math.max(...points.map((each) => each[0]));
  const south = Math.min(...points.map((each) => each[1]));
  const north = Math.max(...points.map((each) => each[1]));
  const flat = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = width / Math.max((east - west) * flat, 0.0001);
  const height = Math.max(120, (north - south) * scale);
  const path = (each: Outline) => each.rings.map((ring) => `M${ring.map(([x, y]) => `${((x - west) * flat * scale).toFixed(1)} ${((north - y) * scale).toFixed(1)}`).join('L')}Z`).join('');
  const figures = new Map(lines.map((line) => [line.id, line]));
  const of = bounds(lines.flatMap((line) => line.values[column]?.value ?? []));
  const missing: ShownFigure = { value: null, seen: 'NONE' };
  return (
    <figure className={css.provinceMap}>
      <svg viewBox={`-2 -2 ${width + 4} ${height + 4}`} role="img" aria-label={t('reports.mapOf', { what: label })}>
        <defs>
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" className={css.mapHatchGround} />
            <line x1="0" y1="0" x2="0" y2="6" className={css.mapHatchLine} />
          </pattern>
          <pattern id={strokes} width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
            <line x1="2" y1="0" x2="2" y2="9" className={css.mapUnreportedLine} />
            <line x1="4" y1="0" x2="4" y2="9" className={css.mapUnreportedLight} />
          </pattern>
        </defs>
        {outlines.map((each) => {
          const line = figures.get(each.id);
          const figure = line?.values[column] ?? missing;
          const shade = figure.value === null ? null : classOf(figure.value, of);
          return (
            <path
              key={each.id}
              d={path(each)}
              fillRule="evenodd"
              className={`map-unit${shade === null ? '' : ` map-shade-${shade}`}${each.id === chosen ? ` ${css.mapUnitChosen}` : ''}`}
              {...(shade === null ? { fill: `url(#${hatch})` } : {})}
              onClick={() => onOpen(each.id)}
            >
              <title>{line ? `${line.name}: ${figureText(figure, kind)}${unreported.has(each.id) ? ` · ${t('reports.unreported')}` : ''}` : ''}</title>
            </path>
          );
        })}
        {outlines
          .filter((each) => unreported.has(each.id))
          .map((each) => (
            <path key={each.id} d={path(each)} fillRule="evenodd" className={css.mapUnreported} fill={`url(#${strokes})`} />
          ))}
      </svg>
      <figcaption className={css.provinceLegend}>
        {of.map((bound, index) => (
          <span key={bound}>
            <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
              <rect width="14" height="14" className={`map-shade-${index}`} />
            </svg>
            <bdi dir="ltr">≤ {figureText({ value: bound, seen: 'YES' }, kind)}</bdi>
          </span>
        ))}
        <span>
          <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
            <rect width="14" height="14" fill={`url(#${hatch})`} />
          </svg>
          {t('reports.hatched')}
        </span>
        {unreported.size > 0 && (
          <span>
            <svg viewBox="0 0 22 14" width="22" height="14" aria-hidden="true">
              <rect width="22" height="14" className="map-shade-1" />
              <rect width="22" height="14" fill={`url(#${strokes})`} />
            </svg>
            {t('reports.unreported')}
          </span>
        )}
      </figcaption>
    </figure>
  );
}
