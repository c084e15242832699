import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, json } from '../api/client';
import { useChoices } from '../api/queries';
import { PlayerCopies } from '../copies/PlayerCopies';
import { t, tCode } from '../i18n/text';
import { ContactBox } from '../register/ContactBox';
import { Moment } from '../time/site';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/overlays';
import { Badge, Failure, Notice } from '../ui/State';
import { SureDialog } from '../ui/SureDialog';
import { Code, Name } from '../ui/text';
import { OwnersLink } from './OwnersLink';
import { OwnersMessages, SendLink } from './OwnersMessages';
import css from './requests.module.css';
import type { Ask, EvidenceRequest } from './types';

/** The owners of community cameras who are asked, what became of it, and the links to hand over. */
export function Owners({ request, own }: { request: EvidenceRequest; own: boolean }) {
  return (
    <section className="panel stack">
      <h2>{t('requests.owners')}</h2>
      <p className="hint">{t('requests.ownersLead')}</p>
      <ul className="coverage-list">
        {(request.ownerRequests ?? []).map((ask) => (
          <OneOwner key={ask.cameraId} request={request} ask={ask} own={own} />
        ))}
      </ul>
    </section>
  );
}

const tones = { OPEN: 'info', GIVEN: 'ok', REFUSED: 'bad', WITHDRAWN: 'bad', UNANSWERED: 'warn', OVERWRITTEN: 'warn', GIVEN_UP: 'warn' } as const;

function OneOwner({ request, ask, own }: { request: EvidenceRequest; ask: Ask; own: boolean }) {
  const camera = request.cameras.find((each) => each.id === ask.cameraId);
  const open = ask.state === 'OPEN';
  return (
    <li data-ask={camera?.code}>
      <p className={css.coverageHead}>
        <span>
          <Code>{camera?.code}</Code> <Name>{camera?.name}</Name>
        </span>
        <Badge tone={tones[ask.state]}>{tCode('requests.ask', ask.state)}</Badge>
      </p>
      {ask.files.length > 0 && (
        <p>
          <bdi>{ask.files.map((file) => file.name).join(', ')}</bdi>
        </p>
      )}
      {ask.files
        .filter((file) => file.malware?.name)
        .map((file) => (
          <Notice key={file.name} tone="bad" title={t('requests.infected')}>
            <p>
              <bdi>{file.name}</bdi>: <Code>{file.malware?.name}</Code>
            </p>
          </Notice>
        ))}
      <PlayerCopies request={request.id} ask={ask} />
      {ask.reason && (
        <p>
          <bdi>{ask.reason}</bdi>
        </p>
      )}
      <p className="hint">
        {open ? t('requests.askUntil') : t('requests.askEnded')} <Moment at={open ? ask.openUntil : (ask.endedAt ?? ask.openUntil)} />
        {open && (
          <>
            {' · '}
            {ask.seenAt ? t('requests.askSeen') : t(ask.linkIssuedAt ? 'requests.askUnseen' : 'requests.askNoLink')} {ask.seenAt && <Moment at={ask.seenAt} />}
          </>
        )}
      </p>
      <OwnersMessages messages={ask.messages} />
      {open && own && <Handling request={request} ask={ask} camera={camera} />}
    </li>
  );
}

/** What the requester does about one owner: a link to hand over, the contact, an end of waiting. */
function Handling({ request, ask, camera }: { request: EvidenceRequest; ask: Ask; camera: EvidenceRequest['cameras'][number] | undefined }) {
  const client = useQueryClient();
  const path = `/api/requests/${request.id}/owner-requests/${ask.cameraId}`;
  const [shown, setShown] = useState<'link' | 'send' | 'contact' | 'give-up' | null>(null);
  const channels = useChoices().data?.channels ?? [];
  const refresh = () => void client.invalidateQueries({ queryKey: ['request', request.id] });
  const issue = useMutation({ mutationFn: () => json<{ secret: string }>(`${path}/link`, { method: 'POST' }), onSuccess: refresh, gcTime: 0 });
  const revoke = useMutation({ mutationFn: () => call(`${path}/link`, { method: 'DELETE' }), onSuccess: refresh });
  const giveUp = useMutation({
    mutationFn: () => call(`${path}/abandonment`, { method: 'POST' }),
    onSuccess: () => {
      setShown(null);
      refresh();
    },
  });
  const close = () => {
    setShown(null);
    issue.reset();
  };
  return (
    <>
      <p className="actions">
        <Button
          small
          kind={ask.linkIssuedAt ? 'plain' : 'primary'}
          label={t(ask.linkIssuedAt ? 'requests.linkAnother' : 'requests.linkMake')}
          onClick={() => {
            setShown('link');
            issue.mutate();
          }}
        />
        {channels.length > 0 && <Button small label={t('requests.sendOpen')} onClick={() => setShown('send')} />}
        {ask.linkIssuedAt && <Button small label={t('requests.linkRevoke')} disabled={revoke.isPending} onClick={() => revoke.mutate()} />}
        <Button small icon="phone" label={t('find.askOwner')} onClick={() => setShown('contact')} />
        <Button small kind="quiet" label={t('requests.giveUp')} onClick={() => setShown('give-up')} />
      </p>
      {revoke.error && <Failure failure={revoke.error} />}
      <Dialog open={shown === 'link'} onClose={close} title={t('requests.linkTitle')}>
        <p>{t('requests.linkMore')}</p>
        {issue.error && <Failure failure={issue.error} />}
        {issue.data && <OwnersLink path={path} secret={issue.data.secret} name={`${request.code}-${camera?.code ?? ''}`} />}
      </Dialog>
      <Dialog open={shown === 'send'} onClose={close} title={t('requests.sendTitle')}>
        <SendLink requestId={request.id} ask={ask} channels={channels} onDone={close} />
      </Dialog>
      <Dialog open={shown === 'contact'} onClose={close} title={`${camera?.code ?? ''} ${camera?.name ?? ''}`.trim()}>
        <ContactBox cameraId={ask.cameraId} why="FOOTAGE" />
      </Dialog>
      <SureDialog open={shown === 'give-up'} onClose={close} title={t('requests.giveUp')} act={giveUp} onSure={() => giveUp.mutate()}>
        {t('requests.giveUpSure')}
      </SureDialog>
    </>
  );
}
