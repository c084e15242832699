import type { ComponentProps, ReactNode } from 'react';

/** What a column says of itself: numbers stand at the end of their cells, a wide column needs more room; false for a column that is left out. */
type Head = string | false | { number: ReactNode } | { wide: ReactNode };

interface Props extends ComponentProps<'table'> {
  heads: readonly Head[];
  /** Each row becomes a card where the screen is narrow. */
  cards?: boolean;
}

/** A table with one row of heads; its children are the other rows. */
export function DataTable({ heads, cards = false, className, children, ...rest }: Props) {
  return (
    <div className="table-wrap">
      <table className={['table', cards && 'table-cards', className].filter(Boolean).join(' ')} {...rest}>
        <thead>
          <tr>{heads.map((each, index) => each !== false && <HeadCell key={index} head={each} />)}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

function HeadCell({ head }: { head: Exclude<Head, false> }) {
  if (typeof head === 'string') return <th scope="col">{head}</th>;
  const isNumber = 'number' in head;
  return (
    <th scope="col" className={isNumber ? 'number' : 'wide'}>
      {isNumber ? head.number : head.wide}
    </th>
  );
}
