import { useState } from 'react';
import { t, tCode } from '../i18n/text';
import { Columns } from '../lists/Columns';
import { ListImport, oneType, spreadsheet } from '../lists/ListImport';
import { DataTable } from '../ui/DataTable';
import { Choose, TextField } from '../ui/Field';
import { Code, Name, PageFrame } from '../ui/text';
import type { AreaReport, PlaceReport } from './types';

const sorts = {
  province: oneType('.json,application/json', 'application/octet-stream', 16),
  units: spreadsheet(16),
  boundaries: oneType('.geojson,.json,application/geo+json', 'application/geo+json', 32),
  places: spreadsheet(16),
} as const;
type Sort = keyof typeof sorts;

/** Provinces, units, boundaries, or streets and landmarks from a file. */
export function AreaImportPage() {
  const [sort, setSort] = useState<Sort>('province');
  const [province, setProvince] = useState('38');
  const common = { take: () => t('areas.importTake'), nothing: t('areas.importNothing'), done: () => t('areas.importDone'), back: { to: '/areas', label: t('areas.importToAreas') } };
  return (
    <PageFrame title={t('areas.importTitle')} lead={t('areas.importHow')}>
      <div className="stack">
        <section className="panel stack">
          <Choose id="sort" label={t('areas.importSort')} of={Object.keys(sorts) as Sort[]} words="areas.sort" value={sort} onText={setSort} />
          <p className="hint">{tCode('areas.sortMore', sort)}</p>
          {sort === 'province' && <TextField id="province" label={t('areas.provinceCode')} code inputMode="numeric" maxLength={2} value={province} onText={setProvince} />}
          {sort === 'places' ? (
            <ListImport<PlaceReport>
              {...common}
              key={sort}
              path="/api/areas/import/places"
              file={sorts.places}
              news={(report) => report.added + report.removed}
              summary={(report) => <p>{t('areas.importPlaces', { rows: report.rows, added: report.added, known: report.known, removed: report.removed })}</p>}
              more={(report) =>
                report.sample.length > 0 && (
                  <ul className="plain-list">
                    {report.sample.map((each, index) => (
                      <li key={index}>
                        <Name>{each}</Name>
                      </li>
                    ))}
                  </ul>
                )
              }
              changes={['places']}
            />
          ) : (
            <ListImport<AreaReport>
              {...common}
              // Another sort, or another province, is another file.
              key={sort === 'province' ? province : sort}
              path={`/api/areas/import/${sort}`}
              parameters={sort === 'province' ? { province } : {}}
              file={sorts[sort]}
              news={(report) => report.fresh + report.changed + report.past}
              summary={(report) => <Summary report={report} />}
              more={(report) => report.sample.length > 0 && <Sample report={report} />}
              changes={['areas']}
            />
          )}
        </section>
        {(sort === 'units' || sort === 'places') && <Columns key={sort} path={`/api/areas/import/${sort}/columns`} template={`${sort}.csv`} />}
      </div>
    </PageFrame>
  );
}

function Summary({ report }: { report: AreaReport }) {
  return (
    <>
      <p>{t('areas.importRows', { rows: report.rows, fresh: report.fresh, known: report.known, changed: report.changed })}</p>
      {report.past > 0 && <p>{t('areas.importPast', { count: report.past })}</p>}
      {report.corrected > 0 && <p>{t('areas.importMended', { count: report.corrected })}</p>}
    </>
  );
}

function Sample({ report }: { report: AreaReport }) {
  return (
    <DataTable heads={[t('areas.code'), t('areas.name'), t('areas.parent')]}>
      {report.sample.map((each) => (
        <tr key={each.code}>
          <th scope="row">
            <Code>{each.code}</Code>
          </th>
          <td>
            <Name>{each.name}</Name>
          </td>
          <td>
            <Name>{each.above}</Name>
          </td>
        </tr>
      ))}
    </DataTable>
  );
}
