import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { json } from '../api/client';
import { noPaper, paperBody, PaperFields, paperMistakes } from '../teams/PaperFields';
import { t, tCode } from '../text/text';
import { Button } from '../ui/Button';
import { ErrorSummary, type Mistake } from '../ui/ErrorSummary';
import { Option, Options, TextArea } from '../ui/Field';
import { unnamed, useMistakes } from '../ui/mistakes';
import { toast } from '../ui/overlays';
import { Failure, Notice } from '../ui/State';
import { SubmitButton } from '../ui/SubmitButton';
import { useProgrammesChanged } from './queries';
import type { Act, ProgrammeLine } from './types';

/**
 * The chair's decision about what waits, naming the version that was shown when the form was opened. The page is fetched
 * anew behind it; where the text became another one meanwhile, it says so and the decision is begun anew.
 */
export function Decision({ programme, act }: { programme: ProgrammeLine; act: Act }) {
  const [seen, setSeen] = useState(act);
  const same = seen.id === act.id && seen.version === act.version;
  return (
    <>
      {!same && (
        <Notice tone="warn" title={t('programmes.textChanged', { number: act.version })}>
          <Button onClick={() => setSeen(act)}>{t('programmes.textRead')}</Button>
        </Notice>
      )}
      <div hidden={!same}>
        <Form key={`${seen.id} ${seen.version}`} programme={programme} act={seen} />
      </div>
    </>
  );
}

function Form({ programme, act }: { programme: ProgrammeLine; act: Act }) {
  const changed = useProgrammesChanged();
  const [outcome, setOutcome] = useState<'ACCEPTED' | 'REFUSED' | null>(null);
  const [reason, setReason] = useState('');
  const [paper, setPaper] = useState(noPaper);
  const { summary, wrong, tell, tellNamed } = useMistakes();
  const decide = useMutation({
    mutationFn: () =>
      json<ProgrammeLine>(`/api/programmes/${programme.id}/decision`, {
        method: 'POST',
        body: { actId: act.id, version: act.version, outcome, reason: reason.trim() || null, ...(outcome === 'ACCEPTED' ? paperBody(paper) : {}) },
      }),
    onSuccess: async () => {
      await changed();
      toast(t('app.saved'));
    },
    onError: (failure) => tellNamed(failure),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found: Mistake[] = [];
    if (!outcome) found.push({ field: 'outcome', message: t('programmes.outcomeMissing') });
    if (outcome === 'ACCEPTED') found.push(...paperMistakes(paper));
    if (outcome === 'REFUSED' && !reason.trim()) found.push({ field: 'reason', message: t('programmes.reasonMissing') });
    tell(found);
    if (found.length === 0) decide.mutate();
  };
  const failure = unnamed(decide.error);
  return (
    <form className="form" onSubmit={submit} noValidate>
      <ErrorSummary {...summary} />
      {failure && <Failure failure={failure} />}
      <Options id="outcome" label={t('programmes.fOutcome')} error={wrong('outcome')}>
        {(['ACCEPTED', 'REFUSED'] as const).map((each) => (
          <Option key={each} type="radio" name="outcome" label={tCode('programmes.decide', each)} checked={outcome === each} onChange={() => setOutcome(each)} />
        ))}
      </Options>
      {outcome === 'ACCEPTED' && <PaperFields paper={paper} onChange={setPaper} wrong={wrong} />}
      {outcome !== null && <TextArea id="reason" label={t('programmes.reason')} optional={outcome === 'ACCEPTED'} error={wrong('reason')} value={reason} rows={2} onChange={(event) => setReason(event.target.value)} />}
      <div className="form-end">
        <SubmitButton pending={decide.isPending}>{t('programmes.decideButton')}</SubmitButton>
      </div>
    </form>
  );
}
