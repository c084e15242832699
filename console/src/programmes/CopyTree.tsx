import { Link } from 'react-router';
import { t } from '../i18n/text';
import { Failure } from '../ui/State';
import { Code, Name } from '../ui/text';
import css from './programmes.module.css';
import { useCopies } from './queries';
import type { Copy, ProgrammeLine } from './types';
import { AreasOf, StateBadge } from './words';

/** What it goes back to and where it went, as a tree; nothing while it was never copied. */
export function CopyTree({ programme }: { programme: ProgrammeLine }) {
  const copies = useCopies(programme.id);
  if (!copies.data) return copies.error ? <Failure failure={copies.error} retry={() => void copies.refetch()} /> : null;
  if (copies.data.length < 2) return null;
  const known = new Set(copies.data.map((each) => each.programme.id));
  const roots = copies.data.filter((each) => each.programme.parentId === null || !known.has(each.programme.parentId));
  return (
    <section className="panel stack" id="copies">
      <h2>{t('programmes.tree')}</h2>
      <p>{t('programmes.treeLead', { count: copies.data.length - 1 })}</p>
      <Branch of={roots} all={copies.data} here={programme.id} />
    </section>
  );
}

function Branch({ of, all, here }: { of: Copy[]; all: Copy[]; here: string }) {
  return (
    <ul className={css.copyTree}>
      {of.map(({ programme, mayRead }) => {
        const below = all.filter((each) => each.programme.parentId === programme.id);
        return (
          <li key={programme.id} aria-current={programme.id === here ? 'true' : undefined}>
            <p className="summary">
              {mayRead && programme.id !== here ? (
                <Link className="row-link-plain" to={`/programmes/${programme.id}`}>
                  <AreasOf programme={programme} />
                </Link>
              ) : (
                <strong>
                  <AreasOf programme={programme} />
                </strong>
              )}
              <Name>{programme.communeName}</Name>
              <Code>{programme.code}</Code>
              <StateBadge state={programme.state} />
            </p>
            {below.length > 0 && <Branch of={below} all={all} here={here} />}
          </li>
        );
      })}
    </ul>
  );
}
