import { useState } from 'react';
import { useParams } from 'react-router';
import { Problem } from '../../api/client';
import { usePages } from '../../api/pages';
import { useUser } from '../../api/queries';
import { may } from '../../api/rights';
import { t, tCode } from '../../i18n/text';
import { dayText } from '../../register/days';
import { Begin } from '../../ui/Begin';
import { Button } from '../../ui/Button';
import { FieldsForm, type Question } from '../../ui/FieldsForm';
import { Dialog, DialogButton } from '../../ui/overlays';
import { Pages } from '../../ui/Pages';
import { Segments } from '../../ui/Segments';
import { Badge, Empty, Failure, Loading } from '../../ui/State';
import { Code, Name, PageFrame } from '../../ui/text';
import { paperQuestions } from '../PaperFields';
import { useTeam } from '../queries';
import css from '../teams.module.css';
import { PaperText } from '../words';
import { notedPages, useWork } from './queries';
import { type Merit, type MeritKind, meritForms, type WorkRecord } from './types';
import { minutesText, monthText, TeamTabs } from './words';

const kinds: readonly MeritKind[] = ['COMMENDATION', 'RATING', 'DISCIPLINE'];
const tones = { COMMENDATION: 'ok', RATING: 'info', DISCIPLINE: 'warn' } as const;

/** What papers said about the work of a team; discipline for the office only. */
export function MeritsPage() {
  const { id = '' } = useParams();
  const user = useUser();
  const keeps = may(user, 'keepTeams');
  const [open, setOpen] = useState<'new' | Merit | null>(null);
  const merits = usePages<Merit>(`/api/teams/${id}/merits`, ['teams', 'work', id, 'merits'], {}, notedPages);
  return (
    <PageFrame
      title={t('work.merits')}
      lead={t(may(user, 'readTeams') ? 'work.meritsLead' : 'work.meritsOwnLead')}
      actions={
        keeps && (
          <DialogButton kind="primary" icon="add" label={t('work.noteMerit')}>
            {(close) => <MeritForm team={id} onDone={close} />}
          </DialogButton>
        )
      }
      below={<TeamTabs team={id} />}
    >
      <Pages
        pages={merits}
        empty={
          <Empty icon="standard" title={t('work.noMerits')}>
            <Begin allowed={keeps} label={t('work.noteMerit')} by="COMMUNITY_OFFICER" />
          </Empty>
        }
      >
        {(items) => (
          <ul className={`${css.teamMembers} panel`}>
            {items.map((each) => (
              <li key={each.id} className={each.withdrawn ? css.shiftOff : undefined}>
                <MeritText merit={each} />
                {keeps && !each.withdrawn && <Button small kind="quiet" label={t('work.withdraw')} onClick={() => setOpen(each)} />}
              </li>
            ))}
          </ul>
        )}
      </Pages>
      <Dialog open={open !== null && open !== 'new'} onClose={() => setOpen(null)} title={t('work.withdraw')}>
        {open && open !== 'new' && (
          <FieldsForm
            path={`/api/teams/${id}/merits/${open.id}/withdrawal`}
            stale="teams"
            questions={[{ name: 'reason', label: t('work.reason'), kind: 'words' }]}
            submit={t('work.withdraw')}
            onDone={() => setOpen(null)}
          />
        )}
      </Dialog>
    </PageFrame>
  );
}

function MeritText({ merit }: { merit: Merit }) {
  return (
    <>
      <p className={css.teamMember}>
        <Badge tone={tones[merit.kind]}>{tCode('work.meritKind', merit.kind)}</Badge>
        <strong>{tCode('work.meritForm', merit.form)}</strong>
        {merit.year !== null && <Code>{merit.year}</Code>}
        {merit.memberName ? <Name>{merit.memberName}</Name> : merit.memberId === null && <span>{t('work.wholeTeam')}</span>}
        {merit.withdrawn && <Badge tone="mute">{t('work.withdrawn')}</Badge>}
      </p>
      {merit.words && (
        <p>
          <bdi>{merit.words}</bdi>
        </p>
      )}
      <p className="hint">
        <bdi>{merit.authority}</bdi> · <PaperText paper={merit.paper} />
        {merit.withdrawn && (
          <>
            {' '}
            · <bdi>{merit.withdrawn}</bdi>
          </>
        )}
      </p>
    </>
  );
}

