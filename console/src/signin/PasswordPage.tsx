import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { json } from '../api/client';
import { useUser } from '../api/queries';
import type { Session } from '../api/types';
import { t } from '../i18n/text';
import { ErrorSummary, type Mistake } from '../ui/ErrorSummary';
import { TextField } from '../ui/Field';
import { unnamed, useMistakes } from '../ui/mistakes';
import { toast } from '../ui/overlays';
import { Failure, Notice } from '../ui/State';
import { SubmitButton } from '../ui/SubmitButton';
import { PageHead, usePageTitle } from '../ui/text';

const shortest = 12;

/** Before anything else: one's own password, when somebody else set the present one. */
export function PasswordPage() {
  usePageTitle(t('app.changePassword'));
  return (
    <>
      <PageHead title={t('app.changePassword')} />
      <PasswordForm />
    </>
  );
}

/** Changing one's own password, given the present one. */
export function PasswordForm() {
  const user = useUser();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const { summary, wrong, tell, tellNamed } = useMistakes();
  const save = useMutation({
    mutationFn: () => json<Session>('/api/session/password', { method: 'POST', body: { current, password } }),
    onSuccess: async () => {
      toast(t('app.passwordDone'));
      await client.fetchQuery({ queryKey: ['session'], queryFn: () => json<Session>('/api/session'), staleTime: 0 });
      void navigate('/');
    },
    onError: (failure) => tellNamed(failure),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found: Mistake[] = [];
    if (!current) found.push({ field: 'current', message: t('app.passwordMissing') });
    if ([...password].length < shortest) found.push({ field: 'password', message: t('app.passwordShort') });
    tell(found);
    if (found.length === 0) save.mutate();
  };
  const general = unnamed(save.error);
  return (
    <form className="form panel" onSubmit={submit} noValidate>
      {user.mustChangePassword && <Notice tone="info" title={t('app.passwordFirst')} />}
      <ErrorSummary {...summary} />
      {general && <Failure failure={general} />}
      <TextField id="current" type="password" code autoComplete="current-password" label={t('app.passwordCurrent')} error={wrong('current')} value={current} onChange={(event) => setCurrent(event.target.value)} />
      <TextField
        id="password"
        type="password"
        code
        autoComplete="new-password"
        label={t('app.passwordNew')}
        hint={t('app.passwordHint')}
        error={wrong('password')}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <div className="form-end">
        <SubmitButton pending={save.isPending}>{t('app.changePassword')}</SubmitButton>
      </div>
    </form>
  );
}
