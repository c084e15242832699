import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { json, query } from '../api/client';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t } from '../i18n/text';
import { isMissing } from '../player/coverage';
import { dateText, lengthText } from '../time/format';
import { MomentRange, useSiteTime } from '../time/site';
import { addDays, parseInstant, startOfDay } from '../time/zone';
import { useAddress } from '../ui/address';
import { Button } from '../ui/Button';
import { QueryState } from '../ui/State';
import { numberText } from '../ui/text';
import css from './cameras.module.css';
import { GapCause } from './GapCause';
import type { Camera, CoverageAnswer } from './types';

/** More gaps than this are only in the bar and on the player's time line. */
const mostListed = 500;

/** What is recorded of one day: a bar, the share, and the gaps as a list. */
export function DayCoverage({ camera }: { camera: Camera }) {
  const { zone, now } = useSiteTime();
  const user = useUser();
  const [search, change] = useAddress();
  const given = search.get('day');
  const from = startOfDay(given ? parseInstant(given) : now(), zone);
  const to = addDays(from, 1, zone);
  const coverage = useQuery({
    queryKey: ['coverage', camera.id, from],
    queryFn: () => json<CoverageAnswer>(`/api/cameras/${camera.id}/coverage${query({ from: new Date(from).toISOString(), to: new Date(to).toISOString() })}`),
    refetchInterval: to > now() ? 10_000 : false,
  });
  const go = (days: number) => change({ tab: 'day', day: new Date(addDays(from, days, zone) + 43_200_000).toISOString() });
  const end = Math.min(to, now());
  const data = coverage.data && { ...coverage.data, gaps: coverage.data.gaps.filter(isMissing) };
  const covered = (data?.recorded ?? []).reduce((sum, run) => sum + Math.max(0, Math.min(end, parseInstant(run.to)) - Math.max(from, parseInstant(run.from))), 0);
  const percent = end > from ? (covered / (end - from)) * 100 : 0;
  const share = (at: string) => `${(Math.max(0, Math.min(1, (parseInstant(at) - from) / (to - from))) * 100).toFixed(3)}%`;
  const width = (run: { from: string; to: string }) => `calc(${share(run.to)} - ${share(run.from)})`;

  return (
    <div className="day">
      <div className={css.dayNav}>
        <Button small label={t('cameras.dayBefore')} onClick={() => go(-1)} />
        <strong>
          <bdi dir="ltr">{dateText(from, zone)}</bdi>
        </strong>
        <Button small label={t('cameras.dayAfter')} disabled={to > now()} onClick={() => go(1)} />
      </div>
      <QueryState query={coverage} />
      {data && (
        <>
          <p>{t('cameras.dayCovered', { percent: numberText(percent, percent > 99 ? 2 : 1), date: dateText(from, zone) })}</p>
          <div className="day-bar" dir="ltr" role="img" aria-label={t('cameras.dayBar')}>
            {data.recorded.map((run) => (
              <span key={`r${run.from}`} className="day-run" style={{ insetInlineStart: share(run.from), width: width(run) }} />
            ))}
            {data.gaps.map((gap) => (
              <span key={`g${gap.from}`} className="day-gap" style={{ insetInlineStart: share(gap.from), width: width(gap) }} />
            ))}
          </div>
          <div className={css.dayHours} dir="ltr" aria-hidden="true">
            {[0, 3, 6, 9, 12, 15, 18, 21, 24].map((hour) => (
              <span key={hour}>{hour}</span>
            ))}
          </div>
          {data.recorded.length === 0 && data.gaps.length === 0 ? (
            <p>{t('cameras.dayNothing')}</p>
          ) : (
            <>
              <h3>{t('cameras.dayGaps')}</h3>
              {data.gaps.length === 0 && <p>{t('cameras.dayNoGaps')}</p>}
              <ul className="gap-list">
                {data.gaps.slice(0, mostListed).map((gap) => (
                  <li key={gap.from}>
                    {may(user, 'playback') ? (
                      <Link to={`/play?cams=${camera.id}&t=${new Date(parseInstant(gap.from) - 5_000).toISOString()}`}>
                        <MomentRange from={gap.from} to={gap.to} />
                      </Link>
                    ) : (
                      <MomentRange from={gap.from} to={gap.to} />
                    )}{' '}
                    <bdi dir="ltr">({lengthText(parseInstant(gap.to) - parseInstant(gap.from))})</bdi> <GapCause gap={gap} advice={data.reasons[gap.reason]?.advice} />
                  </li>
                ))}
              </ul>
              {data.gaps.length > mostListed && <p className="hint">{t('cameras.moreGaps', { count: numberText(data.gaps.length - mostListed) })}</p>}
            </>
          )}
        </>
      )}
    </div>
  );
}
