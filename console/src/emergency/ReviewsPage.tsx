import { Link, useSearchParams } from 'react-router';
import { may, usePages, useUser } from '../api/queries';
import { WaitingReopenings } from '../cases/Reopenings';
import { WaitingEndings } from '../keep/CaseEnd';
import { WaitingHolds } from '../keep/WaitingHolds';
import { t, tCode } from '../text/text';
import { Moment } from '../time/site';
import { Pages } from '../ui/Pages';
import { Segments } from '../ui/Segments';
import { Empty } from '../ui/State';
import { Code, Name, PageHead, usePageTitle } from '../ui/text';
import { EmergencyState } from './EmergencyState';
import type { EmergencyAccess } from './types';

/** What waits for a second person's word: looks in an emergency, sealed records, ends of cases, holds on packages. */
export function ReviewsPage() {
  usePageTitle(t('emergency.reviews'));
  const user = useUser();
  if (!may(user, 'reviews')) return <Empty icon="lock" title={t('app.forbiddenTitle')}><p>{t('app.forbiddenDetail')}</p></Empty>;
  return (
    <>
      <PageHead title={t('emergency.reviews')} lead={<p>{t('emergency.reviewsLead')}</p>} />
      {may(user, 'reviewEmergencies') && <Emergencies />}
      {may(user, 'decide') && <WaitingReopenings />}
      {may(user, 'decide') && <WaitingEndings />}
      {may(user, 'holds') && <WaitingHolds />}
    </>
  );
}

function Emergencies() {
  const [search, setSearch] = useSearchParams();
  const state = search.get('state') ?? 'WAITING';
  const found = usePages<EmergencyAccess>('/api/emergency-accesses', ['emergencies', 'list'], { state });
  return (
    <section className="stack">
      <h2>{t('emergency.title')}</h2>
      <div className="toolbar">
        <Segments
          label={t('emergency.filter')}
          choices={['WAITING', 'REVIEWED']}
          chosen={state}
          words={(each) => tCode('emergency.state', each)}
          onChoose={(each) => setSearch({ state: each }, { replace: true })}
        />
      </div>
      <Pages pages={found} empty={<Empty icon="shield" title={t('emergency.none')} />}>
        {(items) => <EmergencyTable items={items} />}
      </Pages>
    </section>
  );
}

function EmergencyTable({ items }: { items: EmergencyAccess[] }) {
  return (
    <div className="table-wrap">
      <table className="table table-cards">
        <thead>
          <tr>
            <th scope="col">{t('emergency.colAccess')}</th>
            <th scope="col">{t('emergency.colPerson')}</th>
            <th scope="col">{t('emergency.colReason')}</th>
            <th scope="col">{t('emergency.colOpened')}</th>
            <th scope="col">{t('emergency.colState')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((each) => (
            <tr key={each.id} data-emergency={each.code}>
              <th scope="row">
                <Link className="row-link-plain" to={`/reviews/${each.id}`}>
                  <Code>{each.code}</Code>
                </Link>
                <small className="block">
                  {tCode('emergency.purpose', each.purpose)} · <Name>{each.areaName}</Name>
                </small>
              </th>
              <td data-label={t('emergency.colPerson')}>
                <Name>{each.person.displayName}</Name>
              </td>
              <td>
                <Name>{each.reason}</Name>
              </td>
              <td data-label={t('emergency.colOpened')}>
                <Moment at={each.openedAt} />
              </td>
              <td>
                <EmergencyState each={each} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
