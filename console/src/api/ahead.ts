import type { Language } from '../i18n/language';

export const headersOf = (language: Language) => new Headers({ 'Accept-Language': language, Accept: 'application/json, text/plain, */*' });

const asked = new Map<string, Promise<Response>>();

/** Asks what the first page needs before the scripts are there that show it. */
export function askAhead(language: Language, ...paths: string[]): void {
  for (const path of paths) {
    const answer = fetch(path, { headers: headersOf(language), credentials: 'same-origin' });
    answer.catch(() => {});
    asked.set(path, answer);
  }
}

/** The answer to what was asked ahead; once, for what is asked again is wanted anew. */
export function askedAhead(path: string): Promise<Response> | undefined {
  const answer = asked.get(path);
  asked.delete(path);
  return answer;
}
