import i18next from 'i18next';
import ICU from 'i18next-icu';
import type { TextKey } from './keys';
import { chosenLanguage, type Language } from './language';
import { firstMessages, restOfMessages } from './messages';

/** BCP 47 tags for `Intl`: digits 0–9 and the Gregorian calendar are pinned in Arabic. */
export const locales: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB', ar: 'ar-u-ca-gregory-nu-latn' };

export type TextValues = Record<string, string | number | boolean>;

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

/** Pages begin to load before the page speaks. */
let begin = () => {};
const begun = new Promise<void>((resolve) => {
  begin = resolve;
});

/** Speaks the page's language, and gives React Aria's built-in labels in it. */
export async function startText(chosen: Language): Promise<void> {
  await i18next.use(new ICU({ parseLngForICU: (tag) => locales[tag as Language] ?? tag })).init({
    lng: chosen,
    fallbackLng: false,
    resources: { [chosen]: { translation: await firstMessages(chosen) } },
    keySeparator: false,
    nsSeparator: false,
    returnEmptyString: true,
  });
  document.documentElement.lang = chosen;
  document.documentElement.dir = chosen === 'ar' ? 'rtl' : 'ltr';
  giveReactAriaStrings(locales[chosen]);
  begin();
}

/** The messages of all pages that are loaded when they are opened; not asked for again once they came. */
let rest: Promise<void> | null = null;

export function loadRest(): Promise<void> {
  rest ??= Promise.all([restOfMessages(chosenLanguage()), begun]).then(
    ([messages]) => void i18next.addResources(language(), 'translation', messages),
    (failure: unknown) => {
      rest = null;
      throw failure;
    },
  );
  return rest;
}

/** What is loaded later, once the messages are there that it shows. */
export async function withRest<T>(later: Promise<T>): Promise<T> {
  return (await Promise.all([later, loadRest()]))[0];
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
