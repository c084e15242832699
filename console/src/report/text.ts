import type report from '../../text/report.json';

/** The page speaks the language of the browser, Vietnamese where that is none of ours. A choice is kept nowhere: nothing of this page stays on the device. */
export type Language = 'vi' | 'en' | 'ar';
export const languageNames: Record<Language, string> = { vi: 'Tiếng Việt', en: 'English', ar: 'العربية' };

type TextKey = `report.${keyof typeof report & string}`;

const loaders = {
  vi: () => import('report-text:vi'),
  en: () => import('report-text:en'),
  ar: () => import('report-text:ar'),
};

let messages: Record<string, string> = {};
let spoken: Language = 'vi';

const isLanguage = (code: string | undefined | null): code is Language => code === 'vi' || code === 'en' || code === 'ar';

/** As the console or the browser is set. */
export function firstLanguage(): Language {
  const stored = localStorage.getItem('anbinh.language');
  if (isLanguage(stored)) return stored;
  const first = navigator.languages.map((each) => each.slice(0, 2)).find((each) => isLanguage(each));
  return isLanguage(first) ? first : 'vi';
}

export const language = (): Language => spoken;

export async function startText(wanted: Language): Promise<void> {
  messages = (await loaders[wanted]()).default;
  spoken = wanted;
  document.documentElement.lang = wanted;
  document.documentElement.dir = wanted === 'ar' ? 'rtl' : 'ltr';
  document.title = t('report.page');
}

function filled(key: string, values: Record<string, string>): string {
  return (messages[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => (values[name] === undefined ? whole : `\u2068${values[name]}\u2069`));
}

/** The message of a key; `{name}` stands for a value. */
export function t(key: TextKey, values: Record<string, string> = {}): string {
  return filled(key, values);
}

/** The message of one of several codes; the code itself where there is none. */
export function tCode(prefix: string, code: string): string {
  const key = `${prefix}.${code}`;
  return key in messages ? filled(key, {}) : code;
}
