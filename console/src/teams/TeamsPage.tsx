import { useDeferredValue, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { usePages } from '../api/pages';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t, tCode } from '../i18n/text';
import { Moment } from '../time/site';
import { useAddress } from '../ui/address';
import { Begin } from '../ui/Begin';
import { ButtonLink } from '../ui/Button';
import { Pages } from '../ui/Pages';
import { SearchBox } from '../ui/SearchBox';
import { Badge, Empty, QueryState, StaleWhileLoading } from '../ui/State';
import { Code, Name, PageFrame } from '../ui/text';
import { useRoster, useTakenLists, useWaitingTeams } from './queries';
import { RosterView } from './Roster';
import type { TeamLine } from './types';
import { StateBadge } from './words';
import { DividedWaiting } from './work/DividedMonths';
import { WorkTabs } from './work/words';

/** The roster for who works for a commune or sees figures; for who is in a team, that team. */
export function TeamsPage() {
  const user = useUser();
  return (
    <PageFrame
      title={t('teams.title')}
      lead={t(may(user, 'teamFigures') ? 'teams.lead' : 'teams.ownLead')}
      actions={
        may(user, 'keepTeams') && (
          <>
            <ButtonLink icon="load" label={t('teams.import')} to="/teams/import" />
            <ButtonLink kind="primary" icon="add" label={t('teams.new')} to="/teams/new" />
          </>
        )
      }
      below={may(user, 'readTeams') && <WorkTabs />}
    >
      <div className="stack">
        {may(user, 'ownTeam') && (
          <p>
            <Link to="/teams/own">{t('work.own')}</Link> · <a href="/t/">{t('teams.phone')}</a>
          </p>
        )}
        {may(user, 'decideTeams') && <WaitingTeams />}
        {may(user, 'readTeams') && <DividedWaiting />}
        {may(user, 'teamFigures') && <RosterOf />}
        {may(user, 'readTeams') && <TakenLists />}
        {may(user, 'readTeams') ? <AllTeams /> : may(user, 'ownTeam') && <OwnTeams />}
      </div>
    </PageFrame>
  );
}

function RosterOf() {
  const [search] = useSearchParams();
  const roster = useRoster(search.get('area'));
  if (!roster.data) return <QueryState query={roster} />;
  return (
    <StaleWhileLoading stale={roster.isPlaceholderData}>
      <RosterView roster={roster.data} />
    </StaleWhileLoading>
  );
}

/** What the chair has to decide, oldest first. */
function WaitingTeams() {
  const waiting = useWaitingTeams(true);
  if (waiting.isPending || (waiting.data?.length === 0 && !waiting.onPrevious)) return null;
  return (
    <section className="panel stack" id="waiting-teams">
      <h2>{t('teams.waiting')}</h2>
      <Pages pages={waiting} empty={null}>
        {(items) => (
          <ul className="link-rows">
            {items.map((each) => (
              <li key={`${each.teamId} ${each.what}`}>
                <Link className="row-link-plain" to={`/teams/${each.teamId}`}>
                  {tCode('teams.waits', each.what)}: <Name>{each.name}</Name>
                </Link>
                <Code>{each.code}</Code>
                <small>
                  <bdi>{each.communeName}</bdi> · <Name>{each.proposedBy.displayName}</Name> · <Moment at={each.proposedAt} />
                </small>
              </li>
            ))}
          </ul>
        )}
      </Pages>
    </section>
  );
}

/** What came by lists, about which nobody decided here. */
function TakenLists() {
  const lists = useTakenLists(true);
  if (!lists.data || lists.data.length === 0) return null;
  return (
    <section className="panel stack" id="taken-lists">
      <h2>{t('teams.lists')}</h2>
      <p className="hint">{t('teams.listsMore')}</p>
      <ul className="link-rows">
        {lists.data.map((each) => (
          <li key={`${each.at} ${each.sha256}`}>
            <span>{t('teams.listHas', { teams: each.teams, members: each.members })}</span>
            <small>
              <bdi>{each.communes.map((area) => area.name).join(', ')}</bdi> · <Name>{each.by.displayName}</Name> · <Moment at={each.at} />
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Also those that were refused or dissolved, which the roster does not count. */
function AllTeams() {
  const [search] = useSearchParams();
  const [open, setOpen] = useState(search.has('q'));
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)} id="all-teams">
      <summary>{t('teams.every')}</summary>
      {open && <OwnTeams />}
    </details>
  );
}

function OwnTeams() {
  const [search, change] = useAddress();
  const q = search.get('q') ?? '';
  const teams = usePages<TeamLine>('/api/teams', ['teams', 'list'], { q: useDeferredValue(q) });
  return (
    <>
      <div className="toolbar">
        <SearchBox label={t('teams.search')} value={q} onChange={(value) => change({ q: value })} />
      </div>
      <Pages
        pages={teams}
        empty={
          <Empty icon="people" title={t('teams.none')}>
            {q ? <p>{t('app.tryOther')}</p> : <Begin allowed="keepTeams" label={t('teams.new')} to="/teams/new" by="COMMUNITY_OFFICER" />}
          </Empty>
        }
      >
        {(items) => (
          <ul className="link-rows panel">
            {items.map((team) => (
              <li key={team.id}>
                <Link className="row-link-plain" to={`/teams/${team.id}`}>
                  <Name>{team.name}</Name>
                </Link>
                <Code>{team.code}</Code>
                {team.state === 'ESTABLISHED' ? <Badge tone="mute">{team.areas.map((area) => area.name).join(', ')}</Badge> : <StateBadge state={team.state} />}
              </li>
            ))}
          </ul>
        )}
      </Pages>
    </>
  );
}
