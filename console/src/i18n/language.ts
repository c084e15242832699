/** What pages are written in, and which of it somebody reads. */
export type Language = 'vi' | 'en' | 'ar';
export const languages: readonly Language[] = ['vi', 'en', 'ar'];
export const languageNames: Record<Language, string> = { vi: 'Tiếng Việt', en: 'English', ar: 'العربية' };

const storageKey = 'anbinh.language';

export const isLanguage = (code: unknown): code is Language => languages.includes(code as Language);

/** As somebody chose it on this device; null where nobody did. */
export function storedLanguage(): Language | null {
  const stored = localStorage.getItem(storageKey);
  return isLanguage(stored) ? stored : null;
}

/** Vietnamese unless somebody chose another one on this device. */
export const chosenLanguage = (): Language => storedLanguage() ?? 'vi';

/**
 * Remembers the language and loads the page anew. One page speaks one language: React Aria keeps
 * one table of built-in strings, and everything that matters is in the URL.
 */
export function chooseLanguage(language: string): void {
  if (!isLanguage(language)) return;
  localStorage.setItem(storageKey, language);
  location.reload();
}
