import { t } from '../i18n/text';
import { numberText } from '../ui/text';
import { ChartTable } from './ChartTable';
import type { Bar, Spread } from './chartData';
import css from './reports.module.css';
import type { IndicatorKind } from './types';
import { figureText } from './words';

const width = 480;
const height = 130;
const top = 18;

interface Props {
  spread: Spread;
  kind: IndicatorKind;
  /** What the chosen unit has; null where none is chosen or it is not told. */
  marked: { name: string; value: number } | null;
}

/** How many units have how much, the bar of the chosen one dark; least at the left in every language. */
export function SpreadChart({ spread, kind, marked }: Props) {
  const { bars } = spread;
  const most = Math.max(1, ...bars.map((each) => each.count));
  const wide = width / Math.max(bars.length, 1);
  const y = (count: number) => top + (height - top) * (1 - count / most);
  const holds = (bar: Bar) => marked !== null && marked.value >= bar.from && marked.value < bar.to;
  const whole = (value: number) => figureText({ value, seen: 'TENS' }, kind).replace('≈\u00a0', '');
  return (
    <figure className={css.trend}>
      <svg viewBox={`0 0 ${width} ${height + 26}`} className={css.spread} aria-hidden="true" focusable="false">
        {bars.map((bar, index) => (
          <g key={bar.from}>
            <rect x={index * wide + 1} width={Math.max(wide - 2, 1)} y={y(bar.count)} height={height - y(bar.count)} className={holds(bar) ? css.spreadMarked : css.spreadBar} />
            {bar.count > 0 && (
              <text x={(index + 0.5) * wide} y={y(bar.count) - 5} textAnchor="middle">
                {numberText(bar.count)}
              </text>
            )}
            <text className={css.trendPeriod} x={index * wide + 2} y={height + 16}>
              {whole(bar.from)}
            </text>
          </g>
        ))}
        <line className="chart-zero" x1={0} x2={width} y1={height} y2={height} />
      </svg>
      <figcaption className={css.chartLegend}>
        {marked && (
          <span>
            <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
              <rect width="14" height="14" className={css.spreadMarked} />
            </svg>
            <bdi>{marked.name}</bdi>
          </span>
        )}
        {spread.untold > 0 && <span>{t('reports.untold', { count: spread.untold })}</span>}
      </figcaption>
      <ChartTable
        id="spread-table"
        heads={[t('reports.range'), t('reports.unitCount')]}
        rows={bars.map((bar) => [<bdi key="range" dir="ltr">{`${whole(bar.from)} – < ${whole(bar.to)}`}</bdi>, numberText(bar.count)])}
      />
    </figure>
  );
}
