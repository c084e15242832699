import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/client';
import { t, tCode } from '../i18n/text';
import { Moment } from '../time/site';
import { Button } from '../ui/Button';
import { Option } from '../ui/Field';
import type { IconName } from '../ui/Icon';
import { Icon } from '../ui/Icon';
import { DialogButton, toast } from '../ui/overlays';
import { Badge, Failure } from '../ui/State';
import { SureButton } from '../ui/SureDialog';
import { Code } from '../ui/text';
import { AddAddress, CodeForm } from './AddAddress';
import css from './notifications.module.css';
import { keptPush } from './push';
import type { Address, Channel } from './types';

const icons: Record<Channel, IconName> = { PUSH: 'browser', EMAIL: 'mail', TEXT: 'phone' };

const useStale = () => {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['notifications', 'addresses'] });
};

/** Sends a message to an address that is confirmed, to see that it arrives. */
export function useTestMessage() {
  const stale = useStale();
  return useMutation({
    mutationFn: (id: string) => call(`/api/notifications/addresses/${id}/messages`, { method: 'POST', body: {} }),
    onSuccess: () => {
      toast(t('notifications.testSent'), 'info');
      return stale();
    },
  });
}

/** Where else somebody is notified: each with what became of the last message. */
export function Addresses({ addresses, channels }: { addresses: Address[]; channels: readonly Channel[] }) {
  const stale = useStale();
  const others = channels.filter((each) => each !== 'PUSH');
  return (
    <>
      <p>{t(others.length === 0 ? 'notifications.addressesOff' : 'notifications.addressesWhy')}</p>
      {addresses.length === 0 ? (
        <p className="hint">{t('notifications.addressesNone')}</p>
      ) : (
        <ul className={`panel ${css.addresses}`}>
          {addresses.map((each) => (
            <Item key={each.id} address={each} />
          ))}
        </ul>
      )}
      <div className="actions">
        {others.includes('EMAIL') && (
          <DialogButton icon="mail" label={t('notifications.addEmail')} title={t('notifications.newEmail')}>
            {(close) => <AddAddress channel="EMAIL" onStale={stale} onDone={close} />}
          </DialogButton>
        )}
        {others.includes('TEXT') && (
          <DialogButton icon="phone" label={t('notifications.addText')} title={t('notifications.newText')}>
            {(close) => <AddAddress channel="TEXT" onStale={stale} onDone={close} />}
          </DialogButton>
        )}
      </div>
    </>
  );
}

function Item({ address }: { address: Address }) {
  const stale = useStale();
  const testMessage = useTestMessage();
  const [urgentOnly, setUrgentOnly] = useState(address.urgentOnly);
  const change = useMutation({
    mutationFn: (urgent: boolean) => call(`/api/notifications/addresses/${address.id}`, { method: 'PUT', body: { urgentOnly: urgent } }),
    onSuccess: () => {
      toast(t('app.saved'));
      return stale();
    },
    onError: () => setUrgentOnly(address.urgentOnly),
  });
  const name = address.target ?? address.label ?? tCode('notifications.channel', address.channel);
  const failure = change.error ?? testMessage.error;
  return (
    <li data-address={address.channel}>
      <span className={css.addressIcon}>
        <Icon name={icons[address.channel]} size={20} />
      </span>
      <div className={css.address}>
        <p className={css.addressName}>
          <strong>{address.channel === 'PUSH' ? <bdi>{name}</bdi> : <Code>{name}</Code>}</strong>
          <small>{tCode('notifications.channel', address.channel)}</small>
          {keptPush()?.address === address.id && <Badge tone="info">{t('notifications.browser')}</Badge>}
          {!address.confirmed && (
            <Badge tone="warn" icon="waiting">
              {t('notifications.unconfirmed')}
            </Badge>
          )}
        </p>
        <Last address={address} />
        {address.confirmed && (
          <Option
            type="checkbox"
            label={t('notifications.urgentOnly')}
            checked={urgentOnly}
            disabled={change.isPending}
            onChange={(event) => {
              setUrgentOnly(event.target.checked);
              change.mutate(event.target.checked);
            }}
          />
        )}
        {failure && <Failure failure={failure} />}
      </div>
      <div className="actions">
        {address.confirmed ? (
          <Button small label={t('notifications.test')} disabled={testMessage.isPending} onClick={() => testMessage.mutate(address.id)} />
        ) : (
          <DialogButton small kind="primary" label={t('notifications.codeEnter')} title={t('notifications.codeTitle')}>
            {(close) => <CodeForm address={address} onStale={stale} onDone={close} />}
          </DialogButton>
        )}
        <SureButton
          small
          label={t('account.remove')}
          aria-label={t('notifications.remove', { name })}
          title={t('notifications.remove', { name })}
          sure={t('notifications.removeSure', { name })}
          send={() => call(`/api/notifications/addresses/${address.id}`, { method: 'DELETE' })}
          done={() => {
            toast(t('notifications.removed'));
            void stale();
          }}
        />
      </div>
    </li>
  );
}

/** What became of the last message. */
export function Last({ address }: { address: Address }) {
  if (address.failure)
    return (
      <Badge tone="bad" icon="danger">
        {tCode('notifications.failure', address.failure)}
      </Badge>
    );
  if (!address.confirmed) return null;
  return (
    <small className={css.last}>
      {address.sentAt === null ? (
        t('notifications.sentNever')
      ) : (
        <>
          {t('notifications.sentAt')} <Moment at={address.sentAt} />
        </>
      )}
    </small>
  );
}
