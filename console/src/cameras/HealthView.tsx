import { useUser } from '../api/queries';
import { t, tCode } from '../i18n/text';
import { lengthText } from '../time/format';
import { Moment, useNow } from '../time/site';
import { parseInstant } from '../time/zone';
import { Icon } from '../ui/Icon';
import { adviceFor } from './advice';
import css from './cameras.module.css';
import { isDown, stateWords } from './health';
import type { Camera } from './types';

/** The four states as icons with words. */
export function HealthWords({ camera }: { camera: Camera }) {
  const now = useNow();
  return (
    <ul className={css.health}>
      {stateWords(camera, now, parseInstant).map((state) => (
        <li key={state.topic} className={`health-${state.tone}`}>
          <Icon name={state.icon} size={15} />
          <span className="visually-hidden">{state.topic}: </span>
          <span>{state.word}</span>
        </li>
      ))}
    </ul>
  );
}

/** How long footage has been missing, while it is. */
export function GapLength({ camera }: { camera: Camera }) {
  const now = useNow();
  const from = camera.health.recordedUntil ?? camera.health.lastFrameAt ?? camera.health.since;
  if (!isDown(camera) || !from) return null;
  return <bdi dir="ltr">{lengthText(now - parseInstant(from))}</bdi>;
}

/** Why a camera is down and what to do about it. */
export function CauseAdvice({ camera }: { camera: Camera }) {
  const user = useUser();
  const { health } = camera;
  if (!health.cause && health.storage === 'OK') return null;
  const cause = health.storage === 'OK' ? health.cause! : 'STORAGE';
  const advice = adviceFor(user, health);
  return (
    <div className={css.cause}>
      <p className={css.causeTitle}>
        <Icon name="warn" size={16} />
        {tCode('cameras.cause', cause, health.detail ?? t('cameras.cause.UNKNOWN'))}
        {health.since && (
          <span className={css.causeSince}>
            {t('cameras.since')} <Moment at={health.since} />
          </span>
        )}
      </p>
      {advice && <p>{advice}</p>}
      {health.detail && (
        <details>
          <summary>{t('cameras.detail')}</summary>
          <bdi dir="ltr" className="code">
            {health.detail}
          </bdi>
        </details>
      )}
    </div>
  );
}
