import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, json } from '../api/client';
import { t } from '../i18n/text';
import { Moment } from '../time/site';
import { Button } from '../ui/Button';
import { Dialog, toast } from '../ui/overlays';
import { Failure, Loading, Notice } from '../ui/State';
import { SureButton } from '../ui/SureDialog';
import { Name } from '../ui/text';
import { AddApp } from './AddApp';
import { AddPasskey } from './AddPasskey';
import css from './account.module.css';
import { passkeysWork } from './passkey';
import { RecoveryCodes } from './RecoveryCodes';
import type { Account, Added } from './types';

type Adding = 'app' | 'passkey' | null;

/** What somebody has beside the password: adding, removing, recovery codes. */
export function Factors({ onDone }: { onDone?: () => void }) {
  const client = useQueryClient();
  const [adding, setAdding] = useState<Adding>(null);
  const [codes, setCodes] = useState<string[]>([]);
  const account = useQuery({ queryKey: ['account'], queryFn: () => json<Account>('/api/account') });
  const renew = useMutation({
    mutationFn: () => json<Added>('/api/account/recovery-codes', { method: 'POST', body: {} }),
    onSuccess: (made) => {
      setCodes(made.recoveryCodes);
      void client.invalidateQueries({ queryKey: ['account'] });
    },
  });
  const added = (made: Added) => {
    setAdding(null);
    toast(t('account.added'));
    void client.invalidateQueries({ queryKey: ['account'] });
    if (made.recoveryCodes.length > 0) setCodes(made.recoveryCodes);
    else onDone?.();
  };
  if (account.isPending) return <Loading />;
  if (account.error) return <Failure failure={account.error} retry={() => void account.refetch()} />;
  const { totp, passkeys, recoveryCodesLeft } = account.data;
  const some = totp !== null || passkeys.length > 0;
  return (
    <div className={`panel ${css.factorsPanel}`}>
      <p>{t('account.factorsWhy')}</p>
      {!some && <Notice tone="warn" title={t('account.none')} />}
      <ul className={css.factors}>
        {totp && (
          <li>
            <span>
              <strong>{t('account.method.TOTP')}</strong>
              <small>
                {t('account.since')} <Moment at={totp.addedAt} />
              </small>
            </span>
            <Remove name={t('account.method.TOTP')} path="/api/account/totp" />
          </li>
        )}
        {passkeys.map((passkey) => (
          <li key={passkey.id}>
            <span>
              <strong>
                {t('account.method.PASSKEY')} <Name>{passkey.name}</Name>
              </strong>
              <small>
                {t('account.since')} <Moment at={passkey.addedAt} /> · {t('account.lastUsed')} <Moment at={passkey.lastUsedAt} />
              </small>
            </span>
            <Remove name={passkey.name} path={`/api/account/passkeys/${passkey.id}`} />
          </li>
        ))}
        {some && (
          <li>
            <span>
              <strong>{t('account.recovery')}</strong>
              <small>{t('account.recoveryLeft', { count: recoveryCodesLeft })}</small>
            </span>
            <Button small label={t('account.recoveryRenew')} disabled={renew.isPending} onClick={() => renew.mutate()} />
          </li>
        )}
      </ul>
      {renew.error && <Failure failure={renew.error} />}
      {!passkeysWork() && <p className="hint">{t('account.passkeysUnable')}</p>}
      <div className="form-end">
        {!totp && <Button icon="add" label={t('account.addApp')} onClick={() => setAdding('app')} />}
        <Button icon="add" label={t('account.addPasskey')} disabled={!passkeysWork()} onClick={() => setAdding('passkey')} />
      </div>
      <Dialog open={adding === 'app'} onClose={() => setAdding(null)} title={t('account.addApp')}>
        <AddApp onAdded={added} />
      </Dialog>
      <Dialog open={adding === 'passkey'} onClose={() => setAdding(null)} title={t('account.addPasskey')}>
        <AddPasskey onAdded={added} />
      </Dialog>
      <RecoveryCodes
        codes={codes}
        onKept={() => {
          setCodes([]);
          onDone?.();
        }}
      />
    </div>
  );
}

function Remove({ name, path }: { name: string; path: string }) {
  const client = useQueryClient();
  return (
    <SureButton
      small
      kind="danger"
      aria-label={t('account.removeThis', { name })}
      title={t('account.removeThis', { name })}
      label={t('account.remove')}
      sure={t('account.removeSure', { name })}
      send={() => call(path, { method: 'DELETE' })}
      done={() => {
        toast(t('account.removed'));
        void client.invalidateQueries({ queryKey: ['account'] });
      }}
    />
  );
}
