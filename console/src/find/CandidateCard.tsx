import { Link } from 'react-router';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t, tCode } from '../i18n/text';
import { ContactBox } from '../register/ContactBox';
import type { Candidate } from '../register/types';
import { Moment } from '../time/site';
import { parseInstant } from '../time/zone';
import { ButtonLink } from '../ui/Button';
import { DialogButton } from '../ui/overlays';
import { Badge } from '../ui/State';
import { Code, Name, numberText } from '../ui/text';
import css from './find.module.css';
import { askable, playable, requestable } from './looks';

interface Props {
  candidate: Candidate;
  index: number;
  here: boolean;
  chosen: boolean;
  /** No more can be chosen. */
  full: boolean;
  span: { from: number; to: number };
  onPoint: () => void;
  onChoose: (on: boolean) => void;
}

const good = new Set(['RECORDED', 'IN_THE_MIDDLE', 'IN_VIEW', 'NEAR', 'KEPT', 'CONSENT_GIVEN']);
const bad = new Set(['NOT_RECORDED', 'OVERWRITTEN']);

/** One camera of the answer: its rank, how it sees the place, what there is of its footage, why. */
export function CandidateCard({ candidate, index, here, chosen, full, span, onPoint, onChoose }: Props) {
  const user = useUser();
  return (
    <li id={`candidate-${index}`} className={here ? `${css.candidate} ${css.candidateAt}` : css.candidate} onPointerEnter={onPoint} onFocus={onPoint} data-candidate={candidate.code}>
      <div className={css.candidateChoice}>
        <span className="candidate-rank" dir="ltr">
          {index + 1}
        </span>
        {requestable(candidate) && may(user, 'request') && (
          <input
            type="checkbox"
            aria-label={t('find.choose', { name: `${candidate.code} ${candidate.name}` })}
            checked={chosen}
            disabled={!chosen && full}
            onChange={(event) => onChoose(event.target.checked)}
          />
        )}
      </div>
      <div>
        <Link className="row-link-plain" to={`/register/${candidate.id}`}>
          <Code>{candidate.code}</Code> <Name>{candidate.name}</Name>
        </Link>
        <p className={css.candidateFacts}>
          {tCode('register.kind', candidate.kind)} · {tCode('register.owner', candidate.ownerKind)}
          {candidate.simulated && <> · {t('cameras.simulated')}</>} · {t('find.metres', { metres: numberText(candidate.distanceMetres) })}
          {candidate.offAxisDegrees !== null && <> · {t('find.off', { degrees: numberText(candidate.offAxisDegrees) })}</>}
        </p>
        <Kept candidate={candidate} span={span} />
        <ul className={css.candidateReasons}>
          {candidate.reasons.map((reason) => (
            <li key={reason}>
              <Badge tone={good.has(reason) ? 'ok' : bad.has(reason) ? 'bad' : 'warn'}>{tCode('find.reason', reason)}</Badge>
            </li>
          ))}
        </ul>
        {playable(candidate) && may(user, 'playback') && <ButtonLink kind="quiet" small icon="play" label={t('find.play')} to={`/play?cams=${candidate.id}&t=${new Date(span.from).toISOString()}`} />}
        <DialogButton kind="quiet" small icon="phone" label={t('find.askOwner')} title={`${candidate.code} ${candidate.name}`} shown={askable(candidate) && may(user, 'contact')}>
          {() => (
            <>
              <p>{t('find.askMore')}</p>
              <ContactBox cameraId={candidate.id} why="FOOTAGE" />
            </>
          )}
        </DialogButton>
      </div>
      <span className={css.candidateScore}>{t('find.score', { score: candidate.score })}</span>
    </li>
  );
}

/** Until when there is footage, in words. */
function Kept({ candidate: { footage }, span }: { candidate: Candidate; span: { from: number; to: number } }) {
  const share = Math.floor((100 * footage.availableMillis) / Math.max(1, span.to - span.from));
  const gone = footage.state === 'OVERWRITTEN';
  if (!footage.goneAt) return null;
  return (
    <p className={css.candidateFacts}>
      {footage.availableMillis > 0 && share < 100 && <>{t('find.part', { percent: share })} · </>}
      {footage.wholeUntil && parseInstant(footage.wholeUntil) !== parseInstant(footage.goneAt) ? (
        <>
          {t('find.wholeUntil')} <Moment at={footage.wholeUntil} />
        </>
      ) : (
        <>
          {t(gone ? 'find.goneSince' : 'find.goneAt')} <Moment at={footage.goneAt} />
        </>
      )}
    </p>
  );
}
