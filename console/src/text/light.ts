/** The language of a page without the console's bundle, and its messages. */
export type Language = 'vi' | 'en' | 'ar';
export const languageNames: Record<Language, string> = { vi: 'Tiếng Việt', en: 'English', ar: 'العربية' };

const storageKey = 'anbinh.language';

/** Vietnamese unless somebody chose another one on this device. */
export function chosenLanguage(): Language {
  const stored = localStorage.getItem(storageKey);
  return stored === 'en' || stored === 'ar' ? stored : 'vi';
}

export function chooseLanguage(language: Language): void {
  localStorage.setItem(storageKey, language);
  location.reload();
}

/** Says on the page which language it is in. */
export function markLanguage(language: Language): void {
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
}

/** A message with its values in the places of `{name}`. */
export function filled(message: string, values: Record<string, string>): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
