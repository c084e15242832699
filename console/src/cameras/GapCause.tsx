import { t, tCode } from '../i18n/text';
import { Moment } from '../time/site';
import { Name } from '../ui/text';
import type { Gap } from './types';

/** Why nothing was recorded, by whom where somebody switched it off, and what to do about it. */
export function GapCause({ gap, advice }: { gap: Gap; advice?: string | null | undefined }) {
  const { switched } = gap;
  return (
    <span>
      {tCode('cameras.cause', gap.cause)}
      {switched && (
        <>
          {' '}
          ({switched.by ? <Name>{switched.by.displayName}</Name> : t('cameras.byServer')}, <Moment at={switched.at} />)
        </>
      )}
      {advice && <small className="todo">{advice}</small>}
    </span>
  );
}
