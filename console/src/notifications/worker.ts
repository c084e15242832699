/*
 * The worker that shows a notification when the server's push arrives, also where no page is open. A push
 * has no content, and neither has the notification: the same words each time, in the language of the
 * worker's address. It controls no page and answers no request.
 */
declare const TEXTS: Record<string, { title: string; body: string }>;

interface Waking extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Pressed extends Waking {
  notification: { close(): void };
}
interface Page {
  url: string;
  focused: boolean;
  visibilityState: string;
  focus(): Promise<unknown>;
  postMessage(message: unknown): void;
}
interface Scope {
  addEventListener(type: string, act: (event: never) => void): void;
  skipWaiting(): Promise<void>;
  clients: { matchAll(which: object): Promise<Page[]>; openWindow(url: string): Promise<unknown> };
  registration: { showNotification(title: string, options: object): Promise<void> };
}

const scope = globalThis as unknown as Scope;
const chosen = new URL(location.href).searchParams.get('language') ?? '';
const language = chosen in TEXTS ? chosen : 'vi';

/** The pages of the console, those of nobody who is signed in left out. */
async function pages(): Promise<Page[]> {
  const all = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return all.filter((each) => !/^\/(t|report|owner\.html|transparency)(\/|$)/.test(new URL(each.url).pathname));
}

async function show(): Promise<void> {
  const { title, body } = TEXTS[language]!;
  // The next one takes its place, and is heard again.
  await scope.registration.showNotification(title, { body, lang: language, dir: language === 'ar' ? 'rtl' : 'ltr', tag: 'anbinh', renotify: true, icon: '/t/icon-192.png' });
  for (const each of await pages()) each.postMessage('anbinh-notification');
}

async function open(): Promise<void> {
  const all = await pages();
  const page = all.find((each) => each.focused) ?? all.find((each) => each.visibilityState === 'visible') ?? all[0];
  await (page ? page.focus() : scope.clients.openWindow('/'));
}

scope.addEventListener('install', (event: Waking) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('push', (event: Waking) => event.waitUntil(show()));
scope.addEventListener('notificationclick', (event: Pressed) => {
  event.notification.close();
  event.waitUntil(open());
});
