import { useState } from 'react';
import { useParams } from 'react-router';
import { t, tCode } from '../../i18n/text';
import { dayText, readDay } from '../../register/days';
import { Moment } from '../../time/site';
import { Button, ButtonLink } from '../../ui/Button';
import { Select } from '../../ui/Field';
import { FieldsForm } from '../../ui/FieldsForm';
import { DialogButton } from '../../ui/overlays';
import { Badge, Failure, Notice, QueryState } from '../../ui/State';
import { Code, Name, PageHead, usePageTitle } from '../../ui/text';
import css from '../teams.module.css';
import { useWork } from './queries';
import { type Attendance, type DrillDetails, type DrillOutcome, drillOutcomes } from './types';
import { minutesText } from './words';

/** A drill with who is to come, or how it was for each. */
export function DrillPage() {
  const { id = '' } = useParams();
  const drill = useWork<DrillDetails>(`/api/team-drills/${id}`);
  usePageTitle(drill.data?.drill.subject ?? t('work.drills'));
  if (!drill.data) return <QueryState query={drill} />;
  const { data } = drill;
  return (
    <>
      <PageHead
        title={<Name>{data.drill.subject}</Name>}
        lead={
          <p className="summary">
            <Badge tone={data.drill.state === 'HELD' ? 'ok' : data.drill.state === 'PLANNED' ? 'warn' : 'mute'}>{tCode('work.drillState', data.drill.state)}</Badge>
            {tCode('work.drillKind', data.drill.kind)} · <Code>{dayText(data.drill.on)}</Code> · {minutesText(data.drill.minutes)}
            {data.drill.place && (
              <>
                {' '}
                · <bdi>{data.drill.place}</bdi>
              </>
            )}
          </p>
        }
        actions={
          <>
            <ButtonLink label={t('work.drills')} to="/teams/drills" />
            <DialogButton label={t('work.correctResult')} wide shown={data.mayCorrect}>
              {(close) => <ResultForm data={data} correcting onDone={close} />}
            </DialogButton>
            <DialogButton shown={data.mayKeep} kind="primary" label={t('work.result')} wide>
              {(close) => <ResultForm data={data} onDone={close} />}
            </DialogButton>
            <DialogButton shown={data.mayKeep} kind="quiet" label={t('work.cancelDrill')}>
              {(close) => <FieldsForm path={`/api/team-drills/${id}/cancellation`} stale="teams" questions={[{ name: 'reason', label: t('work.reason'), kind: 'words' }]} onDone={close} />}
            </DialogButton>
          </>
        }
      />
      <div className="stack">
        {data.reason && (
          <Notice tone="info" title={t('work.cancelled')}>
            <p>
              <bdi>{data.reason}</bdi>
            </p>
          </Notice>
        )}
        <section className="panel stack">
          <h2>{t('work.attendance')}</h2>
          <p className="hint">
            <bdi>{data.teams.map((each) => each.name).join(', ')}</bdi>
          </p>
          <Attendances attendance={data.attendance} />
          {data.results[0]?.reason && (
            <p className="hint">
              {t('work.corrected')}: <bdi>{data.results[0].reason}</bdi> · <Name>{data.results[0].by.displayName}</Name> · <Moment at={data.results[0].at} />
            </p>
          )}
          {data.results.length > 1 && (
            <details>
              <summary>{t('work.earlierResults', { count: data.results.length - 1 })}</summary>
              {data.results.slice(1).map((each) => (
                <div key={each.version}>
                  <p className="hint">
                    <Code>{dayText(each.on)}</Code> · {minutesText(each.minutes)} · <Name>{each.by.displayName}</Name> · <Moment at={each.at} />
                    {each.reason && (
                      <>
                        : <bdi>{each.reason}</bdi>
                      </>
                    )}
                  </p>
                  <Attendances attendance={each.attendance} />
                </div>
              ))}
            </details>
          )}
        </section>
      </div>
    </>
  );
}

function Attendances({ attendance }: { attendance: Attendance[] }) {
  return (
    <ul className="link-rows">
      {attendance.map((each) => (
        <li key={each.memberId}>
          <Name>{each.name || t('teams.erased')}</Name>
          {each.outcome && <Badge tone={each.outcome === 'ABSENT' || each.outcome === 'NOT_PASSED' ? 'warn' : 'ok'}>{tCode('work.outcome', each.outcome)}</Badge>}
        </li>
      ))}
    </ul>
  );
}

/** How it was for each who served on the day on which it was; nobody is there until somebody says so. */
function ResultForm({ data, correcting = false, onDone }: { data: DrillDetails; correcting?: boolean; onDone: () => void }) {
  // The result that was seen; what somebody else corrects meanwhile is refused by its number.
  const [seen] = useState(data);
  const [day, setDay] = useState(data.drill.on);
  const moved = useWork<DrillDetails>(`/api/team-drills/${data.drill.id}`, { on: day }, correcting || day !== data.drill.on);
  const there = (!correcting && day === data.drill.on ? data : (moved.data ?? data)).attendance;
  // Of a correction also whoever was noted before.
  const serving = correcting ? [...there, ...seen.attendance.filter((each) => !there.some((one) => one.memberId === each.memberId))] : there;
  const [said, setSaid] = useState<Record<string, DrillOutcome | ''>>(() => (correcting ? Object.fromEntries(seen.attendance.map((each) => [each.memberId, each.outcome ?? ''])) : {}));
  const unsaid = serving.filter((each) => !said[each.memberId]);
  return (
    <FieldsForm
      path={`/api/team-drills/${data.drill.id}/${correcting ? 'corrections' : 'result'}`}
      stale="teams"
      fixed={{
        ...(correcting ? { version: seen.results[0]?.version ?? 1 } : {}),
        attendance: serving.filter((each) => said[each.memberId]).map(({ memberId }) => ({ memberId, outcome: said[memberId] })),
      }}
      onAnswer={(name, text) => {
        const typed = name === 'on' ? readDay(text) : null;
        if (typed) setDay(typed);
      }}
      questions={[
        { name: 'on', label: t('work.day'), kind: 'day', start: dayText(data.drill.on) },
        { name: 'minutes', label: t('work.minutes'), kind: 'number', start: String(data.drill.minutes) },
        ...(correcting ? [{ name: 'reason', label: t('work.reason'), kind: 'text' } as const] : []),
      ]}
      onDone={onDone}
    >
      <fieldset className="field" id="attendance" tabIndex={-1}>
        <legend>{t('work.attendance')}</legend>
        <p className="hint">{t('work.attendanceHint')}</p>
        {moved.error && day !== data.drill.on && <Failure failure={moved.error} />}
        {unsaid.length > 0 && (
          <Button
            small
            label={t('work.othersAttended', { count: unsaid.length })}
            onClick={() => setSaid((before) => ({ ...before, ...Object.fromEntries(unsaid.map((each) => [each.memberId, 'ATTENDED' as const])) }))}
          />
        )}
        <ul className="plain-list">
          {serving.map((each) => (
            <li key={each.memberId} className={css.attendanceRow}>
              <label htmlFor={each.memberId}>
                <Name>{each.name}</Name>
              </label>
              <Select
                id={each.memberId}
                none="–"
                of={drillOutcomes}
                words="work.outcome"
                value={said[each.memberId] ?? ''}
                onText={(picked) => setSaid((before) => ({ ...before, [each.memberId]: picked }))}
              />
            </li>
          ))}
        </ul>
      </fieldset>
    </FieldsForm>
  );
}
