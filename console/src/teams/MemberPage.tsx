import { useState } from 'react';
import { useParams } from 'react-router';
import { json } from '../api/client';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t, tCode } from '../i18n/text';
import { dayText, readDay } from '../register/days';
import { Moment } from '../time/site';
import { ButtonLink } from '../ui/Button';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { Choose, TextField, useFields } from '../ui/Field';
import { FieldsForm } from '../ui/FieldsForm';
import { DialogButton, toast } from '../ui/overlays';
import { Badge, Notice, QueryState } from '../ui/State';
import { Code, Fact, Name, PageHead, usePageTitle } from '../ui/text';
import { MemberBenefits } from './MemberBenefits';
import { useMember, useTeam, useTeamsChanged } from './queries';
import { type Education, educations, type LeavingReason, leavingReasons, type MemberDetails } from './types';
import { PaperText, Span, TermBadge, WarningBadge } from './words';
import { MemberRecord } from './work/MeritsPage';
import { useWorkList } from './work/queries';
import type { Item } from './work/types';

/** All of one member; opening it is an entry of the log. */
export function MemberPage() {
  const { id = '', memberId = '' } = useParams();
  const details = useMember(id, memberId);
  usePageTitle(t('teams.member'));
  if (!details.data) return <QueryState query={details} />;
  return <View team={id} details={details.data} />;
}

function View({ team, details }: { team: string; details: MemberDetails }) {
  const user = useUser();
  const { member } = details;
  const changes = may(user, 'keepTeams') && member.state === 'RECOGNISED';
  const returns = may(user, 'keepTeams') && member.state === 'LEFT' && member.leftReason !== 'TEAM_DISSOLVED' && member.name !== null;
  const none = '–';
  return (
    <>
      <PageHead
        title={<Name>{member.name ?? t('teams.erased')}</Name>}
        lead={
          <p className="summary">
            {member.position && <Badge tone="info">{tCode('teams.position', member.position)}</Badge>}
            {member.warnings.map((warning) => (
              <WarningBadge key={warning} warning={warning} />
            ))}
          </p>
        }
        actions={
          <>
            <ButtonLink label={t('teams.toTeam')} to={`/teams/${team}`} />
            <DialogButton kind="quiet" label={t('work.takeBack')} shown={returns}>
              {(close) => (
                <>
                  <p className="hint">{t('work.takeBackHint')}</p>
                  <FieldsForm
                    path={`/api/teams/${team}/members/${member.id}/departure/withdrawal`}
                    stale="teams"
                    questions={[{ name: 'reason', label: t('work.reason'), kind: 'words' }]}
                    submit={t('work.takeBack')}
                    onDone={close}
                  />
                </>
              )}
            </DialogButton>
            <DialogButton shown={changes} kind="primary" label={t('teams.correct')}>
              {(close) => <DetailsForm team={team} details={details} onDone={close} />}
            </DialogButton>
            <DialogButton shown={changes} kind="quiet" label={t('teams.leave')}>
              {(close) => <LeavingForm team={team} details={details} onDone={close} />}
            </DialogButton>
          </>
        }
      />
      {member.leftOn && member.leftReason && <Notice tone="info" title={`${t('teams.left')} ${dayText(member.leftOn)} · ${tCode('teams.leaving', member.leftReason)}`} />}
      <div className="card-page">
        <section className="panel stack">
          <h2>{t('teams.terms')}</h2>
          <ol className="plain-list stack">
            {member.terms.map((term) => (
              <li key={term.id}>
                <p className="summary">
                  <strong>{tCode('teams.position', term.position)}</strong>
                  <Span from={term.from} until={term.until} />
                  <TermBadge state={term.state} />
                  {term.overAge && <WarningBadge warning="OVER_AGE" />}
                </p>
                {term.ended && (
                  <p className="hint">
                    {t('teams.ended')} <Code>{dayText(term.ended)}</Code>
                  </p>
                )}
                {term.imported && (
                  <p className="hint">
                    {t('teams.importedBy')} <Name>{term.imported.by.displayName}</Name> · <Moment at={term.imported.at} />
                  </p>
                )}
                {term.paper && (
                  <p className="hint">
                    <PaperText paper={term.paper} />
                  </p>
                )}
                {term.reason && (
                  <p className="hint">
                    <bdi>{term.reason}</bdi>
                  </p>
                )}
              </li>
            ))}
          </ol>
        </section>
        <section className="panel stack">
          <h2>{t('teams.personal')}</h2>
          <dl className="facts">
            <Fact label={tCode('teams.f', 'born')}>
              <Code>{member.birthOn ? dayText(member.birthOn) : (member.birthYear ?? none)}</Code>
            </Fact>
            <Fact label={tCode('teams.f', 'gender')}>{member.gender ? tCode('teams.gender', member.gender) : none}</Fact>
            <Fact label={tCode('teams.f', 'phone')}>
              <Code>{member.phone ?? none}</Code>
            </Fact>
            <Fact label={tCode('teams.f', 'nationalId')}>
              <Code>{details.nationalId ?? none}</Code>
            </Fact>
            <Fact label={tCode('teams.f', 'origin')}>{member.origin ? tCode('teams.origin', member.origin) : none}</Fact>
            <Fact label={tCode('teams.f', 'education')}>{member.education ? tCode('teams.education', member.education) : none}</Fact>
            <Fact label={tCode('teams.f', 'healthOn')}>
              <Code>{member.healthOn ? dayText(member.healthOn) : none}</Code>
            </Fact>
            <Fact label={tCode('teams.f', 'certificate')}>
              <Code>{member.certificate ?? none}</Code>
            </Fact>
            <Fact label={tCode('teams.f', 'badge')}>
              <Code>{member.badge ?? none}</Code>
            </Fact>
            <Fact label={tCode('teams.f', 'username')}>
              <Code>{details.account ?? none}</Code>
            </Fact>
          </dl>
          <p className="hint">{t('teams.memberHint')}</p>
        </section>
      </div>
      {member.state === 'RECOGNISED' && <MemberBenefits team={team} member={member.id} keeps={changes} />}
      {(member.state === 'RECOGNISED' || member.state === 'LEFT') && member.name && <MemberRecord team={team} member={member.id} />}
    </>
  );
}

