import { t } from '../i18n/text';
import { RailCount } from '../ui/RailCount';
import { useAlertCount } from './queries';

/** How many alerts nobody has acknowledged, beside the section's name. */
export function AlertCount() {
  const count = useAlertCount();
  return <RailCount count={count} label={t('wanted.alertCount', { count })} loud />;
}
