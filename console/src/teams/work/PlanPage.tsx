import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { json } from '../../api/client';
import { newId } from '../../api/newId';
import { t, tCode } from '../../i18n/text';
import { dayText, readDay } from '../../register/days';
import { Begin } from '../../ui/Begin';
import { Button } from '../../ui/Button';
import { CommandForm, useCommand } from '../../ui/CommandForm';
import type { Mistake } from '../../ui/ErrorSummary';
import { fieldsOf, Option, Options, TextField, useFields } from '../../ui/Field';
import { FieldsForm } from '../../ui/FieldsForm';
import { Dialog, DialogButton, saved, toast } from '../../ui/overlays';
import { Badge, Empty, Failure, Notice, QueryState, StaleWhileLoading } from '../../ui/State';
import { Code, Name, PageFrame } from '../../ui/text';
import { useTeamsChanged } from '../queries';
import css from '../teams.module.css';
import { useWork } from './queries';
import type { MemberName, Plan, Serving, Shift } from './types';
import { MonthBar, minutesText, TeamTabs, useMonth } from './words';

/** A month of a team's patrols, planned on a phone: who, when, where; and what does not fit. */
export function PlanPage() {
  const { id = '' } = useParams();
  const { month, to } = useMonth();
  const plan = useWork<Plan>(`/api/teams/${id}/patrol-plan`, { month });
  return (
    <PageFrame title={t('work.plan')} lead={t('work.planLead')} below={<TeamTabs team={id} />}>
      <MonthBar month={month} to={to} />
      <QueryState query={plan} />
      {plan.data && (
        <StaleWhileLoading stale={plan.isPlaceholderData}>
          <View key={plan.data.month} team={id} plan={plan.data} />
        </StaleWhileLoading>
      )}
    </PageFrame>
  );
}

function View({ team, plan }: { team: string; plan: Plan }) {
  const [cancelling, setCancelling] = useState<Shift | null>(null);
  const conflicts = plan.shifts.filter((each) => each.conflicts.length > 0).length;
  return (
    <div className="stack">
      {plan.mayKeep && (
        <div className="actions">
          <DialogButton kind="primary" icon="add" label={t('work.addShift')}>
            {(close) => <ShiftForm team={team} serving={plan.serving} onDone={close} />}
          </DialogButton>
          {plan.lastMonth > 0 && <Copy team={team} plan={plan} />}
        </div>
      )}
      {conflicts > 0 && <Notice tone="warn" title={t('work.conflicts', { count: conflicts })} />}
      {plan.shifts.length === 0 ? (
        <Empty icon="list" title={t('work.noShifts')}>
          <Begin allowed={plan.mayKeep} label={t('work.addShift')} by="TEAM_LEADER" />
        </Empty>
      ) : (
        <ol className={`plain-list panel ${css.shifts}`}>
          {plan.shifts.map((shift) => (
            <li key={shift.id} className={shift.cancelled ? `${css.shift} ${css.shiftOff}` : css.shift}>
              <p className={css.teamMember}>
                <strong>
                  <Code>
                    {dayText(shift.on)} {shift.starts.slice(0, 5)}
                  </Code>
                </strong>
                <span>{minutesText(shift.minutes)}</span>
                {shift.patrolled && <Badge tone="ok">{t('work.done')}</Badge>}
                {shift.cancelled && <Badge tone="mute">{t('work.cancelled')}</Badge>}
              </p>
              <p>
                <bdi>{shift.route}</bdi>
              </p>
              <p className="hint">
                <bdi>{shift.members.map((each) => each.name).join(', ')}</bdi>
              </p>
              {shift.cancelled && (
                <p className="hint">
                  <bdi>{shift.cancelled}</bdi>
                </p>
              )}
              {shift.conflicts.map((each) => (
                <p key={`${each.conflict} ${each.member.id}`}>
                  <Badge tone="warn">{tCode('work.conflict', each.conflict)}</Badge> <Name>{each.member.name}</Name>
                </p>
              ))}
              {plan.mayKeep && !shift.cancelled && !shift.patrolled && <Button small kind="quiet" label={t('work.cancelShift')} onClick={() => setCancelling(shift)} />}
            </li>
          ))}
        </ol>
      )}
      <Dialog open={cancelling !== null} onClose={() => setCancelling(null)} title={t('work.cancelShift')}>
        {cancelling && (
          <FieldsForm
            path={`/api/teams/${team}/patrol-shifts/${cancelling.id}/cancellation`}
            questions={[{ name: 'reason', label: t('work.reason'), kind: 'words' }]}
            stale="teams"
            submit={t('work.cancelShift')}
            onDone={() => setCancelling(null)}
          />
        )}
      </Dialog>
    </div>
  );
}

