import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { json, query } from '../api/client';
import { may, useUser } from '../api/queries';
import type { Page } from '../api/types';
import { t, tCode } from '../text/text';
import { Moment } from '../time/site';
import { Button } from '../ui/Button';
import { Empty, Failure, Loading } from '../ui/State';
import { Code, PageHead, usePageTitle } from '../ui/text';
import type { Finding } from './types';
import { Person, StateBadge, TargetName, why } from './why';

/** What the rules found in the use of the system, for the auditor: what is open first. */
export function FindingsPage() {
  usePageTitle(t('oversight.findings'));
  const user = useUser();
  const [search, setSearch] = useSearchParams();
  const state = search.get('state') ?? 'OPEN';
  const findings = useInfiniteQuery({
    queryKey: ['findings', state],
    queryFn: ({ pageParam }) => json<Page<Finding>>(`/api/findings${query({ state, limit: 50, after: pageParam })}`),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    enabled: may(user, 'findings'),
  });
  const items = findings.data?.pages.flatMap((page) => page.items) ?? [];
  if (!may(user, 'findings')) return <Empty icon="lock" title={t('app.forbiddenTitle')}><p>{t('app.forbiddenDetail')}</p></Empty>;
  return (
    <>
      <PageHead title={t('oversight.findings')} lead={<p>{t('oversight.findingsLead')}</p>} />
      <div className="toolbar">
        <div className="segments" role="group" aria-label={t('oversight.filter')}>
          {['OPEN', 'CLOSED'].map((each) => (
            <button key={each} type="button" aria-pressed={state === each} onClick={() => setSearch({ state: each }, { replace: true })}>
              {tCode('oversight.state', each)}
            </button>
          ))}
        </div>
      </div>
      {findings.isPending && <Loading />}
      {findings.error && <Failure failure={findings.error} retry={() => void findings.refetch()} />}
      {findings.data && items.length === 0 && (
        <Empty icon="shield" title={t('oversight.none')}>
          <p>{t('oversight.noneMore')}</p>
        </Empty>
      )}
      {items.length > 0 && <FindingTable items={items} />}
      {findings.hasNextPage && (
        <Button onClick={() => void findings.fetchNextPage()} disabled={findings.isFetchingNextPage}>
          {t('oversight.more')}
        </Button>
      )}
    </>
  );
}

function FindingTable({ items }: { items: Finding[] }) {
  return (
    <div className="table-wrap">
      <table className="table table-cards">
        <thead>
          <tr>
            <th scope="col">{t('oversight.colFinding')}</th>
            <th scope="col">{t('oversight.colPerson')}</th>
            <th scope="col">{t('oversight.colWhy')}</th>
            <th scope="col">{t('oversight.colWhen')}</th>
            <th scope="col">{t('oversight.colState')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((each) => (
            <tr key={each.id}>
              <th scope="row">
                <Link className="row-link-plain" to={`/findings/${each.id}`}>
                  <Code>{each.code}</Code> {tCode('oversight.rule', each.rule)}
                </Link>
                {each.target && (
                  <small className="block">
                    <TargetName target={each.target} />
                  </small>
                )}
              </th>
              <td data-label={t('oversight.colPerson')}>
                <Person finding={each} />
              </td>
              <td>{why(each)}</td>
              <td data-label={t('oversight.colWhen')}>
                <Moment at={each.openedAt} />
              </td>
              <td>
                <StateBadge finding={each} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
