import type { ReactNode } from 'react';
import { t } from '../i18n/text';

interface Props {
  id: string;
  heads: readonly string[];
  /** The first cell of each is its head. */
  rows: readonly (readonly ReactNode[])[];
}

/** What a chart shows, for screen readers and whoever likes numbers better. */
export function ChartTable({ id, heads, rows }: Props) {
  return (
    <details>
      <summary>{t('reports.asTable')}</summary>
      <div className="effect-scroll">
        <table className="table" id={id}>
          <thead>
            <tr>
              {heads.map((each, index) => (
                <th key={each} scope="col" className={index > 0 ? 'number' : undefined}>
                  {each}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([head, ...cells], row) => (
              <tr key={row}>
                <th scope="row">{head}</th>
                {cells.map((cell, index) => (
                  <td key={heads[index + 1]} className="number">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
