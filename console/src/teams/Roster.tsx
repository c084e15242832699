import { Link } from 'react-router';
import { query } from '../api/client';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import type { Figure } from '../cases/types';
import { t, tCode } from '../i18n/text';
import { dayText } from '../register/days';
import { ButtonLink } from '../ui/Button';
import { DataTable } from '../ui/DataTable';
import { FigureText } from '../ui/figures';
import { Badge, Empty, Notice } from '../ui/State';
import { Code, Name, numberText } from '../ui/text';
import css from './teams.module.css';
import { ageGroups, genders, origins, type Roster, type RosterLine } from './types';
import { StateBadge } from './words';

/** All teams on one page: the sums, then the communes, or the teams of one. */
export function RosterView({ roster }: { roster: Roster }) {
  const user = useUser();
  const up = roster.level === 'COMMUNE' && user.area?.id !== roster.areaId;
  return (
    <>
      <section className="panel stack" id="roster-total">
        <h2>
          {roster.areaName ? <Name>{roster.areaName}</Name> : t('teams.all')} <small className="day">{t('teams.onDay', { day: dayText(roster.day) })}</small>
        </h2>
        {up && (
          <p>
            <ButtonLink small label={t('teams.up')} to="/teams" />
          </p>
        )}
        <Sums line={roster.total} />
        <Gaps line={roster.total} />
        <Groups line={roster.total} exact={roster.exact} />
      </section>
      {roster.level === 'COMMUNE' ? <Teams roster={roster} /> : <Communes roster={roster} />}
      {roster.uncovered.length > 0 && (
        <section className="panel stack" id="uncovered">
          <h2>{t('teams.uncovered', { count: roster.total.villagesWithout })}</h2>
          <ul className="plain-list">
            {roster.uncovered.map((village) => (
              <li key={village.id}>
                <Name>{village.name}</Name> <Code>{village.code}</Code>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const sums = ['established', 'planned', 'active', 'villages'] as const;

function Sums({ line }: { line: RosterLine }) {
  return (
    <dl className="roster-sums">
      {sums.map((each) => (
        <div key={each}>
          <dt>{tCode('teams.sum', each)}</dt>
          <dd>{each === 'active' ? <FigureText figure={line.active} /> : numberText(line[each])}</dd>
        </div>
      ))}
    </dl>
  );
}

const gaps = {
  withoutLeader: { tone: 'bad', words: (count: number) => t('teams.gap.withoutLeader', { count }) },
  belowStrength: { tone: 'warn', words: (count: number) => t('teams.gap.belowStrength', { count }) },
  villagesWithout: { tone: 'warn', words: (count: number) => t('teams.gap.villagesWithout', { count }) },
  over: { tone: 'bad', words: (count: number) => t('teams.gap.over', { count }) },
  ending: { tone: 'warn', words: (count: number) => t('teams.gap.ending', { count }) },
  proposed: { tone: 'info', words: (count: number) => t('teams.gap.proposed', { count }) },
} as const;

/** What is missing, in words; nothing where nothing is. */
function Gaps({ line, none = true }: { line: RosterLine; none?: boolean }) {
  const found = (Object.keys(gaps) as (keyof typeof gaps)[]).filter((each) => line[each] > 0);
  if (found.length === 0) return none ? <p>{t('teams.noGaps')}</p> : null;
  return (
    <p className="summary">
      {found.map((each) => (
        <Badge key={each} tone={gaps[each].tone}>
          {gaps[each].words(line[each])}
        </Badge>
      ))}
    </p>
  );
}

function Groups({ line, exact }: { line: RosterLine; exact: boolean }) {
  return (
    <>
      {!exact && <Notice tone="info" title={t('teams.hidden')} />}
      {Object.keys(line.genders).length > 0 && (
        <div className={css.rosterGroups}>
          <Group title={t('teams.origins')} rows={origins.map((each) => [tCode('teams.origin', each), line.origins[each]])} />
          <Group title={t('teams.ages')} rows={ageGroups.map((each) => [tCode('teams.age', each), line.ages[each]])} />
          <Group title={t('teams.genders')} rows={genders.map((each) => [tCode('teams.gender', each), line.genders[each]])} />
        </div>
      )}
    </>
  );
}

function Group({ title, rows }: { title: string; rows: [string, Figure | undefined][] }) {
  return (
    <table className={`table ${css.rosterGroup}`}>
      <caption>{title}</caption>
      <tbody>
        {rows.map(([label, figure]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td className="number">{figure ? <FigureText figure={figure} /> : numberText(0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const columns = ['established', 'planned', 'active'] as const;

function Communes({ roster }: { roster: Roster }) {
  if (roster.lines.length === 0) return <Empty icon="people" title={t('teams.noCommunes')} />;
  return (
    <DataTable heads={[t('teams.commune'), ...columns.map((each) => ({ number: tCode('teams.sum', each) })), t('teams.gaps')]} id="roster-communes" cards>
      {roster.lines.map((line) => (
        <tr key={line.areaId}>
          <th scope="row">
            <Link className="row-link-plain" to={`/teams${query({ area: line.areaId })}`}>
              <Name>{line.areaName}</Name>
            </Link>{' '}
            <small>
              <Code>{line.areaCode}</Code>
            </small>
          </th>
          {columns.map((each) => (
            <td key={each} className="number" data-label={tCode('teams.sum', each)}>
              {each === 'active' ? <FigureText figure={line.active} /> : numberText(line[each])}
            </td>
          ))}
          <td data-label={t('teams.gaps')}>
            <Gaps line={line} none={false} />
          </td>
        </tr>
      ))}
    </DataTable>
  );
}

function Teams({ roster }: { roster: Roster }) {
  const user = useUser();
  if (roster.teams.length === 0) {
    return (
      <Empty icon="people" title={t('teams.noTeams')}>
        <p>{t('teams.noTeamsMore')}</p>
      </Empty>
    );
  }
  const opens = may(user, 'readTeams') && roster.exact;
  return (
    <DataTable heads={[t('teams.team'), { number: tCode('teams.sum', 'active') }, { number: tCode('teams.sum', 'planned') }, t('teams.gaps')]} id="roster-teams" cards>
      {roster.teams.map((team) => (
        <tr key={team.id}>
          <th scope="row">
            {opens ? (
              <Link className="row-link-plain" to={`/teams/${team.id}`}>
                <Name>{team.name}</Name>
              </Link>
            ) : (
              <Name>{team.name}</Name>
            )}{' '}
            <small>
              <Code>{team.code}</Code>
            </small>
          </th>
          <td className="number" data-label={tCode('teams.sum', 'active')}>
            <FigureText figure={team.active} />
          </td>
          <td className="number" data-label={tCode('teams.sum', 'planned')}>
            {numberText(team.planned)}
          </td>
          <td data-label={t('teams.gaps')}>
            <span className="summary">
              {team.state !== 'ESTABLISHED' && <StateBadge state={team.state} />}
              {team.state === 'ESTABLISHED' && !team.leader && <Badge tone="bad">{t('teams.noLeader')}</Badge>}
              {team.belowStrength && <Badge tone="warn">{team.active.exact && team.active.value !== null ? t('teams.missing', { count: team.planned - team.active.value }) : t('teams.below')}</Badge>}
              {team.over > 0 && <Badge tone="bad">{gaps.over.words(team.over)}</Badge>}
              {team.ending > 0 && <Badge tone="warn">{gaps.ending.words(team.ending)}</Badge>}
            </span>
          </td>
        </tr>
      ))}
    </DataTable>
  );
}
