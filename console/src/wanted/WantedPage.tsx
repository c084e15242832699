import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t, tCode } from '../i18n/text';
import { type ChangeAddress, useAddress } from '../ui/address';
import { Begin } from '../ui/Begin';
import { ButtonLink } from '../ui/Button';
import { Select } from '../ui/Field';
import { Pages } from '../ui/Pages';
import { Segments } from '../ui/Segments';
import { Empty, Notice } from '../ui/State';
import { PageFrame } from '../ui/text';
import css from '../vehicles/vehicles.module.css';
import { AlertCard } from './AlertCard';
import { useAlerts, useWanted } from './queries';
import { alertStates, wantedStates } from './types';
import { WantedTable } from './WantedTable';

const tabs = ['alerts', 'list'] as const;
type Tab = (typeof tabs)[number];

/** Wanted vehicles: the alerts of passes that may be theirs, and the list. */
export function WantedPage() {
  const user = useUser();
  const [asked, change] = useAddress();
  const tab = tabs.find((each) => each === asked.get('tab')) ?? 'alerts';
  const labels: Record<Tab, string> = { alerts: t('wanted.tabAlerts'), list: t('wanted.tabList') };
  return (
    <PageFrame title={t('wanted.title')} lead={t('wanted.lead')} actions={may(user, 'requestWanted') && <ButtonLink kind="primary" icon="add" label={t('wanted.new')} to="/wanted-vehicles/new" />}>
      <div className="toolbar">
        <Segments label={t('wanted.view')} of={tabs} chosen={tab} words={(each) => labels[each]} onChoose={(each) => change({ tab: each, state: null })} />
        <StateChoice tab={tab} state={asked.get('state') ?? ''} onChange={change} />
      </div>
      {tab === 'alerts' ? <AlertList state={asked.get('state')} /> : <WantedList state={asked.get('state')} />}
    </PageFrame>
  );
}

function StateChoice({ tab, state, onChange }: { tab: Tab; state: string; onChange: ChangeAddress }) {
  return (
    <Select<string>
      aria-label={t('wanted.stateFilter')}
      none={t('app.all')}
      of={tab === 'alerts' ? alertStates : wantedStates}
      words={(code) => tCode(tab === 'alerts' ? 'wanted.alertState' : 'wanted.state', code)}
      value={state}
      onText={(code) => onChange({ state: code })}
    />
  );
}

function AlertList({ state }: { state: string | null }) {
  const alerts = useAlerts(alertStates.find((each) => each === state) ?? '');
  return (
    <>
      <Notice tone="warn" title={t('wanted.mayBeWrong')} />
      <Pages pages={alerts} empty={<Empty icon="wanted" title={t('wanted.alertsNone')} />}>
        {(items) => (
          <ol className={css.hits}>
            {items.map((each) => (
              <AlertCard key={each.id} alert={each} />
            ))}
          </ol>
        )}
      </Pages>
    </>
  );
}

function WantedList({ state }: { state: string | null }) {
  const wanted = useWanted(wantedStates.find((each) => each === state) ?? '');
  return (
    <Pages
      pages={wanted}
      empty={
        <Empty icon="wanted" title={t('wanted.none')}>
          <Begin allowed="requestWanted" label={t('wanted.new')} to="/wanted-vehicles/new" by="INVESTIGATOR" />
        </Empty>
      }
    >
      {(items) => <WantedTable items={items} />}
    </Pages>
  );
}
