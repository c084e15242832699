import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { t } from '../i18n/text';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { Failure, Notice } from '../ui/State';
import { addPasskey, PasskeyFailure } from './passkey';
import type { Added } from './types';

export function AddPasskey({ onAdded }: { onAdded: (added: Added) => void }) {
  const [name, setName] = useState('');
  const [missing, setMissing] = useState(false);
  const add = useMutation({ mutationFn: () => addPasskey(name.trim()), onSuccess: onAdded });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!name.trim());
    if (name.trim()) add.mutate();
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      {add.error instanceof PasskeyFailure && (
        <div role="alert">
          <Notice tone="bad" title={t('account.passkeyNo')} />
        </div>
      )}
      {add.error && !(add.error instanceof PasskeyFailure) && <Failure failure={add.error} />}
      <TextField
        id="passkey-name"
        maxLength={80}
        label={t('account.passkeyName')}
        hint={t('account.passkeyNameHint')}
        error={missing ? t('account.passkeyNameMissing') : undefined}
        value={name}
        onText={setName}
      />
      {add.isPending && <p role="status">{t('account.passkeyWait')}</p>}
      <div className="form-end">
        <Button kind="primary" label={t('account.addPasskey')} type="submit" disabled={add.isPending} />
      </div>
    </form>
  );
}
