import { useState } from 'react';
import { useParams } from 'react-router';
import { json } from '../../api/client';
import { newId } from '../../api/newId';
import { usePages } from '../../api/pages';
import { t, tCode } from '../../i18n/text';
import { dayText, readDay } from '../../register/days';
import { dateText } from '../../time/format';
import { Moment, useSiteTime } from '../../time/site';
import { fromZoned, isoInstant, parseInstant, zonedFields } from '../../time/zone';
import { Begin } from '../../ui/Begin';
import { Button } from '../../ui/Button';
import { CommandForm, useCommand } from '../../ui/CommandForm';
import type { Mistake } from '../../ui/ErrorSummary';
import { Choose, fieldsOf, TextArea, TextField, useFields } from '../../ui/Field';
import { FieldsForm } from '../../ui/FieldsForm';
import { Dialog, saved } from '../../ui/overlays';
import { Pages } from '../../ui/Pages';
import { Badge, Empty, Loading, StaleWhileLoading } from '../../ui/State';
import { Code, Name, PageFrame } from '../../ui/text';
import { useTeamsChanged } from '../queries';
import css from '../teams.module.css';
import { WhoFields } from './PlanPage';
import { notedPages, useWork, useWorkList } from './queries';
import { type DutyKind, dutyKinds, type Hours, type Patrol, type PatrolVersion, type Plan } from './types';
import { MonthBar, minutesText, TeamTabs, useMonth } from './words';

/** The log of a team's patrols: written down on a phone, read with what stood before. */
export function PatrolLogPage() {
  const { id = '' } = useParams();
  const { month, to } = useMonth();
  const plan = useWork<Plan>(`/api/teams/${id}/patrol-plan`, { month });
  const hours = useWorkList<Hours>(`/api/teams/${id}/patrol-hours`, { month });
  const patrols = usePages<Patrol>(`/api/teams/${id}/patrols`, ['teams', 'work', id, 'patrols'], {}, notedPages);
  const [writing, setWriting] = useState<'new' | Patrol | null>(null);
  const [annulling, setAnnulling] = useState<Patrol | null>(null);
  const keeps = plan.data?.mayKeep ?? false;
  return (
    <PageFrame
      title={t('work.log')}
      lead={t('work.logLead')}
      actions={keeps && <Button kind="primary" icon="add" label={t('work.writeDown')} onClick={() => setWriting('new')} />}
      below={<TeamTabs team={id} />}
    >
      <div className="stack">
        <Pages
          pages={patrols}
          empty={
            <Empty icon="list" title={t('work.noPatrols')}>
              <Begin allowed={keeps} label={t('work.writeDown')} by="TEAM_LEADER" />
            </Empty>
          }
        >
          {(items) => (
            <ol className={`plain-list panel ${css.shifts}`}>
              {items.map((each) => (
                <li key={each.id} className={css.shift}>
                  {each.annulled ? (
                    <s>
                      <Version version={each.now} />
                    </s>
                  ) : (
                    <Version version={each.now} />
                  )}
                  <p className="summary">
                    {each.kind !== 'PATROL' && <Badge tone="info">{tCode('work.duty', each.kind)}</Badge>}
                    {each.annulled && <Badge tone="bad">{t('work.annulled')}</Badge>}
                    {each.late && <Badge tone="warn">{t('work.late')}</Badge>}
                    {each.before.length > 0 && !each.annulled && <Badge tone="info">{t('work.corrected')}</Badge>}
                    {each.erased && <Badge tone="mute">{t('work.erased')}</Badge>}
                    {keeps && !each.erased && !each.annulled && <Button small kind="quiet" label={t('work.correct')} onClick={() => setWriting(each)} />}
                    {each.mayAnnul && <Button small kind="quiet" label={t('work.annul')} onClick={() => setAnnulling(each)} />}
                  </p>
                  {each.before.length > 0 && (
                    <details>
                      <summary>{t('work.before', { count: each.before.length })}</summary>
                      {each.before.map((one) => (
                        <Version key={one.version} version={one} />
                      ))}
                    </details>
                  )}
                </li>
              ))}
            </ol>
          )}
        </Pages>
        <section className="panel stack" id="hours">
          <h2>{t('work.hours')}</h2>
          <MonthBar month={month} to={to} />
          {hours.isPending && <Loading />}
          {hours.data && (
            <StaleWhileLoading stale={hours.isPlaceholderData}>
              {hours.data.length === 0 ? (
                <p>{t('work.noHours')}</p>
              ) : (
                <ul className="link-rows">
                  {hours.data.map((each) => (
                    <li key={each.memberId}>
                      <Name>{each.name}</Name>
                      <span>{minutesText(each.minutes)}</span>
                      <small>{t('work.patrolCount', { count: each.patrols })}</small>
                    </li>
                  ))}
                </ul>
              )}
            </StaleWhileLoading>
          )}
        </section>
      </div>
      <Dialog open={writing !== null} onClose={() => setWriting(null)} title={writing === 'new' ? t('work.writeDown') : t('work.correct')}>
        {writing && plan.data && <PatrolForm team={id} plan={plan.data} patrol={writing === 'new' ? null : writing} onDone={() => setWriting(null)} />}
      </Dialog>
      <Dialog open={annulling !== null} onClose={() => setAnnulling(null)} title={t('work.annul')}>
        {annulling && (
          <FieldsForm
            path={`/api/teams/${id}/patrols/${annulling.id}/annulment`}
            stale="teams"
            fixed={{ version: annulling.now.version }}
            questions={[{ name: 'reason', label: t('work.reason'), hint: t('work.annulHint'), kind: 'words' }]}
            submit={t('work.annul')}
            onDone={() => setAnnulling(null)}
          />
        )}
      </Dialog>
    </PageFrame>
  );
}

