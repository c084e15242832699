import type { ReactNode } from 'react';
import { t } from '../i18n/text';
import { useKeys } from '../shell/keys';
import { Icon } from '../ui/Icon';
import { Notice } from '../ui/State';
import { numberText } from '../ui/text';
import css from './copies.module.css';
import type { VideoPlayback } from './useVideoPlayback';

interface Props {
  video: VideoPlayback;
  url: string;
  label: string;
  autoPlay?: boolean;
  /** The time of a place in it, which is then told instead of the picture's seconds. */
  clock?: (seconds: number) => string;
  /** What stands over the picture. */
  children?: ReactNode;
}

/** A video with its buttons. Time runs left to right in every language. */
export function VideoView({ video, url, label, autoPlay, clock, children }: Props) {
  return (
    <div className={css.video} dir="ltr">
      <div className={css.videoPicture} style={{ maxInlineSize: `calc(70vh * ${video.shape})` }}>
        <video ref={video.ref} src={url} preload="auto" autoPlay={autoPlay} playsInline aria-label={label} />
        {children}
      </div>
      {video.broken ? (
        <div dir="auto">
          <Notice tone="warn" title={t('copies.cannotPlay')}>
            <p>{t('copies.cannotPlayMore')}</p>
          </Notice>
        </div>
      ) : (
        <VideoButtons video={video} clock={clock} />
      )}
    </div>
  );
}

function VideoButtons({ video, clock }: Pick<Props, 'video'> & { clock: Props['clock'] }) {
  const at = clock ? video.place : video.at;
  const time = clock?.(at);
  return (
    <div className={css.videoButtons} role="toolbar" aria-label={t('player.controls')}>
      <button type="button" className="transport-button" aria-label={t('player.frameBack')} onClick={() => video.step(-1)}>
        <Icon name="stepBack" />
      </button>
      <button type="button" className="transport-button transport-play" aria-label={t(video.playing ? 'player.pause' : 'player.play')} onClick={video.toggle}>
        <Icon name={video.playing ? 'pause' : 'play'} size={22} />
      </button>
      <button type="button" className="transport-button" aria-label={t('player.frameForward')} onClick={() => video.step(1)}>
        <Icon name="stepForward" />
      </button>
      <input type="range" min={0} max={video.length || 1} step={0.01} value={at} aria-label={t('copies.position')} aria-valuetext={time} onChange={(event) => video.seek(Number(event.target.value))} />
      <span className={css.videoTime} dir="auto">
        {time === undefined ? t('copies.seconds', { time: secondsText(video.at), length: secondsText(video.length) }) : <bdi dir="ltr">{time}</bdi>}
      </span>
    </div>
  );
}

export function secondsText(seconds: number): string {
  return numberText(seconds, 2);
}

/** The keys of a video, the same places as in the player. */
export function useVideoKeys(video: VideoPlayback): void {
  useKeys([
    { code: 'Space', cap: 'Space', label: 'player.keyPlay', run: video.toggle },
    { code: 'Comma', shift: false, cap: ',', label: 'player.frameBack', run: () => video.step(-1) },
    { code: 'Period', shift: false, cap: '.', label: 'player.frameForward', run: () => video.step(1) },
  ]);
}
