import type owner from '../../messages/owner.json';
import { pageText } from '../i18n/light';

export { chooseLanguage, chosenLanguage, type Language, languageNames } from '../i18n/language';

export const { startText, t } = pageText<`owner.${keyof typeof owner & string}`>({
  vi: () => import('owner-text:vi'),
  en: () => import('owner-text:en'),
  ar: () => import('owner-text:ar'),
});
