import type { ReactNode } from 'react';
import { t, tCode } from '../i18n/text';
import { lengthText } from '../time/format';
import { Moment } from '../time/site';
import { Badge } from '../ui/State';
import { Code, ltr, Name, numberText } from '../ui/text';
import { VerdictBadge } from '../vehicles/PassVerdict';
import type { CasePass } from '../vehicles/types';
import css from './cases.module.css';

/** The way from the pass before, and whether a vehicle can have gone it. */
function Leg({ trail }: { trail: NonNullable<CasePass['trail']> }) {
  const { leg, vehicle } = trail;
  if (leg === null) return null;
  const values = { distance: numberText(leg.metres), time: lengthText(leg.seconds * 1000), plate: ltr(vehicle) };
  return leg.possible ? <span className="hint">{t('cases.leg', values)}</span> : <Badge tone="warn">{t('cases.legImpossible', values)}</Badge>;
}

/** A pass that a case keeps, by its number in the list; what may be done with it comes last. */
export function PassRow({ pass, number, children }: { pass: CasePass; number: number; children?: ReactNode }) {
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
      {children}
    </li>
  );
}
