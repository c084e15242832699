import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { t, tCode } from '../i18n/text';
import { Moment, useSiteTime } from '../time/site';
import { parseInstant, startOfDay } from '../time/zone';
import { Icon } from '../ui/Icon';
import { Code, Name, numberText } from '../ui/text';
import css from './cameras.module.css';
import { type LiveState, LiveStream } from './liveStream';
import type { Camera } from './types';

/** A camera's live picture, or in words why there is none. Never an old picture as if it were now. */
export function LiveTile({ camera, big, caption = true }: { camera: Camera; big?: boolean; caption?: boolean }) {
  const video = useRef<HTMLVideoElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const { now } = useSiteTime();
  const [state, setState] = useState<LiveState>({ kind: 'connecting' });
  const off = !camera.recording || camera.health.connection === 'OFF';

  useEffect(() => {
    if (!video.current || !box.current || off) return;
    const stream = new LiveStream(camera.id, video.current, now, setState);
    let visible = true;
    const update = () => stream.pause(document.hidden || !visible);
    const observer = new IntersectionObserver((entries) => {
      visible = entries.at(-1)?.isIntersecting ?? true;
      update();
    });
    observer.observe(box.current);
    document.addEventListener('visibilitychange', update);
    return () => {
      observer.disconnect();
      document.removeEventListener('visibilitychange', update);
      stream.close();
    };
  }, [camera.id, now, off]);

  const playing = state.kind === 'playing' && !off;
  // The server knows that nothing comes: no use in waiting for it.
  const shown: LiveState = state.kind === 'connecting' && camera.health.connection === 'DOWN' ? { kind: 'nothing', lastPictureAt: null, attempt: 1, cause: null } : state;
  return (
    <div className={big ? `${css.tile} ${css.tileBig}` : css.tile} dir="ltr" data-state={off ? 'off' : shown.kind}>
      <div className={css.tileStage} ref={box}>
        <video ref={video} muted playsInline disableRemotePlayback className={playing ? '' : css.tileDark} aria-label={t('cameras.liveOf', { name: camera.name })} />
        {!playing && (
          <div className="tile-words" dir="auto">
            {off ? <Words icon="off" title={tCode('cameras.conn', 'OFF')} /> : <StateWords state={shown} camera={camera} />}
          </div>
        )}
      </div>
      <div className={css.tileCaption}>
        {caption && (
          <Link to={`/cameras/${camera.id}`} aria-label={t('cameras.tileOpen', { name: camera.name })}>
            <Code>{camera.code}</Code> <Name>{camera.name}</Name>
          </Link>
        )}
        <span className={css.tileMarks} dir="auto">
          {playing && (
            <span className={css.tileLive} title={t('cameras.liveDelay', { seconds: numberText(state.delaySeconds, 1) })}>
              <span className={css.tileDot} aria-hidden="true" />
              {state.damaged ? t('cameras.liveDamaged') : state.skipped ? t('cameras.liveSkipped') : t('cameras.live')}
            </span>
          )}
          {camera.simulated && <span className={css.tileTag}>{t('cameras.simulated')}</span>}
        </span>
      </div>
    </div>
  );
}

function Words({ icon, title, children }: { icon: 'off' | 'lost' | 'warn' | 'closed' | 'pause' | 'time'; title: ReactNode; children?: ReactNode }) {
  return (
    <>
      <Icon name={icon} size={22} />
      <p className="tile-title">{title}</p>
      {children}
    </>
  );
}

function isToday(at: string | number, zone: string, now: number): boolean {
  return startOfDay(typeof at === 'number' ? at : parseInstant(at), zone) === startOfDay(now, zone);
}

function StateWords({ state, camera }: { state: LiveState; camera: Camera }) {
  const { zone, now } = useSiteTime();
  switch (state.kind) {
    case 'playing':
      return null;
    case 'connecting':
      return (
        <>
          <span className="spinner" aria-hidden="true" />
          <p>{t('cameras.liveConnecting')}</p>
        </>
      );
    case 'paused':
      return <Words icon="pause" title={t('cameras.livePaused')} />;
    case 'refused':
      return <Words icon="closed" title={t(state.why === 'signedOut' ? 'cameras.liveSignedOut' : state.why === 'missing' ? 'cameras.liveMissing' : 'cameras.liveForbidden')} />;
    case 'unsupported':
      return (
        <Words icon="warn" title={t('cameras.liveUnsupported', { codec: state.codec })}>
          <p>{t('cameras.liveUnsupportedTodo')}</p>
        </Words>
      );
    case 'nothing': {
      const last = state.lastPictureAt ?? camera.health.lastFrameAt;
      const cause = state.cause ?? camera.health.cause;
      return (
        <Words
          icon="lost"
          title={
            last ? (
              <>
                {t('cameras.liveNone')} <Moment at={last} show={isToday(last, zone, now()) ? 'clock' : 'full'} />
              </>
            ) : (
              t('cameras.liveNoneYet')
            )
          }
        >
          <p>
            {cause && <>{tCode('cameras.cause', cause)} · </>}
            {t('cameras.liveRetry', { count: Math.max(1, state.attempt) })}
          </p>
        </Words>
      );
    }
  }
}
