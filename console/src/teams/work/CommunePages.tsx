import { Fragment, type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { usePages } from '../../api/pages';
import { useUser } from '../../api/queries';
import { may } from '../../api/rights';
import { t, tCode } from '../../i18n/text';
import { dayText } from '../../register/days';
import { Begin } from '../../ui/Begin';
import { Button } from '../../ui/Button';
import { DataTable } from '../../ui/DataTable';
import { FieldsForm } from '../../ui/FieldsForm';
import { Dialog } from '../../ui/overlays';
import { Pages } from '../../ui/Pages';
import { Badge, Empty, Failure, Loading, QueryState, StaleWhileLoading } from '../../ui/State';
import { Code, Name, numberText, PageFrame } from '../../ui/text';
import { notedPages, useWorkList } from './queries';
import { type Drill, type DrillGap, drillKinds, type TeamMonth } from './types';
import { CommuneField, MonthBar, minutesText, useCommune, useMonth, WorkTabs } from './words';

/** What the pages about a commune's teams have in common. */
export function WorkPage({ title, lead, actions, children }: { title: string; lead: string; actions?: ReactNode; children: (commune: string) => ReactNode }) {
  const user = useUser();
  const commune = useCommune();
  return (
    <PageFrame title={title} lead={lead} actions={actions} below={<WorkTabs />}>
      {commune === undefined && <Loading />}
      {commune !== undefined && user.area?.id !== commune && <CommuneField commune={commune} />}
      {commune === null && <Empty icon="search" title={t('teams.communeNone')} />}
      {commune && <Fragment key={commune}>{children(commune)}</Fragment>}
    </PageFrame>
  );
}

/** A month of a commune's teams, planned and done; it names nobody. */
export function PatrolMonthPage() {
  const { month, to } = useMonth();
  return (
    <WorkPage title={t('work.patrols')} lead={t('work.patrolsLead')}>
      {(commune) => (
        <>
          <MonthBar month={month} to={to} />
          <PatrolMonth commune={commune} month={month} />
        </>
      )}
    </WorkPage>
  );
}

function PatrolMonth({ commune, month }: { commune: string; month: string }) {
  const teams = useWorkList<TeamMonth>('/api/team-patrols', { communeId: commune, month });
  if (!teams.data) return <QueryState query={teams} />;
  if (teams.data.length === 0) return <Empty icon="team" title={t('work.noTeams')} />;
  return (
    <StaleWhileLoading stale={teams.isPlaceholderData}>
      <DataTable heads={[t('work.team'), t('work.planned'), t('work.done'), t('work.notes')]} cards>
        {teams.data.map((each) => (
          <tr key={each.teamId}>
            <th scope="row">
              <Link className="row-link-plain" to={`/teams/${each.teamId}/plan?month=${month}`}>
                <Name>{each.name}</Name>
              </Link>{' '}
              <Code>{each.code}</Code>
            </th>
            <td data-label={t('work.planned')}>
              {t('work.shiftCount', { count: each.shifts })} · {minutesText(each.plannedMinutes)}
            </td>
            <td data-label={t('work.done')}>
              <Link to={`/teams/${each.teamId}/patrols?month=${month}`}>{t('work.patrolCount', { count: each.patrols })}</Link> · {minutesText(each.minutes)}
            </td>
            <td data-label={t('work.notes')}>
              <span className="summary">
                {each.conflicts > 0 && <Badge tone="warn">{t('work.conflicts', { count: each.conflicts })}</Badge>}
                {each.late > 0 && <Badge tone="warn">{t('work.lateCount', { count: each.late })}</Badge>}
                {each.corrected > 0 && <Badge tone="info">{t('work.correctedCount', { count: each.corrected })}</Badge>}
                {each.conflicts + each.late + each.corrected === 0 && '–'}
              </span>
            </td>
          </tr>
        ))}
      </DataTable>
    </StaleWhileLoading>
  );
}

/** Drills and training of a commune, and who was at none this year. */
export function DrillsPage() {
  const user = useUser();
  const commune = useCommune();
  const [adding, setAdding] = useState(false);
  return (
    <WorkPage title={t('work.drills')} lead={t('work.drillsLead')} actions={may(user, 'keepTeams') && <Button kind="primary" icon="add" label={t('work.addDrill')} onClick={() => setAdding(true)} />}>
      {(id) => (
        <div className="stack">
          <Gaps commune={id} />
          <Drills commune={id} />
          <Dialog open={adding} onClose={() => setAdding(false)} title={t('work.addDrill')}>
            <DrillForm commune={commune ?? id} onDone={() => setAdding(false)} />
          </Dialog>
        </div>
      )}
    </WorkPage>
  );
}

function Gaps({ commune }: { commune: string }) {
  const gaps = useWorkList<DrillGap>('/api/team-drills/gaps', { communeId: commune });
  if (gaps.error) return <Failure failure={gaps.error} />;
  if (!gaps.data || gaps.data.length === 0) return null;
  return (
    <section className="panel stack" id="drill-gaps">
      <h2>{t('work.gaps', { count: gaps.data.reduce((sum, each) => sum + each.without.length, 0) })}</h2>
      <ul className="link-rows">
        {gaps.data.map((each) => (
          <li key={each.teamId}>
            <Link className="row-link-plain" to={`/teams/${each.teamId}`}>
              <Name>{each.name}</Name>
            </Link>
            <span>{t('work.ofServing', { some: each.without.length, all: each.serving })}</span>
            <small>
              <bdi>{each.without.join(', ')}</bdi>
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Drills({ commune }: { commune: string }) {
  const drills = usePages<Drill>('/api/team-drills', ['teams', 'work', 'drills'], { communeId: commune }, notedPages);
  return (
    <Pages
      pages={drills}
      empty={
        <Empty icon="team" title={t('work.noDrills')}>
          <Begin allowed="keepTeams" label={t('work.addDrill')} by="COMMUNITY_OFFICER" />
        </Empty>
      }
    >
      {(items) => (
        <ul className="link-rows panel">
          {items.map((each) => (
            <li key={each.id}>
              <Link className="row-link-plain" to={`/teams/drills/${each.id}`}>
                <bdi>{each.subject}</bdi>
              </Link>
              <span className="summary">
                <Badge tone={each.state === 'HELD' ? 'ok' : each.state === 'PLANNED' ? 'warn' : 'mute'}>{tCode('work.drillState', each.state)}</Badge>
                {tCode('work.drillKind', each.kind)}
              </span>
              <small>
                <Code>{dayText(each.on)}</Code> · {minutesText(each.minutes)} · {t('work.teamCount', { count: each.teams })}
              </small>
            </li>
          ))}
        </ul>
      )}
    </Pages>
  );
}

/** Calls all teams of the commune that there are in this month, or some of them. */
function DrillForm({ commune, onDone }: { commune: string; onDone: () => void }) {
  const { thisMonth } = useMonth();
  const teams = useWorkList<TeamMonth>('/api/team-patrols', { communeId: commune, month: thisMonth });
  const [left, setLeft] = useState<string[]>([]);
  if (!teams.data) return teams.error ? <Failure failure={teams.error} /> : <Loading />;
  const chosen = teams.data.filter((each) => !left.includes(each.teamId)).map((each) => each.teamId);
  return (
    <FieldsForm
      path="/api/team-drills"
      stale="teams"
      once
      fixed={{ communeId: commune, teamIds: chosen }}
      questions={[
        { name: 'kind', label: t('work.drillKindLabel'), kind: 'choice', choices: drillKinds.map((each) => [each, tCode('work.drillKind', each)] as const) },
        { name: 'subject', label: t('work.subject'), kind: 'text' },
        { name: 'place', label: t('work.place'), kind: 'text', optional: true },
        { name: 'on', label: t('work.day'), kind: 'day' },
        { name: 'minutes', label: t('work.minutes'), kind: 'number', start: '120' },
      ]}
      onDone={onDone}
    >
      <fieldset className="field" id="teamIds" tabIndex={-1}>
        <legend>
          {t('work.teams')} ({numberText(chosen.length)})
        </legend>
        <div className="village-choices">
          {teams.data.map((each) => (
            <div className="option" key={each.teamId}>
              <input
                id={each.teamId}
                type="checkbox"
                checked={!left.includes(each.teamId)}
                onChange={() => setLeft((before) => (before.includes(each.teamId) ? before.filter((id) => id !== each.teamId) : [...before, each.teamId]))}
              />
              <label htmlFor={each.teamId}>
                <Name>{each.name}</Name>
              </label>
            </div>
          ))}
        </div>
      </fieldset>
    </FieldsForm>
  );
}
