import { Link, useSearchParams } from 'react-router';
import { query } from '../api/client';
import { t } from '../i18n/text';
import { dayText } from '../register/days';
import { DataTable } from '../ui/DataTable';
import { Pages } from '../ui/Pages';
import { Empty } from '../ui/State';
import { Code, Name, numberText, PageHead, usePageTitle } from '../ui/text';
import { useCountedRecords, useReportFigures } from './queries';
import { ReportTabs } from './tabs';
import { periodText, recordPath, Shown } from './words';

/** The records that one number counts: where it was counted, by the day, newest first. */
export function RecordsPage() {
  const [search] = useSearchParams();
  // Of another number nothing is kept: what a record leads to depends on what is counted.
  return <RecordsOf key={search.toString()} search={search} />;
}

function RecordsOf({ search }: { search: URLSearchParams }) {
  const indicator = search.get('indicator') ?? '';
  const period = search.get('period') ?? '';
  const area = search.get('area');
  const village = search.get('village');
  const part = search.get('part');
  // The number of a village stands in the line that it has among the figures of its commune.
  const figures = useReportFigures(period, area, village ? [indicator] : []);
  const records = useCountedRecords({ indicator, period, area: village ?? area, part });
  const figure = figures.data?.indicators.find((each) => each.code === indicator);
  const line = village ? figures.data?.lines.find((each) => each.id === village) : undefined;
  const of = part === null ? figure : figure?.parts.find((each) => each.code === part);
  const number = village ? line?.values[0] : of?.value;
  usePageTitle(figure ? `${figure.name} – ${t('reports.recordsTitle')}` : t('reports.recordsTitle'));
  const weighed = records.data?.some((each) => each.count !== 1) ?? false;
  return (
    <>
      <PageHead
        title={figure ? <bdi>{figure.name}</bdi> : t('reports.recordsTitle')}
        lead={
          figures.data && (
            <p className="summary">
              <Name>{figures.data.areaName}</Name>
              {line && <Name>{line.name}</Name>}
              <bdi>{periodText(period)}</bdi>
              {part !== null && of && 'name' in of && <bdi>{of.name}</bdi>}
              {figure && number && (
                <span>
                  {t('reports.numberOf')} <Shown figure={number} kind={figure.kind} />
                </span>
              )}
            </p>
          )
        }
        actions={
          <Link className="button button-plain" to={`/province${query({ period, area, indicator })}`}>
            {t('reports.figures')}
          </Link>
        }
      >
        <ReportTabs />
      </PageHead>
      <p className="hint">{t('reports.recordsLead')}</p>
      <Pages pages={records} empty={<Empty icon="list" title={t('reports.noRecords')} />}>
        {(items) => (
          <DataTable heads={[t('reports.record'), t('reports.recordArea'), t('reports.recordDay'), weighed && { number: t('reports.recordCount') }]} id="counted-records" cards panel>
            {items.map((each) => {
              const path = each.objectId && figure ? recordPath(indicator, figure.topic, each.objectId) : null;
              const said = (
                <>
                  {each.code && <Code>{each.code}</Code>} {each.name && <Name>{each.name}</Name>}
                  {!each.code && !each.name && t('reports.record')}
                </>
              );
              return (
                <tr key={each.id}>
                  <th scope="row">{path ? <Link to={path}>{said}</Link> : said}</th>
                  <td data-label={t('reports.recordArea')}>
                    <Name>{each.areaName}</Name>
                  </td>
                  <td data-label={t('reports.recordDay')}>
                    <Code>{dayText(each.day)}</Code>
                  </td>
                  {weighed && (
                    <td className="number" data-label={t('reports.recordCount')}>
                      {numberText(each.count)}
                    </td>
                  )}
                </tr>
              );
            })}
          </DataTable>
        )}
      </Pages>
    </>
  );
}
