import { Link, Navigate } from 'react-router';
import { usePages } from '../api/pages';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t, tCode } from '../i18n/text';
import { QuickExit } from '../mediation/QuickExit';
import { dayText } from '../register/days';
import { dateText } from '../time/format';
import { useSiteTime } from '../time/site';
import { useAddress } from '../ui/address';
import { ButtonLink } from '../ui/Button';
import { DataTable } from '../ui/DataTable';
import { Pages } from '../ui/Pages';
import { Segments } from '../ui/Segments';
import { Badge, Empty } from '../ui/State';
import { Code, PageHead, usePageTitle } from '../ui/text';
import { Tabs } from './tabs';
import type { Measure, MeasureState } from './types';

const tones: Record<MeasureState, 'ok' | 'warn' | 'mute' | 'info'> = { WAITING: 'warn', IN_FORCE: 'ok', SUSPENDED: 'info', SEALED: 'mute', REFUSED: 'mute', LAPSED: 'mute' };

/** One's own measures by number, kind, end date and state; nobody is named, and nothing can be searched. */
export function MeasuresPage() {
  usePageTitle(t('measures.title'));
  const user = useUser();
  const [search, change] = useAddress();
  const state = search.get('state') === 'OVER' ? 'OVER' : 'OPEN';
  const allowed = may(user, 'measures');
  const keeps = may(user, 'keepMeasures');
  const measures = usePages<Measure>('/api/measures', ['measures', 'own'], { state }, { enabled: allowed });
  if (!allowed) return <Navigate to={may(user, 'measureFigures') ? '/measures/figures' : '/measures/kinds'} replace />;
  return (
    <>
      <QuickExit />
      <PageHead
        title={t('measures.title')}
        lead={t(keeps || may(user, 'measureOpenings') ? 'measures.lead' : 'measures.leadHelper')}
        actions={keeps && <ButtonLink kind="primary" icon="add" label={t('measures.new')} to="/measures/new" />}
      >
        <Tabs />
      </PageHead>
      {keeps && (
        <div className="toolbar">
          <Segments label={t('measures.filter')} of={['OPEN', 'OVER'] as const} chosen={state} words="measures.list" onChoose={(each) => change({ state: each })} />
        </div>
      )}
      <Pages
        pages={measures}
        empty={
          <Empty icon="measure" title={t(state === 'OPEN' ? 'measures.none' : 'measures.noneOver')}>
            <p>{t('measures.noneMore')}</p>
          </Empty>
        }
      >
        {(items) =>
          state === 'OVER' ? (
            <Rows items={items} />
          ) : (
            <>
              <Group name="ASKED" items={items.filter((each) => each.part === 'CHAIR' || each.part === 'APPOINTS')} />
              <Group name="KEPT" items={items.filter((each) => each.part === 'KEEPER')} />
              <Group name="HELPED" items={items.filter((each) => each.part === 'HELPER')} />
            </>
          )
        }
      </Pages>
    </>
  );
}

function Group({ name, items }: { name: string; items: Measure[] }) {
  if (items.length === 0) return null;
  return (
    <section className="stack" data-group={name}>
      <h2>
        {tCode('measures.group', name)} <Badge tone={name === 'ASKED' ? 'warn' : 'mute'}>{items.length}</Badge>
      </h2>
      <Rows items={items} />
    </section>
  );
}

function Rows({ items }: { items: Measure[] }) {
  const kinds = items.some((each) => each.kind !== null);
  return (
    <DataTable heads={[t('measures.code'), kinds && { wide: t('measures.kind') }, t('measures.until'), t('measures.nextOn'), t('measures.state')]} className="table-even" cards>
      {items.map((each) => (
        <tr key={each.id}>
          <th scope="row">
            <Link className="row-link-plain" to={`/measures/${each.id}`}>
              <Code>{each.code}</Code>
            </Link>
          </th>
          {kinds && <td data-label={t('measures.kind')}>{each.kind ? tCode('measures.kindOf', each.kind) : '–'}</td>}
          <td data-label={t('measures.until')}>
            <Code>{dayText(each.until)}</Code>
          </td>
          <td data-label={t('measures.nextOn')}>
            <NextDay day={each.nextOn} />
          </td>
          <td data-label={t('measures.state')}>
            <StateBadge measure={each} />
          </td>
        </tr>
      ))}
    </DataTable>
  );
}

/** The day of the next task; one that is over says so. */
export function NextDay({ day }: { day: string | null }) {
  const { zone, now } = useSiteTime();
  if (!day) return <>–</>;
  const late = day < isoToday(dateText(now(), zone));
  return (
    <span className={late ? 'bad' : undefined}>
      <Code>{dayText(day)}</Code> {late && <small>{t('measures.late')}</small>}
    </span>
  );
}

/** `27/11/2026` as `2026-11-27`. */
export function isoToday(text: string): string {
  return text.split('/').reverse().join('-');
}

export function StateBadge({ measure }: { measure: Measure }) {
  return (
    <>
      <Badge tone={tones[measure.state]}>{tCode('measures.stateOf', measure.state)}</Badge> {measure.part === 'APPOINTS' && <Badge tone="warn">{t('measures.noKeeper')}</Badge>}
      {measure.waiting && measure.waiting !== 'RECORD' && <Badge tone="warn">{tCode('measures.waiting', measure.waiting)}</Badge>}
    </>
  );
}
