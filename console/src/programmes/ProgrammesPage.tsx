import { Link, Navigate } from 'react-router';
import { usePages } from '../api/pages';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { AreaField } from '../areas/AreaField';
import { t } from '../i18n/text';
import { useAddress } from '../ui/address';
import { Begin } from '../ui/Begin';
import { ButtonLink } from '../ui/Button';
import { DataTable } from '../ui/DataTable';
import { Select } from '../ui/Field';
import { Pages } from '../ui/Pages';
import { SearchBox } from '../ui/SearchBox';
import { Badge, Empty } from '../ui/State';
import { Code, Name, PageFrame } from '../ui/text';
import css from './programmes.module.css';
import { useKinds } from './queries';
import { type ProgrammeLine, states } from './types';
import { AreasOf, StateBadge, Tabs } from './words';

/** Programmes of the reader's areas, and those of everywhere that are recommended for copying. */
export function ProgrammesPage() {
  const user = useUser();
  const [search, change] = useAddress();
  const kinds = useKinds();
  const allowed = may(user, 'readProgrammes');
  const filter = {
    q: search.get('q'),
    kindId: search.get('kindId'),
    state: search.get('state'),
    areaId: search.get('areaId'),
    waiting: search.get('show') === 'waiting' || null,
    recommended: search.get('show') === 'recommended' || null,
  };
  const programmes = usePages<ProgrammeLine>('/api/programmes', ['programmes', 'list'], filter, { enabled: allowed });
  if (!allowed) return <Navigate to="/programmes/figures" replace />;
  return (
    <PageFrame
      title={t('programmes.title')}
      lead={t('programmes.lead')}
      actions={
        may(user, 'keepProgrammes') && (
          <>
            <ButtonLink icon="load" label={t('programmes.importTitle')} to="/programmes/import" />
            <ButtonLink kind="primary" icon="add" label={t('programmes.new')} to="/programmes/new" />
          </>
        )
      }
      below={<Tabs />}
    >
      <div className={`toolbar ${css.programmeFilters}`}>
        <SearchBox label={t('programmes.search')} value={search.get('q') ?? ''} onChange={(value) => change({ q: value })} />
        <Select
          aria-label={t('programmes.kind')}
          none={t('programmes.anyKind')}
          of={kinds.data}
          words={(kind) => kind.name}
          value={search.get('kindId') ?? ''}
          onText={(kindId) => change({ kindId })}
        />
        <Select aria-label={t('programmes.stateLabel')} none={t('programmes.anyState')} of={states} words="programmes.state" value={search.get('state') ?? ''} onText={(state) => change({ state })} />
        <Select<string> aria-label={t('programmes.show')} none={t('programmes.showAll')} value={search.get('show') ?? ''} onText={(show) => change({ show })}>
          <option value="waiting">{t('programmes.showWaiting')}</option>
          {may(user, 'copyProgrammes') && <option value="recommended">{t('programmes.showRecommended')}</option>}
        </Select>
        <AreaField id="areaId" label={t('programmes.area')} value={search.get('areaId') ?? ''} onText={(id) => change({ areaId: id })} />
      </div>
      <Pages
        pages={programmes}
        empty={
          <Empty icon="programme" title={t('programmes.none')}>
            {[...search.values()].some(Boolean) ? <p>{t('app.tryOther')}</p> : <Begin allowed="keepProgrammes" label={t('programmes.new')} to="/programmes/new" by="COMMUNITY_OFFICER" />}
          </Empty>
        }
      >
        {(items) => <Table items={items} />}
      </Pages>
    </PageFrame>
  );
}

function Table({ items }: { items: ProgrammeLine[] }) {
  return (
    <DataTable heads={[t('programmes.name'), t('programmes.kind'), t('programmes.areas'), t('programmes.stateLabel'), t('programmes.assessedYear')]} cards id="programmes">
      {items.map((each) => (
        <tr key={each.id}>
          <th scope="row">
            <Link className="row-link-plain" to={`/programmes/${each.id}`}>
              <Name>{each.name}</Name>
            </Link>{' '}
            <Code>{each.code}</Code>
          </th>
          <td data-label={t('programmes.kind')}>
            <bdi>{each.kindName}</bdi>
          </td>
          <td data-label={t('programmes.areas')}>
            <AreasOf programme={each} />
          </td>
          <td data-label={t('programmes.stateLabel')}>
            <span className="summary">
              <StateBadge state={each.state} />
              {each.recommended && <Badge tone="info">{t('programmes.recommended')}</Badge>}
              {each.parentId && <Badge tone="mute">{t('programmes.copied')}</Badge>}
            </span>
          </td>
          <td data-label={t('programmes.assessedYear')}>{each.assessed === null ? '–' : <Code>{each.assessed}</Code>}</td>
        </tr>
      ))}
    </DataTable>
  );
}
