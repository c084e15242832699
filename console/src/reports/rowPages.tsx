import { t } from '../i18n/text';
import type { ChangeAddress } from '../ui/address';

/** So many rows of a table are drawn at once. */
const rowsOfPage = 25;

/** Which rows of a table are shown, that is here as a whole; the address has the first of them, from 1. */
export interface RowPage {
  first: number;
  last: number;
  total: number;
  onFirst: (() => void) | null;
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
}

export function rowPage(total: number, search: URLSearchParams, change: ChangeAddress): RowPage {
  const asked = Number(search.get('row') ?? 1);
  const first = Number.isInteger(asked) && asked >= 1 && asked <= total ? asked : 1;
  const turn = (row: number) => () => change({ row: row <= 1 ? null : String(row) });
  return {
    first,
    last: Math.min(first - 1 + rowsOfPage, total),
    total,
    onFirst: first > rowsOfPage + 1 ? turn(1) : null,
    onPrevious: first > 1 ? turn(first - rowsOfPage) : null,
    onNext: first + rowsOfPage <= total ? turn(first + rowsOfPage) : null,
  };
}

/** The shown ones of all rows. */
export const rowsOf = <T,>(all: readonly T[], { first, last }: RowPage): T[] => all.slice(first - 1, last);

/** Says which rows are shown, above the table. */
export function RowsShown({ page: { first, last, total } }: { page: RowPage }) {
  if (total === 0) return null;
  return (
    <p className="pages-shown" role="status">
      {t('app.shownOf', { first, last, total })}
    </p>
  );
}
