import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { json, query } from '../api/client';
import type { Page } from '../api/types';
import { t } from '../i18n/text';
import { DataTable } from '../ui/DataTable';
import { Empty, QueryState } from '../ui/State';
import { Name, numberText, PageFrame } from '../ui/text';
import type { CommuneStanding } from './types';
import { Exceptions, StateBadge, useYear, YearSegments } from './words';

/** Where each commune stands in a year: numbers, and no name of anybody. */
export function CommunesPage() {
  const year = useYear();
  const communes = useQuery({
    queryKey: ['standard', 'list', 'communes', year],
    queryFn: async () => (await json<Page<CommuneStanding>>(`/api/standard/communes${query({ year })}`)).items,
  });
  return (
    <PageFrame title={t('standard.communes')} lead={t('standard.communesLead')}>
      <div className="toolbar">
        <YearSegments />
      </div>
      <QueryState query={communes} />
      {communes.data?.length === 0 && <Empty icon="standard" title={t('standard.none')} />}
      {communes.data && communes.data.length > 0 && (
        <DataTable heads={[t('standard.colCommune'), t('standard.colRegistered'), t('standard.colAssessed'), t('standard.colMet'), t('standard.colOwn')]} cards>
          {communes.data.map((each) => (
            <tr key={each.communeId}>
              <th scope="row">
                <Link className="row-link-plain" to={`/standard/communes/${each.communeId}?year=${year}`}>
                  <Name>{each.communeName}</Name>
                </Link>
              </th>
              <td data-label={t('standard.colRegistered')}>{share(each.registered, each.units)}</td>
              <td data-label={t('standard.colAssessed')}>{share(each.assessed, each.units)}</td>
              <td data-label={t('standard.colMet')}>{share(each.met, each.units)}</td>
              <td>
                <StateBadge state={each.state} outcome={each.outcome} />
                <Exceptions of={each.exceptions} />
              </td>
            </tr>
          ))}
        </DataTable>
      )}
    </PageFrame>
  );
}

/** `16 of 25 (64 %)`; rounded down, so that 69.6 is not told as 70. */
export function share(some: number, all: number): string {
  return all === 0 ? t('standard.countOf', { number: some, of: all }) : t('standard.shareOf', { number: some, of: all, percent: numberText(Math.floor((some * 100) / all)) });
}
