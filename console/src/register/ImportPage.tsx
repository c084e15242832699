import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { json } from '../api/client';
import type { Page } from '../api/types';
import type { ListColumn, ListReport } from './types';
import { ColumnTable, Mistakes, Unreadable } from './lists';
import { t, tCode } from '../text/text';
import { Button, ButtonLink } from '../ui/Button';
import { Failure, Loading, Notice } from '../ui/State';
import { Code, Name, numberText, PageHead, usePageTitle } from '../ui/text';

const mostBytes = 48 * 1024 * 1024;

/** A list of cameras from a spreadsheet: checked first, then taken as a whole or not at all. */
export function ImportPage() {
  usePageTitle(t('register.importTitle'));
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const send = (path: string, body: Blob) => json<ListReport>(path, { method: 'POST', raw: { body, type: 'text/csv' } });
  const check = useMutation({ mutationFn: (chosen: File) => send('/api/cameras/import/check', chosen) });
  const take = useMutation({
    mutationFn: (chosen: File) => send('/api/cameras/import', chosen),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['register'] }),
  });
  const choose = (chosen: File | null) => {
    setFile(chosen);
    check.reset();
    take.reset();
    if (chosen && chosen.size <= mostBytes) check.mutate(chosen);
  };
  const report = check.data;
  return (
    <>
      <PageHead title={t('register.importTitle')} lead={<p>{t('register.importHow')}</p>} />
      <div className="stack">
        <section className="panel stack">
          <p className="file-choice">
            <input
              id="list"
              type="file"
              accept=".csv,text/csv"
              className="visually-hidden"
              onChange={(event) => choose(event.target.files?.[0] ?? null)}
              onClick={(event) => {
                event.currentTarget.value = ''; // The same file again, mended meanwhile, is a choice, too.
              }}
            />
            <label className="button button-plain" htmlFor="list">
              {t('register.importFile')}
            </label>
            {file && <bdi>{file.name}</bdi>}
          </p>
          {file && file.size > mostBytes && <Notice tone="bad" title={t('register.importTooLarge')} />}
          {check.isPending && <Loading what={t('register.importChecking', { file: file?.name ?? '' })} />}
          {check.error && <Unreadable failure={check.error} />}
          {report && !take.data && <Preview report={report} />}
          {report && report.errorCount === 0 && file && !take.data && (
            <div className="form-end">
              {report.fresh > 0 ? (
                <Button kind="primary" disabled={take.isPending} onClick={() => take.mutate(file)}>
                  {take.isPending ? t('register.importTaking') : t('register.importTake', { count: report.fresh })}
                </Button>
              ) : (
                <p>{t('register.importNothing')}</p>
              )}
              <ButtonLink kind="quiet" to="/register">
                {t('app.cancel')}
              </ButtonLink>
            </div>
          )}
          {take.error && <Failure failure={take.error} />}
          {take.data && (
            <Notice tone="ok" title={t('register.importDone', { count: take.data.fresh })}>
              <ButtonLink to="/register">{t('register.importToRegister')}</ButtonLink>
            </Notice>
          )}
        </section>
        <Columns />
      </div>
    </>
  );
}

function Preview({ report }: { report: ListReport }) {
  return (
    <div className="stack" role="status">
      <p>{t('register.importRows', { rows: report.rows, fresh: report.fresh, known: report.known })}</p>
      {report.errorCount > 0 ? (
        <Mistakes errorCount={report.errorCount} errors={report.errors} />
      ) : (
        report.fresh > 0 && (
          <>
            <p>
              {t('register.importMore', {
                connected: report.connected,
                community: report.community,
                withConsent: report.withConsent,
                withContact: report.withContact,
                withoutPlace: report.withoutPlace,
              })}
            </p>
            <div className="two-columns">
              <div>
                <h2>{t('register.importSample')}</h2>
                <ul className="plain-list">
                  {report.sample.map((row) => (
                    <li key={`${row.area} ${row.reference}`}>
                      <Code>{row.reference}</Code> <Name>{row.name}</Name> · {tCode('register.kind', row.kind)} · <bdi>{row.area}</bdi>
                    </li>
                  ))}
                </ul>
              </div>
              <div>
                <h2>{t('register.importAreas')}</h2>
                <ul className="plain-list">
                  {report.areas.map((area) => (
                    <li key={area.code}>
                      <bdi>{area.name}</bdi>: {numberText(area.rows)}
                    </li>
                  ))}
                </ul>
              </div>
            </div>
          </>
        )
      )}
    </div>
  );
}

function Columns() {
  const columns = useQuery({ queryKey: ['register', 'columns'], queryFn: async () => (await json<Page<ListColumn>>('/api/cameras/import/columns')).items, staleTime: Infinity });
  return columns.data ? <ColumnTable columns={columns.data} template="cameras.csv" /> : null;
}
