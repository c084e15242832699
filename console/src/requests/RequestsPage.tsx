import { useDeferredValue } from 'react';
import { Link } from 'react-router';
import { useRequests, useUser, useWaiting } from '../api/queries';
import { may } from '../api/rights';
import { t } from '../i18n/text';
import { Moment, MomentRange } from '../time/site';
import { useAddress } from '../ui/address';
import { Begin } from '../ui/Begin';
import { ButtonLink } from '../ui/Button';
import { DataTable } from '../ui/DataTable';
import { Pages } from '../ui/Pages';
import { SearchBox } from '../ui/SearchBox';
import { Segments } from '../ui/Segments';
import { Badge, Empty } from '../ui/State';
import { Code, Name, PageFrame } from '../ui/text';
import { DecisionTimeLeft } from './DecisionTimeLeft';
import { RequestBadge } from './RequestBadge';
import type { EvidenceRequest } from './types';

type Tab = 'inbox' | 'mine' | 'all';

/** Requests: what waits for a decision, one's own, and all that one may see. */
export function RequestsPage() {
  const user = useUser();
  const [search, change] = useAddress();
  const tabs: Tab[] = [
    ...(may(user, 'decide') ? (['inbox'] as const) : []),
    ...(may(user, 'request') ? (['mine'] as const) : []),
    ...(may(user, 'decide') || may(user, 'log') || may(user, 'markUrgent') ? (['all'] as const) : []),
  ];
  const tab = tabs.find((each) => each === search.get('tab')) ?? tabs[0] ?? 'mine';
  const waiting = useWaiting(tab === 'inbox');
  const code = search.get('code') ?? '';
  const others = useRequests({ ...(tab === 'mine' ? { mine: true } : {}), code: useDeferredValue(code) }, tab !== 'inbox');
  const requests = tab === 'inbox' ? waiting : others;
  const labels: Record<Tab, string> = { inbox: t('requests.tabInbox'), mine: t('requests.tabMine'), all: t('app.all') };
  return (
    <PageFrame title={t('requests.title')} actions={may(user, 'request') && <ButtonLink kind="primary" icon="add" label={t('requests.new')} to="/requests/new/case" />}>
      <div className="toolbar">
        {tabs.length > 1 && <Segments label={t('requests.view')} of={tabs} chosen={tab} words={(each) => labels[each]} onChoose={(each) => change({ tab: each })} />}
        {tab !== 'inbox' && <SearchBox label={t('requests.search')} value={code} onChange={(value) => change({ code: value })} />}
      </div>
      <Pages
        pages={requests}
        empty={
          tab === 'inbox' ? (
            <Empty icon="request" title={t('requests.emptyInbox')}>
              <p>{t('requests.emptyInboxMore')}</p>
            </Empty>
          ) : (
            <Empty icon="request" title={t(tab === 'mine' ? 'requests.emptyMine' : 'requests.emptyAll')}>
              <Begin allowed="request" label={t('requests.new')} to="/requests/new/case" by="INVESTIGATOR" />
            </Empty>
          )
        }
      >
        {(items) => <RequestTable items={items} />}
      </Pages>
    </PageFrame>
  );
}

function RequestTable({ items }: { items: EvidenceRequest[] }) {
  return (
    <DataTable heads={[t('requests.colRequest'), t('requests.colWhat'), t('requests.colState'), t('requests.colBy')]} cards>
      {items.map((each) => (
        <tr key={each.id}>
          <th scope="row">
            <Link className="row-link-plain" to={`/requests/${each.id}`}>
              <Code>{each.code}</Code>
            </Link>{' '}
            {each.urgent && <Badge tone="warn">{t('requests.urgentMark')}</Badge>} {each.senior.length > 0 && <Badge tone="info">{t('requests.seniorMark')}</Badge>}
            <small>
              <Code>{each.case.code}</Code> <Name>{each.case.title}</Name>
            </small>
          </th>
          <td>
            <MomentRange from={each.from} to={each.to} />
            <br />
            <small>
              {t('requests.camerasCount', { count: each.cameras.length })}: <bdi dir="ltr">{each.cameras.map((camera) => camera.code).join(', ')}</bdi>
            </small>
          </td>
          <td>
            <RequestBadge state={each.state} /> <DecisionTimeLeft request={each} />
            {each.state === 'REQUESTED' &&
              each.senior.map((reason) => (
                <small key={reason.code} className="block">
                  {reason.text}
                </small>
              ))}
          </td>
          <td>
            <Name>{each.requestedBy.displayName}</Name>
            <br />
            <small>
              <Moment at={each.requestedAt} />
            </small>
          </td>
        </tr>
      ))}
    </DataTable>
  );
}
