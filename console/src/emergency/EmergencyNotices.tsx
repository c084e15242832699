import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { json } from '../api/client';
import { usePages } from '../api/pages';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t } from '../i18n/text';
import { Moment } from '../time/site';
import { Pages } from '../ui/Pages';
import { Empty, Notice } from '../ui/State';
import { EmergencyTable } from './EmergencyTable';
import type { EmergencyAccess } from './types';

const path = '/api/emergency-accesses/notices';
const often = 300_000;

/** How many opened the reports of one's area within the last day: asked for by every page, so it is a count and no reading. */
function useTold() {
  return useQuery({
    enabled: may(useUser(), 'situationEmergencies'),
    queryKey: ['emergencies', 'told', 'figures'],
    queryFn: () => json<{ count: number; lastAt: string | null }>(`${path}/figures`),
    staleTime: often,
    refetchInterval: often,
  }).data;
}

/** Tells who answers for an area that somebody opened its reports within the last day. */
export function EmergencyNotice() {
  const told = useTold();
  if (!told?.lastAt) return null;
  return (
    <Notice tone="warn" title={t('situations.toldNotice')}>
      <p data-told>
        {t('situations.toldCount', { count: told.count })} · <Moment at={told.lastAt} />
      </p>
      <p>
        <Link to="/situations/emergency">{t('situations.toldSee')}</Link>
      </p>
    </Notice>
  );
}

/** Who opened reports of one's area, when and why, and what its review said. */
export function ToldList() {
  const found = usePages<EmergencyAccess>(path, ['emergencies', 'told'], {}, { refetchOnWindowFocus: false });
  return (
    <section className="stack" id="told">
      <h2>{t('situations.toldTitle')}</h2>
      <Pages pages={found} empty={<Empty icon="shield" title={t('situations.toldNone')} />}>
        {(items) => <EmergencyTable items={items} />}
      </Pages>
    </section>
  );
}