function Version({ version }: { version: PatrolVersion }) {
  const minutes = Math.round((parseInstant(version.endedAt) - parseInstant(version.startedAt)) / 60_000);
  return (
    <div>
      <p className={css.teamMember}>
        <strong>
          <Moment at={version.startedAt} />
        </strong>
        <span>{minutesText(minutes)}</span>
      </p>
      {version.words && (
        <p>
          <bdi>{version.words}</bdi>
        </p>
      )}
      <p className="hint">
        <bdi>{version.members.map((each) => each.name).join(', ')}</bdi>
      </p>
      <p className="hint">
        <Name>{version.by.displayName}</Name> · <Moment at={version.at} />
        {version.reason && (
          <>
            : <bdi>{version.reason}</bdi>
          </>
        )}
      </p>
    </div>
  );
}

/** A patrol that was done, or a correction of one. What was typed stays until the server has it. */
function PatrolForm({ team, plan, patrol, onDone }: { team: string; plan: Plan; patrol: Patrol | null; onDone: () => void }) {
  const changed = useTeamsChanged();
  const { zone, now } = useSiteTime();
  const clock = (at: number) => {
    const fields = zonedFields(at, zone);
    return `${String(fields.hour).padStart(2, '0')}:${String(fields.minute).padStart(2, '0')}`;
  };
  const open = plan.shifts.filter((each) => !each.cancelled && !each.patrolled);
  const [id] = useState(newId);
  const [kind, setKind] = useState<DutyKind>('PATROL');
  const [shiftId, setShift] = useState('');
  const [fields, set] = useFields(() => {
    const began = patrol ? parseInstant(patrol.now.startedAt) : now() - 2 * 3_600_000;
    const ended = patrol ? parseInstant(patrol.now.endedAt) : now();
    return { startedAt: dateText(began, zone), starts: clock(began), ends: clock(ended), words: patrol?.now.words ?? '', reason: '' };
  });
  const day = readDay(fields.startedAt);
  const month = day?.slice(0, 7) ?? plan.month;
  const other = useWork<Plan>(`/api/teams/${team}/patrol-plan`, { month }, month !== plan.month);
  const [memberIds, setMembers] = useState<string[]>(patrol?.now.members.map((each) => each.id) ?? []);
  // Who served in the month of the patrol, and whoever is chosen already.
  const serving = (month === plan.month ? plan : (other.data ?? plan)).serving;
  const left = (patrol?.now.members ?? []).filter((each) => !serving.some((one) => one.id === each.id));
  const times = () => {
    const begin = day === null ? null : at(day, fields.starts, zone);
    const end = day === null ? null : at(day, fields.ends, zone);
    if (begin === null || end === null) return null;
    // It may end on the next day.
    return { startedAt: isoInstant(begin), endedAt: isoInstant(end > begin ? end : end + 24 * 3_600_000) };
  };
  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      if (!readDay(fields.startedAt)) found.push({ field: 'startedAt', message: t('register.fDayWrong') });
      else if (times() === null) found.push({ field: 'starts', message: t('work.timeWrong') });
      if (memberIds.length === 0) found.push({ field: 'memberIds', message: t('work.missing', { what: t('work.who') }) });
      if (!fields.words.trim()) found.push({ field: 'words', message: t('work.missing', { what: t('work.words') }) });
      if (patrol && !fields.reason.trim()) found.push({ field: 'reason', message: t('work.missing', { what: t('work.reason') }) });
      return found;
    },
    send: () => {
      const said = { ...times(), memberIds, words: fields.words.trim() };
      return patrol
        ? json<void>(`/api/teams/${team}/patrols/${patrol.id}/corrections`, { method: 'POST', body: { ...said, version: patrol.now.version, reason: fields.reason.trim() } })
        : json<void>(`/api/teams/${team}/patrols`, { method: 'POST', body: { ...said, id, kind, shiftId: kind === 'PATROL' ? shiftId || null : null } });
    },
    done: saved(changed, onDone),
    idOf: (field) => (field === 'endedAt' ? 'ends' : field),
  });
  const { wrong } = command;
  const field = fieldsOf(fields, wrong, set);
  return (
    <CommandForm command={command}>
      {!patrol && <Choose id="kind" label={t('work.dutyKind')} error={wrong('kind')} of={dutyKinds} words="work.duty" value={kind} onText={setKind} />}
      {!patrol && kind === 'PATROL' && open.length > 0 && (
        <Choose
          id="shiftId"
          label={t('work.shift')}
          optional
          error={wrong('shiftId')}
          none={t('work.noShift')}
          of={open}
          words={(each) => `${each.on.split('-').reverse().join('/')} ${each.starts.slice(0, 5)}`}
          value={shiftId}
          onText={(picked) => {
            const shift = open.find((each) => each.id === picked);
            setShift(picked);
            if (!shift) return;
            setMembers(shift.members.map((each) => each.id));
            const starts = shift.starts.slice(0, 5);
            const began = at(shift.on, starts, zone);
            if (began !== null) set({ startedAt: dayText(shift.on), starts, ends: clock(began + shift.minutes * 60_000) });
          }}
        />
      )}
      <div className="form-row">
        <TextField label={t('work.day')} hint={t('teams.fDayHint')} code autoComplete="off" {...field('startedAt')} />
        <TextField label={t('work.starts')} hint={t('work.startsHint')} code autoComplete="off" {...field('starts')} />
        <TextField label={t('work.ends')} hint={t('work.endsHint')} code autoComplete="off" {...field('ends')} />
      </div>
      <WhoFields serving={serving} left={left} chosen={memberIds} onChange={setMembers} error={wrong('memberIds')} />
      <TextArea label={t('work.words')} hint={t('work.wordsHint')} rows={3} {...field('words')} />
      {patrol && <TextField label={t('work.reason')} {...field('reason')} />}
      <p className="hint">
        {t('work.zone')} <Code>{zone}</Code>
      </p>
    </CommandForm>
  );
}

/** A time of a day by the site's clock. */
function at(day: string, clock: string, zone: string): number | null {
  const found = /^(\d{1,2}):(\d{2})$/.exec(clock.trim());
  if (!found) return null;
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const hour = Number(found[1]);
  const minute = Number(found[2]);
  if (hour > 23 || minute > 59) return null;
  return fromZoned({ year, month, day: date, hour, minute, second: 0, milli: 0 }, zone);
}
