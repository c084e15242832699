import type { QueryClient } from '@tanstack/react-query';
import { json } from '../api/client';
import type { Session } from '../api/types';
import { chooseLanguage, storedLanguage } from '../i18n/language';
import { language } from '../i18n/text';

/** Reads who is signed in now, with what they may see and their language; an answer of before is not waited for. */
export async function signedIn(client: QueryClient): Promise<void> {
  client.removeQueries({ predicate: (each) => each.queryKey[0] !== 'site' && each.queryKey[0] !== 'session' });
  await client.cancelQueries({ queryKey: ['session'] });
  const fresh = await client.fetchQuery({ queryKey: ['session'], queryFn: () => json<Session>('/api/session'), staleTime: 0 });
  const own = fresh.user?.language;
  if (own && own !== language() && storedLanguage() === null) chooseLanguage(own);
}
