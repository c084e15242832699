import { useMutation } from '@tanstack/react-query';
import { t } from '../i18n/text';
import { Button } from '../ui/Button';
import { Failure, Notice } from '../ui/State';
import { goToProvider, type Provider } from './provider';
import css from './signin.module.css';

/** Signing in at the office's identity provider, where there is one, or why that cannot be now. */
export function ProviderSignIn({ provider, back, invitation }: { provider: Provider & { name: string }; back: string; invitation: string | undefined }) {
  const go = useMutation({ mutationFn: () => goToProvider({ what: 'sign-in', back }, invitation) });
  const name = provider.name;
  return (
    <section className={`panel ${css.signInForm}`} aria-labelledby="provider-title">
      <h2 id="provider-title">{t(invitation ? 'account.providerInvited' : 'account.providerTitle', { name })}</h2>
      {invitation && <p>{t('account.providerInvitedMore', { name })}</p>}
      {provider.away && <Notice tone="warn" title={t('account.providerAway', { name })} />}
      {go.error && <Failure failure={go.error} />}
      <Button kind="primary" label={t('account.providerGo', { name })} disabled={provider.away || go.isPending} onClick={() => go.mutate()} />
    </section>
  );
}
