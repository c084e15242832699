import { useEffect, useState, useSyncExternalStore } from 'react';
import { Link, Outlet, useLocation, useNavigate, useParams } from 'react-router';
import { ConfirmDialog } from '../account/ConfirmDialog';
import { connection } from '../api/connection';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { EmergencyBar } from '../emergency/EmergencyBar';
import { t } from '../i18n/text';
import { ReadOnlyBar } from '../log/ReadOnlyBar';
import { Bell } from '../notifications/Bell';
import { NotificationWatch } from '../notifications/Watch';
import { Moment, useNow, useSiteTime, ZoneName } from '../time/site';
import { Icon } from '../ui/Icon';
import { Toasts } from '../ui/overlays';
import { NotFound } from './ErrorPage';
import { useKeys } from './keys';
import { Logo } from './Logo';
import { useLoadAhead } from './loadAhead';
import { Palette } from './Palette';
import { isAddress, thingOf } from './params';
import { Rail } from './Rail';
import { ShortcutsDialog } from './ShortcutsDialog';
import { sectionsOf } from './sections';
import css from './shell.module.css';
import { UserMenu } from './UserMenu';

/** The frame around every screen: rail, top bar, palette, key sheet, lost connection. */
export function Shell() {
  const user = useUser();
  const navigate = useNavigate();
  const location = useLocation();
  const params = useParams();
  const { site } = useSiteTime();
  const [palette, setPalette] = useState(false);
  const [keySheet, setKeySheet] = useState(false);
  const [going, setGoing] = useState(false);
  const sections = sectionsOf(user);
  useLoadAhead(sections);

  useEffect(() => setGoing(false), [location.pathname]);
  useEffect(() => {
    if (!going) return;
    const timer = setTimeout(() => setGoing(false), 1_500);
    const listener = (event: KeyboardEvent) => {
      const section = sections.find((candidate) => candidate.letter === event.key.toLowerCase());
      setGoing(false);
      if (section) {
        event.preventDefault();
        event.stopPropagation();
        void navigate(section.path);
      }
    };
    window.addEventListener('keydown', listener, { capture: true, once: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', listener, { capture: true });
    };
  }, [going, navigate, sections]);

  useKeys(
    [
      { key: 'k', ctrl: true, cap: 'Ctrl K', label: 'app.keyPalette', run: () => setPalette(true) },
      { key: '?', cap: '?', label: 'app.keySheet', run: () => setKeySheet(true) },
      { key: '/', cap: '/', label: 'app.keySearch', run: focusSearch },
      { key: 'g', shift: false, cap: 'G …', label: 'app.keyGo', run: () => setGoing(true) },
    ],
    0,
  );

  return (
    <div className={css.root}>
      <a className="skip" href="#main">
        {t('app.skip')}
      </a>
      <Rail onKeys={() => setKeySheet(true)} />
      <div className="shell-body">
        <div className={css.head}>
          <header className={css.top}>
            <span className={css.topBrand}>
              <Logo size={26} />
              <strong>{t('app.name')}</strong>
            </span>
            <button type="button" className={css.paletteButton} onClick={() => setPalette(true)}>
              <Icon name="search" size={16} />
              <span>{t('app.paletteHint')}</span>
              <kbd>Ctrl K</kbd>
            </button>
            {site.demonstration && <DemoMark mayRead={may(user, 'mailbox')} />}
            <Clock />
            <Bell />
            <UserMenu user={user} />
          </header>
          <NotificationWatch />
        </div>
        <LostConnection />
        <ReadOnlyBar />
        {(may(user, 'playback') || may(user, 'situations')) && <EmergencyBar />}
        <main id="main" tabIndex={-1}>
          {isAddress(params) ? <Outlet key={thingOf(params)} /> : <NotFound />}
        </main>
      </div>
      <Palette open={palette} onClose={() => setPalette(false)} />
      <ShortcutsDialog open={keySheet} onClose={() => setKeySheet(false)} />
      <ConfirmDialog />
      <Toasts />
    </div>
  );
}

function focusSearch(): void {
  document.querySelector<HTMLInputElement>('main input[type="search"]')?.focus();
}

/** Says on every page that it is a demonstration; who may read its messages is led there. */
function DemoMark({ mayRead }: { mayRead: boolean }) {
  if (!mayRead) return <span className="demo-mark">{t('app.demonstration')}</span>;
  return (
    <Link to="/mailbox" className="demo-mark">
      {t('app.demonstration')} <span className="visually-hidden">{t('app.demoMessages')}</span>
      <span className="demo-mark-more" aria-hidden="true">
        · {t('app.demoMessages')}
      </span>
    </Link>
  );
}

function Clock() {
  const now = useNow();
  return (
    <span className={css.topClock} dir="ltr">
      <Moment at={now} />{' '}
      <span className={css.topZone}>
        <ZoneName short />
      </span>
    </span>
  );
}

function LostConnection() {
  const since = useSyncExternalStore(connection.subscribe, connection.lostSince);
  if (since === null) return null;
  return (
    <div className={css.lost} role="status">
      <Icon name="lost" size={16} />
      <span>{t('app.lost')}</span> <Moment at={since} show="clock" />
      <span>{t('app.lostMore')}</span>
    </div>
  );
}
