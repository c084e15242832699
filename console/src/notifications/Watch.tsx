import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useUser } from '../api/queries';
import { t } from '../i18n/text';
import { preferences } from '../shell/preferences';
import { changeTitle } from '../ui/title';
import { useWorklist } from '../worklist/queries';
import { type Announced, isDanger, newerThan, type Sound, soundOf, waitToAnnounce } from './news';
import { useRecent, useUnread } from './queries';
import { UrgentBar } from './UrgentBar';
import { sentence } from './words';

const soundModule = () => import('./sound');

async function hear(sound: Sound, newest: string): Promise<void> {
  const { isFirstToHear, play } = await soundModule();
  if (isFirstToHear(newest)) await play(sound);
}

/**
 * On every page: the count in the window's title, what is urgent as a bar, and what came since the page was
 * opened as a sound and in words for who does not see it.
 */
export function NotificationWatch() {
  const client = useQueryClient();
  const user = useUser();
  const unread = useUnread().data;
  const worklist = useWorklist().data ?? [];
  const endangered = worklist.some((each) => isDanger(each.kind));
  // Once it was read nothing is the newest unread one; what it was asked for by stays.
  const newestSeen = useRef('');
  if (unread?.newest && unread.newest > newestSeen.current) newestSeen.current = unread.newest;
  const recent = useRecent(newestSeen.current, unread !== undefined && (unread.urgent || endangered));
  const [called, setCalled] = useState({ text: '', number: 0 });
  /** The newest that was heard of; null until the first answer. */
  const known = useRef<string | null>(null);

  useEffect(() => {
    changeTitle(() => ({ unread: unread?.count ?? 0 }));
    return () => changeTitle(() => ({ unread: 0 }));
  }, [unread?.count]);

  useEffect(() => {
    if (!unread) return;
    const before = known.current;
    const newest = unread.newest ?? '';
    const isNews = before !== null && newest > before;
    if (isNews && unread.urgent && !recent.isError && (recent.isPlaceholderData || !recent.data)) return;
    known.current = before !== null && before > newest ? before : newest;
    if (!isNews) return;
    for (const key of [['worklist'], ['notifications', 'list']]) void client.invalidateQueries({ queryKey: key });
    if (!unread.urgent) return;
    const urgent = newerThan(recent.data ?? [], before).filter((each) => each.urgent);
    // Where the list did not come, something urgent may have.
    const sound = recent.isError ? 'urgent' : soundOf(urgent);
    if (sound === null) return;
    if (preferences.get().urgentSound) void hear(sound, newest);
    const first = urgent.find((each) => isDanger(each.kind)) ?? urgent[0];
    setCalled(({ number }) => ({ text: first ? sentence(first) : t('notifications.urgentNow'), number: number + 1 }));
  }, [client, unread, recent.data, recent.isPlaceholderData, recent.isError]);

  useEffect(() => {
    let stop = () => {};
    let over = false;
    void soundModule().then(({ unlockByGesture }) => {
      if (!over) stop = unlockByGesture();
    });
    return () => {
      over = true;
      stop();
    };
  }, []);

  useEffect(() => {
    if (localStorage.getItem('anbinh.push') !== null) void import('./push').then(({ keepPush }) => keepPush(client, user.id));
  }, [client, user.id]);

  // A message of the worker beside this page, also where the page is not looked at and asks for nothing by itself.
  useEffect(() => {
    const listener = (event: MessageEvent) => {
      if (event.data === 'anbinh-notification') void client.invalidateQueries({ queryKey: ['notifications', 'unread'] });
    };
    const worker = 'serviceWorker' in navigator ? navigator.serviceWorker : null;
    worker?.addEventListener('message', listener);
    return () => worker?.removeEventListener('message', listener);
  }, [client]);

  return (
    <>
      <Announcement count={unread?.count ?? null} />
      <div role="alert" className="visually-hidden">
        {called.number > 0 && <span key={called.number}>{called.text}</span>}
      </div>
      <UrgentBar items={(recent.data ?? []).filter((each) => unread?.urgent || isDanger(each.kind))} worklist={worklist} />
    </>
  );
}

/** Says a change of the count, at most once in ten seconds; what was unread when the page was opened is no change. */
function Announcement({ count }: { count: number | null }) {
  const last = useRef<Announced | null>(null);
  const [text, setText] = useState('');
  useEffect(() => {
    if (count === null) return;
    last.current ??= { count, at: 0 };
    const wait = waitToAnnounce(last.current, count, Date.now());
    if (wait === null) return;
    const timer = setTimeout(() => {
      last.current = { count, at: Date.now() };
      setText(count === 0 ? t('notifications.allRead') : t('notifications.unread', { count }));
    }, wait);
    return () => clearTimeout(timer);
  }, [count]);
  return (
    <div role="status" className="visually-hidden" data-announced="unread">
      {text}
    </div>
  );
}
