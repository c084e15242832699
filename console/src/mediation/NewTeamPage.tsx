import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { json } from '../api/client';
import { useUser } from '../api/queries';
import type { Page, PersonRef } from '../api/types';
import { AreaField } from '../areas/AreaField';
import { t } from '../i18n/text';
import { readDay } from '../register/days';
import { asciiDigits } from '../time/parse';
import { Button } from '../ui/Button';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { Choose, fieldsOf, Option, Options, TextField, useFields } from '../ui/Field';
import { PageFrame } from '../ui/text';
import type { MediationTeam } from './types';

export interface MediatorFields {
  name: string;
  woman: boolean;
  leader: boolean;
  votes: string;
  personId: string;
}

export const emptyMediator: MediatorFields = { name: '', woman: false, leader: false, votes: '', personId: '' };
export const toMediator = (each: MediatorFields) => ({ name: each.name.trim(), woman: each.woman, leader: each.leader, votes: wholeNumber(each.votes), personId: each.personId || null });
const fewest = 3;

const electionForms = ['OPEN_VOTE', 'SECRET_BALLOT', 'BALLOT_PAPERS'] as const;

export interface ElectionFields {
  form: string;
  heldOn: string;
  households: string;
  seats: string;
}

export const emptyElection: ElectionFields = { form: 'SECRET_BALLOT', heldOn: '', households: '', seats: '3' };
export const toElection = (each: ElectionFields) => ({ form: each.form, heldOn: readDay(each.heldOn), households: wholeNumber(each.households), seats: wholeNumber(each.seats) });

function wholeNumber(text: string): number | null {
  const digits = asciiDigits(text).trim();
  return /^\d{1,6}$/.test(digits) ? Number(digits) : null;
}

/** How the households elected: the form, the day, and of how many households. */
export function ElectionFieldset({ value, wrong, onChange }: { value: ElectionFields; wrong: (id: string) => string | undefined; onChange: (changes: Partial<ElectionFields>) => void }) {
  const field = fieldsOf(value, wrong, onChange, 'election-*');
  return (
    <fieldset className="form-group">
      <legend>{t('mediation.election')}</legend>
      <Choose id="election-form" label={t('mediation.electionForm')} of={electionForms} words="mediation.electionForms" value={value.form} onText={(form) => onChange({ form })} />
      <div className="form-row">
        <TextField {...field('heldOn')} label={t('mediation.electionDay')} hint={t('teams.fDayHint')} code autoComplete="off" />
        <TextField {...field('households')} label={t('mediation.electionHouseholds')} hint={t('mediation.electionHouseholdsHint')} inputMode="numeric" code autoComplete="off" />
        <TextField {...field('seats')} label={t('mediation.electionSeats')} hint={t('mediation.electionSeatsHint')} inputMode="numeric" code autoComplete="off" />
      </div>
    </fieldset>
  );
}

const leaderElectionForms = ['OPEN_VOTE', 'SECRET_BALLOT'] as const;

export interface LeaderElectionFields {
  form: string;
  heldOn: string;
  voters: string;
  votes: string;
}

export const emptyLeaderElection: LeaderElectionFields = { form: 'OPEN_VOTE', heldOn: '', voters: '', votes: '' };
export const toLeaderElection = (each: LeaderElectionFields) => ({ form: each.form, heldOn: readDay(each.heldOn), voters: wholeNumber(each.voters), votes: wholeNumber(each.votes) });

/** How the mediators elected one of them to lead (article 14). */
export function LeaderElectionFieldset({
  value,
  wrong,
  onChange,
}: {
  value: LeaderElectionFields;
  wrong: (id: string) => string | undefined;
  onChange: (changes: Partial<LeaderElectionFields>) => void;
}) {
  const field = fieldsOf(value, wrong, onChange, 'leaderElection-*');
  return (
    <fieldset className="form-group">
      <legend>{t('mediation.leaderElection')}</legend>
      <Choose
        id="leaderElection-form"
        label={t('mediation.leaderElectionForm')}
        of={leaderElectionForms}
        words="mediation.leaderElectionForms"
        value={value.form}
        onText={(form) => onChange({ form })}
      />
      <div className="form-row">
        <TextField {...field('heldOn')} label={t('mediation.electionDay')} hint={t('teams.fDayHint')} code autoComplete="off" />
        <TextField {...field('voters')} label={t('mediation.leaderVoters')} hint={t('mediation.leaderVotersHint')} inputMode="numeric" code autoComplete="off" />
        <TextField {...field('votes')} label={t('mediation.leaderVotes')} hint={t('mediation.leaderVotesHint')} inputMode="numeric" code autoComplete="off" />
      </div>
    </fieldset>
  );
}

/** What of the election of a leader is missing. */
export function leaderElectionMistakes(election: LeaderElectionFields): Mistake[] {
  const found: Mistake[] = [];
  if (!readDay(election.heldOn)) found.push({ field: 'leaderElection-heldOn', message: t('register.fDayWrong') });
  if (wholeNumber(election.voters) === null) found.push({ field: 'leaderElection-voters', message: t('work.missing', { what: t('mediation.leaderVoters') }) });
  if (wholeNumber(election.votes) === null) found.push({ field: 'leaderElection-votes', message: t('work.missing', { what: t('mediation.leaderVotes') }) });
  return found;
}

/** The list of an election (article 8.3 d), for the chair to recognise. */
export function NewTeamPage() {
  return (
    <PageFrame title={t('mediation.newTeam')} lead={t('mediation.newTeamLead')}>
      <TeamForm />
    </PageFrame>
  );
}

