import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { call } from '../api/client';
import type { EvidenceRequest } from './types';
import { t } from '../i18n/text';
import { Button } from '../ui/Button';
import { ErrorSummary } from '../ui/ErrorSummary';
import { unnamed, useMistakes } from '../ui/mistakes';
import { Dialog, toast } from '../ui/overlays';
import { Failure } from '../ui/State';
import { urgentMistakes } from './urgent';
import { UrgentFields } from './UrgentFields';

/** Says of a request that waits that it cannot: for its requester and for duty officers. */
export function MarkUrgent({ request }: { request: EvidenceRequest }) {
  const [asking, setAsking] = useState(false);
  const [fields, setFields] = useState({ urgentReason: '', urgentWords: '' });
  const { summary, wrong, tell, tellNamed } = useMistakes();
  const client = useQueryClient();
  const mark = useMutation({
    mutationFn: () => call(`/api/requests/${request.id}/urgent`, { method: 'POST', body: { ...fields, urgentWords: fields.urgentWords.trim() } }),
    onSuccess: () => {
      setAsking(false);
      toast(t('requests.urgentDone'));
      void client.invalidateQueries({ queryKey: ['request', request.id] });
      void client.invalidateQueries({ queryKey: ['requests'] });
    },
    onError: (failure) => tellNamed(failure),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = urgentMistakes(fields.urgentReason, fields.urgentWords);
    tell(found);
    if (found.length === 0) mark.mutate();
  };
  const general = unnamed(mark.error);
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('requests.urgentSay')}</Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('requests.urgentSay')}>
        <form className="form" onSubmit={submit} noValidate>
          <p>{t('requests.urgentHint')}</p>
          <ErrorSummary {...summary} />
          {general && <Failure failure={general} />}
          <UrgentFields reason={fields.urgentReason} words={fields.urgentWords} change={(part) => setFields((before) => ({ ...before, ...part }))} wrong={wrong} />
          <div className="form-end">
            <Button kind="primary" type="submit" disabled={mark.isPending}>
              {t('requests.urgentSay')}
            </Button>
            <Button kind="quiet" onClick={() => setAsking(false)}>
              {t('app.cancel')}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
