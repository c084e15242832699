import './phone.css';
import { chosenLanguage } from '../i18n/language';
import { openLine, Refused, type Session, type SessionUser } from './api';
import { type App, notice, show, sure } from './app';
import { button, h } from './dom';
import { Editor, handBack } from './editor';
import { askAboutOthers, enter } from './enter';
import { makeRest, smallerPhoto } from './files';
import { homeScreen, refreshHome } from './home';
import { endSession, endWhatWasLeft, goElsewhere, hasLeft, hasReturned, inTurn, type Leaving, leaving, leftAtServer, noteLeaving } from './leave';
import { findProfile, isOfTeam, type Profile, refreshProfile, refreshVillages } from './profile';
import { Sender } from './sender';
import { keepShell, startShell } from './shell';
import { startText, t } from './text';
import { currentOwner, type Erased, erase, eraseSentOfOthers, noteErased, openDatabase, openVault, setCurrentOwner, setLanguage, tellErased, unsent, type Vault } from './vault';
import { stopHearing } from './voice';

/*
 * The app of a team's members: reports of situations from a phone without a line. Everything is kept on
 * the phone first, sealed, and leaves it when the server has it (docs/design/team-app.md).
 */
const line = openLine(chosenLanguage);
const windows = new BroadcastChannel(leaving);
let database: IDBDatabase;
let app: App | null = null;

