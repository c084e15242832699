import { useQuery } from '@tanstack/react-query';
import { NavLink, useSearchParams } from 'react-router';
import { json, query } from '../../api/client';
import { useUser } from '../../api/queries';
import { may } from '../../api/rights';
import { AreaField } from '../../areas/AreaField';
import { useArea } from '../../areas/queries';
import { isCommune } from '../../areas/types';
import { t } from '../../i18n/text';
import { dayText } from '../../register/days';
import { useSiteTime } from '../../time/site';
import { zonedFields } from '../../time/zone';
import { useAddress } from '../../ui/address';
import { Button } from '../../ui/Button';
import { RailCount } from '../../ui/RailCount';
import { Code, numberText } from '../../ui/text';
import css from '../teams.module.css';

/** The commune that somebody of a whole province chose last, by account, for as long as the page is open. */
const chosen = new Map<string, string>();

/** The commune that a page is about: the one in its address, else the reader's own where that is a commune, else the one that they chose last; `undefined` until that is known. */
export function useCommune(): string | null | undefined {
  const user = useUser();
  const [search] = useSearchParams();
  const said = search.get('commune');
  const own = user.area?.id ?? null;
  const area = useArea(own ?? '', said === null && own !== null);
  if (said !== null) chosen.set(user.id, said);
  if (said !== null) return said;
  const last = chosen.get(user.id) ?? null;
  if (own === null) return last;
  if (!area.data) return area.error ? own : undefined;
  return isCommune(area.data.kind) ? own : last;
}

/** Another commune, for whoever works for more than one. */
export function CommuneField({ commune }: { commune: string | null }) {
  const user = useUser();
  const [, change] = useAddress();
  const choose = (id: string) => {
    chosen.delete(user.id);
    change({ commune: id }, { goBack: true });
  };
  return <AreaField id="commune" label={t('teams.commune')} value={commune ?? ''} onText={choose} />;
}

/** The ways within the work of a commune's teams. */
export function WorkTabs() {
  const [search] = useSearchParams();
  const commune = search.get('commune');
  const to = (path: string) => `/teams${path}${commune ? `?commune=${commune}` : ''}`;
  const user = useUser();
  return (
    <nav className="segments segments-links" aria-label={t('work.ways')}>
      <NavLink to="/teams" end>
        {t('work.roster')}
      </NavLink>
      <NavLink to={to('/standing')}>
        {t('teams.standing')} <StandingCount />
      </NavLink>
      <NavLink to={to('/patrols')}>{t('work.patrols')}</NavLink>
      <NavLink to={to('/drills')}>{t('work.drills')}</NavLink>
      <NavLink to={to('/equipment')}>{t('work.equipment')}</NavLink>
      <NavLink to={to('/pay')}>{t('work.pay')}</NavLink>
      <NavLink to={to('/groups')}>{t('work.groups')}</NavLink>
      {may(user, 'payRules') && <NavLink to="/teams/pay-rules">{t('work.payRules')}</NavLink>}
    </nav>
  );
}

/** How many people of a commune's teams may not serve any more, or soon. */
function StandingCount() {
  const commune = useCommune() ?? null;
  const { data } = useQuery({
    enabled: commune !== null,
    queryKey: ['teams', 'standing', 'count', commune],
    queryFn: () => json<{ now: number; soon: number; teams: number }>(`/api/team-standing/count${query({ communeId: commune })}`),
    refetchInterval: 60_000,
  });
  const count = (data?.now ?? 0) + (data?.soon ?? 0) + (data?.teams ?? 0);
  return <RailCount count={count} label={t('teams.standingCount', { count })} loud={(data?.now ?? 0) > 0} />;
}

/** The ways within one team. */
export function TeamTabs({ team }: { team: string }) {
  return (
    <nav className="segments segments-links" aria-label={t('work.teamWays')}>
      <NavLink to={`/teams/${team}`} end>
        {t('work.people')}
      </NavLink>
      <NavLink to={`/teams/${team}/plan`}>{t('work.plan')}</NavLink>
      <NavLink to={`/teams/${team}/patrols`}>{t('work.log')}</NavLink>
      <NavLink to={`/teams/${team}/merits`}>{t('work.merits')}</NavLink>
    </nav>
  );
}

/** The month in the address, else this one, as `2026-11`; and the way to others. */
export function useMonth(): { month: string; thisMonth: string; to: (by: number) => void } {
  const { zone, now } = useSiteTime();
  const [search, change] = useAddress();
  const today = zonedFields(now(), zone);
  const thisMonth = `${today.year}-${String(today.month).padStart(2, '0')}`;
  const month = search.get('month') ?? thisMonth;
  return {
    month,
    thisMonth,
    to: (by) => change({ month: monthAfter(month, by) }),
  };
}

export function monthAfter(month: string, by: number): string {
  const [year = 2024, number = 1] = month.split('-').map(Number);
  const at = new Date(Date.UTC(year, number - 1 + by, 1));
  return at.toISOString().slice(0, 7);
}

/** `11/2026`, in every language. */
export function monthText(month: string): string {
  const [year, number] = month.split('-');
  return `${number}/${year}`;
}

export function MonthBar({ month, to }: { month: string; to: (by: number) => void }) {
  return (
    <div className={`toolbar ${css.monthBar}`}>
      <Button small kind="quiet" label={t('work.monthBefore')} onClick={() => to(-1)} />
      <strong>
        <Code>{monthText(month)}</Code>
      </strong>
      <Button small kind="quiet" label={t('work.monthAfter')} onClick={() => to(1)} />
    </div>
  );
}

/** `12 giờ 30 phút`: a length of work. */
export function minutesText(minutes: number): string {
  return t('work.length', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/** Whole dong. */
export function dongText(amount: number): string {
  return t('work.dong', { amount: numberText(amount) });
}

export function days(from: string, until: string): string {
  return `${dayText(from)} – ${dayText(until)}`;
}
