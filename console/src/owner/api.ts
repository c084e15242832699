import type * as Api from '#api';
import { xsrfToken } from '../api/token';
import { chosenLanguage } from './text';

/** What an owner is asked for. */
export type OwnersAsk = Api.EvidenceOwnerView;

export type FileKind = OwnersFile['kind'];

export type OwnersFile = Api.EvidenceFileView;

/** What the server refused, in its words. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly title: string,
    readonly detail: string,
  ) {
    super(code);
  }
}

/** The secret behind the `#`, which browsers do not send by themselves. */
export const secret = location.hash.slice(1);

export function headers(): Record<string, string> {
  const token = xsrfToken();
  return {
    'Accept-Language': chosenLanguage(),
    'X-Anbinh-Link': secret,
    ...(token ? { 'X-XSRF-TOKEN': token } : {}),
  };
}

/** One call; throws {@link Refused}, or what `fetch` throws without a network. */
export async function call(path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST', more: Record<string, string> = {}): Promise<Response> {
  if (!xsrfToken()) await fetch('/api/session');
  const response = await fetch(path, {
    method,
    headers: { ...headers(), ...more, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    body: body === undefined ? null : JSON.stringify(body),
    referrerPolicy: 'no-referrer',
  });
  if (response.ok) return response;
  const problem = (await response.json().catch(() => ({}))) as { code?: string; title?: string; detail?: string };
  throw new Refused(problem.code ?? '', problem.title ?? '', problem.detail ?? '');
}

/** Waits while the phone has no line. */
export function online(): Promise<unknown> {
  return navigator.onLine ? Promise.resolve() : new Promise((back) => addEventListener('online', back, { once: true }));
}
