import { json } from '../api/client';
import { t } from '../i18n/text';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { Checks, fieldsOf, TextArea, TextField, useFields } from '../ui/Field';
import { saved } from '../ui/overlays';
import { Lines } from './Lines';
import { useProgrammesChanged } from './queries';
import { indicators, type Kind, partnerKinds } from './types';

/** Adds a free kind, or writes another version of one; programmes keep what they were made from. */
export function KindForm({ kind, onDone }: { kind: Kind | null; onDone: () => void }) {
  const changed = useProgrammesChanged();
  const [draft, set] = useFields({
    name: kind?.name ?? '',
    goal: kind?.goal ?? '',
    rules: kind?.rules ?? [''],
    criteria: kind?.criteria ?? [''],
    partners: kind?.partners ?? [],
    indicators: kind?.indicators ?? [],
  });
  const command = useCommand({
    check: () => {
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
      return found;
    },
    send: () => json<Kind>(`/api/programme-kinds${kind ? `/${kind.id}/versions` : ''}`, { method: 'POST', body: { ...draft, name: draft.name.trim(), ...(kind ? { version: kind.version } : {}) } }),
    done: saved(changed, onDone),
  });
  const { wrong } = command;
  const field = fieldsOf(draft, wrong, set);
  return (
    <CommandForm command={command}>
      <TextField {...field('name')} label={t('programmes.kindName')} />
      <TextArea {...field('goal')} label={t('programmes.goal')} rows={2} />
      <Lines id="rules" label={t('programmes.rules')} lines={draft.rules} onChange={(rules) => set({ rules })} wrong={wrong} />
      <Lines id="criteria" label={t('programmes.criteria')} lines={draft.criteria} onChange={(criteria) => set({ criteria })} wrong={wrong} />
      <Checks id="partners" label={t('programmes.usualPartners')} of={partnerKinds} chosen={draft.partners} words="programmes.partner" onChoose={(partners) => set({ partners })} />
      <Checks
        id="indicators"
        label={t('programmes.indicators')}
        error={wrong('indicators')}
        of={indicators}
        chosen={draft.indicators}
        words="programmes.indicator"
        onChoose={(indicators) => set({ indicators })}
      />
    </CommandForm>
  );
}
