import './phone.css';
import { chosenLanguage } from '../text/light';
import { openLine, type Session, type SessionUser } from './api';
import { notice, show, type App } from './app';
import { button, h } from './dom';
import { askAboutOthers, enter } from './enter';
import { makeRest, smallerPhoto } from './files';
import { homeScreen, refreshHome } from './home';
import { endSession, hasLeft, leftAtServer, noteLeaving } from './leave';
import { findProfile, isOfTeam, refreshProfile, refreshVillages, type Profile } from './profile';
import { Sender } from './sender';
import { startShell } from './shell';
import { startText, t } from './text';
import { currentOwner, erase, openDatabase, openVault, setCurrentOwner, unsent, type Vault } from './vault';

/*
 * The app of a team's members: reports of situations from a phone without a line. Everything is kept on
 * the phone first, sealed, and leaves it when the server has it (docs/design/team-app.md).
 */
const line = openLine(chosenLanguage);
let database: IDBDatabase;
let app: App | null = null;

function look(): void {
  const stored = /"theme":"(\w+)"/.exec(localStorage.getItem('anbinh.preferences') ?? '')?.[1];
  const dark = stored === 'dark' || (stored !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
}

/** The app of whoever signed in last, also without a line. */
function open(vault: Vault, profile: Profile): App {
  const made: App = {
    vault,
    line,
    profile,
    session: null,
    sender: new Sender(vault, line, () => void refreshHome(made)),
    home: (said, queued) => homeScreen(made, said, queued),
    signIn: () => enter(line, t('phone.sessionOver'), entered),
    signOut: () => signOut(made),
  };
  return made;
}

async function run(vault: Vault, profile: Profile): Promise<void> {
  app?.sender.stop();
  app = open(vault, profile);
  await app.home();
  app.sender.kick();
  if (await makeRest(vault, smallerPhoto).catch(() => false)) app.sender.kick();
}

async function entered(user: SessionUser): Promise<void> {
  if (!isOfTeam(user)) {
    return show([h('h1', {}, t('phone.title')), notice('warn', t('phone.notOfTeam'), t('phone.notOfTeamMore')), h('a', { href: '/', class: 'link' }, t('phone.toConsole')), button(t('phone.signOut'), 'plain', () => leaveAccount())]);
  }
  if (user.mustChangePassword || user.mustAddSecondFactor) {
    return show([h('h1', {}, t('phone.title')), notice('warn', t('phone.due')), h('a', { href: '/', class: 'link' }, t('phone.dueLink'))]);
  }
  // What another account had sent is no longer this phone's; what it had not, is asked about.
  let others = 0;
  for (const [owner, count] of await unsent(database)) if (owner !== user.id) others += count;
  const before = await currentOwner(database);
  if (before !== null && before !== user.id) await erase(database, before, false);
  const go = async () => {
    await setCurrentOwner(database, user.id);
    leftAtServer();
    const vault = await openVault(database, user.id);
    const profile = await refreshProfile(vault, line, user).catch(() => findProfile(vault));
    if (profile) {
      void fillIn(vault, profile);
      await run(vault, profile);
    } else show([h('h1', {}, t('phone.title')), notice('bad', t('phone.noLine'), t('phone.again')), button(t('phone.tryAgain'), 'primary', () => entered(user))]);
  };
  if (others === 0 || before === user.id) return go();
  askAboutOthers(others, () => void go(), () => {
    void unsent(database)
      .then((all) => Promise.all([...all.keys()].filter((owner) => owner !== user.id).map((owner) => erase(database, owner, true))))
      .then(go);
  });
}

/** Ends the session; what was sent is erased, and what was not is asked about. */
async function signOut(from: App): Promise<void> {
  const waiting = (await unsent(database)).get(from.vault.owner) ?? 0;
  const go = async (alsoUnsent: boolean) => {
    from.sender.stop();
    await erase(database, from.vault.owner, alsoUnsent);
    await leaveAccount();
  };
  if (waiting === 0) return go(true);
  show(
    [
      h('h1', {}, t('phone.unsent', { count: String(waiting) })),
      h('p', {}, t('phone.unsentMore')),
      h('div', { class: 'stack' }, button(t('phone.stay'), 'primary', () => from.home()), button(t('phone.leaveKeep'), 'plain', () => go(false)), button(t('phone.leaveErase'), 'danger', () => go(true))),
    ],
    () => void from.home(),
  );
}

async function leaveAccount(): Promise<void> {
  noteLeaving();
  app = null;
  await setCurrentOwner(database, null);
  if (await endSession()) leftAtServer();
  enter(line, null, entered);
}

async function begin(): Promise<void> {
  if (!globalThis.isSecureContext || !crypto.subtle) return show([h('h1', {}, t('phone.title')), notice('bad', t('phone.insecure'), t('phone.insecureMore'))]);
  try {
    database = await openDatabase();
  } catch {
    return show([h('h1', {}, t('phone.title')), notice('bad', t('phone.noStore'), t('phone.noStoreMore'))]);
  }
  if (hasLeft()) {
    await setCurrentOwner(database, null);
    if (await endSession()) leftAtServer();
    return enter(line, null, entered);
  }
  const owner = await currentOwner(database);
  const vault = owner ? await openVault(database, owner) : null;
  const profile = vault ? await findProfile(vault) : null;
  if (vault && profile) {
    await run(vault, profile);
    return freshen(vault);
  }
  const session = await early;
  if (session?.user) await entered(session.user);
  else enter(line, null, entered);
}

/** What may have changed since the last time: villages, kinds, the area of the account. */
async function freshen(vault: Vault): Promise<void> {
  const session = await early;
  if (!app || session?.user?.id !== vault.owner) return;
  const fresh = await refreshProfile(vault, line, session.user).catch(() => null);
  if (fresh) await fillIn(vault, fresh);
}

async function fillIn(vault: Vault, profile: Profile): Promise<void> {
  const whole = await refreshVillages(vault, line, profile).catch(() => profile);
  if (app?.vault === vault) app.profile = whole;
}

look();
// Asked for beside the messages: on a slow line each wait is half a second.
const early = hasLeft() ? null : line.get<Session>('/api/session').catch(() => null);
await startText(chosenLanguage());
document.title = t('phone.appName');
startShell(chosenLanguage());
await begin();
