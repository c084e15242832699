import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { json } from '../api/client';
import { readDay } from '../register/days';
import { t } from '../i18n/text';
import { ErrorSummary, type Mistake } from '../ui/ErrorSummary';
import { TextArea, TextField } from '../ui/Field';
import { unnamed, useMistakes } from '../ui/mistakes';
import { toast } from '../ui/overlays';
import { Failure } from '../ui/State';
import { SubmitButton } from '../ui/SubmitButton';
import { isPlanned } from './planned';
import { useTeamsChanged } from './queries';
import type { TeamLine } from './types';
import { VillageFields } from './VillageFields';

/** Proposes other villages or another strength from a day on. */
export function ChangeForm({ team, strength, onDone }: { team: TeamLine; strength: number; onDone: () => void }) {
  const changed = useTeamsChanged();
  const [areaIds, setAreas] = useState(team.areas.map((area) => area.id));
  const [planned, setPlanned] = useState(String(team.planned ?? strength));
  const [from, setFrom] = useState('');
  const [reason, setReason] = useState('');
  const { summary, wrong, tell, tellNamed } = useMistakes();
  const save = useMutation({
    mutationFn: () => json<TeamLine>(`/api/teams/${team.id}/changes`, { method: 'POST', body: { areaIds, planned: Number(planned), from: readDay(from), reason: reason.trim() } }),
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
    if (areaIds.length === 0) found.push({ field: 'areaIds', message: t('teams.areasMissing') });
    if (!isPlanned(planned)) found.push({ field: 'planned', message: t('teams.plannedWrong') });
    if (!readDay(from)) found.push({ field: 'from', message: t('register.fDayWrong') });
    if (!reason.trim()) found.push({ field: 'reason', message: t('teams.reasonMissing') });
    tell(found);
    if (found.length === 0) save.mutate();
  };
  const failure = unnamed(save.error);
  return (
    <form className="form" onSubmit={submit} noValidate>
      <ErrorSummary {...summary} />
      {failure && <Failure failure={failure} />}
      <VillageFields commune={team.communeId} covered={team.areas} chosen={areaIds} onChange={setAreas} error={wrong('areaIds')} />
      <div className="form-row">
        <TextField id="planned" label={t('teams.fPlanned')} code inputMode="numeric" error={wrong('planned')} value={planned} onChange={(event) => setPlanned(event.target.value)} />
        <TextField id="from" label={t('teams.from')} hint={t('teams.fDayHint')} code autoComplete="off" error={wrong('from')} value={from} onChange={(event) => setFrom(event.target.value)} />
      </div>
      <TextArea id="reason" label={t('teams.reason')} rows={2} error={wrong('reason')} value={reason} onChange={(event) => setReason(event.target.value)} />
      <Propose pending={save.isPending} />
    </form>
  );
}

/** Proposes that a team be dissolved. */
export function EndForm({ team, onDone }: { team: TeamLine; onDone: () => void }) {
  const changed = useTeamsChanged();
  const [reason, setReason] = useState('');
  const { summary, wrong, tell, tellNamed } = useMistakes();
  const save = useMutation({
    mutationFn: () => json<TeamLine>(`/api/teams/${team.id}/dissolution`, { method: 'POST', body: { reason: reason.trim() } }),
    onSuccess: async () => {
      await changed();
      toast(t('app.saved'));
      onDone();
    },
    onError: (failure) => tellNamed(failure),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found: Mistake[] = reason.trim() ? [] : [{ field: 'reason', message: t('teams.reasonMissing') }];
    tell(found);
    if (found.length === 0) save.mutate();
  };
  const failure = unnamed(save.error);
  return (
    <form className="form" onSubmit={submit} noValidate>
      <ErrorSummary {...summary} />
      {failure && <Failure failure={failure} />}
      <p className="hint">{t('teams.dissolveMore')}</p>
      <TextArea id="reason" label={t('teams.reason')} rows={2} error={wrong('reason')} value={reason} onChange={(event) => setReason(event.target.value)} />
      <Propose pending={save.isPending} />
    </form>
  );
}

function Propose({ pending }: { pending: boolean }) {
  return (
    <div className="form-end">
      <SubmitButton pending={pending}>{t('teams.propose')}</SubmitButton>
    </div>
  );
}
