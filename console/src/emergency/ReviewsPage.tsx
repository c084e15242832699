import { usePages } from '../api/pages';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { WaitingReopenings } from '../cases/Reopenings';
import { t } from '../i18n/text';
import { WaitingEndings } from '../keep/CaseEnd';
import { WaitingHolds } from '../keep/WaitingHolds';
import { useAddress } from '../ui/address';
import { Pages } from '../ui/Pages';
import { Segments } from '../ui/Segments';
import { Empty } from '../ui/State';
import { PageFrame } from '../ui/text';
import { EmergencyTable } from './EmergencyTable';
import type { EmergencyAccess } from './types';

/** What waits for a second person's word: looks in an emergency, sealed records, ends of cases, holds on packages. */
export function ReviewsPage() {
  const user = useUser();
  return (
    <PageFrame title={t('emergency.reviews')} lead={t('emergency.reviewsLead')}>
      {may(user, 'reviewEmergencies') && <Emergencies />}
      {may(user, 'decide') && <WaitingReopenings />}
      {may(user, 'decide') && <WaitingEndings />}
      {may(user, 'holds') && <WaitingHolds />}
    </PageFrame>
  );
}

function Emergencies() {
  const [search, change] = useAddress();
  const state = search.get('state') ?? 'WAITING';
  const found = usePages<EmergencyAccess>('/api/emergency-accesses', ['emergencies', 'list'], { state });
  return (
    <section className="stack">
      <h2>{t('emergency.title')}</h2>
      <div className="toolbar">
        <Segments label={t('emergency.filter')} of={['WAITING', 'REVIEWED']} chosen={state} words="emergency.state" onChoose={(each) => change({ state: each })} />
      </div>
      <Pages pages={found} empty={<Empty icon="review" title={t('emergency.none')} />}>
        {(items) => <EmergencyTable items={items} reviews />}
      </Pages>
    </section>
  );
}
