import { useQuery } from '@tanstack/react-query';
import { json } from '../api/client';
import { useCaseOfficers, useUser } from '../api/queries';
import { may } from '../api/rights';
import type { Page } from '../api/types';
import { t, tCode } from '../i18n/text';
import { lengthText } from '../time/format';
import { Moment } from '../time/site';
import { ButtonLink } from '../ui/Button';
import { Badge, QueryState } from '../ui/State';
import { Code, ltr, Name, numberText } from '../ui/text';
import { AddToRequest } from '../vehicles/AddToRequest';
import { VerdictBadge } from '../vehicles/PassVerdict';
import type { CasePass } from '../vehicles/types';
import { ConvoyButton } from './Convoy';
import css from './cases.module.css';
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
  const passes = useQuery({
    queryKey: ['case', caseId, 'passes'],
    queryFn: async () => (await json<Page<CasePass>>(`/api/cases/${caseId}/passes`)).items,
    staleTime: 60_000,
    refetchOnWindowFocus: false, // Each reading is an entry of the log.
  });
  return (
    <section className="panel stack" id="passes-of-case">
      <h2>{t('cases.passes')}</h2>
      <p className="hint">{t('vehicles.noFactMore')}</p>
      <QueryState query={passes} />
      {passes.data?.length === 0 && <p className="hint">{t('cases.passesNone')}</p>}
      {passes.data && passes.data.length > 0 && (
        <>
          <TrailMap passes={passes.data} />
          <ConvoyButton caseId={caseId} passes={passes.data} />
          <ol className="link-rows">
            {passes.data.map((pass, index) => (
              <Pass key={pass.position} caseId={caseId} pass={pass} number={index + 1} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

/** The way from the pass before, and whether a vehicle can have gone it. */
function Leg({ trail }: { trail: NonNullable<CasePass['trail']> }) {
  const { leg, vehicle } = trail;
  if (leg === null) return null;
  const values = { distance: numberText(leg.metres), time: lengthText(leg.seconds * 1000), plate: ltr(vehicle) };
  return leg.possible ? <span className="hint">{t('cases.leg', values)}</span> : <Badge tone="warn">{t('cases.legImpossible', values)}</Badge>;
}

function Pass({ caseId, pass, number }: { caseId: string; pass: CasePass; number: number }) {
  const user = useUser();
  const { seen } = pass;
  const text = seen?.readings[0]?.text ?? '';
  return (
    <li data-pass={pass.verdict}>
      <span className="num">{number}</span>
      {seen?.platePicture && <img className={css.platePicture} src={`data:image/jpeg;base64,${seen.platePicture}`} alt={t('vehicles.picture', { text: ltr(text) })} />}
      <VerdictBadge verdict={pass.verdict} />
      <Moment at={pass.at} />
      <span>
        <Code>{pass.cameraCode}</Code> <Name>{pass.cameraName}</Name>
      </span>
      {seen === null ? (
        <Badge tone="mute">{t('cases.passForgotten')}</Badge>
      ) : (
        <span className="hint">
          {t('cases.passReadings')} {seen.readings.length === 0 && t('vehicles.noPlate')}
          {seen.readings.map((each) => (
            <span key={each.text}>
              <Code>{each.text}</Code> {t('vehicles.percent', { percent: Math.round(each.confidence * 100) })}{' '}
            </span>
          ))}
          · {seen.objectClass === null ? t('vehicles.classUnknown') : tCode('vehicles.class', seen.objectClass)}
        </span>
      )}
      {pass.trail && <Leg trail={pass.trail} />}
      {pass.note && <bdi>{pass.note}</bdi>}
      <small className="hint">
        <Name>{pass.decidedBy.displayName}</Name> · <Moment at={pass.decidedAt} />
      </small>
      {may(user, 'playback') && <ButtonLink small kind="quiet" icon="play" label={t('vehicles.play')} to={`/play?cams=${pass.cameraId}&t=${pass.at}`} />}
      {pass.verdict !== 'REJECTED' && <AddToRequest caseId={caseId} cameraId={pass.cameraId} from={seen?.from ?? pass.at} to={seen?.to ?? pass.at} />}
    </li>
  );
}