function look(): void {
  const stored = /"theme":"(\w+)"/.exec(localStorage.getItem('anbinh.preferences') ?? '')?.[1];
  const dark = stored === 'dark' || (stored !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
}

/** The app of whoever signed in last, also without a line. */
function open(vault: Vault, profile: Profile, erased: Erased | null): App {
  const ending = new AbortController();
  const own = openLine(chosenLanguage, ending.signal);
  const made: App = {
    vault,
    line: own,
    profile,
    session: null,
    erased,
    sender: new Sender(
      vault,
      own,
      () => ending.abort(),
      (round) => void (round === 'OTHER' ? closeFor(made) : refreshHome(made).catch(() => undefined)),
    ),
    isOpen: () => app === made,
    home: async (said, queued) => void (app === made && (await homeScreen(made, said, queued))),
    signIn: () => enter(line, t('phone.sessionOver'), entered),
    signOut: () => signOut(made),
  };
  return made;
}

async function run(vault: Vault, profile: Profile): Promise<void> {
  await app?.sender.stop();
  await handBack(vault);
  app = open(vault, profile, await tellErased(database, vault.owner));
  await app.home();
  keepShell();
  app.sender.kick();
  if (await makeRest(vault, smallerPhoto).catch(() => false)) app.sender.kick();
}

/** Another account is signed in in this browser: nothing of this one is shown to it. */
async function closeFor(from: App, user: SessionUser | null = null): Promise<void> {
  if (app !== from) return;
  app = null;
  stopHearing();
  enter(line, t('phone.otherSession'), entered);
  await from.sender.stop();
  await Editor.endAll();
  await setCurrentOwner(database, null);
  // Who was signed in when the page was opened has opened it.
  const opener = user ?? (await early)?.user ?? null;
  if (opener && opener.id !== from.vault.owner) await entered(opener);
}

/** Closes the app in this window after somebody left in another one. */
async function closeAfter(how: Leaving): Promise<void> {
  const from = app;
  app = null;
  if (how === 'QUICKLY') return goElsewhere();
  if (!from) return;
  stopHearing();
  enter(line, null, entered);
  await from.sender.stop();
  await Editor.endAll();
}

async function entered(user: SessionUser): Promise<void> {
  if (!isOfTeam(user)) {
    return show([
      h('h1', {}, t('phone.title')),
      notice('warn', t('phone.notOfTeam'), t('phone.notOfTeamMore')),
      h('a', { href: '/', class: 'link' }, t('phone.toConsole')),
      button(t('phone.signOut'), 'plain', () => leaveAccount()),
    ]);
  }
  if (user.mustChangePassword || user.mustAddSecondFactor) {
    return show([h('h1', {}, t('phone.title')), notice('warn', t('phone.due')), h('a', { href: '/', class: 'link' }, t('phone.dueLink'))]);
  }
  // What another account had sent is no longer this phone's; what it had not, is asked about.
  let others = 0;
  for (const [owner, count] of await unsent(database)) if (owner !== user.id) others += count;
  const before = await currentOwner(database);
  await eraseSentOfOthers(database, user.id);
  const go = async () => {
    await setCurrentOwner(database, user.id);
    leftAtServer();
    const vault = await openVault(database, user.id);
    let over = false;
    const profile = await refreshProfile(vault, line, user).catch((failure: unknown) => {
      over = failure instanceof Refused && failure.trouble.status === 401;
      return findProfile(vault);
    });
    if (profile) {
      void fillIn(vault, profile);
      await run(vault, profile);
    } else if (over) enter(line, t('phone.sessionOver'), entered);
    else show([h('h1', {}, t('phone.title')), notice('bad', t('phone.noLine'), t('phone.again')), button(t('phone.tryAgain'), 'primary', () => entered(user))]);
  };
  if (others === 0 || before === user.id) return go();
  askAboutOthers(
    others,
    () => void go(),
    () => {
      void unsent(database)
        .then((all) =>
          Promise.all(
            [...all]
              .filter(([owner]) => owner !== user.id)
              .map(async ([owner, count]) => {
                await erase(database, owner, true);
                await noteErased(database, owner, { count, at: new Date().toISOString() });
              }),
          ),
        )
        .then(go);
    },
  );
}

/** Ends the session; what was sent is erased, and what was not is asked about. */
async function signOut(from: App): Promise<void> {
  const waiting = (await unsent(database)).get(from.vault.owner) ?? 0;
  const go = async (alsoUnsent: boolean) => {
    windows.postMessage('SIGNED_OUT' satisfies Leaving);
    await from.sender.stop();
    await Editor.endAll();
    // From here on nothing is kept for this account, whoever still has an answer on the way.
    await setCurrentOwner(database, null);
    await erase(database, from.vault.owner, alsoUnsent);
    await leaveAccount();
  };
  if (waiting === 0) return go(true);
  show(
    [
      h('h1', {}, t('phone.unsent', { count: String(waiting) })),
      h('p', {}, t('phone.unsentMore')),
      h(
        'div',
        { class: 'stack' },
        button(t('phone.stay'), 'primary', () => from.home()),
        button(t('phone.leaveKeep'), 'plain', () => go(false)),
        sure(t('phone.leaveErase'), t('phone.leaveEraseSure'), t('phone.leaveErase'), () => go(true)),
      ),
    ],
    () => void from.home(),
  );
}

async function leaveAccount(): Promise<void> {
  noteLeaving();
  app = null;
  await setCurrentOwner(database, null);
  enter(line, null, entered);
  const ended = await inTurn(endSession);
  if (ended) leftAtServer();
  if (ended?.provider) location.replace(ended.provider);
}

async function begin(): Promise<void> {
  if (!globalThis.isSecureContext || !crypto.subtle) return show([h('h1', {}, t('phone.title')), notice('bad', t('phone.insecure'), t('phone.insecureMore'))]);
  try {
    database = await openDatabase();
  } catch {
    return show([h('h1', {}, t('phone.title')), notice('bad', t('phone.noStore'), t('phone.noStoreMore'))]);
  }
  await setLanguage(database, chosenLanguage()).catch(() => undefined);
  if (hasLeft() && hasReturned()) {
    // Whoever signed in since, elsewhere in the house: what was left is over.
    leftAtServer();
    await setCurrentOwner(database, null);
  } else if (hasLeft()) {
    await setCurrentOwner(database, null);
    await endWhatWasLeft();
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
  if (!app || app.vault !== vault || !session?.user) return;
  if (session.user.id !== vault.owner) return closeFor(app, session.user);
  const fresh = await refreshProfile(vault, line, session.user).catch(() => null);
  if (fresh) await fillIn(vault, fresh);
}

async function fillIn(vault: Vault, profile: Profile): Promise<void> {
  const whole = await refreshVillages(vault, line, profile).catch(() => profile);
  if (app?.vault === vault) app.profile = whole;
}

look();
// Asked for beside the messages: on a slow line each wait is half a second.
windows.onmessage = (event: MessageEvent<Leaving>) => void closeAfter(event.data);
addEventListener('online', () => void (app === null ? endWhatWasLeft() : null));
const early = hasLeft() && !hasReturned() ? null : line.get<Session>('/api/session').catch(() => null);
await startText(chosenLanguage());
document.title = t('phone.appName');
startShell(chosenLanguage());
await begin();
