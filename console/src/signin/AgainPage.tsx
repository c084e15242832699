import { useEffect } from 'react';
import { Navigate } from 'react-router';
import { useSession } from '../api/queries';
import { t } from '../i18n/text';
import { Notice } from '../ui/State';
import { usePageTitle } from '../ui/text';
import { tellReturned } from './returned';

/** The window in which somebody signs in again; it closes once they have. */
export function AgainPage() {
  usePageTitle(t('app.signIn'));
  const { user } = useSession().data ?? {};
  useEffect(() => {
    if (!user) return;
    tellReturned();
    window.close();
  }, [user]);
  if (!user) return <Navigate to="/sign-in?back=/sign-in/again" replace />;
  return (
    <main className="whole" id="main">
      <h1 className="visually-hidden">{t('app.signIn')}</h1>
      <Notice tone="ok">{t('app.signedInAgain')}</Notice>
    </main>
  );
}
