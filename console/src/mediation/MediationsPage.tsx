import { Link, Navigate } from 'react-router';
import { usePages } from '../api/pages';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t, tCode } from '../i18n/text';
import { dayText } from '../register/days';
import { useAddress } from '../ui/address';
import { ButtonLink } from '../ui/Button';
import { DataTable } from '../ui/DataTable';
import { Pages } from '../ui/Pages';
import { Segments } from '../ui/Segments';
import { Badge, Empty } from '../ui/State';
import { Code, Name, PageFrame } from '../ui/text';
import { Books, Tabs } from './tabs';
import { type Mediation, type Urgency, urgencies } from './types';

const tones = { CRITICAL: 'bad', OVERDUE: 'bad', SOON: 'warn', LATER: 'mute' } as const;

/** Mediations by what is due first, in four groups; no names, and no trace of what is hidden. */
export function MediationsPage() {
  const user = useUser();
  const [search, change] = useAddress();
  const state = search.get('state') ?? 'OPEN';
  const allowed = may(user, 'mediations');
  const mediations = usePages<Mediation>('/api/mediations', ['mediations'], { state }, { enabled: allowed });
  if (!allowed) return <Navigate to="/mediation/figures" replace />;
  return (
    <PageFrame
      title={t('mediation.title')}
      lead={t('mediation.lead')}
      actions={
        <>
          <Books />
          {may(user, 'receiveMediations') && <ButtonLink kind="primary" icon="add" label={t('mediation.new')} to="/mediation/new" />}
        </>
      }
      below={<Tabs />}
    >
      <div className="toolbar">
        <Segments label={t('mediation.filter')} of={['OPEN', 'OVER']} chosen={state} words="mediation.list" onChoose={(each) => change({ state: each })} />
      </div>
      <Pages
        pages={mediations}
        empty={
          <Empty icon="mediation" title={t(state === 'OPEN' ? 'mediation.none' : 'mediation.noneOver')}>
            <p>{t('mediation.noneMore')}</p>
          </Empty>
        }
      >
        {(items) => (state === 'OPEN' ? urgencies.map((each) => <Group key={each} urgency={each} items={items.filter((one) => one.urgency === each)} />) : <Table items={items} />)}
      </Pages>
    </PageFrame>
  );
}

function Group({ urgency, items }: { urgency: Urgency; items: Mediation[] }) {
  if (items.length === 0) return null;
  return (
    <section className="stack" data-urgency={urgency}>
      <h2>
        {tCode('mediation.urgency', urgency)} <Badge tone={tones[urgency]}>{items.length}</Badge>
      </h2>
      <Table items={items} />
    </section>
  );
}

function Table({ items }: { items: Mediation[] }) {
  return (
    <DataTable
      heads={[t('mediation.colCode'), t('mediation.colParties'), t('mediation.colVillage'), t('mediation.colStage'), { wide: t('mediation.colNext') }, t('mediation.colMediator')]}
      className="table-even"
      cards
    >
      {items.map((each) => (
        <tr key={each.id}>
          <th scope="row">
            <Link className="row-link-plain" to={`/mediation/${each.id}`}>
              <Code>{each.code}</Code>
            </Link>
            {each.kind && <small>{tCode('mediation.kind', each.kind)}</small>}
          </th>
          <td data-label={t('mediation.colParties')}>{each.initials ? <bdi>{each.initials}</bdi> : t('mediation.closedToYou')}</td>
          <td data-label={t('mediation.colVillage')}>
            <Name>{each.villageName}</Name>
            {each.otherVillageName && (
              <small className="block">
                <Name>{each.otherVillageName}</Name>
              </small>
            )}
          </td>
          <td data-label={t('mediation.colStage')}>
            <StageBadge mediation={each} />
          </td>
          <td data-label={t('mediation.colNext')}>
            <Next mediation={each} />
          </td>
          <td data-label={t('mediation.colMediator')}>{each.mediator ? <Name>{each.mediator}</Name> : '–'}</td>
        </tr>
      ))}
    </DataTable>
  );
}

export function StageBadge({ mediation }: { mediation: Mediation }) {
  if (mediation.outcome) return <Badge tone={mediation.outcome === 'AGREED' ? 'ok' : 'mute'}>{tCode('mediation.outcome', mediation.outcome)}</Badge>;
  return <Badge tone={mediation.state === 'REFERRED' ? 'warn' : 'info'}>{tCode('mediation.state', mediation.state)}</Badge>;
}

/** What the law wants next, and by when: "Begin by 27/11/2026 (article 20.2)". */
export function Next({ mediation }: { mediation: Mediation }) {
  if (mediation.next === 'NONE') return <>–</>;
  return (
    <span className={mediation.urgency === 'CRITICAL' || mediation.urgency === 'OVERDUE' ? 'bad' : undefined}>
      {tCode('mediation.next', mediation.next)}
      {mediation.nextOn && (
        <>
          {' '}
          · {t('mediation.by')} <Code>{dayText(mediation.nextOn)}</Code>
        </>
      )}
      <small className="block">{tCode('mediation.nextLaw', mediation.startAgreed && mediation.next !== 'FOLLOW_UP' ? 'AGREED_DAY' : mediation.next)}</small>
    </span>
  );
}
