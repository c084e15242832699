import { t } from '../i18n/text';
import { ListPage } from '../lists/ListPage';

/** Mediation teams from a spreadsheet. */
export function MediationTeamImportPage() {
  return (
    <ListPage
      title={t('mediation.importTitle')}
      how={t('mediation.importHow')}
      path="/api/mediation-teams/import"
      template="mediation-teams.csv"
      back={{ to: '/mediation/teams', label: t('mediation.importBack') }}
      changes={['mediationTeams']}
    />
  );
}
