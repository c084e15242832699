import { useState } from 'react';
import { useUser } from '../api/queries';
import { t, tCode } from '../i18n/text';
import { Moment } from '../time/site';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Name } from '../ui/text';
import { forgetDraft, readDraft } from './decisionDraft';
import type { EvidenceRequest } from './types';

/** Somebody else was faster: says who and when, and keeps what the reader had written. */
export function SavedDraft({ request }: { request: EvidenceRequest }) {
  const user = useUser();
  const [draft, setDraft] = useState(() => readDraft(request.id));
  if (!draft?.outcome || request.decidedBy?.id === user.id) return null;
  return (
    <div className="notice notice-warn" role="alert">
      <Icon name="warn" />
      <div>
        <p className="notice-title">
          {request.decidedBy && request.decidedAt ? (
            <>
              {t('requests.otherDecided')} <Name>{request.decidedBy.displayName}</Name> · <Moment at={request.decidedAt} />
            </>
          ) : (
            tCode('requests.whyNot', 'already-decided')
          )}
        </p>
        <p>{t('requests.draftKept')}</p>
        <p>
          <strong>{tCode('requests.d', draft.outcome)}</strong>
          {draft.reason && <span dir="auto"> – {draft.reason}</span>}
        </p>
        <Button
          small
          label={t('requests.draftForget')}
          onClick={() => {
            forgetDraft(request.id);
            setDraft(null);
          }}
        />
      </div>
    </div>
  );
}
