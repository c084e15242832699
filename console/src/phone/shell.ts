import { notice } from './app';
import { button, h } from './dom';
import { t } from './text';

let begun = false;

/** Makes the app one that can be installed. */
export function startShell(language: string): void {
  document.head.append(h('link', { rel: 'manifest', href: `/t/${language}.webmanifest` }), h('meta', { name: 'apple-mobile-web-app-title', content: t('phone.appShort') }));
}

/**
 * Keeps the app, so that it opens without a line from the next time on. Begun once somebody is in it and
 * no page is about to be left: WebKit stands still for good in the middle when that happens (WebKitGTK 2.54).
 */
export function keepShell(): void {
  if (begun || !import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  begun = true;
  const had = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker
    .register('/t/sw.js', { scope: '/t/' })
    .then((registration) => {
      const tell = () => registration.waiting && navigator.serviceWorker.controller && offer(registration.waiting);
      tell();
      registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', tell));
      document.addEventListener('visibilitychange', () => !document.hidden && void registration.update().catch(() => undefined));
    })
    .catch(() => undefined);
  if (had) navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
}

/** A new version is used when somebody says so, never in the middle of a report. */
function offer(waiting: ServiceWorker): void {
  if (document.querySelector('#new-version')) return;
  const box = notice(
    'ok',
    t('phone.newVersion'),
    t('phone.newVersionMore'),
    button(t('phone.useIt'), 'primary', () => waiting.postMessage('use')),
  );
  box.id = 'new-version';
  document.body.append(box);
}
