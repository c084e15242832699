import { useDeferredValue } from 'react';
import { Link } from 'react-router';
import { usePages } from '../api/pages';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t, tCode } from '../i18n/text';
import { useAddress } from '../ui/address';
import { Begin } from '../ui/Begin';
import { ButtonLink } from '../ui/Button';
import { DataTable } from '../ui/DataTable';
import { Pages } from '../ui/Pages';
import { SearchBox } from '../ui/SearchBox';
import { Badge, Empty } from '../ui/State';
import { Name, PageFrame } from '../ui/text';
import { Tabs } from './tabs';
import type { MediationTeam } from './types';

/** The mediation teams of villages, with what a team lacks by law. */
export function TeamsPage() {
  const user = useUser();
  const [search, change] = useAddress();
  const q = search.get('q') ?? '';
  const teams = usePages<MediationTeam>('/api/mediation-teams', ['mediationTeams'], { q: useDeferredValue(q) });
  return (
    <PageFrame
      title={t('mediation.teams')}
      lead={t('mediation.teamsLead')}
      actions={
        may(user, 'proposeMediators') && (
          <>
            <ButtonLink icon="load" label={t('mediation.importTitle')} to="/mediation/teams/import" />
            <ButtonLink kind="primary" icon="add" label={t('mediation.newTeam')} to="/mediation/teams/new" />
          </>
        )
      }
      below={<Tabs />}
    >
      <div className="toolbar">
        <SearchBox label={t('mediation.searchTeams')} value={q} onChange={(value) => change({ q: value })} />
      </div>
      <Pages
        pages={teams}
        empty={
          <Empty icon="mediation" title={t('mediation.noTeams')}>
            {q ? <p>{t('app.tryOther')}</p> : <Begin allowed="proposeMediators" label={t('mediation.newTeam')} to="/mediation/teams/new" by="VILLAGE_HEAD" />}
          </Empty>
        }
      >
        {(items) => (
          <DataTable heads={[t('mediation.colVillage'), t('mediation.colMediators'), t('mediation.leader'), t('mediation.colTeamState')]} cards>
            {items.map((team) => (
              <tr key={team.id}>
                <th scope="row">
                  <Link className="row-link-plain" to={`/mediation/teams/${team.id}`}>
                    <Name>{team.villageName}</Name>
                  </Link>
                </th>
                <td data-label={t('mediation.colMediators')}>{team.mediators.filter((each) => each.state === 'RECOGNISED').length}</td>
                <td data-label={t('mediation.leader')}>
                  <Name>{team.mediators.find((each) => each.leader && each.state === 'RECOGNISED')?.name ?? '–'}</Name>
                </td>
                <td data-label={t('mediation.colTeamState')}>
                  <TeamBadges team={team} />
                </td>
              </tr>
            ))}
          </DataTable>
        )}
      </Pages>
    </PageFrame>
  );
}

export function TeamBadges({ team }: { team: MediationTeam }) {
  return (
    <span className="summary">
      {team.waiting > 0 && <Badge tone="info">{t('mediation.waiting', { count: team.waiting })}</Badge>}
      {team.recognised && team.gaps.length === 0 && <Badge tone="ok">{t('mediation.complete')}</Badge>}
      {team.recognised &&
        team.gaps.map((each) => (
          <Badge key={each} tone="warn">
            {tCode('mediation.gap', each)}
          </Badge>
        ))}
    </span>
  );
}
