import type owner from '../../text/owner.json';
import { filled, markLanguage, type Language } from '../text/light';

export { chooseLanguage, chosenLanguage, languageNames, type Language } from '../text/light';

type TextKey = `owner.${keyof typeof owner & string}`;

const loaders = {
  vi: () => import('owner-text:vi'),
  en: () => import('owner-text:en'),
  ar: () => import('owner-text:ar'),
};

let messages: Record<string, string> = {};

export async function startText(language: Language): Promise<void> {
  messages = (await loaders[language]()).default;
  markLanguage(language);
}

/** The message of a key; `{name}` stands for a value. */
export function t(key: TextKey, values: Record<string, string> = {}): string {
  return filled(messages[key] ?? key, values);
}
