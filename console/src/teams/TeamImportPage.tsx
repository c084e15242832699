import { may, useUser } from '../api/queries';
import { Columns } from '../lists/Columns';
import { spreadsheet, TakeList } from '../lists/TakeList';
import { t } from '../text/text';
import { Empty } from '../ui/State';
import { Name, numberText, PageHead, usePageTitle } from '../ui/text';
import type { TeamReport } from './types';

/** Teams and their members from a spreadsheet. */
export function TeamImportPage() {
  usePageTitle(t('teams.importTitle'));
  const user = useUser();
  if (!may(user, 'keepTeams')) return <Empty icon="lock" title={t('app.forbiddenTitle')}><p>{t('app.forbiddenDetail')}</p></Empty>;
  return (
    <>
      <PageHead title={t('teams.importTitle')} lead={<p>{t('lists.howSheet')} {t('teams.importHow')}</p>} />
      <div className="stack">
        <section className="panel stack">
          <TakeList<TeamReport>
            path="/api/teams/import"
            file={spreadsheet(16)}
            held={(report) => ({ checked: report.sha256 })}
            news={(report) => report.teams + report.members}
            summary={(report) => <p>{t('teams.importRows', { rows: report.rows, teams: report.teams, members: report.members, knownTeams: report.knownTeams, knownMembers: report.knownMembers })}</p>}
            more={(report) => <More report={report} />}
            take={(report) => t('teams.importTake', { teams: report.teams, members: report.members })}
            nothing={t('teams.importNothing')}
            done={(report) => t('teams.importDone', { teams: report.teams, members: report.members })}
            back={{ to: '/teams', label: t('teams.importToTeams') }}
            changes={['teams']}
          />
        </section>
        <Columns path="/api/teams/import/columns" template="teams.csv" />
      </div>
    </>
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
