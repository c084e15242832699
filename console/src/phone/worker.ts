import { openLine } from './api';
import { handBack } from './editor';
import { channelName, filesOnce, syncTag, wordsOnce } from './sender';
import { currentOwner, languageOf, openDatabase, openVault } from './vault';

/*
 * The worker beside the app: keeps its shell, so that it opens without a line, and sends what waits
 * when the browser wakes it. No answer of the API is ever kept.
 */
declare const SHELL: { version: string; files: string[] };

interface Waking extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asking extends Waking {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Scope {
  addEventListener(type: string, act: (event: never) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
}

const scope = globalThis as unknown as Scope;
const cacheName = `anbinh-phone-${SHELL.version}`;

scope.addEventListener('install', (event: Waking) => {
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(SHELL.files.map((path) => new Request(path, { cache: path.startsWith('/assets/') ? 'default' : 'reload' })))));
});

scope.addEventListener('activate', (event: Waking) => {
  const old = async () => {
    for (const name of await caches.keys()) if (name.startsWith('anbinh-phone-') && name !== cacheName) await caches.delete(name);
    await scope.clients.claim();
  };
  event.waitUntil(old());
});

scope.addEventListener('message', (event: MessageEvent) => {
  if (event.data === 'use') void scope.skipWaiting();
});

scope.addEventListener('fetch', (event: Asking) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || !SHELL.files.includes(pathname)) return;
  event.respondWith(caches.open(cacheName).then(async (cache) => (await cache.match(pathname)) ?? fetch(request)));
});

scope.addEventListener('sync', (event: Waking & { tag: string }) => {
  if (event.tag === syncTag) event.waitUntil(send());
});

/** Fails where it could not send, so that the browser wakes it again. */
async function send(): Promise<void> {
  const database = await openDatabase();
  const owner = await currentOwner(database);
  if (owner === null) return;
  const language = await languageOf(database);
  const vault = await openVault(database, owner);
  const line = openLine(() => language);
  await handBack(vault);
  let round = await wordsOnce(vault, line);
  if (round === 'DONE' || round === 'LATER') {
    const files = await filesOnce(vault, line);
    if (files !== 'DONE') round = files;
  }
  new BroadcastChannel(channelName).postMessage(round);
  if (round === 'NO_LINE' || round === 'LATER') throw new Error(round);
}
