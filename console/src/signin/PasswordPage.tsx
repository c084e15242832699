import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { json } from '../api/client';
import { useUser } from '../api/queries';
import type { Session } from '../api/types';
import { t } from '../i18n/text';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { TextField } from '../ui/Field';
import { toast } from '../ui/overlays';
import { Notice } from '../ui/State';
import { PageFrame } from '../ui/text';

const shortest = 12;

/** Before anything else: one's own password, when somebody else set the present one. */
export function PasswordPage() {
  return (
    <PageFrame title={t('app.changePassword')}>
      <PasswordForm />
    </PageFrame>
  );
}

/** Changing one's own password, given the present one. */
export function PasswordForm() {
  const user = useUser();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      if (!current) found.push({ field: 'current', message: t('app.passwordMissing') });
      if ([...password].length < shortest) found.push({ field: 'password', message: t('app.passwordShort') });
      return found;
    },
    send: () => json<Session>('/api/session/password', { method: 'POST', body: { current, password } }),
    done: async () => {
      toast(t('app.passwordDone'));
      await client.fetchQuery({ queryKey: ['session'], queryFn: () => json<Session>('/api/session'), staleTime: 0 });
      void navigate('/');
    },
  });
  const { wrong } = command;
  return (
    <CommandForm command={command} className="form panel" head={user.mustChangePassword && <Notice tone="info" title={t('app.passwordFirst')} />} label={t('app.changePassword')}>
      <TextField id="current" type="password" code autoComplete="current-password" label={t('app.passwordCurrent')} error={wrong('current')} value={current} onText={setCurrent} />
      <TextField
        id="password"
        type="password"
        code
        autoComplete="new-password"
        label={t('app.passwordNew')}
        hint={t('app.passwordHint')}
        error={wrong('password')}
        value={password}
        onText={setPassword}
      />
    </CommandForm>
  );
}
