import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { signedIn } from '../../src/signin/signedIn';

afterEach(() => vi.unstubAllGlobals());

test('an answer of before the sign-in, which comes late, is not taken for who is signed in', async () => {
  const client = new QueryClient();
  let late: (session: object) => void = () => undefined;
  const before = client.fetchQuery({ queryKey: ['session'], queryFn: () => new Promise<object>((done) => (late = done)) }).catch(() => null);
  vi.stubGlobal('document', { cookie: '' });
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ user: { username: 'lan', language: null } }), { headers: { 'content-type': 'application/json' } }));
  const signing = signedIn(client);
  late({ user: null });
  await signing;
  await before;
  expect(client.getQueryData(['session'])).toMatchObject({ user: { username: 'lan' } });
});
