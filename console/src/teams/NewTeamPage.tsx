import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { json } from '../api/client';
import { may, useUser } from '../api/queries';
import { AreaField } from '../areas/AreaField';
import { t } from '../i18n/text';
import { ButtonLink } from '../ui/Button';
import { ErrorSummary, type Mistake } from '../ui/ErrorSummary';
import { TextArea, TextField } from '../ui/Field';
import { unnamed, useMistakes } from '../ui/mistakes';
import { toast } from '../ui/overlays';
import { Empty, Failure, Loading } from '../ui/State';
import { SubmitButton } from '../ui/SubmitButton';
import { PageHead, usePageTitle } from '../ui/text';
import { isPlanned } from './planned';
import { useStandard, useTeamsChanged } from './queries';
import type { TeamLine } from './types';
import { VillageFields } from './VillageFields';

/** Proposes a team; the chair decides. */
export function NewTeamPage() {
  usePageTitle(t('teams.new'));
  const user = useUser();
  const standard = useStandard(may(user, 'keepTeams'));
  if (!may(user, 'keepTeams')) return <Empty icon="lock" title={t('app.forbiddenTitle')}><p>{t('app.forbiddenDetail')}</p></Empty>;
  return (
    <>
      <PageHead title={t('teams.new')} lead={<p>{t('teams.newLead')}</p>} />
      {standard.data && <Form strength={standard.data.strength} />}
      {standard.isPending && <Loading />}
      {standard.error && <Failure failure={standard.error} retry={() => void standard.refetch()} />}
    </>
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
  const { summary, wrong, tell, tellNamed } = useMistakes();
  const save = useMutation({
    mutationFn: () => json<TeamLine>('/api/teams', { method: 'POST', body: { communeId, name: name.trim(), areaIds, planned: Number(planned), reason: reason.trim() || null } }),
    onSuccess: async (made) => {
      await changed();
      toast(t('teams.proposed', { code: made.code }));
      void navigate(`/teams/${made.id}`);
    },
    onError: (failure) => tellNamed(failure),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found: Mistake[] = [];
    if (!communeId) found.push({ field: 'communeId', message: t('teams.communeMissing') });
    if (areaIds.length === 0) found.push({ field: 'areaIds', message: t('teams.areasMissing') });
    if (!name.trim()) found.push({ field: 'name', message: t('teams.nameMissing') });
    if (!isPlanned(planned)) found.push({ field: 'planned', message: t('teams.plannedWrong') });
    tell(found);
    if (found.length === 0) save.mutate();
  };
  const failure = unnamed(save.error);
  return (
    <form className="form panel" onSubmit={submit} noValidate>
      <ErrorSummary {...summary} />
      {failure && <Failure failure={failure} />}
      <AreaField
        id="communeId"
        label={t('teams.commune')}
        error={wrong('communeId')}
        value={communeId}
        onChange={(id) => {
          setCommune(id);
          setAreas([]);
        }}
      />
      <VillageFields commune={communeId} chosen={areaIds} onChange={setAreas} error={wrong('areaIds')} />
      <TextField id="name" label={t('teams.fName')} hint={t('teams.fNameHint')} error={wrong('name')} value={name} onChange={(event) => setName(event.target.value)} />
      <TextField id="planned" label={t('teams.fPlanned')} hint={t('teams.fPlannedHint', { count: strength })} code inputMode="numeric" error={wrong('planned')} value={planned} onChange={(event) => setPlanned(event.target.value)} />
      <TextArea id="reason" label={t('teams.reason')} optional rows={2} error={wrong('reason')} value={reason} onChange={(event) => setReason(event.target.value)} />
      <div className="form-end">
        <SubmitButton pending={save.isPending}>{t('teams.propose')}</SubmitButton>
        <ButtonLink kind="quiet" to="/teams">
          {t('app.cancel')}
        </ButtonLink>
      </div>
    </form>
  );
}
