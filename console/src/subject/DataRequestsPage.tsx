import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { json } from '../api/client';
import { usePages } from '../api/pages';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t, tCode } from '../i18n/text';
import { dayText } from '../register/days';
import { Moment } from '../time/site';
import { useAddress } from '../ui/address';
import { ButtonLink } from '../ui/Button';
import { DataTable } from '../ui/DataTable';
import { Pages } from '../ui/Pages';
import { Segments } from '../ui/Segments';
import { Badge, Empty } from '../ui/State';
import { Code, Name, PageFrame } from '../ui/text';
import type { DataRequest } from './types';

/** What people asked about their own data: what is due first on top, and no names. */
export function DataRequestsPage() {
  const user = useUser();
  const [search, change] = useAddress();
  const state = search.get('state') ?? 'OPEN';
  const requests = usePages<DataRequest>('/api/data-requests', ['dataRequests'], { state });
  const figures = useQuery({
    queryKey: ['dataRequests', 'figures'],
    queryFn: () => json<{ open: number; overdue: number }>('/api/data-requests/figures'),
  });
  const handles = may(user, 'handleDataRequests');
  return (
    <PageFrame
      title={t('subject.title')}
      lead={
        <>
          <p>{t('subject.lead')}</p>
          {figures.data && (
            <p className="summary">
              <Badge tone="info">{t('subject.figOpen', { count: figures.data.open })}</Badge>
              {figures.data.overdue > 0 && (
                <Badge tone="bad" icon="time">
                  {t('subject.figOverdue', { count: figures.data.overdue })}
                </Badge>
              )}
            </p>
          )}
        </>
      }
      actions={
        <>
          <ButtonLink icon="calendar" label={t('subject.days')} to="/data-requests/working-days" />
          {handles && <ButtonLink kind="primary" icon="add" label={t('subject.new')} to="/data-requests/new" />}
        </>
      }
    >
      <div className="toolbar">
        <Segments label={t('subject.filter')} of={['OPEN', 'ENDED']} chosen={state} words="subject.list" onChoose={(each) => change({ state: each })} />
      </div>
      <Pages
        pages={requests}
        empty={
          <Empty icon="dataRequest" title={t('subject.none')}>
            <p>{t('subject.noneMore')}</p>
          </Empty>
        }
      >
        {(items) => (
          <DataTable heads={[t('subject.colRequest'), t('subject.colReceived'), t('subject.colHandler'), t('subject.colState'), t('subject.colDue')]} cards>
            {items.map((each) => (
              <Row key={each.id} request={each} open={handles && each.erasedAt === null} />
            ))}
          </DataTable>
        )}
      </Pages>
    </PageFrame>
  );
}

function Row({ request, open }: { request: DataRequest; open: boolean }) {
  const title = (
    <>
      <Code>{request.code}</Code> {tCode('subject.kind', request.kind)}
    </>
  );
  return (
    <tr>
      <th scope="row">
        {open ? (
          <Link className="row-link-plain" to={`/data-requests/${request.id}`}>
            {title}
          </Link>
        ) : (
          title
        )}
        <small>
          <bdi>{request.areaName}</bdi>
        </small>
      </th>
      <td data-label={t('subject.colReceived')}>
        <Moment at={request.receivedAt} />
        <small className="block">{tCode('subject.channel', request.channel)}</small>
      </td>
      <td data-label={t('subject.colHandler')}>
        <Name>{request.handler.displayName}</Name>
      </td>
      <td>
        <StateBadge request={request} />
      </td>
      <td data-label={t('subject.colDue')}>{request.state === 'ENDED' ? '–' : <Due request={request} />}</td>
    </tr>
  );
}

export function StateBadge({ request }: { request: DataRequest }) {
  if (request.outcome) return <Badge tone={request.outcome === 'REFUSED' ? 'warn' : 'ok'}>{tCode('subject.outcome', request.outcome)}</Badge>;
  return <Badge tone={request.state === 'RECEIVED' ? 'warn' : 'info'}>{tCode('subject.state', request.state)}</Badge>;
}

/** What is due next, and until when; in red once it is late. */
export function Due({ request }: { request: DataRequest }) {
  const words = (
    <>
      {t(request.state === 'RECEIVED' ? 'subject.dueAnswer' : 'subject.dueEnd')} <Code>{dayText(request.dueOn)}</Code>
    </>
  );
  return request.overdue ? (
    <Badge tone="bad" icon="time">
      {t('subject.overdue')} {words}
    </Badge>
  ) : (
    words
  );
}
