import { t, tCode } from '../i18n/text';
import { dayText } from '../register/days';
import { Moment } from '../time/site';
import { Button } from '../ui/Button';
import { Badge } from '../ui/State';
import { Code, Name } from '../ui/text';
import type { Hold } from './types';

export interface HoldAction {
  what: 'review' | 'lift' | 'decide';
  hold: Hold;
}

const tones = { lifted: 'mute', overdue: 'bad', inForce: 'ok' } as const;
const words = { lifted: 'keep.lifted', overdue: 'keep.overdue', inForce: 'keep.inForce' } as const;

/** One hold: what it rests on, where it stands, and what the reader can do. */
export function HoldItem({ hold, onAction }: { hold: Hold; onAction?: (act: HoldAction) => void }) {
  const state = hold.lifted ? 'lifted' : hold.overdue ? 'overdue' : 'inForce';
  const { lifting, review } = hold;
  return (
    <li className="stack" data-hold={state}>
      <p className="summary">
        <Badge tone={tones[state]} icon={state === 'lifted' ? 'done' : 'hold'}>
          {t(words[state])}
        </Badge>
        <strong>
          {tCode('keep.authority', hold.authority)}: <Code>{hold.document}</Code>
        </strong>
        <Name>{hold.article}</Name>
      </p>
      <p>
        <Name>{hold.reason}</Name>
      </p>
      <p className="hint">
        {t('keep.owner')} <Name>{hold.owner.displayName}</Name>, <Moment at={hold.placedAt} />
        {!hold.lifted && (
          <>
            {' '}
            · {t('keep.reviewBy')} <Code>{dayText(hold.reviewOn)}</Code>
          </>
        )}
      </p>
      {review && (
        <p className="hint">
          {t('keep.reviewed')} <Name>{review.reason}</Name> <Name>{review.by.displayName}</Name>, <Moment at={review.at} />
        </p>
      )}
      {lifting && (
        <p className="hint">
          {t('keep.lifting')} <Name>{lifting.reason}</Name> <Name>{lifting.askedBy.displayName}</Name>, <Moment at={lifting.askedAt} />
          {': '}
          {tCode('keep.outcome', lifting.decision?.outcome ?? 'WAITING')}
          {lifting.decision && (
            <>
              . {lifting.decision.reason && <Name>{lifting.decision.reason}</Name>} <Name>{lifting.decision.by.displayName}</Name>, <Moment at={lifting.decision.at} />
            </>
          )}
        </p>
      )}
      {onAction && (hold.mayReview || hold.mayAskLifting || hold.mayDecide) && (
        <div className="actions">
          {hold.mayDecide && <Button small label={t('keep.decide')} onClick={() => onAction({ what: 'decide', hold })} />}
          {hold.mayReview && <Button small kind="quiet" label={t('keep.review')} onClick={() => onAction({ what: 'review', hold })} />}
          {hold.mayAskLifting && <Button small kind="quiet" label={t('keep.lift')} onClick={() => onAction({ what: 'lift', hold })} />}
        </div>
      )}
    </li>
  );
}
