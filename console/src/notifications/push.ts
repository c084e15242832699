import type { QueryClient } from '@tanstack/react-query';
import { browserName } from '../account/browser';
import { call, json, Problem } from '../api/client';
import { language } from '../i18n/text';
import { preferencesQuery } from './queries';
import type { Address } from './types';

/** What this browser knows of its being notified: who switched it on or came after them, and as what the server knows it. */
interface Kept {
  person: string;
  address: string;
  endpoint: string;
}

const storageKey = 'anbinh.push';
/** No page is below it: the worker controls none, so that the phone app below `/t/` meets no other worker than its own. */
const scope = '/push/';

export function keptPush(): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}

/** What keeps this browser from being notified; null where nothing does. */
export function pushHindrance(pushKey: string | null): 'UNSUPPORTED' | 'BLOCKED' | 'NOT_SET_UP' | null {
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window)) return 'UNSUPPORTED';
  if (pushKey === null) return 'NOT_SET_UP';
  return Notification.permission === 'denied' ? 'BLOCKED' : null;
}

/** The browser did not do its part: nobody allowed it, or its push service is away. */
export class PushFailure extends Error {}

/** `Chrome, Windows`: without the version, which changes. */
export const browserLabel = (agent: string): string => browserName(agent).replace(/ \d+/, '').replace(' · ', ', ');

function keyBytes(base64Url: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64Url.replaceAll('-', '+').replaceAll('_', '/')), (each) => each.charCodeAt(0));
}

const sameKey = (one: ArrayBuffer | null, other: Uint8Array): boolean => one !== null && new Uint8Array(one).join() === other.join();

/** The worker speaks the language of its address, as it may wake where no page is open to ask. */
async function worker(): Promise<ServiceWorkerRegistration> {
  const registration = await navigator.serviceWorker.register(`/push.js?language=${language()}`, { scope });
  const starting = registration.active ? null : (registration.installing ?? registration.waiting);
  if (starting)
    await new Promise<void>((resolve) => {
      const look = () => ['activated', 'redundant'].includes(starting.state) && resolve();
      starting.addEventListener('statechange', look);
      look();
    });
  return registration;
}

/** The subscription of this browser by the server's key; one by an earlier key is given up. */
async function subscription(key: string): Promise<PushSubscription> {
  const bytes = keyBytes(key);
  try {
    const { pushManager } = await worker();
    const known = await pushManager.getSubscription();
    if (known && sameKey(known.options.applicationServerKey, bytes)) return known;
    await known?.unsubscribe();
    return await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes });
  } catch (failure) {
    throw new PushFailure(String(failure));
  }
}

/** Tells the server where this browser is reached, and nothing else: what it is sent has no content to encrypt. */
async function give(person: string, endpoint: string): Promise<void> {
  const body = { channel: 'PUSH', target: endpoint, label: browserLabel(navigator.userAgent), urgentOnly: false };
  const address = await json<Address>('/api/notifications/addresses', { method: 'POST', body });
  localStorage.setItem(storageKey, JSON.stringify({ person, address: address.id, endpoint } satisfies Kept));
}

export async function switchPushOn(person: string, key: string): Promise<void> {
  if ((await Notification.requestPermission()) !== 'granted') throw new PushFailure('not allowed');
  await give(person, (await subscription(key)).endpoint);
}

/** Forgets the subscription, so that nothing arrives here however the server knows it. */
async function forget(): Promise<void> {
  localStorage.removeItem(storageKey);
  const registration = await navigator.serviceWorker.getRegistration(scope);
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
  await registration?.unregister();
}

export async function switchPushOff(): Promise<void> {
  const kept = keptPush();
  await forget();
  if (kept)
    await call(`/api/notifications/addresses/${kept.address}`, { method: 'DELETE' }).catch((failure: unknown) => {
      if (!(failure instanceof Problem && failure.status === 404)) throw failure;
    });
}

/**
 * Where it is on in this browser: sees to it that the subscription is there, is by the server's key, and belongs to
 * who is signed in. What its owner removed elsewhere is forgotten here. Fails quietly: the next page tries again.
 */
export async function keepPush(client: QueryClient, person: string): Promise<void> {
  const kept = keptPush();
  if (kept === null || pushHindrance('') === 'UNSUPPORTED' || Notification.permission !== 'granted') return;
  try {
    const { pushKey } = await client.fetchQuery(preferencesQuery);
    if (pushKey === null) return;
    const { endpoint } = await subscription(pushKey);
    if (kept.person === person && kept.endpoint === endpoint) {
      const { items } = await json<{ items: Address[] }>('/api/notifications/addresses');
      if (!items.some((each) => each.id === kept.address)) await forget();
    } else {
      await give(person, endpoint);
    }
    void client.invalidateQueries({ queryKey: ['notifications', 'addresses'] });
  } catch {
    // The bell works without.
  }
}
