import type { ComponentProps, ReactNode } from 'react';

/**
 * What a column says of itself: numbers stand at the end of their cells, a wide column needs more
 * room, a hidden head is read by screen readers alone; false for a column that is left out.
 */
type Head = string | false | { number: ReactNode } | { wide: string } | { hidden: string };

interface Props extends ComponentProps<'table'> {
  heads: readonly Head[];
  /** Each row becomes a card where the screen is narrow. */
  cards?: boolean;
  /** It stands in a panel of its own. */
  panel?: boolean;
}

/** A table with one row of heads; its children are the other rows. */
export function DataTable({ heads, cards = false, panel = false, className, children, ...rest }: Props) {
  return (
    <div className={panel ? 'table-wrap panel' : 'table-wrap'}>
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
  if ('hidden' in head)
    return (
      <th scope="col">
        <span className="visually-hidden">{head.hidden}</span>
      </th>
    );
  return (
    <th scope="col" className={'number' in head ? 'number' : 'wide'}>
      {'number' in head ? head.number : head.wide}
    </th>
  );
}
