import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { json } from '../api/client';
import { may, useUser } from '../api/queries';
import type { Page, PersonRef } from '../api/types';
import { AreaField } from '../areas/AreaField';
import { t } from '../text/text';
import { Button, ButtonLink } from '../ui/Button';
import { ErrorSummary, type Mistake } from '../ui/ErrorSummary';
import { Choose, Option, Options, TextField } from '../ui/Field';
import { unnamed, useMistakes } from '../ui/mistakes';
import { Empty, Failure } from '../ui/State';
import { SubmitButton } from '../ui/SubmitButton';
import { PageHead, usePageTitle } from '../ui/text';
import type { MediationTeam } from './types';

export interface MediatorFields {
  name: string;
  woman: boolean;
  leader: boolean;
  personId: string;
}

export const emptyMediator: MediatorFields = { name: '', woman: false, leader: false, personId: '' };
export const toMediator = (each: MediatorFields) => ({ name: each.name.trim(), woman: each.woman, leader: each.leader, personId: each.personId || null });
const fewest = 3;

/** The list of an election (article 8.3 d), for the chair to recognise. */
export function NewTeamPage() {
  usePageTitle(t('mediation.newTeam'));
  const user = useUser();
  if (!may(user, 'proposeMediators')) return <Empty icon="lock" title={t('app.forbiddenTitle')}><p>{t('app.forbiddenDetail')}</p></Empty>;
  return (
    <>
      <PageHead title={t('mediation.newTeam')} lead={<p>{t('mediation.newTeamLead')}</p>} />
      <TeamForm />
    </>
  );
}

/** Accounts that may be bound to mediators of a village. */
export function useAccounts(villageId: string) {
  return useQuery({
    enabled: villageId !== '',
    queryKey: ['mediationTeams', 'accounts', villageId],
    queryFn: async () => (await json<Page<PersonRef>>(`/api/mediation-teams/accounts?villageId=${villageId}`)).items,
  });
}

export function MediatorFieldset({ index, value, villageId, wrong, leaderType, onChange }: { index: number; value: MediatorFields; villageId: string; wrong: (id: string) => string | undefined; leaderType: 'radio' | 'checkbox'; onChange: (changes: Partial<MediatorFields>) => void }) {
  const accounts = useAccounts(villageId);
  return (
    <fieldset className="form-group">
      <legend>{t('mediation.mediatorNumber', { number: index + 1 })}</legend>
      <div className="form-row">
        <TextField id={`mediator-name-${index}`} label={t('mediation.fName')} error={wrong(`mediator-name-${index}`)} autoComplete="off" value={value.name} onChange={(event) => onChange({ name: event.target.value })} />
        <Choose id={`mediator-personId-${index}`} label={t('mediation.fAccount')} error={wrong(`mediator-personId-${index}`)} optional value={value.personId} onChange={(event) => onChange({ personId: event.target.value })}>
          <option value="">{t('mediation.noAccount')}</option>
          {(accounts.data ?? []).map((each) => (
            <option key={each.id} value={each.id}>
              {each.displayName}
            </option>
          ))}
        </Choose>
      </div>
      <Options label={t('mediation.fPlace')}>
        <Option type="checkbox" label={t('mediation.woman')} checked={value.woman} onChange={(event) => onChange({ woman: event.target.checked })} />
        <Option type={leaderType} name="leader" label={t('mediation.leader')} checked={value.leader} onChange={(event) => onChange({ leader: event.target.checked })} />
      </Options>
    </fieldset>
  );
}

function TeamForm() {
  const user = useUser();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [villageId, setVillageId] = useState(user.area?.id ?? '');
  const [minorityArea, setMinorityArea] = useState(false);
  const [mediators, setMediators] = useState<MediatorFields[]>([{ ...emptyMediator, leader: true }, emptyMediator, emptyMediator]);
  const { summary, wrong, tell, tellNamed } = useMistakes();
  const change = (index: number, changes: Partial<MediatorFields>) =>
    setMediators(mediators.map((each, at) => (at === index ? { ...each, ...changes } : changes.leader ? { ...each, leader: false } : each)));
  const save = useMutation({
    mutationFn: () => json<MediationTeam>('/api/mediation-teams', { method: 'POST', body: { villageId, minorityArea, mediators: mediators.map(toMediator) } }),
    onSuccess: (made) => {
      void client.invalidateQueries({ queryKey: ['mediationTeams'] });
      void navigate(`/mediation/teams/${made.id}`, { replace: true });
    },
    onError: (failure) => tellNamed(failure, (field) => field.replace(/^mediators\[(\d+)\]\.(\w+)$/, 'mediator-$2-$1')),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found: Mistake[] = [];
    if (!villageId) found.push({ field: 'villageId', message: t('mediation.villageMissing') });
    mediators.forEach((each, index) => {
      if (!each.name.trim()) found.push({ field: `mediator-name-${index}`, message: t('mediation.mediatorMissing', { number: index + 1 }) });
    });
    if (!mediators.some((each) => each.woman)) found.push({ field: 'mediators', message: t('mediation.womanMissing') });
    tell(found);
    if (found.length === 0) save.mutate();
  };
  const failure = unnamed(save.error);
  return (
    <form className="form panel" onSubmit={submit} noValidate>
      <ErrorSummary {...summary} />
      {failure && <Failure failure={failure} />}
      <AreaField id="villageId" label={t('mediation.colVillage')} hint={t('mediation.villageHint')} error={wrong('villageId')} value={villageId} onChange={setVillageId} />
      <Options label={t('mediation.fMinority')} hint={t('mediation.minorityHint')}>
        <Option type="radio" name="minority" label={t('mediation.no')} checked={!minorityArea} onChange={() => setMinorityArea(false)} />
        <Option type="radio" name="minority" label={t('mediation.yes')} checked={minorityArea} onChange={() => setMinorityArea(true)} />
      </Options>
      <div id="mediators" className="stack" tabIndex={-1}>
        {wrong('mediators') && <p className="field-error">{wrong('mediators')}</p>}
        {mediators.map((each, index) => (
          <MediatorFieldset key={index} index={index} value={each} villageId={villageId} wrong={wrong} leaderType="radio" onChange={(changes) => change(index, changes)} />
        ))}
      </div>
      <p className="actions">
        <Button small icon="plus" onClick={() => setMediators([...mediators, emptyMediator])}>
          {t('mediation.moreMediators')}
        </Button>
        {mediators.length > fewest && (
          <Button small kind="quiet" onClick={() => setMediators(mediators.slice(0, -1))}>
            {t('mediation.fewerMediators')}
          </Button>
        )}
      </p>
      <div className="form-end">
        <SubmitButton pending={save.isPending}>{t('mediation.propose')}</SubmitButton>
        <ButtonLink kind="quiet" to="/mediation/teams">
          {t('app.cancel')}
        </ButtonLink>
      </div>
    </form>
  );
}
