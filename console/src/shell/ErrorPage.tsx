import { Link, useRouteError } from 'react-router';
import { t } from '../i18n/text';
import { Button } from '../ui/Button';
import { Empty, Failure } from '../ui/State';
import { PageFrame, usePageTitle } from '../ui/text';

/** A screen that broke: what happened, and two ways on. */
export function ErrorPage() {
  const failure = useRouteError();
  usePageTitle(t('app.failedTitle'));
  return (
    <div className="whole">
      <Failure failure={failure} />
      <p className="actions">
        <Button label={t('app.reload')} onClick={() => location.reload()} />
        <a href="/">{t('app.toStart')}</a>
      </p>
    </div>
  );
}

export function NotFound() {
  return (
    <PageFrame title={t('app.noPage')}>
      <Empty title={t('app.noPageMore')}>
        <Link to="/">{t('app.toStart')}</Link>
      </Empty>
    </PageFrame>
  );
}
