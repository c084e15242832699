import { t } from '../i18n/text';
import type { Mistake } from '../ui/ErrorSummary';

/** What is wrong with the reason why a request cannot wait; the server checks again. */
export function urgentMistakes(reason: string, words: string): Mistake[] {
  const found: Mistake[] = [];
  if (!reason) found.push({ field: 'urgentReason', message: t('requests.urgentReasonMissing') });
  const length = [...words.trim()].length;
  if (length < 10 || length > 500) found.push({ field: 'urgentWords', message: t('requests.urgentWordsWrong') });
  return found;
}
