import { lazy, Suspense } from 'react';
import { Navigate, useLocation } from 'react-router';
import { useSession } from '../api/queries';
import { withRest } from '../i18n/text';
import { SignInAgain } from '../signin/SignInAgain';
import { keepFor } from '../ui/kept';
import { Shell } from './Shell';
import css from './shell.module.css';

const PasswordPage = lazy(async () => ({ default: (await withRest(import('../signin/PasswordPage'))).PasswordPage }));
const FirstFactorPage = lazy(async () => ({ default: (await withRest(import('../account/FirstFactorPage'))).FirstFactorPage }));

/** Screens behind the sign-in. Who is not signed in is asked to, and comes back here. */
export function RequireSignIn() {
  const { user } = useSession().data ?? {};
  const location = useLocation();
  const back = location.pathname + location.search;
  if (!user) {
    return <Navigate to={back === '/' ? '/sign-in' : `/sign-in?back=${encodeURIComponent(back)}`} replace />;
  }
  keepFor(user.id);
  const first = user.mustChangePassword || user.mustAddSecondFactor;
  return (
    <>
      {first ? (
        <Suspense>
          <main className={css.firstPassword} id="main">
            {user.mustChangePassword ? <PasswordPage /> : <FirstFactorPage />}
          </main>
        </Suspense>
      ) : (
        <Shell />
      )}
      <SignInAgain />
    </>
  );
}
