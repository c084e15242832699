import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { t } from '../i18n/text';
import { Failure, Working } from '../ui/State';
import { usePageTitle } from '../ui/text';
import { goToProvider } from './provider';

/** A window that leaves for the provider, for somebody who confirms there that it is them. */
export function ConfirmPage() {
  usePageTitle(t('account.confirmTitle'));
  const begun = useRef(false);
  const go = useMutation({ mutationFn: () => goToProvider({ what: 'confirm', back: '/' }) });
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    go.mutate();
  }, [go]);
  return (
    <main className="whole" id="main">
      <h1 className="visually-hidden">{t('account.confirmTitle')}</h1>
      {go.error ? <Failure failure={go.error} retry={() => go.mutate()} /> : <Working what={t('account.providerGoing')} />}
    </main>
  );
}
