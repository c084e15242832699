import { useQuery } from '@tanstack/react-query';
import type * as Api from '#api';
import { json } from '../api/client';
import type { Session } from '../api/types';

export type Provider = Api.IdentityProviderView;

export function useProvider(enabled = true) {
  return useQuery({
    enabled,
    queryKey: ['provider'],
    queryFn: () => json<Provider>('/api/session/provider'),
    staleTime: 30_000,
    refetchInterval: (state) => (state.state.data?.away ? 30_000 : false),
  });
}

/** What this window went to the provider for; kept until it comes back. */
interface Errand {
  what: 'sign-in' | 'confirm';
  back: string;
}
const kept = 'anbinh.errand';
const channel = 'anbinh.confirmed';

/** Leaves for the provider's page. */
export async function goToProvider(errand: Errand, invitation?: string): Promise<void> {
  const begun = await json<{ address: string }>('/api/session/provider/begin', { method: 'POST', body: invitation ? { invitation } : {} });
  sessionStorage.setItem(kept, JSON.stringify(errand));
  location.assign(begun.address);
}

export function takeErrand(): Errand {
  const text = sessionStorage.getItem(kept);
  sessionStorage.removeItem(kept);
  return text ? (JSON.parse(text) as Errand) : { what: 'sign-in', back: '/' };
}

/** What the provider sent along; empty where the person or the provider broke it off. */
export function answerOf(search: string): { state: string; code: string } | null {
  const values = new URLSearchParams(search);
  const state = values.get('state');
  const code = values.get('code');
  return state && code ? { state, code } : null;
}

export function bringAnswer(answer: { state: string; code: string }): Promise<Session> {
  return json<Session>('/api/session/provider', { method: 'POST', body: answer });
}

/** Tells the window that waits for it. */
export function tellConfirmed(): void {
  const told = new BroadcastChannel(channel);
  told.postMessage(true);
  told.close();
}

/** Has the person confirm at the provider in a window of its own, so that nothing here is lost. */
export function confirmElsewhere(): Promise<void> {
  return new Promise((resolve) => {
    const heard = new BroadcastChannel(channel);
    heard.onmessage = () => {
      heard.close();
      resolve();
    };
    window.open('/sign-in/confirm', 'anbinh-confirm', 'popup,width=560,height=720');
  });
}

const invited = /^#invitation=([A-Za-z0-9_-]+)$/;

/** The invitation that the page's address brought, which is then taken out of it. */
export function takeInvitation(): string | undefined {
  const found = invited.exec(location.hash)?.[1];
  if (found) history.replaceState(history.state, '', location.pathname);
  return found;
}
