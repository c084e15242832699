import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NoAnswer, openLine, Refused, uploadMillis } from '../../src/phone/api';
import { Editor, handBack } from '../../src/phone/editor';
import { hasReturnedBy } from '../../src/phone/leave';
import { MemoryVault, noted } from './phoneWorld';

type Handler = (request: IncomingMessage, response: ServerResponse, body: Buffer) => void;
const line = openLine(() => 'ar');
const ownFetch = globalThis.fetch;
const asked: string[] = [];
let handler: Handler;
let base: string;
const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request
    .on('data', (part: Buffer) => parts.push(part))
    .on('end', () => {
      asked.push(`${request.method} ${request.url}`);
      handler(request, response, Buffer.concat(parts));
    });
});
const json = (response: ServerResponse, status: number, body: object) => response.writeHead(status, { 'Content-Type': 'application/problem+json' }).end(JSON.stringify(body));

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // A page's addresses begin at its server; Node has no page.
  globalThis.fetch = (path, init) => ownFetch(base + String(path), init);
});
beforeEach(() => void (asked.length = 0));
afterAll(() => {
  globalThis.fetch = ownFetch;
  server.close();
});

describe('the line of a phone', () => {
  test('asks in the language of the phone, and reads what the server says', async () => {
    handler = (request, response) => json(response, 200, { language: request.headers['accept-language'] });
    expect(await line.get('/api/site')).toEqual({ language: 'ar' });
  });

  test('sends words as JSON and files as they are', async () => {
    handler = (request, response, body) => json(response, 200, { type: request.headers['content-type'], length: body.length });
    expect(await line.send('PUT', '/api/situations/1', { seen: 'ẫ' })).toEqual({ type: 'application/json', length: 14 });
    expect(await line.sendBytes('/api/situation-media/1', new ArrayBuffer(7))).toEqual({ type: 'application/octet-stream', length: 7 });
    handler = (_, response) => void response.writeHead(204).end();
    expect(await line.send('DELETE', '/api/session')).toBeNull();
  });

  test('has what the server refuses in its words', async () => {
    handler = (_, response) => json(response, 400, { code: 'invalid', title: 'Not valid', detail: 'See below', errors: [{ field: 'seen', message: 'Write it' }] });
    const failure = await line.send('PUT', '/api/situations/1', {}).catch((each: unknown) => each);
    expect(failure).toBeInstanceOf(Refused);
    expect((failure as Refused).trouble).toEqual({ status: 400, code: 'invalid', title: 'Not valid', detail: 'See below', errors: [{ field: 'seen', message: 'Write it' }] });
  });

  test('takes for no answer what is somebody else’s page, what passes, and what never comes', async () => {
    const handlers: Handler[] = [
      (_, response) => void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>Welcome to the hotspot</h1>'),
      (_, response) => void response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"half":'),
      (_, response) => void response.writeHead(302, { Location: '/elsewhere' }).end(),
      (_, response) => json(response, 503, { code: 'unavailable' }),
      (_, response) => json(response, 429, { code: 'too-many' }),
      (request) => void request.socket.destroy(),
    ];
    for (const each of handlers) {
      handler = each;
      await expect(line.send('PUT', '/api/situations/1', {})).rejects.toBeInstanceOf(NoAnswer);
    }
  });

  test('says what may be of one request alone, and gives large files the time that a slow line needs', async () => {
    handler = (_, response) => void response.writeHead(502, { 'Content-Type': 'text/html' }).end('<h1>Bad gateway</h1>');
    expect(await line.send('PUT', '/api/situations/1', {}).catch((each: NoAnswer) => each.status)).toBe(502);
    handler = (request) => void request.socket.destroy();
    expect(await line.send('PUT', '/api/situations/1', {}).catch((each: NoAnswer) => each.status)).toBeNull();
    // 24 MiB at 400 kbit/s take 503 s.
    expect(uploadMillis(24 * 1024 * 1024)).toBeGreaterThan(503_000);
  });

  test('is broken off by who leaves', async () => {
    const ending = new AbortController();
    handler = () => ending.abort();
    await expect(openLine(() => 'vi', ending.signal).get('/api/site')).rejects.toBeInstanceOf(NoAnswer);
    await expect(openLine(() => 'vi', ending.signal).get('/api/site')).rejects.toBeInstanceOf(NoAnswer);
  });

  test('ends no session but the one that was left', () => {
    expect(hasReturnedBy('one', 'one')).toBe(false);
    expect(hasReturnedBy('one', 'other')).toBe(true);
    expect(hasReturnedBy('one', '')).toBe(false);
    expect(hasReturnedBy('', 'other')).toBe(false);
    expect(hasReturnedBy(null, 'other')).toBe(false);
  });

  test('gets a new token once where the old one no longer holds', async () => {
    let refused = 0;
    handler = (request, response) => (request.method === 'PUT' && refused++ === 0 ? json(response, 403, { code: 'csrf' }) : json(response, 200, { id: '1' }));
    expect(await line.send('PUT', '/api/situations/1', {})).toEqual({ id: '1' });
    expect(asked.filter((each) => each.startsWith('PUT'))).toHaveLength(2);
    handler = (request, response) => json(response, request.method === 'PUT' ? 403 : 200, { code: 'csrf' });
    await expect(line.send('PUT', '/api/situations/1', {})).rejects.toBeInstanceOf(Refused);
  });
});

