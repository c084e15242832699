import { useParams } from 'react-router';
import { useCase, useUser } from '../api/queries';
import { t } from '../i18n/text';
import { Moment, useSiteTime } from '../time/site';
import { useAddress } from '../ui/address';
import { Button } from '../ui/Button';
import { Choose } from '../ui/Field';
import { QueryState } from '../ui/State';
import { Code, ltr, Name, PageHead, usePageTitle } from '../ui/text';
import { useCasePasses } from './casePasses';
import { PassRow } from './PassRow';
import { TrailMap } from './TrailMap';
import type { Case } from './types';

/** The passes of a case, or of one of its vehicles, to print: readings, never facts. */
export function TrailPage() {
  const { id } = useParams();
  const found = useCase(id);
  usePageTitle(t('cases.passes'));
  return found.data ? <Trail each={found.data} /> : <QueryState query={found} />;
}

function Trail({ each }: { each: Case }) {
  const user = useUser();
  const { now } = useSiteTime();
  const [search, change] = useAddress();
  const passes = useCasePasses(each.id);
  const all = passes.data ?? [];
  const vehicles = [...new Set(all.flatMap(({ trail }) => trail?.vehicle ?? []))];
  const vehicle = search.get('vehicle');
  const shown = vehicles.includes(vehicle ?? '') ? all.filter(({ trail }) => trail?.vehicle === vehicle) : all;
  return (
    <>
      <PageHead
        title={
          <>
            <Code>{each.code}</Code> {t('cases.passes')}
          </>
        }
        lead={t('vehicles.noFactMore')}
        actions={<Button kind="primary" label={t('app.print')} onClick={() => window.print()} />}
      />
      <p>
        <Name>{each.title}</Name> · <Name>{each.areaName}</Name>
      </p>
      <p className="hint">
        <Name>{user.displayName}</Name> · <Moment at={now()} />
      </p>
      <QueryState query={passes} />
      {vehicles.length > 1 && (
        <div className="toolbar">
          <Choose id="vehicle" label={t('cases.trailVehicle')} of={vehicles} words={ltr} none={t('cases.trailVehicleAll')} value={vehicle ?? ''} onText={(text) => change({ vehicle: text || null })} />
        </div>
      )}
      {passes.data?.length === 0 && <p className="hint">{t('cases.passesNone')}</p>}
      {shown.length > 0 && (
        <>
          <TrailMap passes={shown} />
          <ol className="link-rows panel">
            {shown.map((pass, index) => (
              <PassRow key={pass.position} pass={pass} number={index + 1} />
            ))}
          </ol>
        </>
      )}
    </>
  );
}
