import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { call } from '../api/client';
import type { Clarified } from '../cases/types';
import type { EvidenceRequest } from './types';
import { ClarifiedKinds } from '../cases/CasePage';
import { t } from '../i18n/text';
import { Button } from '../ui/Button';
import { ErrorSummary } from '../ui/ErrorSummary';
import { Option, Options, TextArea } from '../ui/Field';
import { Failure } from '../ui/State';
import { useMistakes } from '../ui/mistakes';

/** What the footage was good for; the year's figures are counted from this. */
export function OutcomeForm({ request }: { request: EvidenceRequest }) {
  const client = useQueryClient();
  const [useful, setUseful] = useState<boolean | null>(null);
  const [kinds, setKinds] = useState<Clarified[]>([]);
  const [note, setNote] = useState('');
  const { summary, wrong, tell } = useMistakes();
  const save = useMutation({
    mutationFn: () => call(`/api/requests/${request.id}/outcome`, { method: 'POST', body: { useful, clarified: useful ? kinds : [], note: note.trim() } }),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['request', request.id] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = useful === null ? [{ field: 'useful', message: t('requests.usefulMissing') }] : [];
    tell(found);
    if (found.length === 0) save.mutate();
  };
  return (
    <form className="panel form form-wide" onSubmit={submit} noValidate>
      <h2>{t('requests.outcome')}</h2>
      <ErrorSummary {...summary} />
      {save.error && <Failure failure={save.error} />}
      <Options id="useful" label={t('requests.outcomeUseful')} error={wrong('useful')}>
        <Option type="radio" name="useful" label={t('requests.usefulYes')} checked={useful === true} onChange={() => setUseful(true)} />
        <Option type="radio" name="useful" label={t('requests.usefulNo')} checked={useful === false} onChange={() => setUseful(false)} />
      </Options>
      {useful && <ClarifiedKinds value={kinds} onChange={setKinds} />}
      <TextArea id="outcome-note" label={t('cases.note')} optional rows={3} value={note} onChange={(event) => setNote(event.target.value)} />
      <Button type="submit" disabled={save.isPending} className="align-start">
        {save.isPending ? t('app.saving') : t('requests.outcomeSave')}
      </Button>
    </form>
  );
}
