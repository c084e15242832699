import { useUser } from '../api/queries';
import { t } from '../i18n/text';
import { PasswordForm } from '../signin/PasswordPage';
import { ButtonLink } from '../ui/Button';
import { Name, PageFrame } from '../ui/text';
import css from './account.module.css';
import { Factors } from './Factors';
import { Sessions } from './Sessions';

/** One's own account: second factors, notifications, sessions, password. */
export function AccountPage() {
  const user = useUser();
  return (
    <PageFrame title={t('account.title')} lead={<Name>{user.displayName}</Name>}>
      <section className={css.part} aria-labelledby="account-factors">
        <h2 id="account-factors">{t('account.factors')}</h2>
        <Factors />
      </section>
      <section className={css.part} aria-labelledby="account-notifications">
        <h2 id="account-notifications">{t('notifications.title')}</h2>
        <p>{t('notifications.accountMore')}</p>
        <div className="actions">
          <ButtonLink icon="notification" label={t('notifications.settings')} to="/notifications/settings" />
        </div>
      </section>
      <section className={css.part} aria-labelledby="account-sessions">
        <h2 id="account-sessions">{t('account.sessions')}</h2>
        <Sessions />
      </section>
      <section className={css.part} aria-labelledby="account-password">
        <h2 id="account-password">{t('account.password')}</h2>
        <PasswordForm />
      </section>
    </PageFrame>
  );
}
