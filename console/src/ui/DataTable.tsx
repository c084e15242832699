import type { ComponentProps, ReactNode } from 'react';

interface Props extends ComponentProps<'table'> {
  heads: readonly ReactNode[];
  /** Each row becomes a card where the screen is narrow. */
  cards?: boolean;
}

/** A table with one row of heads; its children are the other rows. */
export function DataTable({ heads, cards = false, className, children, ...rest }: Props) {
  return (
    <div className="table-wrap">
      <table className={['table', cards && 'table-cards', className].filter(Boolean).join(' ')} {...rest}>
        <thead>
          <tr>
            {heads.map((each, index) => (
              <th key={index} scope="col">
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
