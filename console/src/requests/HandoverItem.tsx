import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { call, Problem } from '../api/client';
import type { Language } from '../i18n/language';
import { language, t, tCode } from '../i18n/text';
import { Moment } from '../time/site';
import { Button, DownloadLink } from '../ui/Button';
import { toast } from '../ui/overlays';
import { Badge, Failure } from '../ui/State';
import { SureButton } from '../ui/SureDialog';
import { save } from '../ui/save';
import { Code, Name } from '../ui/text';
import { LanguageChoice } from './OwnersLink';
import { base64 } from './scan';
import type { Handover } from './types';

const tones = { OPEN: 'warn', LAPSED: 'mute', RECEIVED: 'ok', WITHDRAWN: 'mute' } as const;

/** One hand-over: to whom, where it stands, and what whoever handed over can do. */
export function HandoverItem({ request, handover, mine, code }: { request: string; handover: Handover; mine: boolean; code: string }) {
  const open = handover.state === 'OPEN';
  return (
    <li className="stack">
      <p className="summary">
        <Badge tone={tones[handover.state]}>{tCode('requests.handover', handover.state)}</Badge>
        <strong>
          <Name>{handover.name}</Name>
        </strong>
        {handover.title && <Name>{handover.title}</Name>}
        <Name>{handover.office}</Name>
      </p>
      <p className="hint">
        {tCode('requests.medium', handover.medium)} · {tCode('requests.identity', handover.identity)} · {t('requests.handedAt')} <Moment at={handover.openedAt} />
        {open && (
          <>
            {' '}
            · {t('requests.handoverUntil')} <Moment at={handover.openUntil} />
          </>
        )}
        {handover.endedAt && (
          <>
            {' '}
            · {tCode('requests.handoverEnded', handover.state)} <Moment at={handover.endedAt} />
          </>
        )}
      </p>
      {handover.state === 'RECEIVED' && (
        <p>
          {t(handover.placed ? 'requests.receiptPlaced' : 'requests.receiptComing', { number: handover.number ?? 0 })}
          {handover.scanned && ` ${t('requests.receiptScanned')}`}
        </p>
      )}
      {handover.clips.length > 0 && <StampedClips request={request} handover={handover} code={code} />}
      {open && handover.account && <p>{t('requests.waitsForAccount')}</p>}
      {mine && !handover.account && handover.state !== 'WITHDRAWN' && <Paper request={request} handover={handover} code={code} />}
      {handover.mayWithdraw && <Withdraw request={request} handover={handover} />}
    </li>
  );
}

/** Single clips, signed once more, that say by which hand-over they left their package. */
function StampedClips({ request, handover, code }: { request: string; handover: Handover; code: string }) {
  return (
    <details>
      <summary>{t('requests.stampedClips')}</summary>
      <div className="stack">
        <p className="hint">{t('requests.stampedClipsHint')}</p>
        {handover.clips.map((clip) => (
          <p key={clip}>
            <DownloadLink
              icon="download"
              small
              label={<Code>{clip}</Code>}
              href={`/api/requests/${request}/handovers/${handover.id}/clips/${encodeURIComponent(clip)}`}
              download={`${code}_${handover.number}_${clip}`}
            />
          </p>
        ))}
      </div>
    </details>
  );
}

/** The receipt on paper: print it, attach the signed one, and say that it was signed. */
function Paper({ request, handover, code }: { request: string; handover: Handover; code: string }) {
  const [chosen, setChosen] = useState<Language>(language());
  const client = useQueryClient();
  const again = () => void client.invalidateQueries({ queryKey: ['custody', request] });
  const path = `/api/requests/${request}/handovers/${handover.id}`;
  const print = useMutation({
    mutationFn: async () => (await call(`${path}/paper.pdf?language=${chosen}`)).blob(),
    onSuccess: (paper) => save(paper, `${code}-${t('requests.receiptName')}.pdf`),
    gcTime: 0,
  });
  const attach = useMutation({
    mutationFn: async (file: File) => call(`/api/handover-scans/${handover.id}`, { method: 'POST', body: { scan: await base64(file) } }),
    onSuccess: again,
  });
  const sign = useMutation({
    mutationFn: () => call(`${path}/signed`, { method: 'POST' }),
    onSuccess: () => {
      toast(t('requests.receiptMade'));
      again();
      void client.invalidateQueries({ queryKey: ['request', request] });
    },
  });
  const wrong = attach.error instanceof Problem ? attach.error.errors[0]?.message : undefined;
  const failure = print.error ?? (wrong ? null : attach.error) ?? sign.error;
  return (
    <div className="stack">
      {failure && <Failure failure={failure} />}
      <LanguageChoice id={`receipt-language-${handover.id}`} label={t('requests.receiptLanguage')} value={chosen} onChange={setChosen} />
      <p className="form-end">
        <Button icon="print" label={t('requests.receiptPrint')} disabled={print.isPending} onClick={() => print.mutate()} />
      </p>
      {handover.maySign && (
        <>
          <ScanChoice choose={(file) => attach.mutate(file)} attached={handover.scanned} wrong={wrong} />
          <p className="form-end">
            <Button kind="primary" icon="done" label={t('requests.receiptSigned')} disabled={sign.isPending || attach.isPending} onClick={() => sign.mutate()} />
          </p>
        </>
      )}
    </div>
  );
}

function ScanChoice({ choose, attached, wrong }: { choose: (file: File) => void; attached: boolean; wrong: string | undefined }) {
  const id = useId();
  return (
    <div className={wrong ? 'field field-wrong' : 'field'}>
      <p className="hint" id={`${id}-hint`}>
        {t(attached ? 'requests.scanAttached' : 'requests.scanHint')}
      </p>
      {wrong && (
        <p className="field-error" id={`${id}-error`} role="alert">
          {wrong}
        </p>
      )}
      <p className="file-choice">
        <input
          id={id}
          type="file"
          accept="application/pdf,image/jpeg,image/png"
          className="visually-hidden"
          aria-describedby={`${id}-hint`}
          aria-invalid={wrong ? true : undefined}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) choose(file);
          }}
          onClick={(event) => {
            event.currentTarget.value = ''; // The same file again, mended meanwhile, is a choice, too.
          }}
        />
        <label className="button button-plain" htmlFor={id}>
          {t('requests.scan')}
        </label>
      </p>
    </div>
  );
}

function Withdraw({ request, handover }: { request: string; handover: Handover }) {
  const client = useQueryClient();
  return (
    <p>
      <SureButton
        kind="danger"
        small
        label={t('requests.handoverWithdraw')}
        sure={t('requests.handoverWithdrawSure', { name: handover.name })}
        send={() => call(`/api/requests/${request}/handovers/${handover.id}`, { method: 'DELETE' })}
        done={() => void client.invalidateQueries({ queryKey: ['custody', request] })}
      />
    </p>
  );
}
