import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/client';
import { t } from '../i18n/text';
import { Button } from '../ui/Button';
import { CommandForm, useCommand } from '../ui/CommandForm';
import { useFields } from '../ui/Field';
import { Dialog, toast } from '../ui/overlays';
import type { EvidenceRequest } from './types';
import { UrgentFields } from './UrgentFields';
import { urgentMistakes } from './urgent';

/** Says of a request that waits that it cannot: for its requester and for duty officers. */
export function MarkUrgent({ request }: { request: EvidenceRequest }) {
  const [asking, setAsking] = useState(false);
  const [fields, set] = useFields({ urgentReason: '', urgentWords: '' });
  const client = useQueryClient();
  const command = useCommand({
    check: () => urgentMistakes(fields.urgentReason, fields.urgentWords),
    send: () => call(`/api/requests/${request.id}/urgent`, { method: 'POST', body: { ...fields, urgentWords: fields.urgentWords.trim() } }),
    done: () => {
      setAsking(false);
      toast(t('requests.urgentDone'));
      void client.invalidateQueries({ queryKey: ['request', request.id] });
      void client.invalidateQueries({ queryKey: ['requests'] });
    },
  });
  const { wrong } = command;
  return (
    <>
      <Button label={t('requests.urgentSay')} onClick={() => setAsking(true)} />
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('requests.urgentSay')}>
        <CommandForm command={command} label={t('requests.urgentSay')} onCancel={() => setAsking(false)}>
          <p>{t('requests.urgentHint')}</p>
          <UrgentFields reason={fields.urgentReason} words={fields.urgentWords} change={set} wrong={wrong} />
        </CommandForm>
      </Dialog>
    </>
  );
}
