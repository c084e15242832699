import i18next from 'i18next';
import ICU from 'i18next-icu';
import type { TextKey } from './keys';

export type Language = 'vi' | 'en' | 'ar';
export const languages: readonly Language[] = ['vi', 'en', 'ar'];
export const languageNames: Record<Language, string> = { vi: 'Tiếng Việt', en: 'English', ar: 'العربية' };

/** BCP 47 tags for `Intl`: digits 0–9 and the Gregorian calendar are pinned in Arabic. */
export const locales: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB', ar: 'ar-u-ca-gregory-nu-latn' };

export type TextValues = Record<string, string | number | boolean>;

const storageKey = 'anbinh.language';

const loaders = {
  vi: () => import('text:vi'),
  en: () => import('text:en'),
  ar: () => import('text:ar'),
};

function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language);
}

/** The language somebody chose on this device, else Vietnamese. */
export function chosenLanguage(): Language {
  const stored = localStorage.getItem(storageKey);
  return isLanguage(stored) ? stored : 'vi';
}

export function hasChosenLanguage(): boolean {
  return isLanguage(localStorage.getItem(storageKey));
}

/**
 * Remembers the language and loads the page anew. One page speaks one language: React Aria keeps
 * one table of built-in strings, and everything that matters is in the URL.
 */
export function chooseLanguage(language: string): void {
  if (!isLanguage(language)) return;
  localStorage.setItem(storageKey, language);
  location.reload();
}

export function language(): Language {
  return i18next.language as Language;
}

/** The message of a key in the page's language. */
export function t(key: TextKey, values?: TextValues): string {
  return i18next.t(key, values ?? {});
}

/** The message of a key made at run time (codes of the server), or the fallback. */
export function tCode(prefix: string, code: string, fallback = code, values: TextValues = {}): string {
  const key = `${prefix}.${code}`;
  return i18next.exists(key) ? i18next.t(key, values) : fallback;
}

/** Loads the page's language and gives React Aria's built-in labels in it. */
export async function startText(chosen: Language): Promise<void> {
  const messages = (await loaders[chosen]()).default;
  await i18next.use(new ICU({ parseLngForICU: (tag) => locales[tag as Language] ?? tag })).init({
    lng: chosen,
    fallbackLng: false,
    resources: { [chosen]: { translation: messages } },
    keySeparator: false,
    nsSeparator: false,
    returnEmptyString: true,
  });
  document.documentElement.lang = chosen;
  document.documentElement.dir = chosen === 'ar' ? 'rtl' : 'ltr';
  giveReactAriaStrings(locales[chosen]);
}

/** React Aria has no Vietnamese; it takes its strings from this global table when there is one. */
function giveReactAriaStrings(locale: string): void {
  const table = window as unknown as Record<symbol, unknown>;
  table[Symbol.for('react-aria.i18n.locale')] = locale;
  table[Symbol.for('react-aria.i18n.strings')] = {
    '@react-aria/autocomplete': { collectionLabel: t('app.ariaSuggestions') },
    '@react-aria/searchfield': { 'Clear search': t('cameras.clearSearch') },
    '@react-aria/overlays': { dismiss: t('app.close') },
    '@react-aria/menu': { longPressMessage: t('app.ariaLongPress') },
    '@react-aria/toast': {
      close: t('app.close'),
      notifications: (values: { count: number }) => t('app.ariaNotifications', { count: values.count }),
    },
    '@react-aria/combobox': {
      focusAnnouncement: (values: { optionText: string }) => values.optionText,
      countAnnouncement: (values: { optionCount: number }) => t('app.ariaOptions', { count: values.optionCount }),
      selectedAnnouncement: (values: { optionText: string }) => t('app.ariaSelected', { name: values.optionText }),
      buttonLabel: t('app.ariaShowSuggestions'),
      listboxLabel: t('app.ariaSuggestions'),
    },
    'react-aria-components': {
      selectPlaceholder: t('app.ariaSuggestions'),
      tableResizer: '',
      dropzoneLabel: '',
      colorSwatchPicker: '',
    },
  };
}
