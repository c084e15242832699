// A stand-in for the server, for working on the console and for its browser tests only. It speaks
// docs/design/http-api.md over made-up data. `node test/stub/server.mjs [port]` also serves `dist`.

import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { against, mayAsk, tooLong } from './contract.mjs';
import { acceptLive } from './live.mjs';
import { Refusal } from './refusal.mjs';
import { routes } from './routes.mjs';
import { World } from './world.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, '..', '..', 'dist');
/** The server's own policy, so that what it forbids fails here too. */
const policy = "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

function sendFile(response, path) {
  const page = path === '/t/' ? '/t/index.html' : /^\/report(\/follow)?$/.test(path) ? 'report.html' : path;
  let file = normalize(join(dist, page));
  if (!file.startsWith(dist) || !existsSync(file) || extname(file) === '') file = join(dist, 'index.html');
  const squeezed = ['.html', '.js', '.css', '.svg'].includes(extname(file)); // as the server does
  response.writeHead(200, {
    'Content-Type': types[extname(file)] ?? 'application/octet-stream',
    'Content-Security-Policy': policy,
    'Cache-Control': path.startsWith('/assets/') ? 'max-age=31536000, public, immutable' : 'no-cache',
    ...(squeezed ? { 'Content-Encoding': 'gzip' } : {}),
  });
  response.end(squeezed ? gzipped(file) : readFileSync(file));
}

/** Squeezed once; those that change while somebody works on the console have another name then. */
const squeezedFiles = new Map();
function gzipped(file) {
  if (extname(file) === '.html') return gzipSync(readFileSync(file));
  if (!squeezedFiles.has(file)) squeezedFiles.set(file, gzipSync(readFileSync(file)));
  return squeezedFiles.get(file);
}

async function bodyOf(request) {
  if (/^\/api\/(situation-media|resident-reports\/photos)\//.test(request.url)) {
    const parts = [];
    for await (const part of request) parts.push(part);
    return Buffer.concat(parts);
  }
  let text = '';
  for await (const chunk of request) text += chunk;
  if (/^(text\/csv|application\/octet-stream|application\/geo\+json)/.test(request.headers['content-type'] ?? '')) return text;
  return text ? JSON.parse(text) : {};
}

/** Starts the stand-in; `world` may be changed while it runs. */
export async function startStub(port = 0, options = {}) {
  const world = new World(options);
  await world.ready();
  const sockets = new Set();
  const answer = async (request, response) => {
    const url = new URL(request.url, 'http://stub');
    if (!url.pathname.startsWith('/api/') && !url.pathname.startsWith('/log/')) {
      sendFile(response, url.pathname);
      return;
    }
    world.requests.push(`${request.method} ${url.pathname}${url.search}`);
    const cookies = Object.fromEntries((request.headers.cookie ?? '').split(/;\s*/).map((each) => each.split('=')));
    const user = world.sessions.get(cookies.ANBINH_SESSION) ?? null;
    const half = world.halves.get(cookies.ANBINH_SESSION) ?? null;
    try {
      if (request.method !== 'GET' && request.headers['x-xsrf-token'] !== 'stub-token') {
        throw new Refusal(403, 'no-token', 'The request carries no token.');
      }
      for (const [method, pattern, handler, open] of routes) {
        const match = method === request.method && pattern.exec(url.pathname);
        if (!match) continue;
        if (!open && !user) throw new Refusal(401, 'not-signed-in', 'Sign in first.');
        if (!open && !mayAsk(user, method, url.pathname)) throw new Refusal(403, 'not-your-role', 'Your role does not allow this.');
        const body = request.method === 'GET' ? null : await bodyOf(request);
        const long = tooLong(method, url.pathname, body);
        if (long.length > 0) throw new Refusal(400, 'invalid', 'See the fields.', long);
        const given = await handler({ world, user, half, url, params: match.slice(1), body, request, response });
        if (given === undefined) return;
        const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };
        if (url.pathname.startsWith('/api/session') || url.pathname === '/api/resident-reports/form')
          headers['Set-Cookie'] = ['XSRF-TOKEN=stub-token; Path=/', ...(given.cookie ? [given.cookie] : [])];
        const { status, answer: told, broken } = against(method, url.pathname, body, given.body ?? given);
        world.broken.push(...broken);
        response.writeHead(status, headers);
        response.end(status === 204 ? '' : JSON.stringify(told));
        return;
      }
      world.broken.push(`${request.method} ${url.pathname} has no answer in the stand-in`);
      throw new Refusal(404, 'not-found', 'There is no such path.');
    } catch (failure) {
      const status = failure.status ?? 500;
      const pageIsGone = failure.code === 'ECONNRESET'; // It was closed while it sent.
      if (!failure.status && !pageIsGone) {
        console.error(failure);
        world.broken.push(`${request.method} ${url.pathname} fails in the stand-in: ${failure}`);
      }
      response.writeHead(status, { 'Content-Type': 'application/problem+json' });
      response.end(
        JSON.stringify({
          type: `/problems/${failure.code}`,
          title: failure.title,
          status,
          code: failure.code ?? 'internal',
          detail: failure.message,
          traceId: '7f3a9c01',
          errors: failure.errors,
          methods: failure.methods,
        }),
      );
    }
  };
  const inProgress = new Set();
  const server = createServer((request, response) => {
    const answered = answer(request, response).finally(() => inProgress.delete(answered));
    inProgress.add(answered);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('upgrade', (request, socket) => acceptLive(world, request, socket));
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    world,
    url: `http://127.0.0.1:${server.address().port}`,
    /** Resolves when everything that was asked until now is answered. */
    settled: () => Promise.allSettled(inProgress),
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const stub = await startStub(Number(process.argv[2] ?? 8080));
  console.log(stub.url);
}
