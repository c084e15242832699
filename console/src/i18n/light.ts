import { isLanguage, type Language, storedLanguage } from './language';

/** As it was chosen on this device, or as the browser is set; Vietnamese where that is none of ours. */
export function firstLanguage(): Language {
  const first = navigator.languages.map((each) => each.slice(0, 2)).find((each) => isLanguage(each));
  return storedLanguage() ?? (isLanguage(first) ? first : 'vi');
}

/** The texts of one page: loaded in one language, and asked for by key. */
export interface PageText<Key extends string> {
  startText(language: Language): Promise<void>;
  /** The message of a key; `{name}` stands for a value, which keeps its own direction. */
  t(key: Key, values?: Record<string, string>): string;
  /** The words for a code of the server; the code itself where there are none yet. */
  tCode(group: string, code: string): string;
}

export function pageText<Key extends string>(loaders: Record<Language, () => Promise<{ default: Record<string, string> }>>): PageText<Key> {
  let messages: Record<string, string> = {};
  return {
    async startText(language) {
      messages = (await loaders[language]()).default;
      document.documentElement.lang = language;
      document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
    },
    t: (key, values = {}) => (messages[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => (values[name] === undefined ? whole : `\u2068${values[name]}\u2069`)),
    tCode: (group, code) => messages[`${group}.${code}`] ?? code,
  };
}
