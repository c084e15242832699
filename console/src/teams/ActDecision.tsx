import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { json } from '../api/client';
import { t, tCode } from '../text/text';
import { ErrorSummary, type Mistake } from '../ui/ErrorSummary';
import { Option, Options, TextArea } from '../ui/Field';
import { unnamed, useMistakes } from '../ui/mistakes';
import { toast } from '../ui/overlays';
import { Failure } from '../ui/State';
import { SubmitButton } from '../ui/SubmitButton';
import { noPaper, paperBody, PaperFields, paperMistakes } from './PaperFields';
import { useTeamsChanged } from './queries';
import type { Act, Outcome, TeamLine } from './types';

/** The chair's decision about what the police proposed of a team. */
export function ActDecision({ team, act }: { team: TeamLine; act: Act }) {
  const changed = useTeamsChanged();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [reason, setReason] = useState('');
  const [paper, setPaper] = useState(noPaper);
  const { summary, wrong, tell, tellNamed } = useMistakes();
  const decide = useMutation({
    mutationFn: () => json<TeamLine>(`/api/teams/${team.id}/decision`, { method: 'POST', body: { actId: act.id, outcome, reason: reason.trim() || null, ...(outcome === 'ACCEPTED' ? paperBody(paper) : {}) } }),
    onSuccess: async () => {
      await changed();
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
          <Option key={each} type="radio" name="outcome" label={tCode('teams.decide', each)} checked={outcome === each} onChange={() => setOutcome(each)} />
        ))}
      </Options>
      {outcome === 'ACCEPTED' && (
        <>
          <PaperFields paper={paper} onChange={setPaper} wrong={wrong} />
          {act.kind !== 'CHANGE' && <p className="hint">{t('teams.fromPaper')}</p>}
        </>
      )}
      {outcome !== null && <TextArea id="reason" label={t('teams.reason')} optional={outcome === 'ACCEPTED'} error={wrong('reason')} value={reason} rows={2} onChange={(event) => setReason(event.target.value)} />}
      <div className="form-end">
        <SubmitButton pending={decide.isPending}>{t('teams.decideButton')}</SubmitButton>
      </div>
    </form>
  );
}
