import { useEffect, useRef, useState } from 'react';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { codecText } from '../cameras/health';
import type { Camera } from '../cameras/types';
import { OpenEmergency } from '../emergency/OpenEmergency';
import { t, tCode } from '../i18n/text';
import { Moment, MomentRange } from '../time/site';
import { Button, ButtonLink } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Code, ltr, Name, numberText } from '../ui/text';
import type { Coverage } from './coverage';
import type { Playback } from './Playback';
import css from './player.module.css';
import type { Preview } from './previews';
import type { TrackState } from './Track';

interface Props {
  camera: Camera;
  /** The number of its lane and of the key that puts it first; null where lanes bear codes. */
  number: number | null;
  playback: Playback;
  at: number;
  frameAt: number | null;
  /** Whether the picture is damaged, and whether such pictures are shown or covered. */
  damaged: boolean;
  showDamaged: boolean;
  onShowDamaged: (show: boolean) => void;
  state: TrackState;
  /** What stands in until the picture is there. */
  preview: Preview | null;
  coverage: Coverage;
  alone: boolean;
}

/** One camera's picture at the clock's instant with the exact time of its frame, or why there is none. */
export function PlayTile({ camera, number, playback, at, frameAt, damaged, showDamaged, onShowDamaged, state, preview, coverage, alone }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const track = playback.track(camera.id);
    if (track && box.current) box.current.prepend(track.box);
  }, [playback, camera.id]);
  const words = state === 'none' || state === 'failed' || state === 'unplayable' || state === 'noCase';
  const covered = damaged && !showDamaged && !words;
  const byReceipt = frameAt === null ? null : coverage.remarkAt(frameAt);
  const offset = camera.health.clockOffsetMillis;
  return (
    <div className={words ? `${css.playTile} ${css.playTileEmpty}` : css.playTile} data-camera={camera.code} data-state={state} data-frame-at={frameAt ?? ''} data-damaged={damaged}>
      <div className={css.playCaption}>
        <span>
          {number !== null && <b className={css.playNumber}>{number}</b>}
          <Code>{camera.code}</Code> {alone && <Name>{camera.name}</Name>}
        </span>
        <span className={css.playClock}>
          {preview && !words ? (
            <>
              <small>{t('player.preview')}</small> <Moment at={preview.at} show={alone ? 'millis' : 'clockMillis'} />
            </>
          ) : (
            frameAt !== null && <Moment at={frameAt} show={alone ? 'millis' : 'clockMillis'} />
          )}
          {byReceipt?.timeByReceipt && (
            <small>
              {' '}
              <bdi>{byReceipt.uncertaintyMillis === null ? t('player.byReceiptUnknown') : t('player.byReceipt', { seconds: ltr(numberText(byReceipt.uncertaintyMillis / 1000, 2)) })}</bdi>
            </small>
          )}
          {offset !== null && Math.abs(offset) >= 100 && (
            <small>
              {' '}
              <bdi>{t('player.offset', { seconds: ltr(numberText(offset / 1000, 2)) })}</bdi>
            </small>
          )}
        </span>
      </div>
      <div className={css.playStage} ref={box}>
        {preview && !words && <img className={css.playPreview} src={preview.url} alt="" draggable={false} />}
        {words && (
          <div className="tile-words" dir="auto">
            <Icon name={state === 'none' ? 'off' : 'warn'} size={22} />
            <Words state={state} at={at} coverage={coverage} camera={camera} askAgain={() => playback.askAgain()} />
          </div>
        )}
        {covered && (
          <div className={`tile-words ${css.damagedCover}`} dir="auto">
            <Icon name="warn" size={22} />
            <p className="tile-title">{t('player.damaged')}</p>
            <p>{t('player.damagedMore')}</p>
            <Button small label={t('player.showDamaged')} onClick={() => onShowDamaged(true)} />
          </div>
        )}
        {damaged && showDamaged && !words && (
          <div className={css.damagedMark} dir="auto">
            <Icon name="warn" size={15} /> {t('player.damaged')}
            <Button small label={t('player.hideDamaged')} onClick={() => onShowDamaged(false)} />
          </div>
        )}
        {state === 'loading' && <span className={`${css.playSpinner} spinner`} role="img" aria-label={t('app.loading')} />}
      </div>
    </div>
  );
}

function Words({ state, at, coverage, camera, askAgain }: { state: TrackState; at: number; coverage: Coverage; camera: Camera; askAgain: () => void }) {
  const request = may(useUser(), 'request');
  if (state === 'unplayable' && camera.health.format?.codec.endsWith('265') !== false) {
    return (
      <>
        <p className="tile-title">{t('cameras.liveUnsupported', { codec: camera.health.format ? codecText(camera.health.format.codec) : t('player.thisCodec') })}</p>
        <p>{t('player.unplayable')}</p>
      </>
    );
  }
  if (state === 'noCase') {
    return (
      <>
        <p className="tile-title">{t('player.noCase')}</p>
        <p>{t('player.noCaseMore')}</p>
        <div className="actions">
          {request && <ButtonLink label={t('player.toCases')} to="/cases" />}
          <Emergency areaId={camera.areaId} onOpened={askAgain} />
        </div>
      </>
    );
  }
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
  if (state === 'failed' || state === 'unplayable') return <p className="tile-title">{t('player.failed')}</p>;
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

/** The second way to older footage, beside a case. */
function Emergency({ areaId, onOpened }: { areaId: string; onOpened: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon="emergency" label={t('emergency.offer')} onClick={() => setOpen(true)} />
      <OpenEmergency areaId={areaId} open={open} onClose={() => setOpen(false)} onOpened={onOpened} />
    </>
  );
}
