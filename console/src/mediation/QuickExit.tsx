import { useEffect } from 'react';
import { queryClient } from '../api/queries';
import { xsrfToken } from '../api/token';
import { t } from '../i18n/text';
import { Button } from '../ui/Button';

const elsewhere = '/calendar.html';
const presses = 3;
const withinMillis = 2_000;

/**
 * Leaves at once for a page that says nothing of what was open here: nothing stays on the screen nor
 * in memory, "back" does not lead here, and the session ends, so that whoever takes the phone finds
 * nobody signed in.
 */
export function leaveQuickly(): void {
  document.body.replaceChildren();
  document.title = '';
  queryClient.clear();
  sessionStorage.clear();
  const token = xsrfToken();
  void fetch('/api/session', { method: 'DELETE', keepalive: true, credentials: 'same-origin', headers: token ? { 'X-XSRF-TOKEN': token } : {} }).catch(() => undefined);
  location.replace(elsewhere);
}

/** A button always in reach, and Shift three times, for a phone that others use or look at. */
export function QuickExit() {
  useEffect(() => {
    let times: number[] = [];
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Shift') {
        times = [];
        return;
      }
      if (event.repeat) return;
      times = [...times.filter((at) => event.timeStamp - at < withinMillis), event.timeStamp];
      if (times.length >= presses) leaveQuickly();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <div className="quick-exit">
      <Button kind="danger" icon="exit" label={t('mediation.exit')} onClick={leaveQuickly} title={t('mediation.exitMore')} />
    </div>
  );
}
