import { t, tCode } from '../i18n/text';
import { FigureText } from '../ui/figures';
import { Code, numberText } from '../ui/text';
import css from './programmes.module.css';
import type { Effect, EffectQuarter } from './types';

const height = 140;
const wide = 26;
const top = 16;

const label = (each: EffectQuarter) => t('programmes.quarterShort', { quarter: each.quarter, year: String(each.year).slice(2) });

/**
 * Bars by quarter, zero at their foot, oldest at the left in every language; a dash is the mean of areas without one. Its
 * table holds the same and is what a screen reader is given.
 */
export function EffectChart({ effect }: { effect: Effect }) {
  const { series } = effect;
  const most = Math.max(1, ...series.flatMap((each) => [each.own?.value ?? 0, each.others ?? 0]));
  const y = (value: number) => top + (height - top) * (1 - value / most);
  const width = series.length * wide;
  return (
    <figure className={css.effectChart}>
      <div className="effect-scroll" dir="ltr" tabIndex={0} role="group" aria-label={t('programmes.chart')}>
        <svg viewBox={`0 0 ${width} ${height + 34}`} width={width * 1.4} aria-hidden="true" focusable="false">
          <line className="chart-zero" x1={0} x2={width} y1={height} y2={height} />
          {series.map((each, index) => {
            const x = index * wide;
            const value = each.own?.value ?? null;
            return (
              <g key={label(each)} className={`quarter quarter-${each.phase.toLowerCase()}`}>
                {each.phase === 'START' && <line className={css.chartStart} x1={x + wide / 2} x2={x + wide / 2} y1={0} y2={height} />}
                {value !== null && <rect x={x + 4} y={y(value)} width={wide - 8} height={height - y(value)} />}
                {each.others !== null && <line className={css.chartOthers} x1={x + 2} x2={x + wide - 2} y1={y(each.others)} y2={y(each.others)} />}
                <text x={x + wide / 2} y={value === null ? height - 4 : y(value) - 4} textAnchor="middle">
                  {each.own === null ? '?' : value === null ? '<5' : numberText(value)}
                </text>
                {index % 2 === 0 && (
                  <text className={css.chartQuarter} x={x + wide / 2} y={height + 14} textAnchor="middle">
                    {label(each)}
                  </text>
                )}
              </g>
            );
          })}
        </svg>
      </div>
      <figcaption className="hint">{t('programmes.chartKey')}</figcaption>
      <details>
        <summary>{t('programmes.asTable')}</summary>
        <table className="table table-cards effect-series" id="effect-series">
          <thead>
            <tr>
              <th scope="col">{t('programmes.quarter')}</th>
              <th scope="col">{t('programmes.phaseLabel')}</th>
              <th scope="col" className="number">
                {t('programmes.withIt')}
              </th>
              <th scope="col" className="number">
                {t('programmes.meanWithout')}
              </th>
            </tr>
          </thead>
          <tbody>
            {series.map((each) => (
              <tr key={label(each)}>
                <th scope="row">
                  <Code>{label(each)}</Code>
                </th>
                <td data-label={t('programmes.phaseLabel')}>{tCode('programmes.phase', each.phase)}</td>
                <td className="number" data-label={t('programmes.withIt')}>
                  <FigureText figure={each.own} />
                </td>
                <td className="number" data-label={t('programmes.meanWithout')}>
                  {each.others === null ? '–' : numberText(each.others, 1)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
