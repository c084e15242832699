import { language } from '../i18n/text';
import { askedAhead, headersOf } from './ahead';
import { connection } from './connection';
import { xsrfToken } from './token';
import type { FieldError, ProblemBody } from './types';

/** An answer of the server that is not a success: an RFC 9457 problem in the reader's language. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly traceId: string | null;
  readonly errors: FieldError[];
  readonly retryAfterSeconds: number | null;
  /** How somebody may confirm who they are, where the server wishes that. */
  readonly methods: string[];
  /** What is wrong with a list, where one was sent. */
  readonly list: unknown;
  /** The times of footage that is lost, where it was asked for. */
  readonly lost: { from: string; to: string }[];

  constructor(status: number, body: ProblemBody, retryAfterSeconds: number | null) {
    super(body.detail ?? body.title ?? `HTTP ${status}`);
    this.name = 'Problem';
    this.status = status;
    this.code = body.code ?? `http-${status}`;
    this.title = body.title ?? '';
    this.detail = body.detail ?? '';
    this.traceId = body.traceId ?? null;
    this.errors = body.errors ?? [];
    this.retryAfterSeconds = retryAfterSeconds;
    this.methods = body.methods ?? [];
    this.list = body.list;
    this.lost = body.lost ?? [];
  }
}

/** The request never reached the server, or its answer never came back. */
export class Offline extends Error {
  constructor() {
    super('offline');
    this.name = 'Offline';
  }
}

const nobodyReturns = () => Promise.resolve(false);
let signedOut: () => Promise<boolean> = nobodyReturns;

/** Sets who is told when the server says that nobody is signed in any more, and answers whether the same person has signed in again; returns how to take that back. */
export function onSignedOut(listener: () => Promise<boolean>): () => void {
  signedOut = listener;
  return () => {
    if (signedOut === listener) signedOut = nobodyReturns;
  };
}

/** The sign-in that is waited for now, by all calls that need it. */
let returning: Promise<boolean> | null = null;

/** Whether the person whose session ended has signed in again. */
export function signedInAgain(): Promise<boolean> {
  returning ??= signedOut().finally(() => {
    returning = null;
  });
  return returning;
}

let confirmation: ((methods: string[]) => Promise<boolean>) | null = null;

/** Sets who asks people to confirm who they are; returns how to take that back. */
export function onConfirmationAsked(asker: (methods: string[]) => Promise<boolean>): () => void {
  confirmation = asker;
  return () => {
    if (confirmation === asker) confirmation = null;
  };
}

/** The question that people are being asked now; whoever else needs a confirmation waits for its answer. */
let asking: Promise<boolean> | null = null;

function confirmed(methods: string[]): Promise<boolean> {
  if (!confirmation) return Promise.resolve(false);
  asking ??= confirmation(methods).finally(() => {
    asking = null;
  });
  return asking;
}

async function problemOf(response: Response): Promise<Problem> {
  const retry = Number(response.headers.get('Retry-After'));
  let body: ProblemBody = {};
  try {
    if ((response.headers.get('Content-Type') ?? '').includes('json')) body = (await response.json()) as ProblemBody;
  } catch {
    body = {};
  }
  return new Problem(response.status, body, Number.isFinite(retry) && retry > 0 ? retry : null);
}

export interface CallOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  /** A body that is no JSON, with its type. */
  raw?: { body: Blob; type: string };
  signal?: AbortSignal;
}

/**
 * One call; throws {@link Problem} or {@link Offline}. Where the server first wants to know that it
 * is really them, or their session ended while they were writing, they are asked, and the call is
 * repeated: neither was done.
 */
export async function call(path: string, options: CallOptions = {}): Promise<Response> {
  const method = options.method ?? 'GET';
  const headers = headersOf(language());
  if (method !== 'GET') {
    const token = xsrfToken();
    if (token) headers.set('X-XSRF-TOKEN', token);
  }
  let body: string | Blob | null = null;
  if (options.raw) {
    headers.set('Content-Type', options.raw.type);
    body = options.raw.body;
  }
  if (options.body !== undefined) {
    headers.set('Content-Type', 'application/json');
    body = JSON.stringify(options.body);
  }
  let response: Response;
  try {
    response = await ((method === 'GET' && askedAhead(path)) || fetch(path, { method, headers, body, credentials: 'same-origin', signal: options.signal ?? null }));
  } catch (failure) {
    if (options.signal?.aborted) throw failure;
    connection.lost();
    throw new Offline();
  }
  if (response.status === 502 || response.status === 504) {
    connection.lost();
    throw new Offline();
  }
  connection.heard();
  if (!response.ok) {
    const problem = await problemOf(response);
    if (problem.code === 'confirm-yourself' && (await confirmed(problem.methods))) return call(path, options);
    if (problem.status === 401 && !path.startsWith('/api/session') && (await signedInAgain())) return call(path, options);
    throw problem;
  }
  return response;
}

/** One call whose answer is JSON. */
export async function json<T>(path: string, options: CallOptions = {}): Promise<T> {
  const response = await call(path, options);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

export async function plain(path: string, options: CallOptions = {}): Promise<string> {
  return (await call(path, options)).text();
}

export async function bytes(path: string, options: CallOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await call(path, options)).arrayBuffer());
}

/** `?a=1&b=2` of the values that are set. */
export function query(values: Record<string, string | number | boolean | null | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `?${text}` : '';
}
