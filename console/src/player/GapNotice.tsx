import { t, tCode } from '../i18n/text';
import { MomentRange } from '../time/site';
import { Icon } from '../ui/Icon';
import css from './player.module.css';

/** Says that a jump landed behind a gap, and which. */
export function GapNotice({ over }: { over: { from: number; to: number; cause: string | null } | null }) {
  return (
    <div className={css.jumped} role="status">
      {over && (
        <p dir="auto">
          <Icon name="gap" size={15} /> {t('player.jumped')} <MomentRange from={over.from} to={over.to} />
          {over.cause && <> ({tCode('cameras.cause', over.cause)})</>}
        </p>
      )}
    </div>
  );
}
