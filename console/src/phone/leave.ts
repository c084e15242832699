import type * as Api from '#api';
import { xsrfToken } from '../api/token';
import { stopHearing } from './voice';

const mark = 'anbinh.phone.left';
const elsewhere = '/t/calendar.html';

/** Told to the other windows of this app: they close too. */
export const leaving = 'anbinh-phone-left';
export type Leaving = 'SIGNED_OUT' | 'QUICKLY';

/** Tells one session from the next: the server gives another token at each sign-in. */
const sessionMark = (): string => (xsrfToken() ?? '').slice(-12);

/** Whether somebody left, and the server may not have heard of it yet. */
export const hasLeft = (): boolean => localStorage.getItem(mark) !== null;
export const leftAtServer = (): void => localStorage.removeItem(mark);
export const noteLeaving = (): void => localStorage.setItem(mark, sessionMark());

/** Whether there was a sign-in after somebody left: what they left is over then. */
export const hasReturned = (): boolean => hasReturnedBy(localStorage.getItem(mark), sessionMark());
export const hasReturnedBy = (left: string | null, now: string): boolean => left !== null && left !== '' && now !== '' && left !== now;

/** What the server says of a session's end; `provider` is where the sign-on provider ends its own. */
export type Ended = Api.IdentityLeft;

const answersWithin = 30_000;
let turn: Promise<unknown> = Promise.resolve();

/** One after another: where a sign-in and the end of a session cross, the answer to the end takes the new session off the browser. */
export function inTurn<T>(act: () => Promise<T>): Promise<T> {
  const done = turn.then(act);
  turn = done.catch(() => undefined);
  return done;
}

/** Ends the session at the server; null where it cannot be reached. `keepalive` lets it go on after the page. */
export function endSession(): Promise<Ended | null> {
  const token = xsrfToken();
  const late = new AbortController();
  setTimeout(() => late.abort(), answersWithin);
  return fetch('/api/session', {
    method: 'DELETE',
    keepalive: true,
    signal: late.signal,
    credentials: 'same-origin',
    headers: { Accept: 'application/json', ...(token ? { 'X-XSRF-TOKEN': token } : {}) },
  }).then(
    async (response) => (response.ok ? { provider: ((await response.json().catch(() => null)) as Ended | null)?.provider ?? null } : null),
    () => null,
  );
}

/** Ends what was left without a line, as soon as there is one; not the session of who signed in since. */
export function endWhatWasLeft(): Promise<void> {
  return inTurn(async () => {
    if (!hasLeft()) return;
    if (hasReturned() || (await endSession())) return leftAtServer();
    // The server refuses it also where the session is over already.
    const session = await fetch('/api/session', { credentials: 'same-origin', headers: { Accept: 'application/json' } })
      .then((response) => (response.ok ? (response.json() as Promise<{ user?: unknown }>) : null))
      .catch(() => null);
    if (session?.user === null) leftAtServer();
  });
}

/**
 * Leaves at once for a calendar: nothing stays on the screen, "back" does not lead here, and the app
 * is closed until somebody signs in. What was written stays, sealed.
 */
export function leaveQuickly(): void {
  stopHearing();
  document.body.replaceChildren();
  document.title = '';
  noteLeaving();
  new BroadcastChannel(leaving).postMessage('QUICKLY' satisfies Leaving);
  void endSession().then((ended) => ended && leftAtServer());
  goElsewhere();
}

export const goElsewhere = (): void => location.replace(elsewhere);
