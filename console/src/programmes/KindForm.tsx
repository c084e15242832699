import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { json } from '../api/client';
import { t, tCode } from '../i18n/text';
import { ErrorSummary, type Mistake } from '../ui/ErrorSummary';
import { Option, Options, TextArea, TextField } from '../ui/Field';
import { unnamed, useMistakes } from '../ui/mistakes';
import { toast } from '../ui/overlays';
import { Failure } from '../ui/State';
import { SubmitButton } from '../ui/SubmitButton';
import { Lines } from './Lines';
import { useProgrammesChanged } from './queries';
import { indicators, partnerKinds, type Kind } from './types';

/** Adds a free kind, or writes another version of one; programmes keep what they were made from. */
export function KindForm({ kind, onDone }: { kind: Kind | null; onDone: () => void }) {
  const changed = useProgrammesChanged();
  const [draft, setDraft] = useState({ name: kind?.name ?? '', goal: kind?.goal ?? '', rules: kind?.rules ?? [''], criteria: kind?.criteria ?? [''], partners: kind?.partners ?? [], indicators: kind?.indicators ?? [] });
  const { summary, wrong, tell, tellNamed } = useMistakes();
  const save = useMutation({
    mutationFn: () => json<Kind>(`/api/programme-kinds${kind ? `/${kind.id}/versions` : ''}`, { method: 'POST', body: { ...draft, name: draft.name.trim(), ...(kind ? { version: kind.version } : {}) } }),
    onSuccess: async () => {
      await changed();
      toast(t('app.saved'));
      onDone();
    },
    onError: (failure) => tellNamed(failure),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found: Mistake[] = [];
    if (!draft.name.trim()) found.push({ field: 'name', message: t('programmes.nameMissing') });
    if (!draft.goal.trim()) found.push({ field: 'goal', message: t('programmes.goalMissing') });
    for (const list of ['rules', 'criteria'] as const) {
      draft[list].forEach((line, index) => {
        if (!line.trim()) found.push({ field: `${list}[${index}]`, message: t('programmes.lineMissing', { number: index + 1 }) });
      });
    }
    if (draft.criteria.length === 0) found.push({ field: 'criteria', message: t('programmes.criteriaMissing') });
    if (draft.indicators.length === 0) found.push({ field: 'indicators', message: t('programmes.indicatorsMissing') });
    tell(found);
    if (found.length === 0) save.mutate();
  };
  const turn = <T,>(some: readonly T[], one: T) => (some.includes(one) ? some.filter((each) => each !== one) : [...some, one]);
  const failure = unnamed(save.error);
  return (
    <form className="form" onSubmit={submit} noValidate>
      <ErrorSummary {...summary} />
      {failure && <Failure failure={failure} />}
      <TextField id="name" label={t('programmes.kindName')} error={wrong('name')} value={draft.name} onChange={(event) => setDraft({ ...draft, name: event.target.value })} />
      <TextArea id="goal" label={t('programmes.goal')} rows={2} error={wrong('goal')} value={draft.goal} onChange={(event) => setDraft({ ...draft, goal: event.target.value })} />
      <Lines id="rules" label={t('programmes.rules')} lines={draft.rules} onChange={(rules) => setDraft({ ...draft, rules })} wrong={wrong} />
      <Lines id="criteria" label={t('programmes.criteria')} lines={draft.criteria} onChange={(criteria) => setDraft({ ...draft, criteria })} wrong={wrong} />
      <Options id="partners" label={t('programmes.usualPartners')}>
        {partnerKinds.map((each) => (
          <Option key={each} type="checkbox" label={tCode('programmes.partner', each)} checked={draft.partners.includes(each)} onChange={() => setDraft({ ...draft, partners: turn(draft.partners, each) })} />
        ))}
      </Options>
      <Options id="indicators" label={t('programmes.indicators')} error={wrong('indicators')}>
        {indicators.map((each) => (
          <Option key={each} type="checkbox" label={tCode('programmes.indicator', each)} checked={draft.indicators.includes(each)} onChange={() => setDraft({ ...draft, indicators: turn(draft.indicators, each) })} />
        ))}
      </Options>
      <div className="form-end">
        <SubmitButton pending={save.isPending} />
      </div>
    </form>
  );
}
