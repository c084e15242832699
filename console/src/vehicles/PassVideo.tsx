import { type ReactNode, useEffect, useRef, useState } from 'react';
import { query } from '../api/client';
import { t } from '../i18n/text';
import { isoInstant, parseInstant } from '../time/zone';
import { Icon } from '../ui/Icon';
import css from './vehicles.module.css';

/** Each look is an entry of the log, so who only passes over a hit looks at nothing. */
const stayMillis = 600;
const before = 2_000;
const after = 3_000;
const longest = 20_000;

interface Props {
  cameraId: string;
  from: string;
  to: string;
  /** What is seen while nothing plays. */
  children: ReactNode;
}

/** A pass as the camera saw it: plays over its picture while the pointer stays there, or when it is pressed. */
export function PassVideo({ cameraId, from, to, children }: Props) {
  const [state, setState] = useState<'still' | 'plays' | 'missing'>('still');
  const stay = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(stay.current), []);
  const start = parseInstant(from) - before;
  const end = Math.min(parseInstant(to) + after, start + longest);
  const play = () => setState((now) => (now === 'missing' ? now : 'plays'));
  return (
    <button
      type="button"
      className={css.preview}
      aria-label={t(state === 'plays' ? 'vehicles.previewStop' : 'vehicles.preview')}
      aria-pressed={state === 'plays'}
      onClick={() => {
        clearTimeout(stay.current);
        setState((now) => (now === 'plays' ? 'still' : 'plays'));
      }}
      onPointerEnter={({ pointerType }) => {
        if (pointerType === 'mouse') stay.current = setTimeout(play, stayMillis);
      }}
      onPointerLeave={({ pointerType }) => {
        clearTimeout(stay.current);
        if (pointerType === 'mouse') setState((now) => (now === 'plays' ? 'still' : now));
      }}
    >
      {children}
      {state === 'plays' && (
        <video
          className={css.video}
          src={`/api/cameras/${cameraId}/video.mp4${query({ from: isoInstant(start), to: isoInstant(end) })}`}
          muted
          autoPlay
          loop
          playsInline
          aria-hidden="true"
          onError={() => setState('missing')}
        />
      )}
      <span className={css.previewMark}>{state === 'missing' ? t('vehicles.previewNone') : state === 'still' && <Icon name="play" size={16} />}</span>
    </button>
  );
}
