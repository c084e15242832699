import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { json } from '../api/client';
import { usePages } from '../api/pages';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t, tCode } from '../i18n/text';
import { Moment } from '../time/site';
import { DataTable } from '../ui/DataTable';
import { Pages } from '../ui/Pages';
import { Badge, Empty, QueryState } from '../ui/State';
import { Code, Name, numberText, PageFrame } from '../ui/text';
import { RequestBadge } from './RequestBadge';
import type { UrgentPeople, UrgentRequest } from './types';

/** How the urgent way is used: what was secured and not ratified first, then each person's figures. */
export function UrgentPage() {
  const user = useUser();
  const urgent = usePages<UrgentRequest>('/api/urgent-requests', ['urgent']);
  return (
    <PageFrame title={t('requests.urgentUse')} lead={t('requests.urgentUseLead')}>
      <Pages pages={urgent} empty={<Empty icon="urgent" title={t('requests.urgentNone')} />}>
        {(items) => (
          <>
            <p role="status">{t('requests.urgentAlerts', { count: items.filter((each) => each.alert).length })}</p>
            <UrgentTable items={items.toSorted((a, b) => Number(b.alert) - Number(a.alert))} link={may(user, 'log')} />
          </>
        )}
      </Pages>
      {may(user, 'log') && <PeopleTable />}
    </PageFrame>
  );
}

function UrgentTable({ items, link }: { items: UrgentRequest[]; link: boolean }) {
  return (
    <DataTable heads={[t('requests.colRequest'), t('requests.urgentReason'), t('requests.colMarkedBy'), t('requests.colState'), t('requests.colFootage')]} cards>
      {items.map((each) => (
        <tr key={each.id}>
          <th scope="row">
            {link ? (
              <Link className="row-link-plain" to={`/requests/${each.id}`}>
                <Code>{each.code}</Code>
              </Link>
            ) : (
              <Code>{each.code}</Code>
            )}{' '}
            {each.alert && (
              <Badge tone="bad" icon="urgent">
                {t('requests.notRatified')}
              </Badge>
            )}
          </th>
          <td>{tCode('requests.urgent', each.reason)}</td>
          <td data-label={t('requests.colMarkedBy')}>
            <Name>{each.markedBy.displayName}</Name>
            <br />
            <small>
              <Moment at={each.markedAt} />
            </small>
          </td>
          <td>
            <RequestBadge state={each.state} />
            {each.decidedBy && (
              <small className="block">
                <Name>{each.decidedBy.displayName}</Name>
              </small>
            )}
          </td>
          <td data-label={t('requests.colFootage')}>
            {each.discardedAt ? (
              <>
                {tCode('requests.discarded', each.discardCause ?? '')}
                <small className="block">
                  <Moment at={each.discardedAt} />
                </small>
                {each.certificate !== null &&
                  (link ? (
                    <Link to={`/audit/${each.certificate}`}>{t('requests.certificate', { index: each.certificate })}</Link>
                  ) : (
                    <small>{t('requests.certificate', { index: each.certificate })}</small>
                  ))}
              </>
            ) : (
              each.securedAt && (
                <>
                  {t('requests.secured')}
                  <small className="block">
                    <Moment at={each.securedAt} />
                  </small>
                </>
              )
            )}
          </td>
        </tr>
      ))}
    </DataTable>
  );
}

/** Who says how often that a request cannot wait; for the auditor. */
function PeopleTable() {
  const people = useQuery({ queryKey: ['urgent', 'people'], queryFn: () => json<UrgentPeople>('/api/urgent-requests/people') });
  if (!people.data) return <QueryState query={people} />;
  if (people.data.items.length === 0) return null;
  return (
    <section className="panel stack">
      <h2>{t('requests.urgentPeople')}</h2>
      <p className="hint">
        {t('requests.since')} <Moment at={people.data.since} show="date" />
      </p>
      <DataTable
        heads={[t('requests.colPerson'), { number: t('requests.colUrgentOf') }, { number: t('requests.colRatified') }, { number: t('requests.colRefused') }, { number: t('requests.colLapsed') }]}
        cards
      >
        {people.data.items.map((each) => (
          <tr key={each.person.id}>
            <th scope="row">
              <Name>{each.person.displayName}</Name>
            </th>
            <td className="number" data-label={t('requests.colUrgentOf')}>
              <bdi dir="ltr">
                {numberText(each.marked)} / {numberText(each.requests)} ({numberText((each.marked / Math.max(1, each.requests)) * 100)} %)
              </bdi>
            </td>
            <td className="number" data-label={t('requests.colRatified')}>
              {numberText(each.ratified)}
            </td>
            <td className="number" data-label={t('requests.colRefused')}>
              {numberText(each.refused)}
            </td>
            <td className="number" data-label={t('requests.colLapsed')}>
              {numberText(each.lapsed)}
            </td>
          </tr>
        ))}
      </DataTable>
    </section>
  );
}
