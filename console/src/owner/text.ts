import type owner from '../../text/owner.json';
import { pageText } from '../text/light';

export { chooseLanguage, chosenLanguage, languageNames, type Language } from '../text/light';

export const { startText, t } = pageText<`owner.${keyof typeof owner & string}`>({
  vi: () => import('owner-text:vi'),
  en: () => import('owner-text:en'),
  ar: () => import('owner-text:ar'),
});
