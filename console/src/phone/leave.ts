import { xsrfToken } from '../api/token';

const mark = 'anbinh.phone.left';
const elsewhere = '/t/calendar.html';

/** Whether somebody left, and the server may not have heard of it yet. */
export const hasLeft = (): boolean => localStorage.getItem(mark) !== null;
export const leftAtServer = (): void => localStorage.removeItem(mark);
export const noteLeaving = (): void => localStorage.setItem(mark, '1');

/** Ends the session at the server, if it can be reached; `keepalive` lets it go on after the page. */
export function endSession(): Promise<boolean> {
  const token = xsrfToken();
  return fetch('/api/session', { method: 'DELETE', keepalive: true, credentials: 'same-origin', headers: token ? { 'X-XSRF-TOKEN': token } : {} }).then(
    (response) => response.ok,
    () => false,
  );
}

/**
 * Leaves at once for a calendar: nothing stays on the screen, "back" does not lead here, and the app
 * is closed until somebody signs in. What was written stays, sealed.
 */
export function leaveQuickly(): void {
  document.body.replaceChildren();
  document.title = '';
  noteLeaving();
  void endSession();
  location.replace(elsewhere);
}
