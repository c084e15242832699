import { t } from '../i18n/text';
import { ListPage } from '../lists/ListPage';

/** Programmes from a spreadsheet. */
export function ProgrammeImportPage() {
  return (
    <ListPage
      title={t('programmes.importTitle')}
      how={t('programmes.importHow')}
      path="/api/programmes/import"
      template="programmes.csv"
      back={{ to: '/programmes', label: t('programmes.importBack') }}
      changes={['programmes']}
    />
  );
}
