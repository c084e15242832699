import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { json } from '../api/client';
import { usePages } from '../api/pages';
import { t, tCode } from '../i18n/text';
import { Moment, MomentRange } from '../time/site';
import { Button, ButtonLink } from '../ui/Button';
import { CommandForm, useCommand } from '../ui/CommandForm';
import { TextArea } from '../ui/Field';
import { DialogButton, toast } from '../ui/overlays';
import { Pages } from '../ui/Pages';
import { Badge, Empty, Failure } from '../ui/State';
import { Code, Name, PageFrame } from '../ui/text';
import { caseOf, playAt, requestOf } from './links';
import type { Referral } from './types';

const shortestReason = 10;
const longestReason = 500;

/** Spans of footage that were referred to the reader, or by them, with what became of each. */
export function ReferralsPage() {
  const referrals = usePages<Referral>('/api/footage-referrals', ['referrals'], {}, { refetchInterval: 30_000 });
  return (
    <PageFrame title={t('referrals.title')} lead={t('referrals.lead')}>
      <Pages pages={referrals} empty={<Empty icon="play" title={t('referrals.none')} />}>
        {(items) => (
          <ul className="plain-list stack">
            {items.map((each) => (
              <li key={each.id} className="panel stack" data-referral={each.state}>
                <Card referral={each} />
              </li>
            ))}
          </ul>
        )}
      </Pages>
    </PageFrame>
  );
}

const tones = { OPEN: 'warn', ACCEPTED: 'ok', DISMISSED: 'mute', WITHDRAWN: 'mute', LAPSED: 'mute' } as const;

function Card({ referral }: { referral: Referral }) {
  const { cameras, from, to, note, own, state } = referral;
  return (
    <>
      <h2>
        <MomentRange from={from} to={to} />
      </h2>
      <p className="summary">
        <Badge tone={tones[state]}>{tCode('referrals.state', state)}</Badge>
        {cameras.map((camera) => (
          <span key={camera.id}>
            <Code>{camera.code}</Code> <Name>{camera.name}</Name>
          </span>
        ))}
      </p>
      {note && (
        <p>
          <Name>{note}</Name>
        </p>
      )}
      <dl className="facts">
        <div>
          <dt>{t(own ? 'referrals.to' : 'referrals.by')}</dt>
          <dd>
            <Name>{(own ? referral.recipient : referral.referredBy).displayName}</Name> · <Moment at={referral.referredAt} />
          </dd>
        </div>
        <div>
          <dt>{t(referral.endedAt ? 'referrals.endedAt' : 'referrals.until')}</dt>
          <dd>
            <Moment at={referral.endedAt ?? referral.openUntil} />
          </dd>
        </div>
        {referral.reason && (
          <div>
            <dt>{t('referrals.reason')}</dt>
            <dd>
              <Name>{referral.reason}</Name>
            </dd>
          </div>
        )}
      </dl>
      <Ways referral={referral} />
    </>
  );
}

/** What the reader may do with it: to go on with what they accepted stays possible. */
function Ways({ referral }: { referral: Referral }) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const mine = !referral.own && (referral.state === 'OPEN' || referral.state === 'ACCEPTED');
  const accept = useMutation({
    mutationFn: async (next: string) => {
      if (referral.state === 'OPEN') await json<Referral>(`/api/footage-referrals/${referral.id}/acceptance`, { method: 'POST' });
      return next;
    },
    onSuccess: (next) => void navigate(next),
    onSettled: () => client.invalidateQueries({ queryKey: ['referrals'] }),
  });
  return (
    <>
      {accept.error && <Failure failure={accept.error} />}
      <div className="toolbar">
        <ButtonLink icon="play" label={t('referrals.watch')} to={playAt(referral)} />
        {mine && (
          <>
            <Button kind="primary" icon="request" label={t('player.request')} disabled={accept.isPending} onClick={() => accept.mutate(requestOf(referral))} />
            <Button icon="case" label={t('referrals.newCase')} disabled={accept.isPending} onClick={() => accept.mutate(caseOf(referral))} />
          </>
        )}
        <DialogButton kind="quiet" label={t('referrals.dismiss')} title={t('referrals.dismissTitle')} shown={mine && referral.state === 'OPEN'}>
          {(close) => <Dismiss referral={referral} close={close} />}
        </DialogButton>
        <DialogButton kind="quiet" label={t('referrals.withdraw')} title={t('referrals.withdrawTitle')} shown={referral.own && referral.state === 'OPEN'}>
          {(close) => <Withdraw referral={referral} close={close} />}
        </DialogButton>
      </div>
    </>
  );
}

function Withdraw({ referral, close }: { referral: Referral; close: () => void }) {
  const client = useQueryClient();
  const command = useCommand({
    send: () => json<Referral>(`/api/footage-referrals/${referral.id}/withdrawal`, { method: 'POST' }),
    done: async () => {
      await client.invalidateQueries({ queryKey: ['referrals'] });
      toast(t('referrals.withdrawn'));
      close();
    },
  });
  return (
    <CommandForm command={command} label={t('referrals.withdrawSave')} onCancel={close}>
      <p>{t('referrals.withdrawText')}</p>
    </CommandForm>
  );
}

function Dismiss({ referral, close }: { referral: Referral; close: () => void }) {
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const length = [...reason.trim()].length;
  const command = useCommand({
    check: () => (length < shortestReason || length > longestReason ? [{ field: 'reason', message: t('referrals.reasonWrong') }] : []),
    send: () => json<Referral>(`/api/footage-referrals/${referral.id}/dismissal`, { method: 'POST', body: { reason: reason.trim() } }),
    done: async () => {
      await client.invalidateQueries({ queryKey: ['referrals'] });
      toast(t('referrals.dismissed'));
      close();
    },
  });
  return (
    <CommandForm command={command} label={t('referrals.dismissSave')} onCancel={close}>
      <TextArea id="reason" label={t('referrals.reason')} hint={t('referrals.reasonHint')} error={command.wrong('reason')} rows={2} value={reason} onText={setReason} />
    </CommandForm>
  );
}
