import { useState } from 'react';
import { json } from '../api/client';
import { t } from '../i18n/text';
import { readDay } from '../register/days';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { TextArea, TextField } from '../ui/Field';
import { saved } from '../ui/overlays';
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
  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      if (areaIds.length === 0) found.push({ field: 'areaIds', message: t('teams.areasMissing') });
      if (!isPlanned(planned)) found.push({ field: 'planned', message: t('teams.plannedWrong') });
      if (!readDay(from)) found.push({ field: 'from', message: t('register.fDayWrong') });
      if (!reason.trim()) found.push({ field: 'reason', message: t('teams.reasonMissing') });
      return found;
    },
    send: () => json<TeamLine>(`/api/teams/${team.id}/changes`, { method: 'POST', body: { areaIds, planned: Number(planned), from: readDay(from), reason: reason.trim() } }),
    done: saved(changed, onDone),
  });
  const { wrong } = command;
  return (
    <CommandForm command={command} label={t('teams.propose')}>
      <VillageFields commune={team.communeId} covered={team.areas} chosen={areaIds} onChange={setAreas} error={wrong('areaIds')} />
      <div className="form-row">
        <TextField id="planned" label={t('teams.fPlanned')} code inputMode="numeric" error={wrong('planned')} value={planned} onText={setPlanned} />
        <TextField id="from" label={t('teams.from')} hint={t('teams.fDayHint')} code autoComplete="off" error={wrong('from')} value={from} onText={setFrom} />
      </div>
      <TextArea id="reason" label={t('teams.reason')} rows={2} error={wrong('reason')} value={reason} onText={setReason} />
    </CommandForm>
  );
}

/** Proposes that a team be dissolved. */
export function EndForm({ team, onDone }: { team: TeamLine; onDone: () => void }) {
  const changed = useTeamsChanged();
  const [reason, setReason] = useState('');
  const command = useCommand({
    check: () => (reason.trim() ? [] : [{ field: 'reason', message: t('teams.reasonMissing') }]),
    send: () => json<TeamLine>(`/api/teams/${team.id}/dissolution`, { method: 'POST', body: { reason: reason.trim() } }),
    done: saved(changed, onDone),
  });
  return (
    <CommandForm command={command} label={t('teams.propose')}>
      <p className="hint">{t('teams.dissolveMore')}</p>
      <TextArea id="reason" label={t('teams.reason')} rows={2} error={command.wrong('reason')} value={reason} onText={setReason} />
    </CommandForm>
  );
}
