import { t } from '../i18n/text';
import { Button } from '../ui/Button';
import { Option, Options } from '../ui/Field';
import css from './copies.module.css';
import { boxAt, hasKeyAt, withKey, withoutKey } from './tracks';
import type { Track } from './types';
import type { VideoPlayback } from './useVideoPlayback';
import { secondsText } from './VideoView';

interface Props {
  video: VideoPlayback;
  tracks: Track[];
  chosen: number;
  choose: (track: number) => void;
  /** null removes it. */
  setTrack: (index: number, track: Track | null) => void;
  add: () => void;
  error: string | undefined;
}

/** The boxes with their key positions; everything that can be done by hand on the picture can be done here. */
export function TrackList({ video, tracks, chosen, choose, setTrack, add, error }: Props) {
  return (
    <Options id="tracks" label={t('copies.boxes')} hint={`${t('copies.boxesHint')} ${t('copies.boxKeys')}`} error={error}>
      <ol className={css.boxTracks}>
        {tracks.map((track, index) => (
          <li key={index} className={index === chosen ? `${css.boxTrack} ${css.boxTrackChosen}` : css.boxTrack}>
            <Button small kind={index === chosen ? 'primary' : 'plain'} label={t('copies.box', { number: index + 1 })} aria-pressed={index === chosen} onClick={() => choose(index)} />
            <span className={css.boxTrackKeys} dir="ltr">
              {track.keys.map((key) => (
                <button key={key.seconds} type="button" className={css.boxTrackKey} aria-label={t('copies.keyAt', { time: secondsText(key.seconds) })} onClick={() => video.seek(key.seconds + 0.002)}>
                  {secondsText(key.seconds)}
                </button>
              ))}
            </span>
            <KeyButton video={video} track={track} change={(changed) => setTrack(index, changed)} />
            <Button small kind="quiet" label={t('copies.boxRemove')} onClick={() => setTrack(index, null)} />
            <Option type="checkbox" label={t('copies.beyond')} checked={track.beyond} onChange={(event) => setTrack(index, { ...track, beyond: event.target.checked })} />
          </li>
        ))}
      </ol>
      <p>
        <Button small icon="add" label={t('copies.boxAdd')} onClick={add} />
      </p>
    </Options>
  );
}

function KeyButton({ video, track, change }: { video: VideoPlayback; track: Track; change: (track: Track) => void }) {
  if (hasKeyAt(track, video.at)) {
    return <Button small label={t('copies.keyRemove')} disabled={track.keys.length === 1} onClick={() => change(withoutKey(track, video.at))} />;
  }
  const here = boxAt({ ...track, beyond: true }, video.at);
  return <Button small label={t('copies.keySet')} onClick={() => here && change(withKey(track, video.at, here))} />;
}
