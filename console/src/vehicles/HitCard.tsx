import { query } from '../api/client';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t, tCode } from '../i18n/text';
import { Moment } from '../time/site';
import { ButtonLink } from '../ui/Button';
import { Badge } from '../ui/State';
import { Code, Name } from '../ui/text';
import { AddToRequest } from './AddToRequest';
import { PassVerdict } from './PassVerdict';
import { PassVideo } from './PassVideo';
import { PlatePicture, Reading } from './Reading';
import { isAsRemembered } from './steps';
import type { Hit } from './types';
import css from './vehicles.module.css';

/** One vehicle that passed: what its plate was read as and why it was found, where and when, and the way to the footage. */
export function HitCard({ hit, caseId, remembered }: { hit: Hit; caseId: string; remembered: string | null }) {
  const user = useUser();
  const text = hit.match?.text ?? hit.readings[0]?.text ?? '';
  const reading = hit.readings.find((each) => each.text === text);
  const others = hit.readings.filter((each) => each.text !== text && Math.round(each.confidence * 100) > 0);
  const fits = hit.reasons.length === 0 && hit.match !== null && isAsRemembered(hit.match.steps);
  return (
    <li className={css.hit} data-hit={text}>
      {may(user, 'playback') ? (
        <PassVideo cameraId={hit.cameraId} from={hit.from} to={hit.to}>
          <PlatePicture picture={hit.platePicture} text={text} />
        </PassVideo>
      ) : (
        <PlatePicture picture={hit.platePicture} text={text} />
      )}
      <div className={css.about}>
        {hit.match ? <Reading text={hit.match.text} steps={hit.match.steps} /> : text ? <p className={css.plain}>{<Code>{text}</Code>}</p> : <p className="hint">{t('vehicles.noPlate')}</p>}
        <p className={css.means}>
          {hit.match?.meanings.map((each) => (
            <Badge key={`${each.kind} ${each.text}`} tone="mute">
              <Code>{each.text}</Code> <bdi>{tCode('cases.plateKind', each.kind)}</bdi>
            </Badge>
          ))}
          {hit.match?.meanings.length === 0 && <Badge tone="warn">{t('cases.plateNone')}</Badge>}
          {reading && <span className="hint">{t('vehicles.confidence', { percent: Math.round(reading.confidence * 100) })}</span>}
        </p>
        {others.length > 0 && (
          <p className="hint">
            {t('vehicles.otherReadings')}{' '}
            {others.map((each) => (
              <span key={each.text} className={css.other}>
                <Code>{each.text}</Code> {t('vehicles.percent', { percent: Math.round(each.confidence * 100) })}
              </span>
            ))}
          </p>
        )}
        <h3>
          <Code>{hit.cameraCode}</Code> <Name>{hit.cameraName}</Name>
        </h3>
        <p className={css.facts}>
          <Moment at={hit.at} /> · <Name>{hit.areaName}</Name>
        </p>
        <p className={css.facts}>
          {[
            hit.objectClass === null ? t('vehicles.classUnknown') : tCode('vehicles.class', hit.objectClass),
            hit.colours.length === 0 ? t('vehicles.colourUnknown') : hit.colours.map((each) => tCode('vehicles.colour', each)).join(', '),
            ...(hit.direction === null ? [] : [tCode('vehicles.direction', hit.direction)]),
            ...(hit.plateColour === null ? [] : [tCode('vehicles.plateColour', hit.plateColour)]),
            ...(hit.classReason === null ? [] : [tCode('vehicles.classReason', hit.classReason)]),
          ].join(' · ')}
        </p>
        <ul className={css.reasons}>
          {fits && (
            <li>
              <Badge tone="ok" icon="done">
                {t('vehicles.fits')}
              </Badge>
            </li>
          )}
          {hit.weakness !== null && (
            <li>
              <Badge tone="warn">{t('vehicles.weak', { reason: tCode('vehicles.weakness', hit.weakness) })}</Badge>
            </li>
          )}
          {hit.reasons.map((reason) => (
            <li key={reason}>
              <Badge tone={reason.endsWith('UNKNOWN') ? 'mute' : 'warn'}>{tCode('vehicles.reason', reason)}</Badge>
            </li>
          ))}
        </ul>
      </div>
      <div className={css.ways}>
        {may(user, 'playback') && <ButtonLink small icon="play" label={t('vehicles.play')} to={`/play?cams=${hit.cameraId}&t=${hit.at}`} />}
        <AddToRequest caseId={caseId} cameraId={hit.cameraId} from={hit.from} to={hit.to} />
        {text && (
          <ButtonLink
            small
            kind="quiet"
            icon="add"
            label={t('vehicles.toCase')}
            to={`/cases/${caseId}${query({ plate: text, kind: hit.objectClass, colour: hit.colours.length === 1 ? hit.colours[0] : null })}`}
          />
        )}
        <PassVerdict caseId={caseId} position={hit.position} remembered={remembered} />
      </div>
    </li>
  );
}
