import { useMemo } from 'react';
import { Outlet } from 'react-router';
import { useSession, useSite } from '../api/queries';
import { t } from '../i18n/text';
import { makeSiteTime, SiteTimeProvider } from '../time/site';
import { Failure, Working } from '../ui/State';

/** Asks for the site and the session; everything else needs both. */
export function Root() {
  const site = useSite();
  const session = useSession();
  const time = useMemo(() => (site.data ? makeSiteTime(site.data, site.dataUpdatedAt) : null), [site.data, site.dataUpdatedAt]);
  if (site.error || session.error) {
    return (
      <div className="whole">
        <Failure
          failure={site.error ?? session.error}
          retry={() => {
            void site.refetch();
            void session.refetch();
          }}
        />
      </div>
    );
  }
  if (!time || session.isPending) {
    return (
      <div className="whole">
        <Working what={t('app.starting')} />
      </div>
    );
  }
  return (
    <SiteTimeProvider value={time}>
      <Outlet />
    </SiteTimeProvider>
  );
}
