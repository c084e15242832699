import { Button as AriaButton, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { useNavigate } from 'react-router';
import { json } from '../api/client';
import type { User } from '../api/types';
import { chooseLanguage, languageNames, languages } from '../i18n/language';
import { language, t, tCode } from '../i18n/text';
import { Icon } from '../ui/Icon';
import { preferences, type Theme, usePreferences } from './preferences';
import css from './shell.module.css';

const themes: Theme[] = ['system', 'light', 'dark'];

/** Who is signed in; language, theme, density, single keys, sign-out. */
export function UserMenu({ user }: { user: User }) {
  const set = usePreferences();
  const navigate = useNavigate();
  return (
    <MenuTrigger>
      <AriaButton className={css.userButton!} aria-label={t('app.userMenu', { name: user.displayName })}>
        <Icon name="person" />
        <span className={css.userName}>
          <bdi>{user.displayName}</bdi>
          <small>{user.roles.map((role) => tCode('app.role', role)).join(' · ')}</small>
        </span>
        <Icon name="expand" size={14} />
      </AriaButton>
      <Popover className="popover" placement="bottom end">
        <div className={css.menuWho}>
          <bdi>{user.displayName}</bdi>
          <small>
            {user.roles.map((role) => tCode('app.role', role)).join(' · ')} · <bdi>{user.area?.name ?? t('app.wholeSite')}</bdi>
          </small>
        </div>
        <Menu className="menu" aria-label={t('app.userMenu', { name: user.displayName })}>
          <MenuSection selectionMode="single" selectedKeys={[language()]} onSelectionChange={(keys) => chooseLanguage([...(keys as Set<string>)][0] ?? language())}>
            <Header>{t('app.language')}</Header>
            {languages.map((each) => (
              <MenuItem key={each} id={each} textValue={languageNames[each]} className="menu-item">
                <span lang={each}>{languageNames[each]}</span>
              </MenuItem>
            ))}
          </MenuSection>
          <MenuSection selectionMode="single" selectedKeys={[set.theme]} onSelectionChange={(keys) => preferences.set({ theme: [...(keys as Set<Theme>)][0] ?? 'system' })}>
            <Header>{t('app.theme')}</Header>
            {themes.map((theme) => (
              <MenuItem key={theme} id={theme} className="menu-item">
                {tCode('app.theme', theme)}
              </MenuItem>
            ))}
          </MenuSection>
          <MenuSection
            selectionMode="multiple"
            selectedKeys={[...(set.compact ? ['compact'] : []), ...(set.singleKeys ? ['singleKeys'] : []), ...(set.urgentSound ? ['urgentSound'] : [])]}
            onSelectionChange={(keys) => {
              const chosen = keys as Set<string>;
              preferences.set({ compact: chosen.has('compact'), singleKeys: chosen.has('singleKeys'), urgentSound: chosen.has('urgentSound') });
            }}
          >
            <Header>{t('app.settings')}</Header>
            <MenuItem id="compact" className="menu-item">
              {t('app.compact')}
            </MenuItem>
            <MenuItem id="singleKeys" className="menu-item">
              {t('app.singleKeys')}
            </MenuItem>
            <MenuItem id="urgentSound" className="menu-item">
              {t('notifications.soundOn')}
            </MenuItem>
          </MenuSection>
          <MenuItem id="guide" className="menu-item menu-item-last" onAction={() => void navigate('/guide')}>
            {t('guide.menu')}
          </MenuItem>
          <MenuItem id="account" className="menu-item" onAction={() => void navigate('/account')}>
            {t('account.title')}
          </MenuItem>
          <MenuItem id="signOut" className="menu-item" onAction={() => void signOut()}>
            {t('app.signOut')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

async function signOut(): Promise<void> {
  let next = '/sign-in';
  try {
    const left = await json<{ provider: string | null }>('/api/session', { method: 'DELETE' });
    next = left.provider ?? next;
  } finally {
    // What was being written is not the next person's to read, also when the server is away.
    sessionStorage.clear();
    location.assign(next);
  }
}
