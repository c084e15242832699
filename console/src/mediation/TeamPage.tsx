import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import { json } from '../api/client';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t, tCode } from '../i18n/text';
import { dayText, readDay } from '../register/days';
import { Button } from '../ui/Button';
import { CommandForm, useCommand } from '../ui/CommandForm';
import { DataTable } from '../ui/DataTable';
import type { Mistake } from '../ui/ErrorSummary';
import { Choose, Radios, TextArea, TextField, useFields } from '../ui/Field';
import { Dialog, toast } from '../ui/overlays';
import { Badge, Failure, Notice, QueryState } from '../ui/State';
import { Code, Name, PageHead, usePageTitle } from '../ui/text';
import { useToday } from './MediationForms';
import {
  ElectionFieldset,
  electionMistakes,
  emptyElection,
  emptyLeaderElection,
  emptyMediator,
  LeaderElectionFieldset,
  leaderElectionMistakes,
  MediatorFieldset,
  toElection,
  toLeaderElection,
  toMediator,
  useAccounts,
} from './NewTeamPage';
import { TeamReviews } from './TeamReviews';
import { TeamBadges } from './TeamsPage';
import { endCauses, type MediationTeam, type MediatorEntry } from './types';

type Open = { what: 'recognition' | 'refusal' | 'mediators' } | { what: 'leader' | 'account' | 'end' | 'release' | 'releaseRefusal'; mediator: MediatorEntry };

/** One team: who mediates, who is proposed, and what the law lacks in it. */
export function TeamPage() {
  const { id = '' } = useParams();
  const team = useQuery({ queryKey: ['mediationTeams', id], queryFn: () => json<MediationTeam>(`/api/mediation-teams/${id}`) });
  usePageTitle(team.data?.villageName ?? t('mediation.teams'));
  if (!team.data) return <QueryState query={team} />;
  return <View team={team.data} />;
}

function View({ team }: { team: MediationTeam }) {
  const user = useUser();
  const [open, setOpen] = useState<Open | null>(null);
  const chair = may(user, 'decideMediators');
  const actions = chair || team.mayPropose || may(user, 'mediate');
  const close = () => setOpen(null);
  return (
    <>
      <PageHead
        title={t('mediation.teamOf', { village: team.villageName })}
        lead={<TeamBadges team={team} />}
        actions={
          <>
            {team.mayDecide && (
              <>
                <Button kind="primary" icon="done" label={t('mediation.recognise')} onClick={() => setOpen({ what: 'recognition' })} />
                <Button label={t('mediation.refuse')} onClick={() => setOpen({ what: 'refusal' })} />
              </>
            )}
            {team.mayPropose && <Button icon="add" label={t('mediation.proposeMore')} onClick={() => setOpen({ what: 'mediators' })} />}
          </>
        }
      />
      {chair && team.waiting > 0 && !team.mayDecide && <Notice tone="info" title={t('mediation.ownProposal')} />}
      {team.minorityArea && <Minority team={team} />}
      <DataTable heads={[t('mediation.fName'), t('mediation.fPlace'), t('mediation.colTeamState'), t('mediation.fDecision'), t('mediation.fAccount'), actions && t('people.colAct')]} cards>
        {team.mediators.map((each) => (
          <tr key={each.id} data-mediator={each.state}>
            <th scope="row">
              <Name>{each.name}</Name>
            </th>
            <td data-label={t('mediation.fPlace')}>{[each.leader ? t('mediation.leader') : t('mediation.mediator'), each.woman ? t('mediation.woman') : ''].filter(Boolean).join(' · ')}</td>
            <td data-label={t('mediation.colTeamState')}>
              <Badge tone={each.state === 'RECOGNISED' ? 'ok' : each.state === 'PROPOSED' ? 'info' : 'mute'}>{tCode('mediation.mediatorState', each.state)}</Badge>
              {each.endedOn && (
                <small className="block">
                  <Code>{dayText(each.endedOn)}</Code> {each.endCause && tCode('mediation.endCause', each.endCause)}
                </small>
              )}
              {each.releaseCause && (
                <small className="block">
                  {t('mediation.releaseWaits')}: {tCode('mediation.endCause', each.releaseCause)} · <bdi>{each.releaseReason}</bdi>
                </small>
              )}
              {each.elected && <small className="block">{t('mediation.votesOf', { votes: each.elected.votes, households: each.elected.households })}</small>}
              {each.ledBy && <small className="block">{t('mediation.leaderVotesOf', { on: dayText(each.ledBy.heldOn), votes: each.ledBy.votes, voters: each.ledBy.voters })}</small>}
            </td>
            <td data-label={t('mediation.fDecision')}>
              {each.decidedOn ? (
                <>
                  <bdi>{each.decisionNumber}</bdi>
                  <small className="block">
                    <Code>{dayText(each.decidedOn)}</Code>
                  </small>
                </>
              ) : (
                '–'
              )}
            </td>
            <td data-label={t('mediation.fAccount')}>{each.account ? <Name>{each.account.displayName}</Name> : '–'}</td>
            {actions && (
              <td>
                {each.state === 'RECOGNISED' && !chair && !each.releaseCause && (
                  <Button small kind="quiet" label={t('mediation.release')} onClick={() => setOpen({ what: 'release', mediator: each })} />
                )}
                {each.state === 'RECOGNISED' && chair && (
                  <div className="actions">
                    {!each.leader && <Button small kind="quiet" label={t('mediation.makeLeader')} onClick={() => setOpen({ what: 'leader', mediator: each })} />}
                    <Button small kind="quiet" label={t('mediation.bind')} onClick={() => setOpen({ what: 'account', mediator: each })} />
                    {each.releaseCause && (
                      <>
                        <Button small kind="quiet" label={t('mediation.endOffice')} onClick={() => setOpen({ what: 'end', mediator: each })} />
                        <Button small kind="quiet" label={t('mediation.refuseRelease')} onClick={() => setOpen({ what: 'releaseRefusal', mediator: each })} />
                      </>
                    )}
                  </div>
                )}
              </td>
            )}
          </tr>
        ))}
      </DataTable>
      <TeamReviews team={team} />
      <Dialog open={open !== null} onClose={close} title={open ? tCode('mediation.teamAct', open.what) : ''}>
        {open && <TeamActionForm team={team} open={open} onDone={close} />}
      </Dialog>
    </>
  );
}

