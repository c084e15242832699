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

/** No answer of the server's: no line, a page of somebody else's in between, or the server is away. */
export class NoAnswer extends Error {}

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

const shortMillis = 30_000;
const longMillis = 300_000;
/** What passes by itself: the request is made again later, unchanged. */
const passing = new Set([408, 425, 429, 500, 502, 503, 504, 507]);

/** The line of a page or of its worker, which has no `document` and reads cookies otherwise. */
export function openLine(language: () => string): Line {
  async function token(): Promise<string | null> {
    if (typeof document !== 'undefined') return xsrfToken();
    const cookies = (globalThis as { cookieStore?: { getAll(): Promise<{ name: string; value: string }[]> } }).cookieStore;
    return cookies ? xsrfToken((await cookies.getAll()).map((each) => `${each.name}=${each.value}`).join('; ')) : null;
  }

  async function once(method: string, path: string, body: BodyInit | null, type: string | null, millis: number): Promise<Response> {
    const known = method === 'GET' ? null : await token();
    try {
      return await fetch(path, {
        method,
        cache: 'no-store',
        credentials: 'same-origin',
        redirect: 'error',
        headers: { Accept: 'application/json', 'Accept-Language': language(), ...(type ? { 'Content-Type': type } : {}), ...(known ? { 'X-XSRF-TOKEN': known } : {}) },
        body,
        signal: AbortSignal.timeout(millis),
      });
    } catch {
      throw new NoAnswer();
    }
  }

  async function ask<T>(method: string, path: string, body: BodyInit | null = null, type: string | null = null, millis = shortMillis): Promise<T> {
    if (method !== 'GET' && !(await token())) await once('GET', '/api/session', null, null, shortMillis);
    let response = await once(method, path, body, type, millis);
    let read = await content(response);
    if (response.status === 403 && (read as { code?: string }).code === 'csrf') {
      await once('GET', '/api/session', null, null, shortMillis);
      response = await once(method, path, body, type, millis);
      read = await content(response);
    }
    if (response.ok) return read as T;
    if (passing.has(response.status)) throw new NoAnswer();
    const problem = read as Partial<Trouble>;
    throw new Refused({ status: response.status, code: problem.code ?? '', title: problem.title ?? '', detail: problem.detail ?? '', errors: problem.errors ?? [] });
  }

  return {
    get: (path) => ask('GET', path),
    send: (method, path, body) => ask(method, path, body === undefined ? null : JSON.stringify(body), body === undefined ? null : 'application/json'),
    sendBytes: (path, bytes) => ask('PUT', path, bytes, 'application/octet-stream', longMillis),
  };
}

/** An answer that is no JSON is not the server's: the page of a hotspot, say, and never a receipt. */
async function content(response: Response): Promise<unknown> {
  if (response.status === 204) return null;
  if (!/json/.test(response.headers.get('Content-Type') ?? '')) throw new NoAnswer();
  return response.json().catch(() => {
    throw new NoAnswer();
  });
}
