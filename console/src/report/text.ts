import type report from '../../messages/report.json';
import type { Language } from '../i18n/language';
import { firstLanguage, pageText } from '../i18n/light';

export { type Language, languageNames } from '../i18n/language';

/** The page speaks the language of the browser. A choice is kept nowhere: nothing of this page stays on the device. */
let spoken: Language = firstLanguage();

const text = pageText<`report.${keyof typeof report & string}`>({
  vi: () => import('report-text:vi'),
  en: () => import('report-text:en'),
  ar: () => import('report-text:ar'),
});

export const { t, tCode } = text;
export const language = (): Language => spoken;

export async function startText(requested: Language): Promise<void> {
  await text.startText(requested);
  spoken = requested;
  document.title = t('report.page');
}
