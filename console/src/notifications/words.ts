import { language, locales, tCode } from '../i18n/text';
import type { WorklistKind } from '../worklist/types';
import type { Notification } from './types';

/** What waits, as it stands within a sentence. */
export function workText(kind: WorklistKind): string {
  const text = tCode('worklist.kind', kind);
  return text.charAt(0).toLocaleLowerCase(locales[language()]) + text.slice(1);
}

/** `3 new: extraction requests to decide on`. */
export const sentence = ({ kind, reason, count }: Pick<Notification, 'kind' | 'reason' | 'count'>): string => tCode('notifications.sentence', reason, reason, { count, what: workText(kind) });