/** What of an election is missing. */
export function electionMistakes(election: ElectionFields): Mistake[] {
  const found: Mistake[] = [];
  if (!readDay(election.heldOn)) found.push({ field: 'election-heldOn', message: t('register.fDayWrong') });
  if (wholeNumber(election.households) === null) found.push({ field: 'election-households', message: t('work.missing', { what: t('mediation.electionHouseholds') }) });
  if (wholeNumber(election.seats) === null) found.push({ field: 'election-seats', message: t('work.missing', { what: t('mediation.electionSeats') }) });
  return found;
}

/** Accounts that may be bound to mediators of a village. */
export function useAccounts(villageId: string) {
  return useQuery({
    enabled: villageId !== '',
    queryKey: ['mediationTeams', 'accounts', villageId],
    queryFn: async () => (await json<Page<PersonRef>>(`/api/mediation-teams/accounts?villageId=${villageId}`)).items,
  });
}

export function MediatorFieldset({
  index,
  value,
  villageId,
  wrong,
  leaderType,
  onChange,
}: {
  index: number;
  value: MediatorFields;
  villageId: string;
  wrong: (id: string) => string | undefined;
  leaderType: 'radio' | 'checkbox';
  onChange: (changes: Partial<MediatorFields>) => void;
}) {
  const accounts = useAccounts(villageId);
  const field = fieldsOf(value, wrong, onChange, `mediator-*-${index}`);
  return (
    <fieldset className="form-group">
      <legend>{t('mediation.mediatorNumber', { number: index + 1 })}</legend>
      <div className="form-row">
        <TextField {...field('name')} label={t('mediation.fName')} autoComplete="off" />
        <TextField {...field('votes')} label={t('mediation.fVotes')} hint={t('mediation.votesHint')} code inputMode="numeric" autoComplete="off" />
        <Choose {...field('personId')} label={t('mediation.fAccount')} optional none={t('mediation.noAccount')} of={accounts.data} words={(each) => each.displayName} />
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
  const [election, changeElection] = useFields(emptyElection);
  const [leaderElection, changeLeaderElection] = useFields(emptyLeaderElection);
  const [mediators, setMediators] = useState<MediatorFields[]>([{ ...emptyMediator, leader: true }, emptyMediator, emptyMediator]);
  const change = (index: number, changes: Partial<MediatorFields>) =>
    setMediators(mediators.map((each, at) => (at === index ? { ...each, ...changes } : changes.leader ? { ...each, leader: false } : each)));
  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      if (!villageId) found.push({ field: 'villageId', message: t('mediation.villageMissing') });
      found.push(...electionMistakes(election));
      mediators.forEach((each, index) => {
        if (wholeNumber(each.votes) === null) found.push({ field: `mediator-votes-${index}`, message: t('work.missing', { what: t('mediation.fVotes') }) });
        if (!each.name.trim()) found.push({ field: `mediator-name-${index}`, message: t('mediation.mediatorMissing', { number: index + 1 }) });
      });
      found.push(...leaderElectionMistakes(leaderElection));
      if (!mediators.some((each) => each.woman)) found.push({ field: 'mediators', message: t('mediation.womanMissing') });
      return found;
    },
    send: () =>
      json<MediationTeam>('/api/mediation-teams', {
        method: 'POST',
        body: { villageId, minorityArea, election: toElection(election), leaderElection: toLeaderElection(leaderElection), mediators: mediators.map(toMediator) },
      }),
    done: (made) => {
      void client.invalidateQueries({ queryKey: ['mediationTeams'] });
      void navigate(`/mediation/teams/${made.id}`, { replace: true });
    },
    idOf: (field) => field.replace(/^mediators\[(\d+)\]\.(\w+)$/, 'mediator-$2-$1').replace(/^(election|leaderElection)\./, '$1-'),
  });
  const { wrong } = command;
  return (
    <CommandForm command={command} className="form panel" label={t('mediation.propose')} onCancel="/mediation/teams">
      <AreaField id="villageId" label={t('mediation.colVillage')} hint={t('mediation.villageHint')} error={wrong('villageId')} value={villageId} onText={setVillageId} />
      <Options label={t('mediation.fMinority')} hint={t('mediation.minorityHint')}>
        <Option type="radio" name="minority" label={t('mediation.no')} checked={!minorityArea} onChange={() => setMinorityArea(false)} />
        <Option type="radio" name="minority" label={t('mediation.yes')} checked={minorityArea} onChange={() => setMinorityArea(true)} />
      </Options>
      <ElectionFieldset value={election} wrong={wrong} onChange={changeElection} />
      <div id="mediators" className="stack" tabIndex={-1}>
        {wrong('mediators') && <p className="field-error">{wrong('mediators')}</p>}
        {mediators.map((each, index) => (
          <MediatorFieldset key={index} index={index} value={each} villageId={villageId} wrong={wrong} leaderType="radio" onChange={(changes) => change(index, changes)} />
        ))}
      </div>
      <p className="actions">
        <Button small icon="add" label={t('mediation.moreMediators')} onClick={() => setMediators([...mediators, emptyMediator])} />
        {mediators.length > fewest && <Button small kind="quiet" label={t('mediation.fewerMediators')} onClick={() => setMediators(mediators.slice(0, -1))} />}
      </p>
      <LeaderElectionFieldset value={leaderElection} wrong={wrong} onChange={changeLeaderElection} />
    </CommandForm>
  );
}
