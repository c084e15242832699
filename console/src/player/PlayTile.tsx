import { useEffect, useRef } from 'react';
import { codecText } from '../cameras/health';
import type { Camera } from '../api/types';
import { t, tCode } from '../text/text';
import { Moment, MomentRange } from '../time/site';
import { Icon } from '../ui/Icon';
import { Code, ltr, Name, numberText } from '../ui/text';
import type { Coverage } from './coverage';
import type { Playback } from './Playback';
import type { TrackState } from './Track';

interface Props {
  camera: Camera;
  playback: Playback;
  at: number;
  frameAt: number | null;
  state: TrackState;
  coverage: Coverage;
  alone: boolean;
}

/** One camera's picture at the clock's instant with the exact time of its frame, or why there is none. */
export function PlayTile({ camera, playback, at, frameAt, state, coverage, alone }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const track = playback.track(camera.id);
    if (track && box.current) box.current.prepend(track.box);
  }, [playback, camera.id]);
  const words = state === 'none' || state === 'failed' || state === 'unplayable';
  const offset = camera.health.clockOffsetMillis;
  return (
    <div className={words ? 'play-tile play-tile-empty' : 'play-tile'} data-camera={camera.code} data-state={state} data-frame-at={frameAt ?? ''}>
      <div className="play-caption">
        <span>
          <Code>{camera.code}</Code> {alone && <Name>{camera.name}</Name>}
        </span>
        <span className="play-clock">
          {frameAt !== null && <Moment at={frameAt} show={alone ? 'millis' : 'clockMillis'} />}
          {offset !== null && Math.abs(offset) >= 100 && (
            <small>
              {' '}
              <bdi>{t('player.offset', { seconds: ltr(numberText(offset / 1000, 2)) })}</bdi>
            </small>
          )}
        </span>
      </div>
      <div className="play-stage" ref={box}>
        {words && (
          <div className="tile-words" dir="auto">
            <Icon name={state === 'none' ? 'off' : 'warn'} size={22} />
            <Words state={state} at={at} coverage={coverage} camera={camera} />
          </div>
        )}
        {state === 'loading' && <span className="play-spinner spinner" role="img" aria-label={t('app.loading')} />}
      </div>
    </div>
  );
}

function Words({ state, at, coverage, camera }: { state: TrackState; at: number; coverage: Coverage; camera: Camera }) {
  if (state === 'unplayable' && camera.health.format?.codec.endsWith('265') !== false) {
    return (
      <>
        <p className="tile-title">{t('cameras.liveUnsupported', { codec: camera.health.format ? codecText(camera.health.format.codec) : t('player.thisCodec') })}</p>
        <p>{t('player.unplayable')}</p>
      </>
    );
  }
  if (state === 'failed' || state === 'unplayable') return <p className="tile-title">{t('player.failed')}</p>;
  const gap = coverage.gapAt(at);
  if (gap) {
    return (
      <>
        <p className="tile-title">
          {t('player.noRecording')} <MomentRange from={gap.from} to={gap.to} />
        </p>
        <p>{gap.cause ? tCode('cameras.cause', gap.cause) : ''}</p>
      </>
    );
  }
  const before = coverage.earliest !== null && at < coverage.earliest;
  return (
    <p className="tile-title">
      {before ? (
        <>
          {t('player.beforeEarliest')} <Moment at={coverage.earliest!} />
        </>
      ) : (
        t('player.noRecordingHere')
      )}
    </p>
  );
}