interface FormProps {
  team: string;
  details: MemberDetails;
  onDone: () => void;
}

function useSaving(onDone: () => void) {
  const changed = useTeamsChanged();
  return async () => {
    await changed();
    toast(t('app.saved'));
    onDone();
  };
}

function DetailsForm({ team, details, onDone }: FormProps) {
  const { member } = details;
  const saved = useSaving(onDone);
  const [fields, set] = useFields(() => ({
    phone: member.phone ?? '',
    education: member.education ?? ('' as Education | ''),
    healthOn: member.healthOn ? dayText(member.healthOn) : '',
    certificate: member.certificate ?? '',
    badge: member.badge ?? '',
    username: details.account ?? '',
  }));
  const text = (name: 'phone' | 'healthOn' | 'certificate' | 'badge' | 'username') => ({
    id: name,
    label: tCode('teams.f', name),
    optional: true,
    code: true,
    autoComplete: 'off',
    error: wrong(name),
    value: fields[name],
    onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value }),
  });
  const command = useCommand({
    check: () => (fields.healthOn.trim() && !readDay(fields.healthOn) ? [{ field: 'healthOn', message: t('register.fDayWrong') }] : []),
    send: () =>
      json<void>(`/api/teams/${team}/members/${member.id}/details`, {
        method: 'POST',
        body: {
          version: details.version,
          phone: fields.phone.trim() || null,
          education: fields.education || null,
          healthOn: fields.healthOn.trim() ? readDay(fields.healthOn) : null,
          certificate: fields.certificate.trim() || null,
          badge: fields.badge.trim() || null,
          username: fields.username.trim() || null,
        },
      }),
    done: saved,
  });
  const { wrong } = command;
  return (
    <CommandForm command={command}>
      <TextField {...text('phone')} />
      <Choose id="education" label={tCode('teams.f', 'education')} optional none="–" of={educations} words="teams.education" value={fields.education} onText={(education) => set({ education })} />
      <TextField {...text('healthOn')} hint={t('teams.fDayHint')} />
      <div className="form-row">
        <TextField {...text('certificate')} />
        <TextField {...text('badge')} />
      </div>
      <TextField {...text('username')} hint={t('teams.fUsernameHint')} />
    </CommandForm>
  );
}

function LeavingForm({ team, details, onDone }: FormProps) {
  const found = useTeam(team);
  const held = useWorkList<Item>('/api/team-equipment', { communeId: found.data?.team.communeId, memberId: details.member.id }, Boolean(found.data));
  const saved = useSaving(onDone);
  const [on, setOn] = useState('');
  const [reason, setReason] = useState<LeavingReason | ''>('');
  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      if (!readDay(on)) found.push({ field: 'on', message: t('register.fDayWrong') });
      if (!reason) found.push({ field: 'reason', message: t('teams.leavingMissing') });
      return found;
    },
    send: () => json<void>(`/api/teams/${team}/members/${details.member.id}/departure`, { method: 'POST', body: { on: readDay(on), reason } }),
    done: saved,
  });
  const { wrong } = command;
  return (
    <CommandForm command={command} label={t('teams.leave')}>
      {held.data && held.data.length > 0 && (
        <Notice tone="warn" title={t('work.holds')}>
          <p>
            <bdi>{held.data.map((each) => `${each.name} ${each.serial ?? each.code}`).join(', ')}</bdi>
          </p>
        </Notice>
      )}
      <TextField id="on" label={t('teams.fLeftOn')} hint={t('teams.fLeftOnHint')} code autoComplete="off" error={wrong('on')} value={on} onText={setOn} />
      <Choose id="reason" label={t('teams.fLeaving')} error={wrong('reason')} none="–" of={leavingReasons} words="teams.leaving" value={reason} onText={setReason} />
    </CommandForm>
  );
}
