import { t } from '../i18n/text';
import { Code, numberText } from '../ui/text';
import { ChartTable } from './ChartTable';
import css from './reports.module.css';
import type { IndicatorKind, ShownFigure, Trend } from './types';
import { figureText, periodShort, periodText, Shown } from './words';

const height = 130;
const top = 18;
const wide = 52;
/** So many fit in half a desk's width; the table has all. */
const drawn = 9;

/**
 * A line over time with its numbers at it, beside the year before and the average of communes; zero at its foot, oldest at the
 * left in every language. A table holds the same.
 */
export function TrendChart({ trend, kind }: { trend: Trend; kind: IndicatorKind }) {
  const points = trend.points.slice(-drawn);
  const averages = points.some((each) => each.average !== null);
  const lines: { of: 'value' | 'yearAgo' | 'average'; look: string | undefined; label: string }[] = [
    { of: 'value', look: css.trendLine, label: trend.name },
    { of: 'yearAgo', look: css.trendAgo, label: t('reports.yearAgo') },
    ...(averages ? [{ of: 'average' as const, look: css.trendAverage, label: kind === 'SHARE' ? t('reports.provinceShare') : t('reports.average') }] : []),
  ];
  const told = (each: ShownFigure | null): number | null => each?.value ?? null;
  const most = Math.max(1, ...points.flatMap((each) => lines.map((line) => told(each[line.of]) ?? 0)));
  const x = (index: number) => index * wide + wide / 2;
  const y = (value: number) => top + (height - top) * (1 - value / most);
  const width = points.length * wide;
  return (
    <figure className={css.trend}>
      <div className="effect-scroll" dir="ltr" tabIndex={0} role="group" aria-label={t('reports.trendOf', { what: trend.name })}>
        <svg viewBox={`0 0 ${width} ${height + 26}`} width={width} aria-hidden="true" focusable="false">
          <line className="chart-zero" x1={0} x2={width} y1={height} y2={height} />
          {[...lines].reverse().map((line) =>
            points.map((each, index) => {
              const value = told(each[line.of]);
              const before = told(points[index - 1]?.[line.of] ?? null);
              return value !== null && before !== null ? <line key={`${line.of} ${each.period}`} className={line.look} x1={x(index - 1)} y1={y(before)} x2={x(index)} y2={y(value)} /> : null;
            }),
          )}
          {points.map((each, index) => {
            const value = each.value.value;
            return (
              <g key={each.period}>
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
      <figcaption className={css.chartLegend}>
        {lines.map((line) => (
          <span key={line.of}>
            <svg viewBox="0 0 24 8" width="24" height="8" aria-hidden="true">
              <line className={line.look} x1="0" y1="4" x2="24" y2="4" />
            </svg>
            <bdi>{line.label}</bdi>
          </span>
        ))}
      </figcaption>
      <ChartTable
        id="trend-table"
        heads={[t('reports.period'), ...lines.map((line) => line.label)]}
        rows={trend.points.map((each) => [
          <>
            <bdi>{periodText(each.period)}</bdi> <Code>{each.period}</Code>
          </>,
          ...lines.map((line) => {
            const figure = each[line.of] ?? { value: null, seen: 'NONE' as const };
            return line.of === 'average' && kind !== 'SHARE' ? <AverageText key={line.of} figure={figure} /> : <Shown key={line.of} figure={figure} kind={kind} />;
          }),
        ])}
      />
    </figure>
  );
}

/** An average has a decimal, as a share has. */
function AverageText({ figure }: { figure: ShownFigure }) {
  return figure.value === null ? <Shown figure={figure} kind="EVENTS" /> : <bdi dir="ltr">{numberText(figure.value, 1)}</bdi>;
}
