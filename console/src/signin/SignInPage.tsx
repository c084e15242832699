import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { ProofForm } from '../account/ProofForm';
import type { Method, Proof } from '../account/types';
import { call, json, Problem } from '../api/client';
import { useSession } from '../api/queries';
import type { DemoPerson, Session } from '../api/types';
import { chooseLanguage, languageNames, languages } from '../i18n/language';
import { language, t, tCode } from '../i18n/text';
import { Logo } from '../shell/Logo';
import { Moment, useNow, useSiteTime, ZoneName } from '../time/site';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { Icon } from '../ui/Icon';
import { Failure, Notice } from '../ui/State';
import { usePageTitle } from '../ui/text';
import { ProviderSignIn } from './ProviderSignIn';
import { takeInvitation, useProvider } from './provider';
import { signedIn } from './signedIn';
import css from './signin.module.css';

export function SignInPage() {
  usePageTitle(t('app.signIn'));
  const session = useSession();
  const client = useQueryClient();
  const { site } = useSiteTime();
  const [search] = useSearchParams();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState<{ username?: string; password?: string }>({});
  const usernameBox = useRef<HTMLInputElement>(null);
  const now = useNow();
  const [invitation] = useState(takeInvitation);
  const provider = useProvider().data;

  const signIn = useMutation({
    mutationFn: (body: { username: string; password: string }) => json<Session>('/api/session', { method: 'POST', body }),
    onSuccess: () => signedIn(client),
  });

  const back = search.get('back');
  const next = back?.startsWith('/') && !back.startsWith('//') ? back : '/';
  if (session.data?.user) return <Navigate to={next} replace />;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong: typeof missing = {};
    if (!username.trim()) wrong.username = t('app.usernameMissing');
    if (!password) wrong.password = t('app.passwordMissing');
    setMissing(wrong);
    if (wrong.username) usernameBox.current?.focus();
    if (!wrong.username && !wrong.password) signIn.mutate({ username: username.trim(), password });
  };

  return (
    <div className={css.signIn}>
      <aside className={css.signInSide}>
        <div className={css.signInBrand}>
          <Logo size={52} />
          <div>
            <p className={css.signInName}>{t('app.name')}</p>
            {site.name !== t('app.name') && (
              <p>
                <bdi>{site.name}</bdi>
              </p>
            )}
          </div>
        </div>
        <p className={css.signInWhat}>{t('app.what')}</p>
        <ul className={css.signInPoints}>
          <li>{t('app.point1')}</li>
          <li>{t('app.point2')}</li>
          <li>{t('app.point3')}</li>
        </ul>
        <p className={css.signInClock}>
          <Moment at={now} /> <ZoneName />
        </p>
      </aside>
      <main className={css.signInMain} id="main">
        <div className={css.signInLanguages} role="group" aria-label={t('app.language')}>
          {languages.map((each) => (
            <button key={each} type="button" lang={each} aria-pressed={each === language()} onClick={() => chooseLanguage(each)}>
              {languageNames[each]}
            </button>
          ))}
        </div>
        {provider?.name && !session.data?.secondFactor && <ProviderSignIn provider={{ ...provider, name: provider.name }} back={next} invitation={invitation} />}
        {session.data?.secondFactor ? (
          <SecondStep methods={session.data.secondFactor.methods} />
        ) : (
          <form className={`panel ${css.signInForm}`} onSubmit={submit} noValidate>
            <h1>{t('app.signIn')}</h1>
            {back && !signIn.error && <Notice tone="info">{t('app.signInBack')}</Notice>}
            {signIn.error && <SignInFailure failure={signIn.error} />}
            <TextField
              label={t('app.username')}
              name="username"
              id="username"
              code
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              ref={usernameBox}
              value={username}
              error={missing.username}
              onText={setUsername}
            />
            <TextField label={t('app.password')} name="password" id="password" type="password" code autoComplete="current-password" value={password} error={missing.password} onText={setPassword} />
            <Button kind="primary" label={signIn.isPending ? t('app.signingIn') : t('app.signIn')} type="submit" disabled={signIn.isPending} />
          </form>
        )}
        {site.demonstration && !session.data?.secondFactor && (
          <DemoPeople
            onChoose={(person) => {
              setUsername(person.username);
              setPassword(person.password);
              setMissing({});
              signIn.mutate({ username: person.username, password: person.password });
            }}
          />
        )}
        <p>
          <a href="/report">{t('app.reportHere')}</a>
        </p>
        <p>
          <a href={`/transparency?lang=${language()}`}>{t('app.transparency')}</a>
        </p>
      </main>
    </div>
  );
}

/** After a password that was right: the second factor. */
function SecondStep({ methods }: { methods: Method[] }) {
  const client = useQueryClient();
  const submit = async (proof: Proof) => {
    try {
      await json<Session>('/api/session/second-factor', { method: 'POST', body: proof });
    } catch (failure) {
      // The half session has lapsed: the password is asked for again.
      if (failure instanceof Problem && failure.status === 401) await signedIn(client);
      throw failure;
    }
    await signedIn(client);
  };
  const back = useMutation({
    mutationFn: () => call('/api/session', { method: 'DELETE' }),
    onSettled: () => signedIn(client),
  });
  return (
    <div className={`panel ${css.signInForm}`}>
      <h1>{t('account.secondTitle')}</h1>
      <p>{t('account.secondMore')}</p>
      <ProofForm methods={methods} submit={submit} label={t('app.signIn')}>
        <Button kind="quiet" label={t('account.secondBack')} onClick={() => back.mutate()} />
      </ProofForm>
    </div>
  );
}

function SignInFailure({ failure }: { failure: unknown }) {
  if (failure instanceof Problem && failure.status === 401) {
    return (
      <div className="notice notice-bad" role="alert">
        <Icon name="warn" />
        <div>
          <p className="notice-title">{t('app.signInFailed')}</p>
          <p>{failure.detail}</p>
        </div>
      </div>
    );
  }
  return <Failure failure={failure} />;
}

function DemoPeople({ onChoose }: { onChoose: (person: DemoPerson) => void }) {
  const people = useQuery({
    queryKey: ['demo'],
    queryFn: () => json<{ people: DemoPerson[] }>('/api/demo'),
    staleTime: Infinity,
  });
  if (!people.data) return people.error ? <Failure failure={people.error} /> : null;
  return (
    <section className={css.demoPeople} aria-labelledby="demo-title">
      <h2 id="demo-title">
        <span className="demo-mark">{t('app.demonstration')}</span> {t('app.demoTitle')}
      </h2>
      <p>{t('app.demoMore')}</p>
      <ul>
        {people.data.people.map((person) => (
          <li key={person.username}>
            <button type="button" onClick={() => onChoose(person)}>
              <span className={css.demoWho}>
                <bdi>{person.displayName}</bdi>
                <bdi dir="ltr" className="code">
                  {person.username}
                </bdi>
              </span>
              <span className={css.demoRoles}>
                {person.roles.map((role) => (
                  <span key={role}>
                    <strong>{tCode('app.role', role)}</strong> {tCode('app.roleDoes', role)}
                  </span>
                ))}
              </span>
              <Icon name="next" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
