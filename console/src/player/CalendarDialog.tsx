import { useQueries } from '@tanstack/react-query';
import { type CSSProperties, type KeyboardEvent, useState } from 'react';
import type * as Api from '#api';
import { json, query } from '../api/client';
import { language, locales, t } from '../i18n/text';
import { dateText } from '../time/format';
import { useSiteTime } from '../time/site';
import { fromZoned, startOfDay, zonedFields } from '../time/zone';
import { Dialog } from '../ui/overlays';
import { ltr, numberText } from '../ui/text';
import { type Month, monthAfter, monthOf, monthText, weeksOf } from './month';
import css from './player.module.css';

interface Props {
  cameraIds: readonly string[];
  at: number;
  onGo: (at: number) => void;
  onClose: () => void;
}

/** A month, and of each day how much of it is recorded; a press goes to the same time of that day. */
export function CalendarDialog(props: Props) {
  return (
    <Dialog open onClose={props.onClose} title={t('player.calendar')}>
      <Calendar {...props} />
    </Dialog>
  );
}

function Calendar({ cameraIds, at, onGo, onClose }: Props) {
  const { zone, now } = useSiteTime();
  const [month, setMonth] = useState(() => monthOf(at, zone));
  const shares = useShares(cameraIds, month);
  const current = monthOf(now(), zone);
  const today = startOfDay(now(), zone);
  const go = (day: number) => {
    const fields = zonedFields(at, zone);
    const { year, month: monthNumber, day: dayNumber } = zonedFields(day, zone);
    onClose();
    onGo(fromZoned({ ...fields, year, month: monthNumber, day: dayNumber }, zone) ?? day);
  };
  return (
    <div className={css.calendar}>
      <div className={css.calendarHead}>
        <button type="button" className="button button-plain button-small" onClick={() => setMonth(monthAfter(month, -1))}>
          {t('player.monthBack')}
        </button>
        <strong role="status">
          <bdi dir="ltr">{monthText(month)}</bdi>
        </strong>
        <button type="button" className="button button-plain button-small" disabled={monthText(month) === monthText(current)} onClick={() => setMonth(monthAfter(month, 1))}>
          {t('player.monthNext')}
        </button>
      </div>
      <table onKeyDown={moveFocus}>
        <thead>
          <tr>
            {weeksOf(month, zone)[0]!.map((day) => (
              <th key={day} scope="col">
                {new Intl.DateTimeFormat(locales[language()], { weekday: 'short', timeZone: zone }).format(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month, zone).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day}>
                  {zonedFields(day, zone).month === month.month && (
                    <Day day={day} share={shares.get(isoDay(day, zone))} future={day > today} here={startOfDay(at, zone) === day} zone={zone} onGo={() => go(day)} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint">{t(cameraIds.length > 1 ? 'player.calendarHintMany' : 'player.calendarHint')}</p>
    </div>
  );
}

interface DayProps {
  day: number;
  /** Undefined while it is not known. */
  share: number | undefined;
  future: boolean;
  here: boolean;
  zone: string;
  onGo: () => void;
}

function Day({ day, share, future, here, zone, onGo }: DayProps) {
  const percent = share === undefined ? null : `${numberText(share > 0 && share < 0.01 ? 1 : Math.floor(share * 100))}%`;
  const date = ltr(dateText(day, zone));
  const label = percent === null ? date : t(share! > 0 ? 'player.dayRecorded' : 'player.dayEmpty', { date, percent: ltr(percent) });
  return (
    <button type="button" className={css.calendarDay} aria-label={label} title={label} aria-current={here ? 'date' : undefined} disabled={future || share === 0} onClick={onGo}>
      <span>{zonedFields(day, zone).day}</span>
      <i style={{ '--share': share ?? 0 } as CSSProperties} />
    </button>
  );
}

/** How much of each day is recorded, of one: of several cameras together. */
function useShares(cameraIds: readonly string[], month: Month): Map<string, number> {
  const { now } = useSiteTime();
  const name = `${month.year}-${String(month.month).padStart(2, '0')}`;
  const answers = useQueries({
    queries: cameraIds.map((id) => ({
      queryKey: ['recorded-days', id, name],
      queryFn: () => json<Api.RecordingRecordedDaysView>(`/api/cameras/${id}/recorded-days${query({ month: name })}`),
      staleTime: Date.UTC(month.year, month.month, 2) < now() ? 300_000 : 30_000,
    })),
  });
  const shares = new Map<string, number>();
  for (const { data } of answers) {
    for (const { day, recordedMillis, dayMillis } of data?.items ?? []) {
      shares.set(day, (shares.get(day) ?? 0) + recordedMillis / Math.max(1, dayMillis) / cameraIds.length);
    }
  }
  return answers.every((answer) => answer.data) ? shares : new Map();
}

function isoDay(day: number, zone: string): string {
  const { year, month, day: number } = zonedFields(day, zone);
  return `${year}-${String(month).padStart(2, '0')}-${String(number).padStart(2, '0')}`;
}

/** Arrows go from day to day as they are seen; the calendar mirrors with the page. */
function moveFocus(event: KeyboardEvent<HTMLTableElement>): void {
  const steps: Record<string, number> = { ArrowUp: -7, ArrowDown: 7, ArrowLeft: -1, ArrowRight: 1 };
  const step = steps[event.key];
  if (step === undefined) return;
  const mirrored = getComputedStyle(event.currentTarget).direction === 'rtl' && Math.abs(step) === 1;
  const days = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('tbody button')];
  const by = mirrored ? -step : step;
  for (let next = days.indexOf(document.activeElement as HTMLButtonElement) + by; days[next]; next += by) {
    if (!days[next]!.disabled) {
      event.preventDefault();
      days[next]!.focus();
      return;
    }
  }
}