function Copy({ team, plan }: { team: string; plan: Plan }) {
  const changed = useTeamsChanged();
  const copy = useMutation({
    mutationFn: () => json<{ copied: number; without: number; leftOut: number }>(`/api/teams/${team}/patrol-plan/copy`, { method: 'POST', body: { month: plan.month } }),
    onSuccess: async (made) => {
      await changed();
      toast(t('work.copied', made));
    },
  });
  return (
    <>
      <Button label={t('work.copyMonth', { count: plan.lastMonth })} disabled={copy.isPending} onClick={() => copy.mutate()} />
      {copy.error && <Failure failure={copy.error} />}
    </>
  );
}

/** Whoever serves, to be ticked, and who was on it and does not serve; `memberIds` is the field of both forms. */
export function WhoFields({
  serving,
  left = [],
  chosen,
  onChange,
  error,
}: {
  serving: Serving[];
  left?: MemberName[];
  chosen: string[];
  onChange: (ids: string[]) => void;
  error: string | undefined;
}) {
  const once = serving.filter((each, index) => serving.findIndex((other) => other.id === each.id) === index);
  const toggle = (id: string) => onChange(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  return (
    <Options id="memberIds" label={t('work.who')} error={error}>
      {once.map((each) => (
        <Option
          key={each.id}
          type="checkbox"
          label={
            <>
              <Name>{each.name}</Name> · {tCode('teams.position', each.position)}
            </>
          }
          checked={chosen.includes(each.id)}
          onChange={() => toggle(each.id)}
        />
      ))}
      {left.map((each) => (
        <Option key={each.id} type="checkbox" label={<Name>{each.name}</Name>} checked={chosen.includes(each.id)} onChange={() => toggle(each.id)} />
      ))}
    </Options>
  );
}

function ShiftForm({ team, serving, onDone }: { team: string; serving: Serving[]; onDone: () => void }) {
  const changed = useTeamsChanged();
  const [id] = useState(newId);
  const [fields, set] = useFields({ on: '', starts: '20:00', minutes: '120', route: '' });
  const [memberIds, setMembers] = useState<string[]>([]);
  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      if (!readDay(fields.on)) found.push({ field: 'on', message: t('register.fDayWrong') });
      if (!/^\d{1,2}:\d{2}$/.test(fields.starts.trim())) found.push({ field: 'starts', message: t('work.timeWrong') });
      if (!/^\d+$/.test(fields.minutes.trim())) found.push({ field: 'minutes', message: t('work.noNumber') });
      if (!fields.route.trim()) found.push({ field: 'route', message: t('work.missing', { what: t('work.route') }) });
      if (memberIds.length === 0) found.push({ field: 'memberIds', message: t('work.missing', { what: t('work.who') }) });
      return found;
    },
    send: () =>
      json<void>(`/api/teams/${team}/patrol-shifts`, {
        method: 'POST',
        body: { id, on: readDay(fields.on), starts: fields.starts.trim(), minutes: Number(fields.minutes), route: fields.route.trim(), memberIds },
      }),
    done: saved(changed, onDone),
  });
  const { wrong } = command;
  const field = fieldsOf(fields, wrong, set);
  return (
    <CommandForm command={command}>
      <div className="form-row">
        <TextField label={t('work.day')} hint={t('teams.fDayHint')} code autoComplete="off" {...field('on')} />
        <TextField label={t('work.starts')} hint={t('work.startsHint')} code autoComplete="off" {...field('starts')} />
        <TextField label={t('work.minutes')} code inputMode="numeric" {...field('minutes')} />
      </div>
      <TextField label={t('work.route')} hint={t('work.routeHint')} {...field('route')} />
      <WhoFields serving={serving} chosen={memberIds} onChange={setMembers} error={wrong('memberIds')} />
    </CommandForm>
  );
}
