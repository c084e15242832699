import { xsrfToken } from '../api/token';

/** What the server refused, in its words. */
export interface Trouble {
  status: number;
  code: string;
  title: string;
  detail: string;
  errors: { field: string; message: string }[];
}

export class Refused extends Error {
  constructor(readonly trouble: Trouble) {
    super(trouble.code);
  }
}

/**
 * No answer of the server's to what was asked: no line, a page of somebody else's in between, or
 * something that passes.
 */
export class NoAnswer extends Error {
  /** @param status that of what passes, which may be of this request alone; null where nothing is reached */
  constructor(readonly status: number | null = null) {
    super(`no answer (${status ?? 'no line'})`);
  }
}

/** How this phone asks the server. */
export interface Line {
  get<T>(path: string): Promise<T>;
  send<T>(method: 'PUT' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<T>;
  sendBytes<T>(path: string, bytes: ArrayBuffer): Promise<T>;
}

export interface SessionUser {
  id: string;
  displayName: string;
  roles: string[];
  area: { id: string; name: string } | null;
  mustChangePassword: boolean;
  mustAddSecondFactor: boolean;
}
export interface Session {
  user: SessionUser | null;
  secondFactor: { methods: string[] } | null;
}

interface Answer {
  status: number;
  ok: boolean;
  json: boolean;
  text: string;
}

const shortMillis = 30_000;
/** The slowest line over which a file still gets through, in bytes a second. */
const slowest = 10_000;
/** How long the sending of so many bytes may take. */
export const uploadMillis = (bytes: number): number => shortMillis + Math.ceil(bytes / slowest) * 1_000;
/** What passes by itself: the request is made again later, unchanged. */
const passing = new Set([408, 425, 429, 500, 502, 503, 504, 507]);

/**
 * The line of a page or of its worker, which has no `document` and reads cookies otherwise.
 *
 * @param end breaks off what is on the way
 */
export function openLine(language: () => string, end?: AbortSignal): Line {
  async function token(): Promise<string | null> {
    if (typeof document !== 'undefined') return xsrfToken();
    const cookies = (globalThis as { cookieStore?: { getAll(): Promise<{ name: string; value: string }[]> } }).cookieStore;
    return cookies ? xsrfToken((await cookies.getAll()).map((each) => `${each.name}=${each.value}`).join('; ')) : null;
  }

  async function once(method: string, path: string, body: BodyInit | null, type: string | null, millis: number): Promise<Answer> {
    const known = method === 'GET' ? null : await token();
    const ending = new AbortController();
    const stop = () => ending.abort();
    if (end?.aborted) throw new NoAnswer();
    const timer = setTimeout(stop, millis);
    end?.addEventListener('abort', stop, { once: true });
    try {
      const response = await fetch(path, {
        method,
        cache: 'no-store',
        credentials: 'same-origin',
        redirect: 'error',
        headers: { Accept: 'application/json', 'Accept-Language': language(), ...(type ? { 'Content-Type': type } : {}), ...(known ? { 'X-XSRF-TOKEN': known } : {}) },
        body,
        signal: ending.signal,
      });
      return { status: response.status, ok: response.ok, json: /json/.test(response.headers.get('Content-Type') ?? ''), text: await response.text() };
    } catch {
      throw new NoAnswer();
    } finally {
      clearTimeout(timer);
      end?.removeEventListener('abort', stop);
    }
  }

  async function ask<T>(method: string, path: string, body: BodyInit | null = null, type: string | null = null, millis = shortMillis): Promise<T> {
    if (method !== 'GET' && !(await token())) await once('GET', '/api/session', null, null, shortMillis);
    let response = await once(method, path, body, type, millis);
    if (passing.has(response.status)) throw new NoAnswer(response.status);
    let read = content(response);
    if (response.status === 403 && (read as { code?: string }).code === 'csrf') {
      await once('GET', '/api/session', null, null, shortMillis);
      response = await once(method, path, body, type, millis);
      if (passing.has(response.status)) throw new NoAnswer(response.status);
      read = content(response);
    }
    if (response.ok) return read as T;
    const problem = read as Partial<Trouble>;
    throw new Refused({ status: response.status, code: problem.code ?? '', title: problem.title ?? '', detail: problem.detail ?? '', errors: problem.errors ?? [] });
  }

  return {
    get: (path) => ask('GET', path),
    send: (method, path, body) => ask(method, path, body === undefined ? null : JSON.stringify(body), body === undefined ? null : 'application/json'),
    sendBytes: (path, bytes) => ask('PUT', path, bytes, 'application/octet-stream', uploadMillis(bytes.byteLength)),
  };
}

/** An answer that is no JSON is not the server's: the page of a hotspot, say, and never a receipt. */
function content(answer: Answer): unknown {
  if (answer.status === 204) return null;
  if (!answer.json) throw new NoAnswer();
  try {
    return JSON.parse(answer.text);
  } catch {
    throw new NoAnswer();
  }
}
