import type phone from '../../text/phone.json';
import { filled, markLanguage, type Language } from '../text/light';

type TextKey = `phone.${keyof typeof phone & string}`;

const loaders = {
  vi: () => import('phone-text:vi'),
  en: () => import('phone-text:en'),
  ar: () => import('phone-text:ar'),
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

/** The words for a code of the server; the code itself where there are none yet. */
export function tCode(group: string, code: string): string {
  return messages[`${group}.${code}`] ?? code;
}
