import { t } from '../i18n/text';
import { Code } from '../ui/text';
import css from './reports.module.css';
import type { IndicatorKind, Trend } from './types';
import { figureText, periodShort, periodText, Shown } from './words';

const height = 130;
const top = 18;
const wide = 52;

/** A line over time with its numbers at it, zero at its foot, oldest at the left in every language; a table holds the same. */
export function TrendChart({ trend, kind }: { trend: Trend; kind: IndicatorKind }) {
  const { points } = trend;
  const most = Math.max(1, ...points.map((each) => each.value.value ?? 0));
  const x = (index: number) => index * wide + wide / 2;
  const y = (value: number) => top + (height - top) * (1 - value / most);
  const width = points.length * wide;
  return (
    <figure className={css.trend}>
      <div className="effect-scroll" dir="ltr" tabIndex={0} role="group" aria-label={t('reports.trendOf', { what: trend.name })}>
        <svg viewBox={`0 0 ${width} ${height + 26}`} width={width} aria-hidden="true" focusable="false">
          <line className="chart-zero" x1={0} x2={width} y1={height} y2={height} />
          {points.map((each, index) => {
            const value = each.value.value;
            const before = points[index - 1]?.value.value ?? null;
            return (
              <g key={each.period}>
                {value !== null && before !== null && <line className={css.trendLine} x1={x(index - 1)} y1={y(before)} x2={x(index)} y2={y(value)} />}
                {value !== null && <circle className={css.trendPoint} cx={x(index)} cy={y(value)} r={3} />}
                <text x={x(index)} y={value === null ? height - 5 : y(value) - 6} textAnchor="middle">
                  {figureText(each.value, kind)}
                </text>
                <text className={css.trendPeriod} x={x(index)} y={height + 16} textAnchor="middle">
                  {periodShort(each.period)}
                </text>
              </g>
            );
          })}
        </svg>
      </div>
      <details>
        <summary>{t('reports.asTable')}</summary>
        <table className="table" id="trend-table">
          <thead>
            <tr>
              <th scope="col">{t('reports.period')}</th>
              <th scope="col" className="number">
                {trend.name}
              </th>
            </tr>
          </thead>
          <tbody>
            {points.map((each) => (
              <tr key={each.period}>
                <th scope="row">
                  <bdi>{periodText(each.period)}</bdi> <Code>{each.period}</Code>
                </th>
                <td className="number">
                  <Shown figure={each.value} kind={kind} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
