import { t } from '../i18n/text';
import { ButtonLink } from '../ui/Button';
import { QueryState } from '../ui/State';
import { PageFrame } from '../ui/text';
import { Addresses } from './Addresses';
import { ChoiceForm } from './ChoiceForm';
import css from './notifications.module.css';
import { useAddresses, useNotificationPreferences } from './queries';
import { SoundSettings } from './SoundSettings';
import { ThisBrowser } from './ThisBrowser';

/** Where, of what and when somebody is notified while no page is open, and what is heard while one is. */
export function SettingsPage() {
  const preferences = useNotificationPreferences();
  const addresses = useAddresses();
  return (
    <PageFrame title={t('notifications.settings')} lead={t('notifications.settingsLead')} actions={<ButtonLink icon="notification" label={t('notifications.toInbox')} to="/notifications" />}>
      <QueryState query={preferences} />
      {preferences.data && (
        <>
          <section className={css.part} aria-labelledby="this-browser">
            <h2 id="this-browser">{t('notifications.browser')}</h2>
            <ThisBrowser pushKey={preferences.data.pushKey} addresses={addresses.data} />
          </section>
          <section className={css.part} aria-labelledby="sound">
            <h2 id="sound">{t('notifications.sound')}</h2>
            <SoundSettings />
          </section>
          <section className={css.part} aria-labelledby="addresses">
            <h2 id="addresses">{t('notifications.addresses')}</h2>
            <QueryState query={addresses} />
            {addresses.data && <Addresses addresses={addresses.data} channels={preferences.data.channels} />}
          </section>
          <section className={css.part} aria-labelledby="choice">
            <h2 id="choice">{t('notifications.choice')}</h2>
            <ChoiceForm preferences={preferences.data} />
          </section>
        </>
      )}
    </PageFrame>
  );
}
