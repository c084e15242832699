import { useState } from 'react';
import { useNavigate } from 'react-router';
import { json } from '../api/client';
import { useUser } from '../api/queries';
import { AreaField } from '../areas/AreaField';
import { t } from '../i18n/text';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { TextArea, TextField } from '../ui/Field';
import { toast } from '../ui/overlays';
import { QueryState } from '../ui/State';
import { PageFrame } from '../ui/text';
import { isPlanned } from './planned';
import { useStandard, useTeamsChanged } from './queries';
import type { TeamLine } from './types';
import { VillageFields } from './VillageFields';

/** Proposes a team; the chair decides. */
export function NewTeamPage() {
  const standard = useStandard();
  return (
    <PageFrame title={t('teams.new')} lead={t('teams.newLead')}>
      {standard.data && <Form strength={standard.data.strength} />}
      <QueryState query={standard} />
    </PageFrame>
  );
}

function Form({ strength }: { strength: number }) {
  const user = useUser();
  const navigate = useNavigate();
  const changed = useTeamsChanged();
  const [communeId, setCommune] = useState(user.area?.id ?? '');
  const [areaIds, setAreas] = useState<string[]>([]);
  const [name, setName] = useState('');
  const [planned, setPlanned] = useState(String(strength));
  const [reason, setReason] = useState('');
  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      if (!communeId) found.push({ field: 'communeId', message: t('teams.communeMissing') });
      if (areaIds.length === 0) found.push({ field: 'areaIds', message: t('teams.areasMissing') });
      if (!name.trim()) found.push({ field: 'name', message: t('teams.nameMissing') });
      if (!isPlanned(planned)) found.push({ field: 'planned', message: t('teams.plannedWrong') });
      return found;
    },
    send: () => json<TeamLine>('/api/teams', { method: 'POST', body: { communeId, name: name.trim(), areaIds, planned: Number(planned), reason: reason.trim() || null } }),
    done: async (made) => {
      await changed();
      toast(t('teams.proposed', { code: made.code }));
      void navigate(`/teams/${made.id}`);
    },
  });
  const { wrong } = command;
  return (
    <CommandForm command={command} className="form panel" label={t('teams.propose')} onCancel="/teams">
      <AreaField
        id="communeId"
        label={t('teams.commune')}
        error={wrong('communeId')}
        value={communeId}
        onText={(id) => {
          setCommune(id);
          setAreas([]);
        }}
      />
      <VillageFields commune={communeId} chosen={areaIds} onChange={setAreas} error={wrong('areaIds')} />
      <TextField id="name" label={t('teams.fName')} hint={t('teams.fNameHint')} error={wrong('name')} value={name} onText={setName} />
      <TextField id="planned" label={t('teams.fPlanned')} hint={t('teams.fPlannedHint', { count: strength })} code inputMode="numeric" error={wrong('planned')} value={planned} onText={setPlanned} />
      <TextArea id="reason" label={t('teams.reason')} optional rows={2} error={wrong('reason')} value={reason} onText={setReason} />
    </CommandForm>
  );
}
