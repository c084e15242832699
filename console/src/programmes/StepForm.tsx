import { useState } from 'react';
import { json } from '../api/client';
import { t } from '../i18n/text';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { Radios, TextArea } from '../ui/Field';
import { saved } from '../ui/overlays';
import { useProgrammesChanged } from './queries';
import type { ProgrammeLine, Step } from './types';

/** Proposes a rest, its resumption, the end or another day of the launch; the chair decides. */
export function StepForm({ programme, onDone }: { programme: ProgrammeLine; onDone: () => void }) {
  const changed = useProgrammesChanged();
  const steps: Step[] = programme.state === 'DORMANT' ? ['RESUME', 'END', 'LAUNCH_DAY'] : ['REST', 'END', 'LAUNCH_DAY'];
  const [step, setStep] = useState<Step | null>(null);
  const [reason, setReason] = useState('');
  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      if (!step) found.push({ field: 'step', message: t('programmes.stepMissing') });
      if (!reason.trim()) found.push({ field: 'step-reason', message: t('programmes.reasonMissing') });
      return found;
    },
    send: () => json<ProgrammeLine>(`/api/programmes/${programme.id}/proposals`, { method: 'POST', body: { step, reason: reason.trim() } }),
    done: saved(changed, onDone),
    idOf: (field) => `step-${field}`,
  });
  const { wrong } = command;
  return (
    <CommandForm command={command} label={t('programmes.propose')}>
      <Radios id="step" label={t('programmes.fStep')} error={wrong('step')} of={steps} value={step} words="programmes.act" onText={setStep} />
      <TextArea id="step-reason" label={t('programmes.reason')} rows={2} error={wrong('step-reason')} value={reason} onText={setReason} />
    </CommandForm>
  );
}
