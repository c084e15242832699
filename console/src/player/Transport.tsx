import { useSyncExternalStore } from 'react';
import { t } from '../i18n/text';
import { Moment } from '../time/site';
import { Select } from '../ui/Field';
import { Icon, type IconName } from '../ui/Icon';
import { numberText } from '../ui/text';
import { type Direction, type Playback, speeds } from './Playback';
import css from './player.module.css';

export interface PlayerActions {
  jump: (millis: number) => void;
  zoom: (steps: number) => void;
  mark: (which: 'from' | 'to') => void;
  still: () => void;
  goTo: () => void;
  calendar: () => void;
  share: () => void;
  full: () => void;
  gap: (direction: Direction) => void;
  event: (direction: Direction) => void;
  first: (index: number) => void;
}

interface Props {
  playback: Playback;
  playing: boolean;
  direction: Direction;
  rate: number;
  actions: PlayerActions;
}

/** The buttons under the pictures, in one row at a desk. Time runs left to right in every language. */
export function Transport({ playback, playing, direction, rate, actions }: Props) {
  const button = (icon: IconName, label: string, cap: string, act: () => void, pressed?: boolean) => (
    <button type="button" className="transport-button" aria-label={label} title={`${label} (${cap})`} aria-pressed={pressed} onClick={act}>
      <Icon name={icon} />
    </button>
  );
  const jump = (millis: number, text: string) => (
    <button
      type="button"
      className={`transport-button ${css.transportText}`}
      onClick={() => actions.jump(millis)}
      aria-label={t(millis < 0 ? 'player.back' : 'player.forward', { seconds: Math.abs(millis) / 1000 })}
    >
      <bdi dir="ltr">{text}</bdi>
    </button>
  );
  const mark = (which: 'from' | 'to', text: string, label: string, cap: string) => (
    <button type="button" className={`transport-button ${css.transportText}`} onClick={() => actions.mark(which)} aria-label={label} title={`${label} (${cap})`}>
      {text}
    </button>
  );
  return (
    <div className={css.transport} role="toolbar" aria-label={t('player.controls')}>
      <div className={css.transportGroup}>
        {button('eventBack', t('player.eventBack'), 'P', () => actions.event(-1))}
        {button('gapBack', t('player.gapBack'), 'Shift P', () => actions.gap(-1))}
        {jump(-60_000, t('player.minus1m'))}
      </div>
      <div className={`${css.transportGroup} ${css.transportMain}`}>
        {jump(-10_000, t('player.minus10s'))}
        {button('stepBack', t('player.frameBack'), ',', () => void playback.step(-1))}
        {button('playBack', t('player.playBack'), 'J', () => (playing && direction < 0 ? playback.setPlaying(false) : playback.setPlaying(true, -1)), playing && direction < 0)}
        <button type="button" className="transport-button transport-play" aria-label={t(playing ? 'player.pause' : 'player.play')} onClick={() => playback.setPlaying(!playing)}>
          <Icon name={playing ? 'pause' : 'play'} size={22} />
        </button>
        {button('stepForward', t('player.frameForward'), '.', () => void playback.step(1))}
        {jump(10_000, t('player.plus10s'))}
      </div>
      <div className={css.transportGroup}>
        {jump(60_000, t('player.plus1m'))}
        {button('gapNext', t('player.gapNext'), 'Shift N', () => actions.gap(1))}
        {button('eventNext', t('player.eventNext'), 'N', () => actions.event(1))}
      </div>
      <div className={`${css.transportGroup} ${css.transportWhen}`}>
        <button type="button" className={css.transportClock} onClick={actions.goTo} aria-label={t('player.goTo')} title={`${t('player.goTo')} (G)`}>
          <Clock playback={playback} />
        </button>
        {button('calendar', t('player.calendar'), 'C', actions.calendar)}
      </div>
      <label className={css.transportSpeed}>
        <span className="visually-hidden">{t('player.speed')}</span>
        <Select of={speeds} words={(speed) => `×${numberText(speed, speed % 1 === 0 ? 0 : speed === 0.5 ? 1 : 2)}`} value={rate} onText={(picked) => playback.setRate(Number(picked))} />
      </label>
      <div className={css.transportGroup}>
        {mark('from', t('player.in'), t('player.markIn'), 'I')}
        {mark('to', t('player.out'), t('player.markOut'), 'O')}
      </div>
      <div className={`${css.transportGroup} ${css.transportEnd}`}>
        {button('still', t('player.still'), 'S', actions.still)}
        {button('fullScreen', t('player.full'), 'F', actions.full)}
      </div>
    </div>
  );
}

function Clock({ playback }: { playback: Playback }) {
  const at = useSyncExternalStore(playback.subscribe, () => playback.getView().at);
  return <Moment at={at} show="millis" />;
}
