import { useSyncExternalStore } from 'react';
import { t } from '../i18n/text';
import { lengthText } from '../time/format';
import { Moment, MomentRange } from '../time/site';
import { Select } from '../ui/Field';
import { Icon } from '../ui/Icon';
import { numberText } from '../ui/text';
import { GapNotice } from './GapNotice';
import { type Playback, type PlaybackView, speeds } from './Playback';
import css from './player.module.css';
import type { Marks } from './TimelineCanvas';

export interface PlayerActions {
  jump: (millis: number) => void;
  zoom: (steps: number) => void;
  mark: (which: 'from' | 'to') => void;
  still: () => void;
  goTo: () => void;
  full: () => void;
  gap: (direction: 1 | -1) => void;
  first: (index: number) => void;
}

interface Props {
  playback: Playback;
  playing: boolean;
  rate: number;
  jumped: PlaybackView['jumped'];
  marks: Marks;
  span: number;
  actions: PlayerActions;
}

/** The buttons under the pictures. Time runs left to right in every language. */
export function Transport({ playback, playing, rate, jumped, marks, span, actions }: Props) {
  const jumpButton = (millis: number, text: string) => (
    <button
      type="button"
      className={`transport-button ${css.transportText}`}
      onClick={() => actions.jump(millis)}
      aria-label={t(millis < 0 ? 'player.back' : 'player.forward', { seconds: Math.abs(millis) / 1000 })}
    >
      <bdi dir="ltr">{text}</bdi>
    </button>
  );
  return (
    <div className={css.transport} role="toolbar" aria-label={t('player.controls')}>
      <div className={css.transportGroup}>
        {jumpButton(-60_000, t('player.minus1m'))}
        {jumpButton(-10_000, t('player.minus10s'))}
        <button type="button" className="transport-button" aria-label={t('player.frameBack')} onClick={() => void playback.step(-1)}>
          <Icon name="stepBack" />
        </button>
        <button type="button" className="transport-button transport-play" aria-label={t(playing ? 'player.pause' : 'player.play')} onClick={() => playback.setPlaying(!playing)}>
          <Icon name={playing ? 'pause' : 'play'} size={22} />
        </button>
        <button type="button" className="transport-button" aria-label={t('player.frameForward')} onClick={() => void playback.step(1)}>
          <Icon name="stepForward" />
        </button>
        {jumpButton(10_000, t('player.plus10s'))}
        {jumpButton(60_000, t('player.plus1m'))}
      </div>
      <button type="button" className={css.transportClock} onClick={actions.goTo} aria-label={t('player.goTo')}>
        <Clock playback={playback} />
        <kbd>G</kbd>
      </button>
      <label className={css.transportSpeed}>
        <span className="visually-hidden">{t('player.speed')}</span>
        <Select of={speeds} words={(speed) => `×${numberText(speed, speed < 1 ? 2 : 0)}`} value={rate} onText={(picked) => playback.setRate(Number(picked))} />
      </label>
      <button type="button" className={`transport-button ${css.transportEnd}`} aria-label={t('player.still')} title={t('player.still')} onClick={actions.still}>
        <Icon name="still" />
      </button>
      <div className={css.transportBreak} />
      <div className={css.transportGroup}>
        <button type="button" className={`transport-button ${css.transportText}`} onClick={() => actions.mark('from')} aria-label={t('player.markIn')}>
          {t('player.in')}
        </button>
        <button type="button" className={`transport-button ${css.transportText}`} onClick={() => actions.mark('to')} aria-label={t('player.markOut')}>
          {t('player.out')}
        </button>
        {marks.from !== null && marks.to !== null && (
          <span className={css.transportMarks}>
            <MomentRange from={marks.from} to={marks.to} /> <b>{lengthText(marks.to - marks.from)}</b>
          </span>
        )}
      </div>
      <GapNotice over={jumped} />
      <div className={`${css.transportGroup} ${css.transportEnd}`}>
        <button type="button" className="transport-button" aria-label={t('player.zoomOut')} onClick={() => actions.zoom(1)}>
          −
        </button>
        <span className={css.transportZoom} dir="auto">
          {spanText(span)}
        </span>
        <button type="button" className="transport-button" aria-label={t('player.zoomIn')} onClick={() => actions.zoom(-1)}>
          +
        </button>
      </div>
    </div>
  );
}

function Clock({ playback }: { playback: Playback }) {
  const at = useSyncExternalStore(playback.subscribe, () => playback.getView().at);
  return <Moment at={at} show="millis" />;
}

function spanText(span: number): string {
  const minutes = span / 60_000;
  if (minutes < 60) return t('player.spanMinutes', { count: Math.round(minutes) });
  if (minutes < 1440) return t('player.spanHours', { count: Math.round(minutes / 60) });
  return t('player.spanDays', { count: Math.round(minutes / 1440) });
}
