import { t } from '../i18n/text';
import { lengthText } from '../time/format';
import { Moment, MomentRange } from '../time/site';
import { GapNotice } from './GapNotice';
import type { Marks } from './marks';
import type { PlaybackView } from './Playback';
import css from './player.module.css';

interface Props {
  marks: Marks;
  jumped: PlaybackView['jumped'];
  /** Whether the strip shows who passed. */
  withActivity: boolean;
  span: number;
  onZoom: (steps: number) => void;
}

/** Under the strip: what is marked, what was jumped over, what its colours mean, and its zoom. */
export function StripFoot({ marks, jumped, withActivity, span, onZoom }: Props) {
  return (
    <div className={css.foot}>
      <Marked marks={marks} />
      <GapNotice over={jumped} />
      {withActivity && (
        <p className={css.legend} dir="auto">
          <span className={css.legendPersons}>{t('player.persons')}</span>
          <span className={css.legendVehicles}>{t('player.vehicles')}</span>
        </p>
      )}
      <div className={css.transportGroup}>
        <button type="button" className={`transport-button ${css.footButton}`} aria-label={t('player.zoomOut')} title={`${t('player.zoomOut')} (−)`} onClick={() => onZoom(1)}>
          −
        </button>
        <span className={css.transportZoom} dir="auto">
          {spanText(span)}
        </span>
        <button type="button" className={`transport-button ${css.footButton}`} aria-label={t('player.zoomIn')} title={`${t('player.zoomIn')} (+)`} onClick={() => onZoom(-1)}>
          +
        </button>
      </div>
    </div>
  );
}

function Marked({ marks: { from, to } }: { marks: Marks }) {
  if (from === null && to === null) return null;
  if (from !== null && to !== null) {
    return (
      <p className={css.transportMarks}>
        <MomentRange from={from} to={to} /> <b>{lengthText(to - from)}</b>
      </p>
    );
  }
  return (
    <p className={css.transportMarks} dir="auto">
      {t(from === null ? 'player.out' : 'player.in')} <Moment at={(from ?? to)!} show="millis" />
    </p>
  );
}

function spanText(span: number): string {
  const minutes = span / 60_000;
  if (minutes < 60) return t('player.spanMinutes', { count: Math.round(minutes) });
  if (minutes < 1440) return t('player.spanHours', { count: Math.round(minutes / 60) });
  return t('player.spanDays', { count: Math.round(minutes / 1440) });
}
