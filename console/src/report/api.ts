import type * as Api from '#api';
import { xsrfToken } from '../api/token';
import { language } from './text';

export type NamedCommune = Api.AreasNamedCommune;

/** What the page is made of. */
export type ResidentForm = Api.SituationResidentForm;
export type ResidentReceipt = Api.SituationResidentReceipt;
export type FollowView = Api.SituationFollowView;

/** What the server refused, in its words. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly fields: { field: string; message: string }[],
  ) {
    super(code);
  }
}

async function answered(response: Response): Promise<Response> {
  if (response.ok) return response;
  const problem = (await response.json().catch(() => ({}))) as { code?: string; title?: string; detail?: string; errors?: { field: string; message: string }[] };
  throw new Refused(problem.code ?? '', problem.title ?? '', problem.detail ?? '', problem.errors ?? []);
}

const quiet = { referrerPolicy: 'no-referrer', cache: 'no-store' } as const;

async function headers(more: Record<string, string>): Promise<Record<string, string>> {
  // The form brings the token; nothing else of the house is asked for.
  if (!xsrfToken()) await fetch('/api/resident-reports/form', quiet);
  const token = xsrfToken();
  return { 'Accept-Language': language(), ...(token ? { 'X-XSRF-TOKEN': token } : {}), ...more };
}

export async function get<T>(path: string): Promise<T> {
  return (await (await answered(await fetch(path, { headers: { 'Accept-Language': language() }, ...quiet }))).json()) as T;
}

/** A code goes in the body and never in an address. */
export async function post<T>(path: string, body: unknown): Promise<T> {
  const response = await fetch(path, { method: 'POST', headers: await headers({ 'Content-Type': 'application/json' }), body: JSON.stringify(body), ...quiet });
  return (await (await answered(response)).json()) as T;
}

/** Says that a photo does not come. */
export async function leavePhoto(id: string, code: string): Promise<void> {
  await answered(await fetch(`/api/resident-reports/photos/${id}`, { method: 'DELETE', headers: await headers({ 'X-Anbinh-Code': code }), ...quiet }));
}

export async function putPhoto(id: string, code: string, photo: Blob): Promise<void> {
  const response = await fetch(`/api/resident-reports/photos/${id}`, {
    method: 'PUT',
    headers: await headers({ 'Content-Type': 'application/octet-stream', 'X-Anbinh-Code': code }),
    body: photo,
    ...quiet,
  });
  await answered(response);
}