describe('somebody who writes', () => {
  const begin = async () => {
    const vault = new MemoryVault();
    const editor = await Editor.begin(vault, noted, 'commune', 'village');
    return { vault, editor };
  };

  test('leaves nothing behind before the first word, and everything after it', async () => {
    const { vault, editor } = await begin();
    expect(await vault.list('report')).toEqual([]);
    editor.said.kind = 'FIRE';
    const first = editor.save();
    editor.said.seen = 'Smoke';
    editor.said.seen += '.';
    await Promise.all([first, editor.save()]);
    expect((await vault.report(editor.report.id))!.said).toMatchObject({ kind: 'FIRE', seen: 'Smoke.' });
  });

  test('is told when it is kept, and when the phone is full', async () => {
    const { vault, editor } = await begin();
    const told: string[] = [];
    editor.onSaved((state) => told.push(state));
    const first = editor.save();
    await Promise.resolve();
    editor.said.seen = 'Smoke';
    await Promise.all([first, editor.save()]);
    expect(told).toEqual(['SAVING', 'SAVING', 'SAVED']);
    vault.put = async () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    await editor.save();
    expect(told.slice(3)).toEqual(['SAVING', 'FULL']);
    expect(await editor.queue()).toBe(false);
    vault.full = true;
    expect(await editor.take('VOICE', [new Blob(['x'])], false)).toBe(false);
  });

  test('takes files beside what is typed, and sends with them', async () => {
    const { vault, editor } = await begin();
    editor.said.kind = 'NOISE';
    const taken = editor.take('VOICE', [new Blob(['sound'])], false);
    editor.said.seen = 'Loud.';
    expect(await taken).toBe(true);
    expect(await editor.isQueued()).toBe(false);
    expect(await editor.queue()).toBe(true);
    expect(await editor.isQueued()).toBe(true);
    const there = (await vault.report(editor.report.id))!;
    expect(there.said.seen).toBe('Loud.');
    expect(there.media.map((each) => each.state)).toEqual(['READY']);
    await editor.close();
  });

  test('opens what waits as a draft again, and nothing that is gone or only to be seen', async () => {
    const { vault, editor } = await begin();
    await editor.queue();
    await editor.close();
    const again = (await Editor.open(vault, editor.report.id))!;
    expect((await vault.report(editor.report.id))!.stage).toBe('DRAFT');
    await again.close();
    expect(await Editor.open(vault, 'gone')).toBeNull();
    const kept = (await vault.find<object>('report', editor.report.id))!;
    await vault.put('report', editor.report.id, { ...kept.value, stage: 'BESIDE' }, kept.revision);
    expect(await Editor.open(vault, editor.report.id)).toBeNull();
  });

  test('sends what was sent, whatever comes late', async () => {
    const { vault, editor } = await begin();
    editor.said.kind = 'FIRE';
    await editor.queue();
    await editor.save();
    expect((await vault.report(editor.report.id))!.stage).toBe('QUEUED');
    const point = { latitude: 19.8, longitude: 105.7, accuracyMetres: 9 };
    await editor.put(point);
    expect(await vault.report(editor.report.id)).toMatchObject({ stage: 'QUEUED', said: { point } });
    await vault.remove('report', editor.report.id);
    await editor.save();
    await editor.put(point);
    expect(await vault.list('report')).toEqual([]);
  });

  test('loses nothing to what comes late for the report as it was before it was laid aside', async () => {
    const { vault, editor } = await begin();
    editor.said.seen = 'Before.';
    await editor.save();
    await editor.close();
    const again = (await Editor.open(vault, editor.report.id))!;
    again.said.seen = 'After.';
    await again.save();
    await editor.put({ latitude: 1, longitude: 2, accuracyMetres: 3 });
    await editor.save();
    again.said.told = 'More.';
    await again.save();
    expect((await vault.report(editor.report.id))!.said).toMatchObject({ seen: 'After.', told: 'More.', point: { latitude: 1 } });
    await again.close();
  });

  test('may look at what waits: it still goes out where nothing was changed, also when the window is ended', async () => {
    const { vault, editor } = await begin();
    editor.said.seen = 'Smoke.';
    await editor.queue();
    await editor.close();
    const { id } = editor.report;
    const looked = (await Editor.open(vault, id))!;
    looked.report.step = 5;
    await looked.save();
    await looked.close();
    expect((await vault.report(id))!.stage).toBe('QUEUED');
    const changed = (await Editor.open(vault, id))!;
    changed.said.seen = 'Fire.';
    await changed.save();
    await changed.close();
    expect((await vault.report(id))!.stage).toBe('DRAFT');
    const kept = (await vault.find<object>('report', id))!;
    await vault.put('report', id, { ...kept.value, was: 'REFUSED' }, kept.revision);
    await handBack(vault);
    expect((await vault.report(id))!.stage).toBe('REFUSED');
  });

  test('takes a draft off the phone at once, with its files', async () => {
    const { vault, editor } = await begin();
    editor.said.seen = 'He hit her.';
    await editor.take('VOICE', [new Blob(['sound'])], false);
    await editor.discard();
    await editor.save();
    expect(await vault.list('report')).toEqual([]);
    expect(vault.bytes.size).toBe(0);
  });
});
