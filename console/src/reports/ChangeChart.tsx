import { t } from '../i18n/text';
import { Name } from '../ui/text';
import { ChartTable } from './ChartTable';
import type { Changes } from './chartData';
import css from './reports.module.css';
import type { IndicatorKind, ShownFigure } from './types';
import { figureText } from './words';

interface Props {
  changes: Changes;
  kind: IndicatorKind;
  /** Whether numbers are rounded to tens. */
  rounded: boolean;
  marked: string | null;
}

/** The units that changed most: from a ring, what was, to a dot, what is. */
export function ChangeChart({ changes, kind, rounded, marked }: Props) {
  const most = Math.max(1, ...changes.most.flatMap((each) => [each.before, each.now]));
  const at = (value: number) => `${(value / most) * 100}%`;
  const text = (value: number) => figureText({ value, seen: rounded ? 'TENS' : 'YES' } satisfies ShownFigure, kind);
  return (
    <figure className={css.trend}>
      <ul className={css.changes} aria-hidden="true">
        {changes.most.map((each) => (
          <li key={each.id} className={each.id === marked ? css.changeMarked : undefined}>
            <Name>{each.name}</Name>
            <span className={css.changeTrack} dir="ltr">
              <span className={css.changeLine} style={{ insetInlineStart: at(Math.min(each.before, each.now)), inlineSize: at(Math.abs(each.now - each.before)) }} />
              <span className={css.changeBefore} style={{ insetInlineStart: at(each.before) }} />
              <span className={css.changeNow} style={{ insetInlineStart: at(each.now) }} />
            </span>
            <bdi dir="ltr">
              {text(each.before)} → {text(each.now)}
            </bdi>
          </li>
        ))}
      </ul>
      <figcaption className={css.chartLegend}>
        {changes.most.length > 0 && (
          <>
            <span>
              <span className={css.changeKeyBefore} aria-hidden="true" />
              {t('reports.periodBefore')}
            </span>
            <span>
              <span className={css.changeKeyNow} aria-hidden="true" />
              {t('reports.thisPeriod')}
            </span>
          </>
        )}
        {changes.untold > 0 && <span>{t('reports.untold', { count: changes.untold })}</span>}
      </figcaption>
      {changes.most.length > 0 && (
        <ChartTable
          id="change-table"
          heads={[t('reports.unit'), t('reports.periodBefore'), t('reports.thisPeriod')]}
          rows={changes.most.map((each) => [each.name, text(each.before), text(each.now)])}
        />
      )}
    </figure>
  );
}
