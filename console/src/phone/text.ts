import type phone from '../../messages/phone.json';
import { pageText } from '../i18n/light';

export const { startText, t, tCode } = pageText<`phone.${keyof typeof phone & string}`>({
  vi: () => import('phone-text:vi'),
  en: () => import('phone-text:en'),
  ar: () => import('phone-text:ar'),
});
