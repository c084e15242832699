import { type ReactNode, useState } from 'react';
import { json } from '../api/client';
import { t } from '../i18n/text';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { Radios, TextArea } from '../ui/Field';
import { toast } from '../ui/overlays';
import { noPaper, PaperFields, paperBody, paperMistakes } from './PaperFields';
import type { Outcome } from './types';

interface Props {
  path: string;
  /** What is sent along: the act, and the version that was seen. */
  fixed: Record<string, unknown>;
  choice: (outcome: Outcome) => string;
  onDone: () => Promise<unknown>;
  /** Said under the paper. */
  children?: ReactNode;
}

/** The chair's decision about what waits: by a paper, or with a reason. */
export function DecisionForm({ path, fixed, choice, onDone, children }: Props) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [reason, setReason] = useState('');
  const [paper, setPaper] = useState(noPaper);
  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      if (!outcome) found.push({ field: 'outcome', message: t('teams.outcomeMissing') });
      if (outcome === 'ACCEPTED') found.push(...paperMistakes(paper));
      if (outcome === 'REFUSED' && !reason.trim()) found.push({ field: 'reason', message: t('teams.reasonMissing') });
      return found;
    },
    send: () => json<unknown>(path, { method: 'POST', body: { ...fixed, outcome, reason: reason.trim() || null, ...(outcome === 'ACCEPTED' ? paperBody(paper) : {}) } }),
    done: async () => {
      await onDone();
      toast(t('app.saved'));
    },
  });
  const { wrong } = command;
  return (
    <CommandForm command={command} label={t('teams.decideButton')}>
      <Radios id="outcome" label={t('teams.fOutcome')} error={wrong('outcome')} of={['ACCEPTED', 'REFUSED'] as const} value={outcome} words={choice} onText={setOutcome} />
      {outcome === 'ACCEPTED' && (
        <>
          <PaperFields paper={paper} onChange={setPaper} wrong={wrong} />
          {children}
        </>
      )}
      {outcome !== null && <TextArea id="reason" label={t('teams.reason')} optional={outcome === 'ACCEPTED'} error={wrong('reason')} value={reason} rows={2} onText={setReason} />}
    </CommandForm>
  );
}