/** Whether a minority that lives there is represented: said of the team, of no person. */
function Minority({ team }: { team: MediationTeam }) {
  const client = useQueryClient();
  const say = useMutation({
    mutationFn: (represented: boolean) => json<MediationTeam>(`/api/mediation-teams/${team.id}/representation`, { method: 'POST', body: { represented } }),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['mediationTeams'] }),
  });
  const said = team.minorityRepresented;
  return (
    <Notice tone={said ? 'ok' : 'warn'} title={t(said === null ? 'mediation.minorityOpen' : said ? 'mediation.minorityYes' : 'mediation.minorityNo')}>
      {say.error && <Failure failure={say.error} />}
      {team.mayConfirm && (
        <p className="actions">
          <Button small label={t('mediation.yes')} disabled={say.isPending} onClick={() => say.mutate(true)} />
          <Button small label={t('mediation.no')} disabled={say.isPending} onClick={() => say.mutate(false)} />
        </p>
      )}
    </Notice>
  );
}

function TeamActionForm({ team, open, onDone }: { team: MediationTeam; open: Open; onDone: () => void }) {
  const client = useQueryClient();
  const today = useToday();
  const [fields, set] = useFields({ number: '', on: today, reason: '', personId: 'mediator' in open ? (open.mediator.account?.id ?? '') : '' });
  const [cause, setCause] = useState<(typeof endCauses)[number]>('OWN_WISH');
  const [mediator, changeMediator] = useFields(emptyMediator);
  const [election, changeElection] = useFields(emptyElection);
  const [leaderElection, changeLeaderElection] = useFields(emptyLeaderElection);
  const accounts = useAccounts(open.what === 'account' ? team.villageId : '');
  const paper = { number: fields.number.trim(), on: readDay(fields.on) };
  const paperMistakes = (): Mistake[] => [
    ...(paper.number ? [] : [{ field: 'number', message: t('mediation.numberMissing') }]),
    ...(paper.on ? [] : [{ field: 'on', message: t('register.fDayWrong') }]),
  ];
  const path = 'mediator' in open && open.what !== 'leader' ? `mediators/${open.mediator.id}/${open.what === 'releaseRefusal' ? 'release/refusal' : open.what}` : open.what;
  const body = (): unknown => {
    switch (open.what) {
      case 'recognition':
        return paper;
      case 'refusal':
        return { reason: fields.reason.trim() };
      case 'mediators':
        return { election: toElection(election), mediator: toMediator(mediator), leaderElection: mediator.leader ? toLeaderElection(leaderElection) : null };
      case 'leader':
        return { ...paper, mediatorId: open.mediator.id, election: toLeaderElection(leaderElection) };
      case 'account':
        return { personId: fields.personId || null };
      case 'end':
        return paper;
      case 'release':
        return { cause, reason: fields.reason.trim() };
      case 'releaseRefusal':
        return { reason: fields.reason.trim() };
    }
  };
  const check = (): Mistake[] => {
    switch (open.what) {
      case 'recognition':
      case 'end':
        return paperMistakes();
      case 'leader':
        return [...leaderElectionMistakes(leaderElection), ...paperMistakes()];
      case 'refusal':
      case 'release':
      case 'releaseRefusal':
        return fields.reason.trim() ? [] : [{ field: 'reason', message: t('mediation.reasonShort') }];
      case 'mediators':
        return [
          ...electionMistakes(election),
          ...(mediator.name.trim() ? [] : [{ field: 'mediator-name-0', message: t('mediation.mediatorMissing', { number: 1 }) }]),
          ...(mediator.leader ? leaderElectionMistakes(leaderElection) : []),
        ];
      case 'account':
        return [];
    }
  };
  const command = useCommand({
    check: () => check(),
    send: () => json<MediationTeam>(`/api/mediation-teams/${team.id}/${path}`, { method: 'POST', body: body() }),
    done: () => {
      void client.invalidateQueries({ queryKey: ['mediationTeams'] });
      toast(t('app.saved'));
      onDone();
    },
    idOf: (field) => (open.what === 'leader' ? field.replace(/^election\./, 'leaderElection-') : field.replace(/^mediator\.(\w+)$/, 'mediator-$1-0').replace(/^(election|leaderElection)\./, '$1-')),
  });
  const { wrong } = command;
  const leaderInputs = <LeaderElectionFieldset value={leaderElection} wrong={wrong} onChange={changeLeaderElection} />;
  let inputs: ReactNode = open.what === 'leader' ? leaderInputs : null;
  if (open.what === 'refusal' || open.what === 'release' || open.what === 'releaseRefusal')
    inputs = <TextArea id="reason" label={t('mediation.field.reason')} error={wrong('reason')} value={fields.reason} onText={(reason) => set({ reason })} />;
  if (open.what === 'mediators')
    inputs = (
      <>
        <ElectionFieldset value={election} wrong={wrong} onChange={changeElection} />
        <MediatorFieldset index={0} value={mediator} villageId={team.villageId} wrong={wrong} leaderType="checkbox" onChange={changeMediator} />
        {mediator.leader && leaderInputs}
      </>
    );
  if (open.what === 'account')
    inputs = (
      <Choose
        id="personId"
        label={t('mediation.fAccount')}
        hint={t('mediation.bindHint')}
        error={wrong('personId')}
        none={t('mediation.noAccount')}
        of={accounts.data}
        words={(each) => each.displayName}
        value={fields.personId}
        onText={(personId) => set({ personId })}
      />
    );
  return (
    <CommandForm command={command}>
      {'mediator' in open && (
        <p>
          <Name>{open.mediator.name}</Name>
        </p>
      )}
      {open.what === 'recognition' && <p className="hint">{t('mediation.recogniseHint')}</p>}
      {inputs}
      {open.what === 'release' && <Radios label={t('mediation.fEndCause')} of={endCauses} value={cause} words="mediation.endCause" onText={setCause} />}
      {(open.what === 'recognition' || open.what === 'leader' || open.what === 'end') && (
        <div className="form-row">
          <TextField id="number" label={t('mediation.fDecisionNumber')} error={wrong('number')} autoComplete="off" value={fields.number} onText={(number) => set({ number })} />
          <TextField id="on" label={t('mediation.fDecisionOn')} hint={t('register.fOnHint')} error={wrong('on')} code autoComplete="off" value={fields.on} onText={(on) => set({ on })} />
        </div>
      )}
    </CommandForm>
  );
}
