import { useState } from 'react';
import { json } from '../api/client';
import { t } from '../i18n/text';
import { CommandForm, useCommand } from '../ui/CommandForm';
import { Radios, TextArea } from '../ui/Field';
import { decisionMistakes } from './fields';
import type { Outcome } from './types';

/** The second person's word about what somebody else asked for: yes, or no with a reason. */
export function DecisionForm<T>({ path, hint, onDone }: { path: string; hint: string; onDone: (answer: T) => void }) {
  const [outcome, setOutcome] = useState<Outcome | ''>('');
  const [reason, setReason] = useState('');
  const command = useCommand({
    check: () => decisionMistakes(outcome, reason),
    send: () => json<T>(path, { method: 'POST', body: { outcome, reason: reason.trim() || null } }),
    done: onDone,
  });
  const { wrong } = command;
  return (
    <CommandForm command={command}>
      <p>{hint}</p>
      <Radios id="outcome" label={t('keep.decision')} error={wrong('outcome')} of={['CONFIRMED', 'REFUSED'] as const} value={outcome} words="keep.decision" onText={setOutcome} />
      {outcome && <TextArea id="reason" label={t('keep.reason')} optional={outcome === 'CONFIRMED'} error={wrong('reason')} rows={2} value={reason} onText={setReason} />}
    </CommandForm>
  );
}
