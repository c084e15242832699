import type owner from '../../text/owner.json';

/** The page speaks Vietnamese first; a choice is kept on the phone. */
export type Language = 'vi' | 'en' | 'ar';
export const languageNames: Record<Language, string> = { vi: 'Tiếng Việt', en: 'English', ar: 'العربية' };

type TextKey = `owner.${keyof typeof owner & string}`;

const storageKey = 'anbinh.language';
const loaders = {
  vi: () => import('owner-text:vi'),
  en: () => import('owner-text:en'),
  ar: () => import('owner-text:ar'),
};

let messages: Record<string, string> = {};

export function chosenLanguage(): Language {
  const stored = localStorage.getItem(storageKey);
  return stored === 'en' || stored === 'ar' ? stored : 'vi';
}

export function chooseLanguage(language: Language): void {
  localStorage.setItem(storageKey, language);
  location.reload();
}

export async function startText(language: Language): Promise<void> {
  messages = (await loaders[language]()).default;
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
}

/** The message of a key; `{name}` stands for a value. */
export function t(key: TextKey, values: Record<string, string> = {}): string {
  return (messages[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
