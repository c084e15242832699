import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { json, Problem, query } from '../api/client';
import { t } from '../i18n/text';
import { Button, ButtonLink } from '../ui/Button';
import { Notice, Working } from '../ui/State';
import { bytesText, ltr } from '../ui/text';
import { Encoding } from './Encoding';
import { Mistakes, NotTaken, Unreadable } from './parts';
import type { CheckedList, TextEncoding } from './types';

/** Which files a list comes in, and how they are sent. */
export interface FileKind {
  accept: string;
  typeOf: (name: string) => string;
  mostBytes: number;
  /** Whether its letters may be stored in several encodings. */
  encoded?: boolean;
}

/** A workbook, or CSV. */
export const spreadsheet = (mostMegabytes: number): FileKind => ({
  accept: '.xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  typeOf: (name) => (/\.(xlsx|xlsm|xls)$/i.test(name) ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : 'text/csv'),
  mostBytes: mostMegabytes * 1_000_000,
  encoded: true,
});

export const oneType = (accept: string, type: string, mostMegabytes: number): FileKind => ({ accept, typeOf: () => type, mostBytes: mostMegabytes * 1_000_000 });

interface Props<Report extends CheckedList> {
  /** Where a list is sent to be taken; with `/check` behind it, to be checked. */
  path: string;
  parameters?: Record<string, string>;
  file: FileKind;
  /** What of a right list there is to take; nothing: `nothing` is said. */
  news: (report: Report) => number;
  /** What a list holds. */
  summary: (report: Report) => ReactNode;
  /** More about a list without a mistake. */
  more?: (report: Report) => ReactNode;
  take: (report: Report) => string;
  nothing: string;
  done: (report: Report) => string;
  /** Where one goes from here. */
  back: { to: string; label: string };
  /** What is fetched anew when a list was taken. */
  changes: QueryKey;
}

/** A list from a file: checked as it is chosen, then taken as a whole or not at all. */
export function ListImport<Report extends CheckedList>({ path, parameters = {}, file: kind, news, summary, more, take: takeWords, nothing, done, back, changes }: Props<Report>) {
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [encoding, setEncoding] = useState<TextEncoding | null>(null);
  const send = (to: string, body: File, more: Record<string, string> = {}) =>
    json<Report>(`${to}${query({ ...parameters, ...more })}`, { method: 'POST', raw: { body, type: kind.typeOf(body.name) } });
  // Another list may be read just now, be it the one that was chosen before.
  const check = useMutation({
    mutationFn: ({ chosen, read }: { chosen: File; read: TextEncoding | null }) => send(`${path}/check`, chosen, read ? { encoding: read } : {}),
    retry: (count, failure) => count < 5 && failure instanceof Problem && failure.code === 'list-busy',
    retryDelay: 2000,
  });
  const take = useMutation({
    // What was shown is confirmed: the letters are read as they were for the check.
    mutationFn: (chosen: File) => send(path, chosen, { ...(check.data ? { checked: check.data.sha256 } : {}), ...(check.data?.encoding ? { encoding: check.data.encoding.encoding } : {}) }),
    onSuccess: () => void client.invalidateQueries({ queryKey: changes }),
  });
  const choose = (chosen: File | null) => {
    setFile(chosen);
    setEncoding(null);
    check.reset();
    take.reset();
    if (chosen && chosen.size <= kind.mostBytes) check.mutate({ chosen, read: null });
  };
  const readAs = (read: TextEncoding) => {
    setEncoding(read);
    take.reset();
    if (file) check.mutate({ chosen: file, read });
  };
  const report = check.data;
  const right = report && report.errorCount === 0 && file && !take.data;
  return (
    <>
      <p className="file-choice">
        <input
          id="file"
          type="file"
          accept={kind.accept}
          className="visually-hidden"
          onChange={(event) => choose(event.target.files?.[0] ?? null)}
          onClick={(event) => {
            event.currentTarget.value = ''; // The same file again, mended meanwhile, is a choice, too.
          }}
        />
        <label className="button button-plain" htmlFor="file">
          {t('lists.choose')}
        </label>
        {file && <bdi>{file.name}</bdi>}
      </p>
      {file && file.size > kind.mostBytes && <Notice tone="bad" title={t('lists.tooLarge', { size: ltr(bytesText(kind.mostBytes)) })} />}
      {check.isPending && <Working what={t('lists.checking', { file: file?.name ?? '' })} />}
      {check.error && <Unreadable failure={check.error} />}
      {file && kind.encoded && !check.isPending && !take.data && (report || check.error) && <Encoding report={report} unreadable={check.error !== null} chosen={encoding} choose={readAs} />}
      {report && !take.data && (
        <div className="stack" role="status">
          {summary(report)}
          {report.errorCount > 0 ? <Mistakes errorCount={report.errorCount} errors={report.errors} /> : more?.(report)}
        </div>
      )}
      {right && (
        <div className="form-end">
          {news(report) > 0 ? <Button kind="primary" label={take.isPending ? t('lists.taking') : takeWords(report)} disabled={take.isPending} onClick={() => take.mutate(file)} /> : <p>{nothing}</p>}
          <ButtonLink kind="quiet" label={t('app.cancel')} to={back.to} />
        </div>
      )}
      {take.error && <NotTaken failure={take.error} />}
      {take.data && (
        <Notice tone="ok" title={done(take.data)}>
          <ButtonLink label={back.label} to={back.to} />
        </Notice>
      )}
    </>
  );
}
