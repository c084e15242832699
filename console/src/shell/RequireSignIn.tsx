import { lazy, Suspense, useEffect } from 'react';
import { Navigate, useLocation, useNavigate } from 'react-router';
import { onSignedOut } from '../api/client';
import { queryClient, useSession } from '../api/queries';
import type { Session } from '../api/types';
import { Shell } from './Shell';
import css from './shell.module.css';

const PasswordPage = lazy(async () => ({ default: (await import('../signin/PasswordPage')).PasswordPage }));
const FirstFactorPage = lazy(async () => ({ default: (await import('../account/FirstFactorPage')).FirstFactorPage }));

/** Screens behind the sign-in. Who is not signed in is asked to, and comes back here. */
export function RequireSignIn() {
  const session = useSession();
  const location = useLocation();
  const navigate = useNavigate();
  const back = location.pathname + location.search;
  useEffect(() => {
    onSignedOut(() => {
      queryClient.setQueryData<Session>(['session'], { user: null, secondFactor: null });
    });
  }, [navigate]);
  if (!session.data?.user) {
    return <Navigate to={back === '/' ? '/sign-in' : `/sign-in?back=${encodeURIComponent(back)}`} replace />;
  }
  if (session.data.user.mustChangePassword || session.data.user.mustAddSecondFactor) {
    return (
      <Suspense>
        <main className={css.firstPassword} id="main">
          {session.data.user.mustChangePassword ? <PasswordPage /> : <FirstFactorPage />}
        </main>
      </Suspense>
    );
  }
  return <Shell />;
}
