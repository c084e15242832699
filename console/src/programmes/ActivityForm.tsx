import { useState } from 'react';
import { json } from '../api/client';
import { t } from '../i18n/text';
import { dayText, readDay } from '../register/days';
import { readNumber } from '../standard/RegisterUnitPage';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { Checks, Choose, fieldsOf, TextArea, TextField, useFields } from '../ui/Field';
import { saved } from '../ui/overlays';
import { useProgrammesChanged } from './queries';
import { type Activity, type PartnerKind, type Programme, type ProgrammeLine, partnerKinds } from './types';

/** Takes an activity down, or corrects one. Sending it twice makes one. */
export function ActivityForm({
  programme,
  parts,
  partners,
  activity,
  onDone,
}: {
  programme: ProgrammeLine;
  parts: Programme['may']['activityParts'];
  partners: readonly PartnerKind[];
  activity: Activity | null;
  onDone: () => void;
}) {
  const changed = useProgrammesChanged();
  const [id] = useState(() => activity?.id ?? crypto.randomUUID());
  const [draft, set] = useFields({
    communeId: activity?.communeId ?? '',
    on: activity ? dayText(activity.on) : '',
    what: activity?.what ?? '',
    place: activity?.place ?? '',
    attended: activity ? String(activity.attended) : '',
    women: activity?.women?.toString() ?? '',
    youth: activity?.youth?.toString() ?? '',
    outcome: activity?.outcome ?? '',
    reason: '',
  });
  const [chosen, setChosen] = useState<readonly PartnerKind[]>(activity?.partners ?? []);
  const choosesPart = parts.length > 1;
  const control = (name: string) => `activity-${name}`;
  const count = (text: string) => (text.trim() === '' ? null : readNumber(text));
  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      const miss = (name: string, message: string) => found.push({ field: control(name), message });
      if (choosesPart && !draft.communeId) miss('communeId', t('programmes.partMissing'));
      if (!readDay(draft.on)) miss('on', t('register.fDayWrong'));
      if (!draft.what.trim()) miss('what', t('programmes.whatMissing'));
      if (!draft.place.trim()) miss('place', t('programmes.placeMissing'));
      const all = count(draft.attended);
      if (all === null) miss('attended', t('programmes.attendedMissing'));
      for (const part of ['women', 'youth'] as const) {
        const number = count(draft[part]);
        if (draft[part].trim() !== '' && number === null) miss(part, t('programmes.countWrong'));
        else if (number !== null && all !== null && number > all) miss(part, t('programmes.moreThanCame'));
      }
      if (activity && !draft.reason.trim()) miss('reason', t('programmes.reasonMissing'));
      return found;
    },
    send: () =>
      json<Activity>(`/api/programmes/${programme.id}/activities${activity ? `/${activity.id}/corrections` : ''}`, {
        method: 'POST',
        body: {
          ...(activity ? { version: activity.version, reason: draft.reason.trim() } : { id }),
          communeId: choosesPart && draft.communeId !== activity?.communeId ? draft.communeId : null,
          on: readDay(draft.on),
          what: draft.what.trim(),
          place: draft.place.trim(),
          partners: chosen,
          attended: count(draft.attended),
          women: count(draft.women),
          youth: count(draft.youth),
          outcome: draft.outcome.trim() || null,
        },
      }),
    done: saved(changed, onDone),
    idOf: control,
  });
  const shown = partnerKinds.filter((each) => partners.includes(each) || chosen.includes(each));
  const field = fieldsOf(draft, command.wrong, set, control('*'));
  return (
    <CommandForm command={command}>
      {choosesPart && <Choose label={t('programmes.part')} hint={t('programmes.partHint')} {...field('communeId')} none="" of={parts} words={(each) => each.name} />}
      <TextField label={t('programmes.day')} hint={t('teams.fDayHint')} code autoComplete="off" {...field('on')} />
      <TextField label={t('programmes.what')} {...field('what')} />
      <TextField label={t('programmes.place')} {...field('place')} />
      {shown.length > 0 && <Checks id={control('partners')} label={t('programmes.whoTookPart')} of={shown} chosen={chosen} words="programmes.partner" onChoose={setChosen} />}
      <div className="form-row">
        <TextField label={t('programmes.fAttended')} code inputMode="numeric" {...field('attended')} />
        <TextField label={t('programmes.fWomen')} code inputMode="numeric" optional {...field('women')} />
        <TextField label={t('programmes.fYouth')} code inputMode="numeric" optional {...field('youth')} />
      </div>
      <TextArea label={t('programmes.cameOfIt')} hint={t('programmes.noNames')} optional rows={3} {...field('outcome')} />
      {activity && <TextArea label={t('programmes.reason')} rows={2} {...field('reason')} />}
    </CommandForm>
  );
}
