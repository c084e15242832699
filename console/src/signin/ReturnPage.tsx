import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { t } from '../i18n/text';
import { ButtonLink } from '../ui/Button';
import { Failure, Notice, Working } from '../ui/State';
import { usePageTitle } from '../ui/text';
import { answerOf, bringAnswer, takeErrand, tellConfirmed } from './provider';
import { signedIn } from './signedIn';

/** Where the provider sends the browser back to: brings its answer to the server. */
export function ReturnPage() {
  usePageTitle(t('app.signIn'));
  const client = useQueryClient();
  const navigate = useNavigate();
  const begun = useRef(false);
  const [errand, setErrand] = useState<ReturnType<typeof takeErrand> | null>(null);
  const [brokenOff, setBrokenOff] = useState(false);
  const bring = useMutation({
    mutationFn: bringAnswer,
    onSuccess: () => signedIn(client),
  });
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const taken = takeErrand();
    setErrand(taken);
    const answer = answerOf(location.search);
    history.replaceState(history.state, '', location.pathname);
    if (!answer) {
      setBrokenOff(true);
      return;
    }
    bring
      .mutateAsync(answer)
      .then((session) => {
        if (taken.what === 'confirm') {
          tellConfirmed();
          window.close();
        } else {
          void navigate(session.user ? taken.back : '/sign-in', { replace: true });
        }
      })
      .catch(() => {});
  }, [bring, navigate]);
  return (
    <main className="whole" id="main">
      <h1 className="visually-hidden">{t('app.signIn')}</h1>
      {bring.isPending && <Working what={t('app.signingIn')} />}
      {bring.error && <Failure failure={bring.error} />}
      {brokenOff && <Notice tone="warn" title={t('account.providerBrokenOff')} />}
      {bring.isSuccess && errand?.what === 'confirm' && <Notice tone="ok" title={t('account.providerConfirmed')} />}
      {(brokenOff || bring.error) && errand?.what !== 'confirm' && <ButtonLink label={t('account.secondBack')} to="/sign-in" />}
    </main>
  );
}
