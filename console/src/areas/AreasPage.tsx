import { useState } from 'react';
import { Link } from 'react-router';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t, tCode } from '../i18n/text';
import { useAddress } from '../ui/address';
import { Begin } from '../ui/Begin';
import { ButtonLink } from '../ui/Button';
import { SearchBox } from '../ui/SearchBox';
import { Badge, Empty, QueryState, StaleWhileLoading } from '../ui/State';
import { Code, Name, numberText, PageFrame } from '../ui/text';
import { FormerName } from './AreaField';
import css from './areas.module.css';
import { AllPlanned } from './Planned';
import { useAreaSearch, useBranches } from './queries';
import type { Branch } from './types';

/** All areas: a tree to open step by step, and a search that knows former names. */
export function AreasPage() {
  const user = useUser();
  const [search, change] = useAddress();
  const q = search.get('q') ?? '';
  return (
    <PageFrame
      title={t('areas.title')}
      lead={t('areas.lead')}
      actions={
        may(user, 'changeAreas') && (
          <>
            <ButtonLink kind="plain" icon="add" label={t('areas.add')} to="/areas/new" />
            <ButtonLink kind="plain" icon="load" label={t('areas.import')} to="/areas/import" />
          </>
        )
      }
    >
      <div className="stack">
        <SearchBox label={t('areas.search')} value={q} onChange={(text) => change({ q: text })} />
        {!q.trim() && <AllPlanned />}
        <section className="panel">{q.trim() ? <Found q={q} /> : <Tree below={null} />}</section>
      </div>
    </PageFrame>
  );
}

function Found({ q }: { q: string }) {
  const found = useAreaSearch(q);
  if (!found.data) return <QueryState query={found} />;
  if (found.data.length === 0 && !found.isPlaceholderData) return <p role="status">{t('areas.noneFound')}</p>;
  return (
    <StaleWhileLoading stale={found.isPlaceholderData}>
      <ul className={`link-rows ${css.areaFound}`}>
        {found.data.map((each) => (
          <li key={each.id}>
            <Link className="row-link-plain" to={`/areas/${each.id}`}>
              <Name>{each.name}</Name>
            </Link>
            {each.formerly && <FormerName former={each.formerly} />}
            <small>
              {tCode('areas.kind', each.kind)} · <bdi>{each.above.join(' · ')}</bdi>
            </small>
            <Code>{each.code}</Code>
          </li>
        ))}
      </ul>
    </StaleWhileLoading>
  );
}

/** What lies in an area; what lies in that is fetched when it is opened. */
function Tree({ below }: { below: string | null }) {
  const branches = useBranches(below);
  if (!branches.data) return <QueryState query={branches} />;
  if (branches.data.length === 0) {
    return (
      <Empty icon="area" title={t('areas.none')}>
        <Begin allowed="changeAreas" label={t('areas.add')} to="/areas/new" by="ADMINISTRATOR" />
      </Empty>
    );
  }
  return (
    <ul className={css.areaTree}>
      {branches.data.map((each) => (
        <TreeRow key={each.id} branch={each} open={below === null && branches.data.length === 1} />
      ))}
    </ul>
  );
}

function TreeRow({ branch, open: start }: { branch: Branch; open: boolean }) {
  const [open, setOpen] = useState(start);
  return (
    <li>
      <div className={css.areaRow}>
        {branch.within > 0 ? (
          <button type="button" className={css.areaOpener} aria-expanded={open} aria-label={t('areas.openWithin', { name: branch.name })} onClick={() => setOpen(!open)}>
            <span aria-hidden="true">{open ? '−' : '+'}</span>
          </button>
        ) : (
          <span className={css.areaOpener} aria-hidden="true" />
        )}
        <Link className="row-link-plain" to={`/areas/${branch.id}`}>
          <Name>{branch.name}</Name>
        </Link>
        <Code>{branch.code}</Code>
        <Badge tone="mute">{tCode('areas.kind', branch.kind)}</Badge>
        {branch.within > 0 && <small>{t('areas.within', { count: branch.within, text: numberText(branch.within) })}</small>}
      </div>
      {open && branch.within > 0 && <Tree below={branch.id} />}
    </li>
  );
}
