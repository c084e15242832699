import { useRef } from 'react';
import { Link } from 'react-router';
import { query } from '../api/client';
import { language, locales, t } from '../i18n/text';
import { useKeys } from '../shell/keys';
import type { ChangeAddress } from '../ui/address';
import { Turn } from '../ui/Pages';
import { Code, Name } from '../ui/text';
import { nextSort, readSort, sorted } from './chartData';
import css from './reports.module.css';
import { RowsShown, rowPage, rowsOf } from './rowPages';
import type { Figures, IndicatorFigure, ShownFigure } from './types';
import { Opening, periodText, recordsPath, StateBadge } from './words';

const missing: ShownFigure = { value: null, seen: 'NONE' };

interface Props {
  figures: Figures;
  columns: readonly { figure: IndicatorFigure; index: number }[];
  marked: string | null;
  search: URLSearchParams;
  change: ChangeAddress;
}

/** The communes of a province or the villages of a commune, 25 at a time, by any column; the address has order and place. */
export function UnitTable({ figures, columns, marked, search, change }: Props) {
  const province = figures.areaKind === 'PROVINCE';
  const sort = readSort(search.get('sort'));
  const table = useRef<HTMLTableElement>(null);
  useKeys([{ key: 't', shift: false, cap: 'T', label: 'reports.keyTable', run: () => table.current?.focus() }]);
  const all = sorted(figures.lines, sort, figures.columns, locales[language()]);
  const page = rowPage(all.length, search, change);
  const head = (by: string, label: string) => (
    <button type="button" className={css.sort} onClick={() => change({ sort: nextSort(sort, by), row: null })}>
      {label}
    </button>
  );
  const order = (by: string) => (sort?.by === by ? (sort.down ? 'descending' : 'ascending') : undefined);
  return (
    <section className="panel stack" aria-label={province ? t('reports.communes') : t('reports.villages')}>
      <h2>{province ? t('reports.communes') : t('reports.villages')}</h2>
      <RowsShown page={page} />
      <div className="table-wrap">
        <table className="table table-cards" id="units" ref={table} tabIndex={-1}>
          <caption className="visually-hidden">{t('reports.tableOf', { period: periodText(figures.period) })}</caption>
          <thead>
            <tr>
              <th scope="col" aria-sort={order('name')}>
                {head('name', province ? t('reports.commune') : t('reports.village'))}
              </th>
              {columns.map(({ figure }) => (
                <th key={figure.code} scope="col" className="number" aria-sort={order(figure.code)}>
                  {head(figure.code, figure.name)}
                </th>
              ))}
              {province && <th scope="col">{t('reports.report')}</th>}
            </tr>
          </thead>
          <tbody>
            {rowsOf(all, page).map((line) => (
              <tr key={line.id} className={line.id === marked ? css.marked : undefined}>
                <th scope="row">
                  {province ? (
                    <Link to={`/province${query({ period: figures.period, area: line.id })}`}>
                      <Name>{line.name}</Name>
                    </Link>
                  ) : (
                    <Name>{line.name}</Name>
                  )}{' '}
                  <Code>{line.code}</Code>
                </th>
                {columns.map(({ figure, index }) => (
                  <td key={figure.code} className="number" data-label={figure.name}>
                    <Opening
                      figure={line.values[index] ?? missing}
                      kind={figure.kind}
                      opens={figure.opens}
                      name={`${figure.name}, ${line.name}`}
                      to={recordsPath({ indicator: figure.code, period: figures.period, ...(province ? { area: line.id } : { area: figures.areaId, village: line.id }) })}
                    />
                  </td>
                ))}
                {province && (
                  <td data-label={t('reports.report')}>
                    {line.reportId ? (
                      <Link to={`/reports/${line.reportId}`}>
                        <StateBadge state={line.report} />
                      </Link>
                    ) : (
                      <StateBadge state={null} />
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Turn pages={page} />
      {!province && <p className="hint">{t('reports.villagesLess')}</p>}
    </section>
  );
}
