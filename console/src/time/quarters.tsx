import { t } from '../i18n/text';
import { dayText } from '../register/days';
import { Empty } from '../ui/State';

/** The span that figures are told of. */
export interface ToldSpan {
  from: string;
  /** Null where no quarter that was asked for is over. */
  to: string | null;
  /** The day from which the quarter that runs is told; null for who sees single ones. */
  nextOn: string | null;
}

/** The year that the address asks for; else the one that the server told of by itself. */
export function yearOf(asked: string | null, told: ToldSpan | undefined, present: number): number {
  return Math.min(present, Number(asked) || Number(told?.from.slice(0, 4) ?? present));
}

/** In the place of figures of which no quarter is over: when they are told. */
export function NotYetTold({ nextOn }: { nextOn: string | null }) {
  return (
    <Empty icon="figures" title={t('app.figuresNotYet')}>
      {nextOn && <p>{t('app.figuresFrom', { day: dayText(nextOn) })}</p>}
    </Empty>
  );
}

/** Until when figures of quarters are told, and from when the next ones are. */
export function ToldUntil({ told }: { told: ToldSpan }) {
  if (!told.to || !told.nextOn) return null;
  return <p>{t('app.figuresUntil', { day: dayText(told.to), next: dayText(told.nextOn) })}</p>;
}
