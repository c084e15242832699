import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { json, Problem } from '../api/client';
import { t, tCode } from '../i18n/text';
import { Button } from '../ui/Button';
import { CommandForm, useCommand } from '../ui/CommandForm';
import { Choose, Option, TextField } from '../ui/Field';
import { saved } from '../ui/overlays';
import { QueryState } from '../ui/State';
import { Name, PageHead, usePageTitle } from '../ui/text';
import { bodyOf, controlOf, emptyDraft, type MemberDraft, wrongFields } from './memberDraft';
import { useTeam, useTeamsChanged } from './queries';
import css from './teams.module.css';
import { educations, genders, leads, origins, positions, type Team } from './types';

const most = 30;

/** Proposes people for a team, several at a time; the chair recognises each. */
export function ProposePage() {
  const { id = '' } = useParams();
  usePageTitle(t('teams.proposeMembers'));
  const team = useTeam(id);
  if (!team.data) return <QueryState query={team} />;
  return (
    <>
      <PageHead
        title={t('teams.proposeMembers')}
        lead={
          <p>
            <Name>{team.data.team.name}</Name> · {t('teams.proposeLead')}
          </p>
        }
      />
      <Form data={team.data} />
    </>
  );
}

function Form({ data }: { data: Team }) {
  const navigate = useNavigate();
  const changed = useTeamsChanged();
  const hasLeader = data.members.some(leads);
  const [drafts, setDrafts] = useState<MemberDraft[]>([emptyDraft(hasLeader ? 'MEMBER' : 'LEADER')]);
  const set = (index: number, change: Partial<MemberDraft>) => setDrafts((before) => before.map((each, place) => (place === index ? { ...each, ...change } : each)));
  // What was named goes by the place, which others now have.
  const remove = (index: number) => {
    setDrafts((before) => before.filter((_, place) => place !== index));
    command.tell([]);
  };
  const command = useCommand({
    check: () => drafts.flatMap((draft, index) => wrongFields(draft).map((field) => ({ field: `${field}-${index}`, message: tCode('teams.wrong', field) }))),
    send: () => json<void>(`/api/teams/${data.team.id}/members`, { method: 'POST', body: { members: drafts.map(bodyOf) } }),
    done: saved(changed, () => void navigate(`/teams/${data.team.id}`)),
    refused: (failure) => {
      // Who bears the name of somebody in the commune is asked about, and may be another.
      if (failure instanceof Problem) {
        const asked = failure.errors.filter((error) => error.code === 'team-maybe-same').map((error) => Number(/\d+/.exec(error.field)?.[0]));
        setDrafts((before) => before.map((each, place) => ({ ...each, asked: each.asked || asked.includes(place) })));
      }
    },
    idOf: controlOf,
  });
  return (
    <CommandForm command={command} className={`form form-wide ${css.proposeForm}`} label={t('teams.propose')} onCancel={`/teams/${data.team.id}`}>
      {drafts.map((draft, index) => (
        <fieldset className="form-group panel" key={index}>
          <legend>{t('teams.person', { number: index + 1 })}</legend>
          <Fields draft={draft} index={index} team={data} wrong={command.wrong} set={(change) => set(index, change)} {...(drafts.length > 1 ? { remove: () => remove(index) } : {})} />
        </fieldset>
      ))}
      {drafts.length < most && (
        <p>
          <Button
            icon="add"
            label={t('teams.another')}
            onClick={() => setDrafts((before) => [...before, { ...emptyDraft('MEMBER'), from: before.at(-1)?.from ?? '', until: before.at(-1)?.until ?? '' }])}
          />
        </p>
      )}
    </CommandForm>
  );
}

interface FieldsProps {
  draft: MemberDraft;
  index: number;
  team: Team;
  wrong: (field: string) => string | undefined;
  set: (change: Partial<MemberDraft>) => void;
  remove?: () => void;
}

function Fields({ draft, index, team, wrong, set, remove }: FieldsProps) {
  const present = team.members.filter((member) => member.state === 'RECOGNISED');
  const text = (name: 'name' | 'born' | 'phone' | 'nationalId' | 'healthOn' | 'from' | 'until') => ({
    id: `${name}-${index}`,
    error: wrong(`${name}-${index}`),
    value: draft[name],
    autoComplete: 'off',
    // What was said of a name holds for that name.
    onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value, ...(name === 'name' || name === 'born' ? { asked: false, anotherPerson: false } : {}) }),
  });
  const choice = <T extends string>(name: 'gender' | 'origin' | 'education', values: readonly T[], words: string) => (
    <Choose
      id={`${name}-${index}`}
      label={tCode('teams.f', name)}
      optional={name === 'education'}
      error={wrong(`${name}-${index}`)}
      none="–"
      of={values}
      words={(each) => tCode(words, each)}
      value={draft[name]}
      onText={(text) => set({ [name]: text } as Partial<MemberDraft>)}
    />
  );
  return (
    <>
      {present.length > 0 && (
        <Choose
          id={`memberId-${index}`}
          label={t('teams.fWho')}
          error={wrong(`memberId-${index}`)}
          none={t('teams.somebodyNew')}
          of={present}
          words={(member) => `${member.name} – ${tCode('teams.position', member.position ?? '')}`}
          value={draft.memberId}
          onText={(memberId) => set({ memberId })}
        />
      )}
      {!draft.memberId && (
        <>
          <div className="form-row">
            <TextField {...text('name')} label={tCode('teams.f', 'name')} />
            <TextField {...text('born')} label={tCode('teams.f', 'born')} hint={t('teams.fBornHint')} code />
            {choice('gender', genders, 'teams.gender')}
          </div>
          {draft.asked && <Option type="checkbox" label={t('teams.anotherPerson')} checked={draft.anotherPerson} onChange={(event) => set({ anotherPerson: event.target.checked })} />}
          <div className="form-row">
            <TextField {...text('phone')} label={tCode('teams.f', 'phone')} optional code inputMode="tel" />
            <TextField {...text('nationalId')} label={tCode('teams.f', 'nationalId')} hint={t('teams.fIdHint')} optional code inputMode="numeric" />
          </div>
          <div className="form-row">
            {choice('origin', origins, 'teams.origin')}
            {choice('education', educations, 'teams.education')}
            <TextField {...text('healthOn')} label={tCode('teams.f', 'healthOn')} hint={t('teams.fDayHint')} optional code />
          </div>
        </>
      )}
      <div className="form-row">
        <Choose
          id={`position-${index}`}
          label={tCode('teams.f', 'position')}
          error={wrong(`position-${index}`)}
          of={positions}
          words="teams.position"
          value={draft.position}
          onText={(position) => set({ position })}
        />
        <TextField {...text('from')} label={tCode('teams.f', 'from')} hint={t('teams.fDayHint')} code />
        <TextField {...text('until')} label={tCode('teams.f', 'until')} hint={t('teams.fDayHint')} code />
      </div>
      <Option type="checkbox" label={t('teams.overAge')} checked={draft.overAge} onChange={(event) => set({ overAge: event.target.checked })} />
      {remove && (
        <p>
          <Button kind="quiet" small icon="remove" label={t('teams.removePerson')} onClick={remove} />
        </p>
      )}
    </>
  );
}
