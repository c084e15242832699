import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { json } from '../api/client';
import { t, tCode } from '../i18n/text';
import { ErrorSummary, type Mistake } from '../ui/ErrorSummary';
import { Option, Options, TextArea } from '../ui/Field';
import { unnamed, useMistakes } from '../ui/mistakes';
import { toast } from '../ui/overlays';
import { Failure } from '../ui/State';
import { SubmitButton } from '../ui/SubmitButton';
import { useProgrammesChanged } from './queries';
import type { ProgrammeLine, Step } from './types';

/** Proposes a rest, its resumption, the end or another day of the launch; the chair decides. */
export function StepForm({ programme, onDone }: { programme: ProgrammeLine; onDone: () => void }) {
  const changed = useProgrammesChanged();
  const steps: Step[] = programme.state === 'DORMANT' ? ['RESUME', 'END', 'LAUNCH_DAY'] : ['REST', 'END', 'LAUNCH_DAY'];
  const [step, setStep] = useState<Step | null>(null);
  const [reason, setReason] = useState('');
  const { summary, wrong, tell, tellNamed } = useMistakes();
  const save = useMutation({
    mutationFn: () => json<ProgrammeLine>(`/api/programmes/${programme.id}/acts`, { method: 'POST', body: { step, reason: reason.trim() } }),
    onSuccess: async () => {
      await changed();
      toast(t('app.saved'));
      onDone();
    },
    onError: (failure) => tellNamed(failure, (field) => `step-${field}`),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found: Mistake[] = [];
    if (!step) found.push({ field: 'step', message: t('programmes.stepMissing') });
    if (!reason.trim()) found.push({ field: 'step-reason', message: t('programmes.reasonMissing') });
    tell(found);
    if (found.length === 0) save.mutate();
  };
  const failure = unnamed(save.error);
  return (
    <form className="form" onSubmit={submit} noValidate>
      <ErrorSummary {...summary} />
      {failure && <Failure failure={failure} />}
      <Options id="step" label={t('programmes.fStep')} error={wrong('step')}>
        {steps.map((each) => (
          <Option key={each} type="radio" name="step" label={tCode('programmes.act', each)} checked={step === each} onChange={() => setStep(each)} />
        ))}
      </Options>
      <TextArea id="step-reason" label={t('programmes.reason')} rows={2} error={wrong('step-reason')} value={reason} onChange={(event) => setReason(event.target.value)} />
      <div className="form-end">
        <SubmitButton pending={save.isPending}>{t('programmes.propose')}</SubmitButton>
      </div>
    </form>
  );
}
