import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/client';
import type { Language } from '../i18n/language';
import { language, t, tCode } from '../i18n/text';
import { Moment } from '../time/site';
import { Button } from '../ui/Button';
import { Radios } from '../ui/Field';
import { Badge, Failure } from '../ui/State';
import { LanguageChoice } from './OwnersLink';
import type { Ask, Channel, OwnersMessage } from './types';

const tones = { WAITING: 'info', SENT: 'ok', FAILED: 'bad', CANCELLED: 'warn' } as const;

/** What was sent to an owner and what became of it, the newest first; never to which address. */
export function OwnersMessages({ messages }: { messages: OwnersMessage[] }) {
  return messages.map((message) => (
    <p key={`${message.kind} ${message.queuedAt}`} className="hint" data-message={message.state}>
      {tCode('requests.message', message.kind)} · {tCode('requests.channel', message.channel)} <Badge tone={tones[message.state]}>{tCode('requests.messageState', message.state)}</Badge>{' '}
      <Moment at={message.endedAt ?? message.queuedAt} />
      {message.failure && ` ${tCode('requests.failure', message.failure)}`}
      {message.failure && message.state === 'WAITING' && ` ${t('requests.messageAgain')}`}
    </p>
  ));
}

/** Has a new link sent to the owner by one of the ways that are set up. */
export function SendLink({ requestId, ask, channels, onDone }: { requestId: string; ask: Ask; channels: Channel[]; onDone: () => void }) {
  const client = useQueryClient();
  const [channel, setChannel] = useState<Channel>(channels[0]!);
  const [chosen, setChosen] = useState<Language>(language());
  const send = useMutation({
    mutationFn: () => call(`/api/requests/${requestId}/owner-requests/${ask.cameraId}/messages`, { method: 'POST', body: { channel, language: chosen } }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['request', requestId] });
      onDone();
    },
  });
  return (
    <div className="stack">
      <p>{t('requests.sendLinkMore')}</p>
      <Radios label={t('requests.sendBy')} of={channels} value={channel} words="requests.channel" onText={setChannel} />
      <LanguageChoice id="message-language" label={t('requests.messageLanguage')} value={chosen} onChange={setChosen} />
      {send.error && <Failure failure={send.error} />}
      <div className="form-end">
        <Button kind="primary" label={t('requests.sendLink')} disabled={send.isPending} onClick={() => send.mutate()} />
        <Button kind="quiet" label={t('app.cancel')} onClick={onDone} />
      </div>
    </div>
  );
}
