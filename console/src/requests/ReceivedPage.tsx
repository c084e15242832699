import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/client';
import { usePages } from '../api/pages';
import { PackageVideos } from '../copies/PackageVideos';
import { t, tCode } from '../i18n/text';
import { Moment } from '../time/site';
import { Button, DownloadLink } from '../ui/Button';
import { Dialog, toast } from '../ui/overlays';
import { Pages } from '../ui/Pages';
import { Badge, Empty, Failure } from '../ui/State';
import { bytesText, Code, Hash, ltr, Name, PageFrame } from '../ui/text';
import type { Received } from './types';
import { Verified } from './Verified';

/** The packages that are handed over to the signed-in person, who checks and watches one at a time and confirms having it. */
export function ReceivedPage() {
  const received = usePages<Received>('/api/handovers', ['received'], {}, { refetchInterval: 30_000 });
  const [opened, open] = useState<string | null>(null);
  return (
    <PageFrame title={t('requests.received')} lead={t('requests.receivedLead')}>
      <Pages pages={received} empty={<Empty icon="received" title={t('requests.receivedNone')} />}>
        {(items) => (
          <div className="stack">
            {items.map((each) => (
              <Package key={each.id} received={each} opened={opened === each.id} onOpen={(shown) => open(shown ? each.id : null)} />
            ))}
          </div>
        )}
      </Pages>
    </PageFrame>
  );
}

const tones = { OPEN: 'warn', LAPSED: 'mute', RECEIVED: 'ok', WITHDRAWN: 'mute' } as const;

function Package({ received, opened, onOpen }: { received: Received; opened: boolean; onOpen: (shown: boolean) => void }) {
  const path = `/api/handovers/${received.id}`;
  return (
    <>
      <section className="panel stack">
        <h2>
          <Code>{received.extraction}</Code>
        </h2>
        <p className="summary">
          <Badge tone={tones[received.state]}>{tCode('requests.handover', received.state)}</Badge>
          <span>
            {t('requests.handedBy')} <Name>{received.from}</Name>, <Moment at={received.openedAt} />
          </span>
          <span>{tCode('requests.medium', received.medium)}</span>
          <Code>{received.request}</Code>
        </p>
        <p>
          {t('requests.sealedAt')} <Moment at={received.sealedAt} />
        </p>
        <p>
          {t('requests.digest')} <Hash value={received.digest} />
        </p>
        {received.receivedAt && (
          <p>
            {t('requests.receiptNumber', { number: received.number ?? 0 })} <Moment at={received.receivedAt} />
          </p>
        )}
        <div className="form-end">
          {received.packageUrl && (
            <Button icon={opened ? 'close' : 'play'} label={t(opened ? 'requests.checkWatchHide' : 'requests.checkWatch')} aria-expanded={opened} onClick={() => onOpen(!opened)} />
          )}
          {received.packageUrl && (
            <DownloadLink icon="download" label={t('requests.download', { size: ltr(bytesText(received.bytes)) })} href={received.packageUrl} download={`${received.extraction}.zip`} />
          )}
          {received.state === 'OPEN' && <Confirm received={received} />}
        </div>
        {received.state === 'OPEN' && (
          <p className="hint">
            {t('requests.handoverUntil')} <Moment at={received.openUntil} />
          </p>
        )}
      </section>
      {opened && received.packageUrl && <Verified path={path} videos={(checked) => <PackageVideos path={path} checked={checked} />} />}
    </>
  );
}

function Confirm({ received }: { received: Received }) {
  const [asking, setAsking] = useState(false);
  const client = useQueryClient();
  const confirm = useMutation({
    mutationFn: () => call(`/api/handovers/${received.id}/receipt`, { method: 'POST' }),
    onSuccess: () => {
      toast(t('requests.receiptMade'));
      void client.invalidateQueries({ queryKey: ['received'] });
    },
  });
  return (
    <>
      {confirm.error && <Failure failure={confirm.error} />}
      <Button kind="primary" icon="done" label={t('requests.confirmReceived')} disabled={confirm.isPending} onClick={() => setAsking(true)} />
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('requests.confirmReceived')}>
        <p>{t('requests.confirmReceivedMore', { code: received.extraction })}</p>
        <div className="form-end">
          <Button
            kind="primary"
            label={t('requests.confirmReceived')}
            onClick={() => {
              setAsking(false);
              confirm.mutate();
            }}
          />
          <Button kind="quiet" label={t('app.cancel')} onClick={() => setAsking(false)} />
        </div>
      </Dialog>
    </>
  );
}
