import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Problem } from '../api/client';
import { useUser } from '../api/queries';
import { t, tCode } from '../i18n/text';
import { Button } from '../ui/Button';
import { toast } from '../ui/overlays';
import { Badge, Failure, Notice } from '../ui/State';
import { Last, useTestMessage } from './Addresses';
import css from './notifications.module.css';
import { keptPush, PushFailure, pushHindrance, switchPushOff, switchPushOn } from './push';
import type { Address } from './types';

interface Props {
  pushKey: string | null;
  addresses: Address[] | undefined;
}

/** Web Push in the browser that one sits at: whether it can be, whether it is on, and switching it. */
export function ThisBrowser({ pushKey, addresses }: Props) {
  const client = useQueryClient();
  const user = useUser();
  const testMessage = useTestMessage();
  const hindrance = pushHindrance(pushKey);
  const kept = keptPush();
  // Without the browser's leave nothing arrives, whatever the server knows.
  const isOn = kept?.person === user.id && hindrance === null && Notification.permission === 'granted';
  const own = isOn ? addresses?.find((each) => each.id === kept.address) : undefined;
  const turn = useMutation({
    mutationFn: () => (own ? switchPushOff() : switchPushOn(user.id, pushKey!)),
    onSuccess: () => toast(t(own ? 'notifications.pushSwitchedOff' : 'notifications.pushSwitchedOn')),
    onSettled: () => client.invalidateQueries({ queryKey: ['notifications', 'addresses'] }),
  });
  return (
    <>
      <p>{t('notifications.browserWhy')}</p>
      {hindrance !== null ? (
        <Notice tone={hindrance === 'BLOCKED' ? 'warn' : 'info'} title={tCode('notifications.pushCannot', hindrance)}>
          <p>{tCode('notifications.pushAdvice', hindrance)}</p>
        </Notice>
      ) : (
        <div className={`panel ${css.browser}`} data-push={own ? 'ON' : 'OFF'}>
          <figure className={css.preview}>
            <figcaption>{t('notifications.preview')}</figcaption>
            <div className={css.bubble}>
              <img src="/favicon.svg" alt="" width={32} height={32} />
              <span>
                <strong>{t('app.name')}</strong>
                <br />
                {t('notifications.pushBody')}
              </span>
            </div>
          </figure>
          <div className={css.browserState}>
            <p role="status">
              <Badge tone={own ? 'ok' : 'mute'} icon={own ? 'done' : 'off'}>
                {tCode('notifications.push', own ? 'ON' : 'OFF')}
              </Badge>{' '}
              {own && <Last address={own} />}
            </p>
            {turn.error && <PushProblem failure={turn.error} blocked={pushHindrance(pushKey) === 'BLOCKED'} />}
            {testMessage.error && <Failure failure={testMessage.error} />}
            <div className="actions">
              <Button
                kind={own ? 'plain' : 'primary'}
                icon={own ? 'off' : 'notification'}
                label={own ? t('notifications.pushOff') : t('notifications.pushOn')}
                disabled={turn.isPending || addresses === undefined}
                onClick={() => turn.mutate()}
              />
              {own && <Button label={t('notifications.test')} disabled={testMessage.isPending} onClick={() => testMessage.mutate(own.id)} />}
            </div>
            <p className="hint">{t('notifications.pushStays')}</p>
          </div>
        </div>
      )}
    </>
  );
}

function PushProblem({ failure, blocked }: { failure: Error; blocked: boolean }) {
  if (failure instanceof PushFailure)
    return (
      <div role="alert">
        <Notice tone="bad" title={t('notifications.pushFailed')}>
          <p>{blocked ? tCode('notifications.pushAdvice', 'BLOCKED') : t('notifications.pushFailedMore')}</p>
        </Notice>
      </div>
    );
  const named = failure instanceof Problem ? failure.errors[0]?.message : undefined;
  if (named === undefined) return <Failure failure={failure} />;
  return (
    <div role="alert">
      <Notice tone="bad" title={t('notifications.pushFailed')}>
        <p>{named}</p>
      </Notice>
    </div>
  );
}
