import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { json } from '../api/client';
import { t, tCode } from '../i18n/text';
import { ErrorSummary } from '../ui/ErrorSummary';
import { Option, Options, TextArea } from '../ui/Field';
import { unnamed, useMistakes } from '../ui/mistakes';
import { Failure } from '../ui/State';
import { SubmitButton } from '../ui/SubmitButton';
import { decisionMistakes } from './fields';
import type { Outcome } from './types';

/** The second person's word about what somebody else asked for: yes, or no with a reason. */
export function DecisionForm<T>({ path, hint, onDone }: { path: string; hint: string; onDone: (answer: T) => void }) {
  const [outcome, setOutcome] = useState<Outcome | ''>('');
  const [reason, setReason] = useState('');
  const { summary, wrong, tell, tellNamed } = useMistakes();
  const save = useMutation({
    mutationFn: () => json<T>(path, { method: 'POST', body: { outcome, reason: reason.trim() || null } }),
    onSuccess: onDone,
    onError: (failure) => tellNamed(failure),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = decisionMistakes(outcome, reason);
    tell(found);
    if (found.length === 0) save.mutate();
  };
  const failure = unnamed(save.error);
  return (
    <form className="form" onSubmit={submit} noValidate>
      <p>{hint}</p>
      <ErrorSummary {...summary} />
      {failure && <Failure failure={failure} />}
      <Options id="outcome" label={t('keep.decision')} error={wrong('outcome')}>
        {(['CONFIRMED', 'REFUSED'] as const).map((one) => (
          <Option key={one} type="radio" name="outcome" label={tCode('keep.decision', one)} checked={outcome === one} onChange={() => setOutcome(one)} />
        ))}
      </Options>
      {outcome && <TextArea id="reason" label={t('keep.reason')} optional={outcome === 'CONFIRMED'} error={wrong('reason')} rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />}
      <div className="form-end">
        <SubmitButton pending={save.isPending} />
      </div>
    </form>
  );
}
