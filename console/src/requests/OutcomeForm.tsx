import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/client';
import { ClarifiedKinds } from '../cases/CasePage';
import type { Clarified } from '../cases/types';
import { t } from '../i18n/text';
import { CommandForm, useCommand } from '../ui/CommandForm';
import { Option, Options, TextArea } from '../ui/Field';
import type { EvidenceRequest } from './types';

/** What the footage was good for; the year's figures are counted from this. */
export function OutcomeForm({ request }: { request: EvidenceRequest }) {
  const client = useQueryClient();
  const [useful, setUseful] = useState<boolean | null>(null);
  const [kinds, setKinds] = useState<Clarified[]>([]);
  const [note, setNote] = useState('');
  const command = useCommand({
    check: () => (useful === null ? [{ field: 'useful', message: t('requests.usefulMissing') }] : []),
    send: () => call(`/api/requests/${request.id}/outcome`, { method: 'POST', body: { useful, clarified: useful ? kinds : [], note: note.trim() } }),
    done: () => void client.invalidateQueries({ queryKey: ['request', request.id] }),
  });
  return (
    <CommandForm command={command} className="panel form form-wide" head={<h2>{t('requests.outcome')}</h2>} label={t('requests.outcomeSave')} kind="plain">
      <Options id="useful" label={t('requests.outcomeUseful')} error={command.wrong('useful')}>
        <Option type="radio" name="useful" label={t('requests.usefulYes')} checked={useful === true} onChange={() => setUseful(true)} />
        <Option type="radio" name="useful" label={t('requests.usefulNo')} checked={useful === false} onChange={() => setUseful(false)} />
      </Options>
      {useful && <ClarifiedKinds value={kinds} onChange={setKinds} />}
      <TextArea id="outcome-note" label={t('cases.note')} optional rows={3} value={note} onText={setNote} />
    </CommandForm>
  );
}
