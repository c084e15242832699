import { useQuery } from '@tanstack/react-query';
import { json } from '../api/client';
import { useSite, useUser } from '../api/queries';
import { may } from '../api/rights';
import type { Site } from '../api/types';
import { t } from '../i18n/text';
import { Moment } from '../time/site';
import { ButtonLink } from '../ui/Button';
import { Icon } from '../ui/Icon';

export const readOnlyKey = ['site', 'read-only'];

/** On every page while nothing can be changed because the log failed its check: since when, and where it is decided. */
export function ReadOnlyBar() {
  const user = useUser();
  const known = useSite();
  const site = useQuery({
    queryKey: readOnlyKey,
    queryFn: () => json<Site>('/api/site'),
    initialData: known.data,
    initialDataUpdatedAt: known.dataUpdatedAt,
    staleTime: 30_000,
    refetchInterval: 30_000,
  });
  const since = site.data?.readOnlySince;
  if (!since) return null;
  return (
    <div className="emergency-bar" role="status">
      <span>
        <Icon name="closed" size={16} /> {t('app.readOnly')} <Moment at={since} />
      </span>
      <span className="emergency-bar-more">{t('app.readOnlyMore')}</span>
      {may(user, 'suspension') && user.area === null && <ButtonLink small label={t('app.readOnlySee')} to="/suspension" />}
    </div>
  );
}
