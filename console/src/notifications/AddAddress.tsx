import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call, json, Problem } from '../api/client';
import { t } from '../i18n/text';
import { asciiDigits } from '../time/parse';
import { Button } from '../ui/Button';
import { CommandForm, useCommand } from '../ui/CommandForm';
import { Option, TextField } from '../ui/Field';
import { toast } from '../ui/overlays';
import { Failure } from '../ui/State';
import type { Address } from './types';

interface Props {
  onStale: () => Promise<unknown>;
  onDone: () => void;
}

/** Two steps: the address, then the code that came to it, which proves that it is one's own. */
export function AddAddress({ channel, onStale, onDone }: Props & { channel: 'EMAIL' | 'TEXT' }) {
  const [target, setTarget] = useState('');
  const [urgentOnly, setUrgentOnly] = useState(false);
  const [added, setAdded] = useState<Address | null>(null);
  const isEmail = channel === 'EMAIL';
  const missing = isEmail ? t('notifications.emailMissing') : t('notifications.phoneMissing');
  const command = useCommand({
    check: () => (target.trim() ? [] : [{ field: 'target', message: missing }]),
    send: () => json<Address>('/api/notifications/addresses', { method: 'POST', body: { channel, target: isEmail ? target.trim() : asciiDigits(target.trim()), urgentOnly } }),
    done: async (address) => {
      await onStale();
      if (address.confirmed) onDone();
      else setAdded(address);
    },
  });
  if (added) return <CodeForm address={added} onStale={onStale} onDone={onDone} />;
  return (
    <CommandForm command={command} label={t('notifications.sendCode')} onCancel={onDone}>
      <TextField
        id="target"
        code
        autoFocus
        type={isEmail ? 'email' : 'tel'}
        autoComplete={isEmail ? 'email' : 'tel'}
        label={isEmail ? t('notifications.email') : t('notifications.phone')}
        hint={isEmail ? t('notifications.emailHint') : t('notifications.phoneHint')}
        error={command.wrong('target')}
        value={target}
        onText={setTarget}
      />
      <Option
        id="newUrgentOnly"
        type="checkbox"
        label={t('notifications.urgentOnly')}
        hint={t('notifications.urgentOnlyHint')}
        checked={urgentOnly}
        onChange={(event) => setUrgentOnly(event.target.checked)}
      />
    </CommandForm>
  );
}

/** Asks for the six digits that were sent to an address. */
export function CodeForm({ address, onStale, onDone }: Props & { address: Address }) {
  const path = `/api/notifications/addresses/${address.id}`;
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState(false);
  const confirm = useMutation({
    mutationFn: () => call(`${path}/confirmation`, { method: 'POST', body: { code } }),
    onSuccess: async () => {
      toast(t('notifications.confirmed'));
      await onStale();
      onDone();
    },
  });
  const again = useMutation({
    mutationFn: () => call(`${path}/messages`, { method: 'POST', body: {} }),
    onSuccess: () => {
      setCode('');
      confirm.reset();
      toast(t('notifications.codeAgainSent'), 'info');
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const whole = /^\d{6}$/.test(code);
    setMissing(!whole);
    if (whole) confirm.mutate();
  };
  // What is wrong with the code stands at its field.
  const wrong = confirm.error instanceof Problem && confirm.error.code.startsWith('notification-code') ? confirm.error.detail : undefined;
  const failure = again.error ?? (wrong === undefined ? confirm.error : null);
  return (
    <form className="form" onSubmit={submit} noValidate>
      <p>{t('notifications.codeSent', { address: address.target ?? '' })}</p>
      {failure && <Failure failure={failure} />}
      <TextField
        id="code"
        code
        autoFocus
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
        label={t('notifications.code')}
        error={missing ? t('notifications.codeMissing') : wrong}
        value={code}
        onText={(text) => setCode(asciiDigits(text).replace(/\s/g, ''))}
      />
      <div className="form-end">
        <Button kind="primary" label={t('account.confirm')} type="submit" disabled={confirm.isPending} />
        <Button kind="quiet" label={t('notifications.codeAgain')} disabled={again.isPending} onClick={() => again.mutate()} />
      </div>
    </form>
  );
}
