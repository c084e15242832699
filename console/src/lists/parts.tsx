import { Problem } from '../api/client';
import { t } from '../i18n/text';
import { Button } from '../ui/Button';
import { DataTable } from '../ui/DataTable';
import { Failure, Notice } from '../ui/State';
import { save } from '../ui/save';
import { Code } from '../ui/text';
import type { CheckedList, ListColumn, ListMistake } from './types';

/** Why a file is no list: the server names it at the field `file`. */
export function Unreadable({ failure }: { failure: unknown }) {
  if (!(failure instanceof Problem) || failure.errors.length === 0) return <Failure failure={failure} />;
  return (
    <Notice tone="bad" title={failure.title}>
      {failure.errors.map((error) => (
        <p key={error.message}>{error.message}</p>
      ))}
    </Notice>
  );
}

/** Why a list was not taken that was right when it was checked: the server may name it cell by cell. */
export function NotTaken({ failure }: { failure: unknown }) {
  if (failure instanceof Problem && failure.code === 'list-wrong' && failure.list) {
    const { errorCount, errors } = failure.list as CheckedList;
    return <Mistakes errorCount={errorCount} errors={errors} />;
  }
  return <Failure failure={failure} />;
}

/** What is wrong with a list, cell by cell. */
export function Mistakes({ errorCount, errors }: { errorCount: number; errors: ListMistake[] }) {
  return (
    <>
      <Notice tone="bad" title={t('lists.wrong', { count: errorCount })}>
        <p>{t('lists.wrongMore')}</p>
        {errors.length < errorCount && <p>{t('lists.first', { count: errors.length })}</p>}
      </Notice>
      <DataTable heads={[t('lists.cell'), t('lists.column'), t('lists.what')]} className="table-mistakes" cards>
        {errors.map((error, index) => (
          <tr key={index}>
            <th scope="row">{error.cell ? <Code>{error.cell}</Code> : t('lists.row', { row: error.row })}</th>
            <td data-label={t('lists.column')}>{error.title && <bdi>{error.title}</bdi>}</td>
            <td data-label={t('lists.what')}>{error.message}</td>
          </tr>
        ))}
      </DataTable>
    </>
  );
}

/** What columns a list may have, and an empty list to fill in. */
export function ColumnTable({ columns, template }: { columns: readonly ListColumn[]; template: string }) {
  return (
    <section className="panel stack">
      <h2>{t('lists.columns')}</h2>
      <p>
        <Button icon="download" label={t('lists.template')} onClick={() => saveTemplate(columns, template)} />
      </p>
      <DataTable heads={[t('lists.column'), t('lists.needed'), t('lists.choices')]} cards>
        {columns.map((column) => (
          <tr key={column.code}>
            <th scope="row">
              <bdi>{column.title}</bdi>{' '}
              <small>
                <Code>{column.code}</Code>
              </small>
            </th>
            <td data-label={t('lists.needed')}>{column.required ? t('app.yes') : ''}</td>
            <td data-label={t('lists.choices')}>
              <bdi>{column.choices.join(' · ')}</bdi>
            </td>
          </tr>
        ))}
      </DataTable>
    </section>
  );
}

/** The titles alone, with the mark by which spreadsheets know UTF-8. */
function saveTemplate(columns: readonly ListColumn[], name: string): void {
  const titles = columns.map((column) => `"${column.title.replaceAll('"', '""')}"`).join(',');
  save(new Blob(['\uFEFF', titles, '\r\n'], { type: 'text/csv' }), name);
}
