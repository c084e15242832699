import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { json } from '../api/client';
import type { Person } from '../api/types';
import { t } from '../i18n/text';
import { Moment } from '../time/site';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { Dialog } from '../ui/overlays';
import { Failure } from '../ui/State';

/** Makes a link with which somebody links their account with the office's identity provider. */
export function Invitation({ person, provider }: { person: Person; provider: string }) {
  const [open, setOpen] = useState(false);
  const invite = useMutation({
    mutationFn: () => json<{ link: string; until: string }>(`/api/people/${person.id}/provider-invitation`, { method: 'POST', body: {} }),
  });
  const close = () => {
    setOpen(false);
    invite.reset();
  };
  return (
    <>
      <Button small label={t('people.invite')} onClick={() => setOpen(true)} />
      <Dialog open={open} onClose={close} title={t('people.inviteTitle', { name: person.displayName })}>
        <p>{t('people.inviteMore', { provider })}</p>
        {invite.error && <Failure failure={invite.error} />}
        {invite.data && (
          <>
            <TextField id="invitation" code readOnly label={t('people.inviteLink')} value={invite.data.link} onFocus={(event) => event.target.select()} />
            <p>
              {t('people.inviteUntil')} <Moment at={invite.data.until} />
            </p>
          </>
        )}
        <div className="form-end">
          {!invite.data && <Button kind="primary" label={t('people.inviteMake')} disabled={invite.isPending} onClick={() => invite.mutate()} />}
          <Button kind="quiet" label={t('app.close')} onClick={close} />
        </div>
      </Dialog>
    </>
  );
}
