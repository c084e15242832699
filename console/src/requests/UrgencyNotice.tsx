import { useChoices } from '../api/queries';
import { t, tCode } from '../i18n/text';
import { lengthText } from '../time/format';
import { Moment, useNow } from '../time/site';
import { parseInstant } from '../time/zone';
import { Notice } from '../ui/State';
import { Name } from '../ui/text';
import type { EvidenceRequest } from './types';

/** Who said that a request cannot wait and why, where its footage is, and how long there is to ratify. */
export function UrgencyNotice({ request }: { request: EvidenceRequest }) {
  const choices = useChoices();
  const { urgency } = request;
  if (!urgency) return null;
  const waiting = request.state === 'REQUESTED';
  const reason = choices.data?.urgentReasons.find((each) => each.code === urgency.reason)?.text ?? urgency.reason;
  return (
    <Notice tone={waiting ? 'warn' : 'info'} title={t('requests.urgentTitle', { reason })}>
      <p dir="auto">{urgency.words}</p>
      <p className="hint">
        <Name>{urgency.markedBy.displayName}</Name> · <Moment at={urgency.markedAt} />
      </p>
      <p>
        {urgency.discardedAt ? (
          <>
            {tCode('requests.discarded', urgency.discardCause ?? '')} · <Moment at={urgency.discardedAt} />
          </>
        ) : urgency.securedAt ? (
          <>
            {t('requests.secured')} · <Moment at={urgency.securedAt} />
          </>
        ) : waiting ? (
          t('requests.securing')
        ) : null}
      </p>
      {waiting && <Clock until={urgency.ratifyBy} />}
    </Notice>
  );
}

function Clock({ until }: { until: string }) {
  const left = parseInstant(until) - useNow();
  return (
    <p>
      {t('requests.ratifyBy')} <Moment at={until} /> · {left > 0 ? t('requests.timeLeft') : t('app.timeOver')}{' '}
      {left > 0 && (
        <strong>
          <bdi dir="ltr">{lengthText(left)}</bdi>
        </strong>
      )}
    </p>
  );
}
