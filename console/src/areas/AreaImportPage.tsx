import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { json, query } from '../api/client';
import type { Page } from '../api/types';
import { ColumnTable, Mistakes, Unreadable } from '../register/lists';
import type { ListColumn } from '../register/types';
import { t, tCode } from '../text/text';
import { Button, ButtonLink } from '../ui/Button';
import { Choose, TextField } from '../ui/Field';
import { Failure, Loading, Notice } from '../ui/State';
import { Code, Name, PageHead, usePageTitle } from '../ui/text';
import type { AreaReport } from './types';

const sorts = {
  province: { path: '/api/areas/import/province', accept: '.json,application/json', type: 'application/octet-stream', mostBytes: 16 << 20 },
  villages: { path: '/api/areas/import/villages', accept: '.csv,text/csv', type: 'text/csv', mostBytes: 16 << 20 },
  boundaries: { path: '/api/areas/import/boundaries', accept: '.geojson,.json,application/geo+json', type: 'application/geo+json', mostBytes: 32 << 20 },
} as const;
type Sort = keyof typeof sorts;

/** Areas, villages or boundaries from a file: checked first, then taken as a whole or not at all. */
export function AreaImportPage() {
  usePageTitle(t('areas.importTitle'));
  const [sort, setSort] = useState<Sort>('province');
  return (
    <>
      <PageHead title={t('areas.importTitle')} lead={<p>{t('areas.importHow')}</p>} />
      <div className="stack">
        <section className="panel stack">
          <Choose id="sort" label={t('areas.importSort')} value={sort} onChange={(event) => setSort(event.target.value as Sort)}>
            {(Object.keys(sorts) as Sort[]).map((each) => (
              <option key={each} value={each}>
                {tCode('areas.sort', each)}
              </option>
            ))}
          </Choose>
          <p className="hint">{tCode('areas.sortMore', sort)}</p>
          <Taking key={sort} sort={sort} />
        </section>
        {sort === 'villages' && <Columns />}
      </div>
    </>
  );
}

function Taking({ sort }: { sort: Sort }) {
  const client = useQueryClient();
  const { path, accept, type, mostBytes } = sorts[sort];
  const [file, setFile] = useState<File | null>(null);
  const [province, setProvince] = useState('38');
  const send = (to: string, body: Blob) => json<AreaReport>(`${to}${query({ province: sort === 'province' ? province : undefined })}`, { method: 'POST', raw: { body, type } });
  const check = useMutation({ mutationFn: (chosen: File) => send(`${path}/check`, chosen) });
  const take = useMutation({
    mutationFn: (chosen: File) => send(path, chosen),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['areas'] }),
  });
  const choose = (chosen: File | null) => {
    setFile(chosen);
    check.reset();
    take.reset();
    if (chosen && chosen.size <= mostBytes) check.mutate(chosen);
  };
  const report = check.data;
  const news = report ? report.fresh + report.changed + report.past : 0;
  return (
    <>
      {sort === 'province' && (
        <TextField
          id="province"
          label={t('areas.provinceCode')}
          code
          inputMode="numeric"
          maxLength={2}
          value={province}
          onChange={(event) => {
            setProvince(event.target.value);
            setFile(null);
            check.reset();
            take.reset();
          }}
        />
      )}
      <p className="file-choice">
        <input
          id="file"
          type="file"
          accept={accept}
          className="visually-hidden"
          onChange={(event) => choose(event.target.files?.[0] ?? null)}
          onClick={(event) => {
            event.currentTarget.value = ''; // The same file again, mended meanwhile, is a choice, too.
          }}
        />
        <label className="button button-plain" htmlFor="file">
          {t('areas.importFile')}
        </label>
        {file && <bdi>{file.name}</bdi>}
      </p>
      {file && file.size > mostBytes && <Notice tone="bad" title={t('areas.importTooLarge')} />}
      {check.isPending && <Loading what={t('register.importChecking', { file: file?.name ?? '' })} />}
      {check.error && <Unreadable failure={check.error} />}
      {report && !take.data && <Preview report={report} />}
      {report && report.errorCount === 0 && file && !take.data && (
        <div className="form-end">
          {news > 0 ? (
            <Button kind="primary" disabled={take.isPending} onClick={() => take.mutate(file)}>
              {take.isPending ? t('register.importTaking') : t('areas.importTake')}
            </Button>
          ) : (
            <p>{t('areas.importNothing')}</p>
          )}
          <ButtonLink kind="quiet" to="/areas">
            {t('app.cancel')}
          </ButtonLink>
        </div>
      )}
      {take.error && <Failure failure={take.error} />}
      {take.data && (
        <Notice tone="ok" title={t('areas.importDone')}>
          <ButtonLink to="/areas">{t('areas.importToAreas')}</ButtonLink>
        </Notice>
      )}
    </>
  );
}

function Preview({ report }: { report: AreaReport }) {
  return (
    <div className="stack" role="status">
      <p>{t('areas.importRows', { rows: report.rows, fresh: report.fresh, known: report.known, changed: report.changed })}</p>
      {report.past > 0 && <p>{t('areas.importPast', { count: report.past })}</p>}
      {report.mended > 0 && <p>{t('areas.importMended', { count: report.mended })}</p>}
      {report.errorCount > 0 ? (
        <Mistakes errorCount={report.errorCount} errors={report.errors} />
      ) : (
        report.sample.length > 0 && (
          <div className="table-wrap">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t('areas.code')}</th>
                  <th scope="col">{t('areas.name')}</th>
                  <th scope="col">{t('areas.parent')}</th>
                </tr>
              </thead>
              <tbody>
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
              </tbody>
            </table>
          </div>
        )
      )}
    </div>
  );
}

function Columns() {
  const columns = useQuery({ queryKey: ['areas', 'columns'], queryFn: async () => (await json<Page<ListColumn>>('/api/areas/import/villages/columns')).items, staleTime: Infinity });
  if (!columns.data) return columns.error ? <Failure failure={columns.error} /> : <Loading />;
  return <ColumnTable columns={columns.data} template="villages.csv" />;
}
