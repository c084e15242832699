import { t } from '../i18n/text';
import { Code, Name } from '../ui/text';
import type { LogItem } from './types';

/** Who, what, about what: in words, before anything that a machine reads. */
export function Sentence({ item }: { item: LogItem }) {
  const who = item.actor?.displayName ?? t('log.system');
  return (
    <span dir="auto">
      {!item.summary.includes(who) && (
        <>
          <strong>
            <Name>{who}</Name>
          </strong>
          {' · '}
        </>
      )}
      {item.summary}
      {item.objectCode && !item.summary.includes(item.objectCode) && (
        <>
          {' '}
          <Code>{item.objectCode}</Code>
        </>
      )}
    </span>
  );
}