function MeritForm({ team, onDone }: { team: string; onDone: () => void }) {
  const found = useTeam(team);
  const [kind, setKind] = useState<MeritKind>('COMMENDATION');
  if (!found.data) return found.error ? <Failure failure={found.error} /> : <Loading />;
  const members = found.data.members.filter((each) => each.name && (each.state === 'RECOGNISED' || each.state === 'LEFT'));
  const who: Question = {
    name: 'memberId',
    label: t('work.whom'),
    ...(kind === 'COMMENDATION' ? { hint: t('work.whomHint'), optional: true } : {}),
    kind: 'choice',
    choices: members.map((each) => [each.id, each.name ?? ''] as const),
  };
  return (
    <>
      <Segments label={t('work.meritKindLabel')} of={kinds} chosen={kind} words="work.meritKind" onChoose={setKind} />
      <FieldsForm
        key={kind}
        path={`/api/teams/${team}/merits`}
        stale="teams"
        once
        questions={[
          ...(kind === 'RATING' ? [{ name: 'year', label: t('work.year'), kind: 'number' } as const] : [who]),
          { name: 'form', label: t('work.form'), kind: 'choice', choices: meritForms[kind].map((each) => [each, tCode('work.meritForm', each)] as const) },
          { name: 'authority', label: t('work.authority'), kind: 'text' },
          ...paperQuestions(),
          { name: 'words', label: t('work.why'), kind: 'words', optional: true },
        ]}
        onDone={onDone}
      />
    </>
  );
}

/** What is kept of one's own work. */
export function OwnRecordPage() {
  const record = useWork<WorkRecord>('/api/teams/own-record');
  return (
    <PageFrame
      title={t('work.own')}
      lead={
        record.data && (
          <p>
            <Name>{record.data.teamName}</Name>
          </p>
        )
      }
    >
      {record.isPending && <Loading />}
      {record.error && <NoRecord failure={record.error} retry={() => void record.refetch()} />}
      {record.data && <RecordView record={record.data} />}
    </PageFrame>
  );
}

/** An account that is nobody's yet is no fault, and trying again does not help. */
function NoRecord({ failure, retry }: { failure: unknown; retry: () => void }) {
  if (!(failure instanceof Problem) || failure.code !== 'not-a-member') return <Failure failure={failure} retry={retry} />;
  return (
    <Empty icon="people" title={failure.title}>
      <p>{t('work.ownNobody')}</p>
    </Empty>
  );
}

/** The same of a member, for the office; read when it is opened. */
export function MemberRecord({ team, member }: { team: string; member: string }) {
  const [open, setOpen] = useState(false);
  const record = useWork<WorkRecord>(`/api/teams/${team}/members/${member}/record`, {}, open);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)} id="work-record">
      <summary>{t('work.record')}</summary>
      {open && record.isPending && <Loading />}
      {record.error && <Failure failure={record.error} />}
      {record.data && <RecordView record={record.data} />}
    </details>
  );
}

function RecordView({ record }: { record: WorkRecord }) {
  return (
    <div className="stack">
      <section className="panel stack">
        <h2>{t('work.hours')}</h2>
        {record.hours.length === 0 && <p>{t('work.noHours')}</p>}
        <ul className="link-rows">
          {record.hours.map((each) => (
            <li key={each.month}>
              <Code>{monthText(each.month)}</Code>
              <span>{minutesText(each.minutes)}</span>
              <small>{t('work.patrolCount', { count: each.patrols })}</small>
            </li>
          ))}
        </ul>
      </section>
      <section className="panel stack">
        <h2>{t('work.drills')}</h2>
        {record.drills.length === 0 && <p>{t('work.noDrills')}</p>}
        <ul className="link-rows">
          {record.drills.map((each) => (
            <li key={`${each.on} ${each.subject}`}>
              <bdi>{each.subject}</bdi>
              <Badge tone={each.outcome === 'ABSENT' || each.outcome === 'NOT_PASSED' ? 'warn' : 'ok'}>{tCode('work.outcome', each.outcome)}</Badge>
              <small>
                <Code>{dayText(each.on)}</Code> · {minutesText(each.minutes)}
              </small>
            </li>
          ))}
        </ul>
        {record.moreDrills && <p className="hint">{t('work.moreRecord')}</p>}
      </section>
      <section className="panel stack">
        <h2>{t('work.equipment')}</h2>
        {record.items.length === 0 && <p>{t('work.noItems')}</p>}
        <ul className="link-rows">
          {record.items.map((each) => (
            <li key={each.code}>
              <bdi>{each.name}</bdi>
              <Code>{each.serial ?? each.code}</Code>
            </li>
          ))}
        </ul>
      </section>
      <section className="panel stack">
        <h2>{t('work.merits')}</h2>
        {record.merits.length === 0 && <p>{t('work.noMerits')}</p>}
        <ul className={css.teamMembers}>
          {record.merits.map((each) => (
            <li key={each.id}>
              <MeritText merit={each} />
            </li>
          ))}
        </ul>
        {record.moreMerits && <p className="hint">{t('work.moreRecord')}</p>}
      </section>
    </div>
  );
}
