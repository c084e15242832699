import { t } from '../i18n/text';
import { useKeys } from '../shell/keys';
import { useSiteTime } from '../time/site';
import { zonedFields } from '../time/zone';
import { Button } from '../ui/Button';
import { Segments } from '../ui/Segments';
import { lastOver, moved, type Period, periodAt, periodKinds, readPeriod, startOf, writePeriod } from './periods';
import css from './reports.module.css';
import { periodText } from './words';

/** The period of the address, else the last quarter that is over. */
export function usePeriod(text: string | null): { period: Period; code: string; present: { year: number; month: number } } {
  const { zone, now } = useSiteTime();
  const present = zonedFields(now(), zone);
  const period = readPeriod(text) ?? lastOver('QUARTER', present.year, present.month);
  return { period, code: writePeriod(period), present };
}

interface Props {
  period: Period;
  present: { year: number; month: number };
  onChoose: (code: string) => void;
}

/** How long, and which: one step back or on, also by the keys `[` and `]`. */
export function PeriodPicker({ period, present, onChoose }: Props) {
  const next = moved(period, 1);
  const mayNext = startOf(next) <= present.year * 12 + present.month - 1;
  useKeys([
    { key: '[', cap: '[', label: 'reports.earlier', run: () => onChoose(writePeriod(moved(period, -1))) },
    { key: ']', cap: ']', label: 'reports.later', run: () => mayNext && onChoose(writePeriod(next)) },
  ]);
  return (
    <>
      <Segments
        label={t('reports.periodKind')}
        of={periodKinds}
        chosen={period.kind}
        words="reports.kindOf"
        onChoose={(each) => {
          const same = periodAt(each, period.year, (((startOf(period) % 12) + 12) % 12) + 1);
          onChoose(writePeriod(startOf(same) <= present.year * 12 + present.month - 1 ? same : lastOver(each, present.year, present.month)));
        }}
      />
      <div className={css.periodStep} role="group" aria-label={t('reports.period')}>
        <Button small label={t('reports.earlier')} onClick={() => onChoose(writePeriod(moved(period, -1)))} />
        <strong aria-live="polite">
          <bdi>{periodText(writePeriod(period))}</bdi>
        </strong>
        <Button small label={t('reports.later')} disabled={!mayNext} onClick={() => onChoose(writePeriod(next))} />
      </div>
    </>
  );
}
