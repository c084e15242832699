import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { json, Problem } from '../api/client';
import type { Page } from '../api/types';
import type { ListColumn, ListReport } from './types';
import { t, tCode } from '../text/text';
import { Button, ButtonLink } from '../ui/Button';
import { save } from '../ui/save';
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

/** Why a file is no list: the server names it at the field `file`. */
function Unreadable({ failure }: { failure: unknown }) {
  if (!(failure instanceof Problem) || failure.errors.length === 0) return <Failure failure={failure} />;
  return (
    <Notice tone="bad" title={failure.title}>
      {failure.errors.map((error) => (
        <p key={error.message}>{error.message}</p>
      ))}
    </Notice>
  );
}

function Preview({ report }: { report: ListReport }) {
  return (
    <div className="stack" role="status">
      <p>{t('register.importRows', { rows: report.rows, fresh: report.fresh, known: report.known })}</p>
      {report.errorCount > 0 ? (
        <>
          <Notice tone="bad" title={t('register.importWrong', { count: report.errorCount })}>
            <p>{t('register.importWrongMore')}</p>
            {report.errors.length < report.errorCount && <p>{t('register.importFirst', { count: report.errors.length })}</p>}
          </Notice>
          <div className="table-wrap">
            <table className="table table-mistakes">
              <thead>
                <tr>
                  <th scope="col" className="number">
                    {t('register.importRow')}
                  </th>
                  <th scope="col">{t('register.importColumn')}</th>
                  <th scope="col">{t('register.importWhat')}</th>
                </tr>
              </thead>
              <tbody>
                {report.errors.map((error, index) => (
                  <tr key={index}>
                    <th scope="row" className="number">
                      {numberText(error.row)}
                    </th>
                    <td>{error.title && <bdi>{error.title}</bdi>}</td>
                    <td>{error.message}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
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
  if (!columns.data) return null;
  return (
    <section className="panel stack">
      <h2>{t('register.importColumns')}</h2>
      <p>
        <Button icon="download" onClick={() => saveTemplate(columns.data)}>
          {t('register.importTemplate')}
        </Button>
      </p>
      <div className="table-wrap">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('register.importColumn')}</th>
              <th scope="col">{t('register.importNeeded')}</th>
              <th scope="col">{t('register.importChoices')}</th>
            </tr>
          </thead>
          <tbody>
            {columns.data.map((column) => (
              <tr key={column.code}>
                <th scope="row">
                  <bdi>{column.title}</bdi>{' '}
                  <small>
                    <Code>{column.code}</Code>
                  </small>
                </th>
                <td>{column.required ? t('app.yes') : ''}</td>
                <td>
                  <bdi>{column.choices.join(' · ')}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** The titles alone, with the mark by which spreadsheets know UTF-8. */
function saveTemplate(columns: readonly ListColumn[]): void {
  const titles = columns.map((column) => `"${column.title.replaceAll('"', '""')}"`).join(',');
  save(new Blob(['\uFEFF', titles, '\r\n'], { type: 'text/csv' }), 'cameras.csv');
}
