import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { json } from '../api/client';
import { t } from '../i18n/text';
import { ErrorSummary, type Mistake } from '../ui/ErrorSummary';
import { Option, Options, TextArea } from '../ui/Field';
import { unnamed, useMistakes } from '../ui/mistakes';
import { toast } from '../ui/overlays';
import { Failure } from '../ui/State';
import { SubmitButton } from '../ui/SubmitButton';
import { noPaper, paperBody, PaperFields, paperMistakes } from './PaperFields';
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
  const { summary, wrong, tell, tellNamed } = useMistakes();
  const decide = useMutation({
    mutationFn: () => json<unknown>(path, { method: 'POST', body: { ...fixed, outcome, reason: reason.trim() || null, ...(outcome === 'ACCEPTED' ? paperBody(paper) : {}) } }),
    onSuccess: async () => {
      await onDone();
      toast(t('app.saved'));
    },
    onError: (failure) => tellNamed(failure),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found: Mistake[] = [];
    if (!outcome) found.push({ field: 'outcome', message: t('teams.outcomeMissing') });
    if (outcome === 'ACCEPTED') found.push(...paperMistakes(paper));
    if (outcome === 'REFUSED' && !reason.trim()) found.push({ field: 'reason', message: t('teams.reasonMissing') });
    tell(found);
    if (found.length === 0) decide.mutate();
  };
  const failure = unnamed(decide.error);
  return (
    <form className="form" onSubmit={submit} noValidate>
      <ErrorSummary {...summary} />
      {failure && <Failure failure={failure} />}
      <Options id="outcome" label={t('teams.fOutcome')} error={wrong('outcome')}>
        {(['ACCEPTED', 'REFUSED'] as const).map((each) => (
          <Option key={each} type="radio" name="outcome" label={choice(each)} checked={outcome === each} onChange={() => setOutcome(each)} />
        ))}
      </Options>
      {outcome === 'ACCEPTED' && (
        <>
          <PaperFields paper={paper} onChange={setPaper} wrong={wrong} />
          {children}
        </>
      )}
      {outcome !== null && <TextArea id="reason" label={t('teams.reason')} optional={outcome === 'ACCEPTED'} error={wrong('reason')} value={reason} rows={2} onChange={(event) => setReason(event.target.value)} />}
      <div className="form-end">
        <SubmitButton pending={decide.isPending}>{t('teams.decideButton')}</SubmitButton>
      </div>
    </form>
  );
}
