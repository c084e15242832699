import { useQuery } from '@tanstack/react-query';
import type * as Api from '#api';
import { json, query } from '../api/client';
import { useUser } from '../api/queries';
import type { Page } from '../api/types';
import { AreaField } from '../areas/AreaField';
import { t, tCode } from '../i18n/text';
import { ListPage } from '../lists/ListPage';
import { dayText } from '../register/days';
import { useAddress } from '../ui/address';
import { DataTable } from '../ui/DataTable';
import { Empty, Failure, Loading } from '../ui/State';
import { Code, Name } from '../ui/text';

type PastResult = Api.StandardPastResultView;

/** Results of past years from a spreadsheet, and those that were taken in. */
export function PastResultsPage() {
  return (
    <ListPage
      title={t('standard.pastTitle')}
      how={t('standard.pastHow')}
      path="/api/standard/past-results/import"
      template="past-results.csv"
      back={{ to: '/standard', label: t('standard.pastBack') }}
      changes={['pastResults']}
    >
      <TakenIn />
    </ListPage>
  );
}

function TakenIn() {
  const user = useUser();
  const [search, change] = useAddress();
  const areaId = search.get('areaId') ?? user.area?.id ?? '';
  const results = useQuery({ enabled: areaId !== '', queryKey: ['pastResults', areaId], queryFn: async () => (await json<Page<PastResult>>(`/api/standard/past-results${query({ areaId })}`)).items });
  return (
    <section className="panel stack">
      <h2>{t('standard.pastTaken')}</h2>
      <AreaField id="areaId" label={t('standard.pastArea')} value={areaId} onText={(value) => change({ areaId: value })} />
      {areaId !== '' && results.isLoading && <Loading />}
      {results.error && <Failure failure={results.error} />}
      {results.data?.length === 0 && <Empty icon="list" title={t('standard.pastNone')} />}
      {results.data && results.data.length > 0 && (
        <DataTable heads={[t('standard.pastUnit'), t('standard.pastYear'), t('standard.pastOutcome'), t('standard.pastPaper')]} cards>
          {results.data.map((each) => (
            <tr key={`${each.areaId} ${each.year}`}>
              <th scope="row">
                <Name>{each.areaName}</Name>
              </th>
              <td data-label={t('standard.pastYear')}>{each.year}</td>
              <td data-label={t('standard.pastOutcome')}>{tCode('standard.pastOutcomes', each.outcome)}</td>
              <td data-label={t('standard.pastPaper')}>
                {each.decision && <Code>{each.decision}</Code>} {each.decidedOn && dayText(each.decidedOn)}
              </td>
            </tr>
          ))}
        </DataTable>
      )}
    </section>
  );
}
