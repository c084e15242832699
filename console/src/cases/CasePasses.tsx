import { useCaseOfficers, useUser } from '../api/queries';
import { may } from '../api/rights';
import { t } from '../i18n/text';
import { ButtonLink } from '../ui/Button';
import { QueryState } from '../ui/State';
import { AddToRequest } from '../vehicles/AddToRequest';
import { ConvoyButton } from './Convoy';
import { useCasePasses } from './casePasses';
import { PassRow } from './PassRow';
import { TrailMap } from './TrailMap';
import type { Case } from './types';

/** The passes that a case keeps, for those who work on it: readings, never facts. */
export function CasePasses({ each }: { each: Case }) {
  const user = useUser();
  const officers = useCaseOfficers(each.id);
  const on = officers.data?.items.some((officer) => officer.id === user.id) ?? false;
  return on && may(user, 'findVehicles') ? <Passes caseId={each.id} /> : null;
}

function Passes({ caseId }: { caseId: string }) {
  const user = useUser();
  const passes = useCasePasses(caseId);
  return (
    <section className="panel stack" id="passes-of-case">
      <h2>{t('cases.passes')}</h2>
      <p className="hint">{t('vehicles.noFactMore')}</p>
      <QueryState query={passes} />
      {passes.data?.length === 0 && <p className="hint">{t('cases.passesNone')}</p>}
      {passes.data && passes.data.length > 0 && (
        <>
          <TrailMap passes={passes.data} />
          <div className="toolbar">
            <ConvoyButton caseId={caseId} passes={passes.data} />
            <ButtonLink label={t('cases.trail')} to={`/cases/${caseId}/trail`} />
          </div>
          <ol className="link-rows">
            {passes.data.map((pass, index) => (
              <PassRow key={pass.position} pass={pass} number={index + 1}>
                {may(user, 'playback') && <ButtonLink small kind="quiet" icon="play" label={t('vehicles.play')} to={`/play?cams=${pass.cameraId}&t=${pass.at}`} />}
                {pass.verdict !== 'REJECTED' && <AddToRequest caseId={caseId} cameraId={pass.cameraId} from={pass.seen?.from ?? pass.at} to={pass.seen?.to ?? pass.at} />}
              </PassRow>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
