import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { json, Problem } from '../api/client';
import { t } from '../i18n/text';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { Failure, Loading } from '../ui/State';
import { Hash } from '../ui/text';
import css from './account.module.css';
import type { Added, TotpOffer } from './types';

/** Two steps: the secret into the app, then a code of it back, which proves that it arrived. */
export function AddApp({ onAdded }: { onAdded: (added: Added) => void }) {
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState(false);
  const offer = useMutation({ mutationFn: () => json<TotpOffer>('/api/account/totp', { method: 'POST', body: {} }) });
  const add = useMutation({
    mutationFn: () => json<Added>('/api/account/totp/confirm', { method: 'POST', body: { code } }),
    onSuccess: onAdded,
  });
  const { mutate: ask } = offer;
  useEffect(() => ask(), [ask]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!code.trim());
    if (code.trim()) add.mutate();
  };
  if (offer.error) return <Failure failure={offer.error} retry={() => offer.mutate()} />;
  if (!offer.data) return <Loading />;
  const wrong = add.error instanceof Problem ? add.error.errors[0]?.message : undefined;
  return (
    <form className="form" onSubmit={submit} noValidate>
      <p>{t('account.scan')}</p>
      <img className={css.pictureCode} src={`data:image/svg+xml,${encodeURIComponent(offer.data.picture)}`} alt={t('account.picture')} />
      <p>{t('account.secret')}</p>
      <p>
        <Hash value={offer.data.secret} />
      </p>
      {add.error && !wrong && <Failure failure={add.error} />}
      <TextField id="totp-code" code inputMode="numeric" autoComplete="one-time-code" label={t('account.typeCode')} error={missing ? t('account.codeMissing') : wrong} value={code} onText={setCode} />
      <div className="form-end">
        <Button kind="primary" label={t('account.addApp')} type="submit" disabled={add.isPending} />
      </div>
    </form>
  );
}
