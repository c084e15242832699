import { useQuery } from '@tanstack/react-query';
import { json } from '../api/client';
import { t } from '../i18n/text';
import { useNow, useSiteTime } from '../time/site';
import { zonedFields } from '../time/zone';
import { Button } from '../ui/Button';
import { Badge, Empty, QueryState } from '../ui/State';
import { Name, numberText } from '../ui/text';
import type { LogDayItem, LogMonthItem } from './types';

interface Props {
  /** `2026-11-28` or `2026-11`, or empty for the last one that is over. */
  asked: string;
  onAsk: (period: string) => void;
}

const two = (number: number) => String(number).padStart(2, '0');

/** What may be read by the day only, in no order: who signed in, who read a report. */
export function LogDays({ asked, onAsk }: Props) {
  const { year, month, day } = useToday();
  const shift = (from: string, days: number) => new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  const last = shift(`${year}-${two(month)}-${two(day)}`, -1);
  const period = asked || last;
  const events = useQuery({ queryKey: ['log', 'days', period], queryFn: () => json<LogDayItem[]>(`/api/log/days/${period}`), staleTime: Infinity });
  return (
    <section className="stack" aria-label={t('log.days')}>
      <p className="hint">{t('log.daysHint')}</p>
      <Steps period={period.split('-').reverse().join('/')} back={() => onAsk(shift(period, -1))} on={period < last ? () => onAsk(shift(period, 1)) : null} />
      <QueryState query={events} />
      {events.data?.length === 0 && <Empty icon="log" title={t('log.nothing')} />}
      {events.data && events.data.length > 0 && (
        <div className="table-scroll">
          <table>
            <thead>
              <tr>
                <th>{t('log.f.type')}</th>
                <th>{t('log.f.actor')}</th>
                <th className="number">{t('log.times')}</th>
              </tr>
            </thead>
            <tbody>
              {events.data.map((item, position) => (
                <tr key={position}>
                  <td dir="auto">
                    {item.summary}{' '}
                    {item.refused && (
                      <Badge tone="bad" icon="refused">
                        {t('log.refused')}
                      </Badge>
                    )}
                  </td>
                  <td>{item.actor ? <Name>{item.actor.displayName}</Name> : t('log.nobody')}</td>
                  <td className="number">{numberText(item.times)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

/** What is only counted: reports, mediation, measures, and whatever those who report did. */
export function LogMonths({ asked, onAsk }: Props) {
  const { year, month } = useToday();
  const shift = (from: string, months: number) => {
    const [y, m] = from.split('-').map(Number);
    return new Date(Date.UTC(y!, m! - 1 + months, 1)).toISOString().slice(0, 7);
  };
  const last = shift(`${year}-${two(month)}`, -1);
  const period = asked || last;
  const counts = useQuery({ queryKey: ['log', 'months', period], queryFn: () => json<LogMonthItem[]>(`/api/log/months/${period}`), staleTime: Infinity });
  return (
    <section className="stack" aria-label={t('log.months')}>
      <p className="hint">{t('log.monthsHint')}</p>
      <Steps period={period.split('-').reverse().join('/')} back={() => onAsk(shift(period, -1))} on={period < last ? () => onAsk(shift(period, 1)) : null} />
      <QueryState query={counts} />
      {counts.data?.length === 0 && <Empty icon="log" title={t('log.nothing')} />}
      {counts.data && counts.data.length > 0 && (
        <div className="table-scroll">
          <table>
            <thead>
              <tr>
                <th>{t('log.f.type')}</th>
                <th className="number">{t('log.timesInTens')}</th>
              </tr>
            </thead>
            <tbody>
              {counts.data.map((item) => (
                <tr key={item.type}>
                  <td dir="auto">{item.summary}</td>
                  <td className="number">{item.times === null ? t('log.few') : numberText(item.times)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function useToday() {
  const { zone } = useSiteTime();
  return zonedFields(useNow(), zone);
}

function Steps({ period, back, on }: { period: string; back: () => void; on: (() => void) | null }) {
  return (
    <div className="toolbar">
      <Button small label={t('log.before')} onClick={back} />
      <strong role="status">
        <bdi dir="ltr">{period}</bdi>
      </strong>
      <Button small label={t('log.after')} onClick={() => on?.()} disabled={!on} />
    </div>
  );
}
