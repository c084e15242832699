import { useDeferredValue } from 'react';
import { Link, Navigate } from 'react-router';
import { usePages } from '../api/pages';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { EmergencyNotice } from '../emergency/EmergencyNotices';
import { t, tCode } from '../i18n/text';
import { Moment } from '../time/site';
import { useAddress } from '../ui/address';
import { ButtonLink } from '../ui/Button';
import { DataTable } from '../ui/DataTable';
import { Select } from '../ui/Field';
import { Pages } from '../ui/Pages';
import { SearchBox } from '../ui/SearchBox';
import { Segments } from '../ui/Segments';
import { Badge, Empty } from '../ui/State';
import { Code, Name, PageFrame } from '../ui/text';
import { useKinds } from './queries';
import css from './situations.module.css';
import { Tabs } from './tabs';
import { type Pressure, pressures, type Situation, situationStates } from './types';

const tones = { CRITICAL: 'bad', OVERDUE: 'bad', SOON: 'warn', LATER: 'mute' } as const;

/** The desk: reports by what is due first, in four groups; not a word of what was written. */
export function SituationsPage() {
  const user = useUser();
  const [search, change] = useAddress();
  const openness = search.get('openness') === 'OVER' ? 'OVER' : 'OPEN';
  const kind = search.get('kind') ?? '';
  const state = search.get('state') ?? '';
  const villageId = search.get('villageId') ?? '';
  const code = search.get('code') ?? '';
  const allowed = may(user, 'situations');
  const kinds = useKinds(allowed);
  const narrowing = { openness, ...(kind && { kind }), ...(state && { state }), ...(villageId && { villageId }), code: useDeferredValue(code) };
  const found = usePages<Situation>('/api/situations', ['situations', 'list'], narrowing, { enabled: allowed });
  if (!allowed) return <Navigate to="/situations/figures" replace />;
  return (
    <PageFrame title={t('situations.title')} lead={t('situations.lead')} actions={<ButtonLink kind="primary" icon="add" label={t('situations.new')} to="/situations/new" />} below={<Tabs />}>
      <EmergencyNotice />
      <div className="toolbar">
        <SearchBox label={t('situations.search')} value={code} onChange={(value) => change({ code: value })} />
        <Segments label={t('situations.filter')} of={['OPEN', 'OVER']} chosen={openness} words="situations.list" onChoose={(each) => change({ openness: each })} />
        <Select aria-label={t('situations.fKind')} none={t('situations.anyKind')} of={kinds.data} words="situations.kind" value={kind} onText={(kind) => change({ kind })} />
        <Select aria-label={t('situations.fState')} none={t('situations.anyState')} of={situationStates} words="situations.state" value={state} onText={(state) => change({ state })} />
        {villageId && (
          <button type="button" className="button button-quiet button-small" onClick={() => change({ villageId: '' })}>
            {t('situations.allVillages')}
          </button>
        )}
      </div>
      <Pages
        pages={found}
        empty={
          <Empty icon="situation" title={t(openness === 'OPEN' ? 'situations.none' : 'situations.noneOver')}>
            <p>{t('situations.noneMore')}</p>
          </Empty>
        }
      >
        {(items) =>
          openness === 'OPEN' ? (
            pressures.map((each) => <Group key={each} pressure={each} items={items.filter((one) => one.pressure === each)} onVillage={(village) => change({ villageId: village })} />)
          ) : (
            <Table items={items} onVillage={(village) => change({ villageId: village })} />
          )
        }
      </Pages>
    </PageFrame>
  );
}

interface Listed {
  items: Situation[];
  onVillage: (id: string) => void;
}

function Group({ pressure, items, onVillage }: Listed & { pressure: Pressure }) {
  if (items.length === 0) return null;
  return (
    <section className="stack" data-pressure={pressure}>
      <h2>
        {tCode('situations.pressure', pressure)} <Badge tone={tones[pressure]}>{items.length}</Badge>
      </h2>
      <Table items={items} onVillage={onVillage} />
    </section>
  );
}

function Table({ items, onVillage }: Listed) {
  return (
    <DataTable heads={[t('situations.colWhat'), t('situations.colWhere'), t('situations.colWhen'), t('situations.colState'), { wide: t('situations.colNext') }, t('situations.colOfficer')]} cards>
      {items.map((each) => (
        <tr key={each.id}>
          <th scope="row">
            <Link className="row-link-plain" to={`/situations/${each.id}`}>
              {tCode('situations.kind', each.kind)}
            </Link>
            <span className="block">
              <Code>{each.code}</Code>
            </span>
            <small className="block">{tCode('situations.channel', each.channel)}</small>
            <Alarms situation={each} />
          </th>
          <td data-label={t('situations.colWhere')}>
            {each.villageId ? (
              <button type="button" className={css.linkLike} title={t('situations.onlyVillage')} onClick={() => onVillage(each.villageId!)}>
                <Name>{each.villageName}</Name>
              </button>
            ) : (
              t('situations.noVillage')
            )}
          </td>
          <td data-label={t('situations.colWhen')}>
            <Moment at={each.receivedAt} />
            {each.late && <small className="block warn-text">{t('situations.late')}</small>}
          </td>
          <td data-label={t('situations.colState')}>
            <StateBadge situation={each} />
          </td>
          <td data-label={t('situations.colNext')}>
            <Next situation={each} />
          </td>
          <td data-label={t('situations.colOfficer')}>{each.receiver ? <Name>{each.receiver.displayName}</Name> : '–'}</td>
        </tr>
      ))}
    </DataTable>
  );
}

/** What must be seen first: danger, injury, and what waits for somebody. */
export function Alarms({ situation }: { situation: Situation }) {
  const waiting = situation.mediaAnnounced - situation.mediaArrived;
  return (
    <span className={css.badges}>
      {situation.danger && (
        <Badge tone="bad" icon="danger">
          {t('situations.danger')}
        </Badge>
      )}
      {situation.injured && (
        <Badge tone="bad" icon="danger">
          {t('situations.injured')}
        </Badge>
      )}
      {situation.guarded && (
        <Badge tone="warn" icon="closed">
          {t('situations.guardedShort')}
        </Badge>
      )}
      {situation.attention && <Badge tone="warn">{t('situations.attention')}</Badge>}
      {situation.retractionAsked && <Badge tone="warn">{t('situations.retractionAsked')}</Badge>}
      {situation.merged > 0 && <Badge tone="info">{t('situations.mergedCount', { count: situation.merged })}</Badge>}
      {waiting > 0 && <Badge tone="mute">{t('situations.mediaWaiting', { count: waiting })}</Badge>}
    </span>
  );
}

export function StateBadge({ situation }: { situation: Situation }) {
  const over = situation.state === 'CLOSED' || situation.state === 'RETRACTED';
  const tone = situation.state === 'SUBMITTED' ? 'warn' : over ? 'mute' : 'info';
  return (
    <>
      <Badge tone={tone}>{tCode('situations.state', situation.state)}</Badge>
      {situation.state === 'CLOSED' && situation.outcome && <small className="block">{tCode('situations.state', situation.outcome)}</small>}
    </>
  );
}

/** What is to be done next, and by when. */
export function Next({ situation }: { situation: Situation }) {
  if (!situation.due || !situation.dueAt) return <>–</>;
  const overdue = situation.pressure === 'CRITICAL' || situation.pressure === 'OVERDUE';
  return (
    <span className={overdue ? 'bad' : undefined}>
      {tCode('situations.due', situation.due)} · {t('situations.by')} <Moment at={situation.dueAt} />
      {situation.escalated && <small className="block">{t('situations.escalated')}</small>}
    </span>
  );
}
