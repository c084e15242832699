import { t } from '../i18n/text';
import { Columns } from '../lists/Columns';
import { ListImport, spreadsheet } from '../lists/ListImport';
import { useAddress } from '../ui/address';
import { Choose } from '../ui/Field';
import { Name, numberText, PageFrame } from '../ui/text';
import type { TeamReport } from './types';
import type { GroupReport } from './work/types';

const sorts = ['teams', 'groups'] as const;
type Sort = (typeof sorts)[number];

/** Teams and their members, or groups of households and who leads them, from a spreadsheet. */
export function TeamImportPage() {
  const [search, change] = useAddress();
  const sort: Sort = search.get('sort') === 'groups' ? 'groups' : 'teams';
  return (
    <PageFrame
      title={t('teams.importTitle')}
      lead={
        <p>
          {t('lists.howSheet')} {t(sort === 'teams' ? 'teams.importHow' : 'teams.importGroupsHow')}
        </p>
      }
    >
      <div className="stack">
        <section className="panel stack">
          <Choose id="sort" label={t('areas.importSort')} of={sorts} words="teams.importSort" value={sort} onText={(picked) => change({ sort: picked === 'teams' ? null : picked })} />
          {sort === 'teams' ? <TeamList /> : <GroupList />}
        </section>
        {sort === 'teams' ? <Columns path="/api/teams/import/columns" template="teams.csv" /> : <Columns path="/api/self-managed-groups/import/columns" template="groups.csv" />}
      </div>
    </PageFrame>
  );
}

function TeamList() {
  return (
    <ListImport<TeamReport>
      path="/api/teams/import"
      file={spreadsheet(16)}
      news={(report) => report.teams + report.members}
      summary={(report) => <p>{t('teams.importRows', { rows: report.rows, teams: report.teams, members: report.members, knownTeams: report.knownTeams, knownMembers: report.knownMembers })}</p>}
      more={(report) => <More report={report} />}
      take={(report) => t('teams.importTake', { teams: report.teams, members: report.members })}
      nothing={t('teams.importNothing')}
      done={(report) => t('teams.importDone', { teams: report.teams, members: report.members })}
      back={{ to: '/teams', label: t('teams.importToTeams') }}
      changes={['teams']}
    />
  );
}

function GroupList() {
  return (
    <ListImport<GroupReport>
      path="/api/self-managed-groups/import"
      file={spreadsheet(16)}
      news={(report) => report.groups + report.leaders}
      summary={(report) => (
        <p>{t('teams.importGroupRows', { rows: report.rows, groups: report.groups, leaders: report.leaders, knownGroups: report.knownGroups, knownLeaders: report.knownLeaders })}</p>
      )}
      more={(report) =>
        report.sample.length > 0 && (
          <div>
            <h2>{t('teams.importSample')}</h2>
            <ul className="plain-list">
              {report.sample.map((each) => (
                <li key={`${each.village} ${each.name}`}>
                  <Name>{each.name}</Name> · <bdi>{each.village}</bdi>: {t('work.householdCount', { count: each.households })}
                </li>
              ))}
            </ul>
          </div>
        )
      }
      take={(report) => t('teams.importGroupsTake', { groups: report.groups, leaders: report.leaders })}
      nothing={t('teams.importNothing')}
      done={(report) => t('teams.importGroupsDone', { groups: report.groups, leaders: report.leaders })}
      back={{ to: '/teams/groups', label: t('teams.importToGroups') }}
      changes={['teams']}
    />
  );
}

function More({ report }: { report: TeamReport }) {
  return (
    <>
      {report.warnings.length > 0 && (
        <div>
          <h2>{t('teams.importWarnings')}</h2>
          <ul className="plain-list">
            {report.warnings.map((each) => (
              <li key={each.warning}>
                {t(`teams.warning.${each.warning}`)}: {numberText(each.count)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {report.sample.length > 0 && (
        <div>
          <h2>{t('teams.importSample')}</h2>
          <ul className="plain-list">
            {report.sample.map((each) => (
              <li key={`${each.commune} ${each.name}`}>
                <Name>{each.name}</Name> · <bdi>{each.commune}</bdi>: {t('teams.people', { count: each.members })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
