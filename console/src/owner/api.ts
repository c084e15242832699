import { chosenLanguage } from './text';

/** What an owner is asked for. */
export interface OwnersAsk {
  site: string;
  zone: string;
  demonstration: boolean;
  office: string;
  requestCode: string;
  caseCode: string;
  basis: string;
  article: string;
  cameraCode: string;
  cameraName: string;
  from: string;
  to: string;
  openUntil: string;
}

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
  const token = /(?:^|;\s*)XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1];
  return {
    'Accept-Language': chosenLanguage(),
    'X-Anbinh-Link': secret,
    ...(token ? { 'X-XSRF-TOKEN': decodeURIComponent(token) } : {}),
  };
}

/** One call; throws {@link Refused}, or what `fetch` throws without a network. */
export async function call(path: string, body?: unknown): Promise<Response> {
  if (!document.cookie.includes('XSRF-TOKEN')) await fetch('/api/session');
  const response = await fetch(path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...headers(), ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    body: body === undefined ? null : JSON.stringify(body),
    referrerPolicy: 'no-referrer',
  });
  if (response.ok) return response;
  const problem = (await response.json().catch(() => ({}))) as { code?: string; title?: string; detail?: string };
  throw new Refused(problem.code ?? '', problem.title ?? '', problem.detail ?? '');
}
