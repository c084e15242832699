import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
// @ts-expect-error: the stand-in is plain JavaScript.
import { against, readsOf } from '../stub/contract.mjs';
// @ts-expect-error: the stand-in is plain JavaScript.
import { startStub } from '../stub/server.mjs';

interface Stub {
  url: string;
  close: () => Promise<void>;
  world: { people: { username: string; roles: string[] }[]; signIn: (person: object) => string; broken: string[]; cases: unknown };
}

/** What the console does not read: it reads the units by the branches of their tree. */
const unread = ['/api/areas'];
const noFfmpeg = spawnSync('ffmpeg', ['-version']).error !== undefined;

test.skipIf(noFfmpeg)(
  'what everybody may ask the stand-in for is answered as the server describes it',
  async () => {
    const stub = (await startStub()) as Stub;
    for (const person of stub.world.people) {
      const cookie = stub.world.signIn(person).split(';')[0]!;
      const read = (path: string) => fetch(stub.url + path, { headers: { cookie, 'accept-language': 'vi' } });
      for (const { path, below } of readsOf(person.roles) as { path: string; below: string[] }[]) {
        if (unread.includes(path)) continue;
        const answer = await read(path);
        expect(answer.status, path).toBeLessThan(500);
        if (below.length === 0 || !answer.headers.get('content-type')?.includes('application/json')) continue;
        const { items = [] } = (await answer.json()) as { items?: { id?: string }[] };
        for (const { id } of items.slice(0, 3)) for (const each of below) if (id) expect((await read(each.replace(/\{\w+\}/, id))).status, each).toBeLessThan(500);
      }
    }
    await stub.close();
    expect([...new Set(stub.world.broken)]).toEqual([]);
  },
  60_000,
);

test.skipIf(noFfmpeg)('a request without an answer, and an answer that fails, are found', async () => {
  const stub = (await startStub()) as Stub;
  const cookie = stub.world.signIn(stub.world.people.find((each) => each.username === 'tatca')!).split(';')[0]!;
  const read = async (path: string) => (await fetch(stub.url + path, { headers: { cookie } })).status;
  expect(await read('/api/no-such-path')).toBe(404);
  stub.world.cases = null;
  expect(await read('/api/cases')).toBe(500);
  await stub.close();
  expect(stub.world.broken).toEqual(['GET /api/no-such-path has no answer in the stand-in', expect.stringContaining('GET /api/cases fails in the stand-in: TypeError')]);
});

test('an answer and a body that are not as described are found', () => {
  const wrong = (...of: unknown[]) => (against(...of) as { broken: string[] }).broken.join();
  expect(wrong('GET', '/api/no-such-path', null, {})).toContain('not described');
  expect(wrong('GET', '/api/cameras/summary', null, {})).toContain('must have required property');
  expect(wrong('POST', '/api/session', { username: 'lan' }, { user: null })).toContain("must have required property 'password'");
  const { answer, broken } = against('POST', '/api/session', { username: 'lan', password: 'demo' }, { user: null, made: 'up' });
  expect([answer, broken]).toEqual([{ user: null, secondFactor: null }, []]);
});
