import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { json } from '../api/client';
import { readDay } from '../register/days';
import { t } from '../i18n/text';
import { ErrorSummary } from '../ui/ErrorSummary';
import { TextArea, TextField } from '../ui/Field';
import { unnamed, useMistakes } from '../ui/mistakes';
import { Failure } from '../ui/State';
import { SubmitButton } from '../ui/SubmitButton';
import { dayMistakes, reasonMistakes } from './fields';

/** Asks for something with a reason, and, where it says when to look again, with a day. */
export function ReasonForm<T>({ path, hint, withDay, onDone }: { path: string; hint: string; withDay?: boolean; onDone: (answer: T) => void }) {
  const [reason, setReason] = useState('');
  const [day, setDay] = useState('');
  const { summary, wrong, tell, tellNamed } = useMistakes();
  const save = useMutation({
    mutationFn: () => json<T>(path, { method: 'POST', body: withDay ? { reason: reason.trim(), reviewOn: readDay(day) } : { reason: reason.trim() } }),
    onSuccess: onDone,
    onError: (failure) => tellNamed(failure),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = [...reasonMistakes(reason), ...(withDay ? dayMistakes('reviewOn', day) : [])];
    tell(found);
    if (found.length === 0) save.mutate();
  };
  const failure = unnamed(save.error);
  return (
    <form className="form" onSubmit={submit} noValidate>
      <p>{hint}</p>
      <ErrorSummary {...summary} />
      {failure && <Failure failure={failure} />}
      <TextArea id="reason" label={t('keep.reason')} hint={t('keep.reasonHint')} error={wrong('reason')} rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
      {withDay && <TextField id="reviewOn" label={t('keep.reviewOn')} hint={t('keep.reviewOnHint')} code autoComplete="off" error={wrong('reviewOn')} value={day} onChange={(event) => setDay(event.target.value)} />}
      <div className="form-end">
        <SubmitButton pending={save.isPending} />
      </div>
    </form>
  );
}
