import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { t } from '../i18n/text';
import css from './copies.module.css';
import { boxAt, boxOf, inside } from './tracks';
import type { Box, CoverMode, Track } from './types';

interface Props {
  tracks: Track[];
  mode: CoverMode;
  at: number;
  chosen: number;
  preview: boolean;
  choose: (track: number) => void;
  /** The box of a track is there at this moment. */
  put: (track: number, box: Box) => void;
  /** A new box was drawn. */
  draw: (box: Box) => void;
  removeKey: (track: number) => void;
}

type Drag = { kind: 'draw'; x: number; y: number } | { kind: 'move' | 'size'; track: number; x: number; y: number; box: Box };

const stride = 0.005;
/** What is smaller was a click. */
const drawn = 0.015;

/** The boxes over the picture: drawn, moved and sized by pointer or keyboard. */
export function BoxLayer({ tracks, mode, at, chosen, preview, choose, put, draw, removeKey }: Props) {
  const layer = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag | null>(null);
  const [rubber, setRubber] = useState<Box | null>(null);
  const boxes = tracks.map((track) => boxAt(track, at));

  const place = (event: PointerEvent) => {
    const area = layer.current!.getBoundingClientRect();
    return { x: (event.clientX - area.left) / area.width, y: (event.clientY - area.top) / area.height };
  };
  const begin = (event: PointerEvent, of: { kind: 'move' | 'size'; track: number; box: Box } | null) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    layer.current!.setPointerCapture(event.pointerId);
    const from = place(event);
    drag.current = of ? { ...of, ...from } : { kind: 'draw', ...from };
    if (of) choose(of.track);
  };
  const move = (event: PointerEvent) => {
    const now = drag.current;
    if (!now) return;
    const to = place(event);
    if (now.kind === 'draw') {
      setRubber(boxOf(now.x, now.y, to.x, to.y));
      return;
    }
    const [dx, dy] = [to.x - now.x, to.y - now.y];
    put(now.track, inside(now.kind === 'move' ? { ...now.box, x: now.box.x + dx, y: now.box.y + dy } : grown(now.box, dx, dy)));
  };
  const end = () => {
    if (drag.current?.kind === 'draw' && rubber && rubber.width > drawn && rubber.height > drawn) draw(rubber);
    drag.current = null;
    setRubber(null);
  };
  const press = (event: KeyboardEvent, track: number, box: Box) => {
    const [dx, dy] = { ArrowLeft: [-stride, 0], ArrowRight: [stride, 0], ArrowUp: [0, -stride], ArrowDown: [0, stride] }[event.key] ?? [0, 0];
    if (event.key === 'Delete') removeKey(track);
    else if (dx || dy) put(track, inside(event.shiftKey ? grown(box, dx!, dy!) : { ...box, x: box.x + dx!, y: box.y + dy! }));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={css.boxes} ref={layer} onPointerDown={(event) => begin(event, null)} onPointerMove={move} onPointerUp={end} onPointerCancel={end} onDragStart={(event) => event.preventDefault()}>
      <svg className={preview ? `${css.boxesCover} ${css.boxesPreview}` : css.boxesCover} viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
        <path fillRule="evenodd" d={(mode === 'REVEAL' ? 'M0 0H1V1H0Z' : '') + boxes.map((box) => (box ? `M${box.x} ${box.y}h${box.width}v${box.height}h${-box.width}Z` : '')).join('')} />
      </svg>
      {boxes.map(
        (box, track) =>
          box && (
            <div
              key={track}
              className={track === chosen ? `${css.box} ${css.boxChosen}` : css.box}
              style={{ left: `${box.x * 100}%`, top: `${box.y * 100}%`, width: `${box.width * 100}%`, height: `${box.height * 100}%` }}
              role="button"
              tabIndex={0}
              aria-label={t('copies.box', { number: track + 1 })}
              aria-pressed={track === chosen}
              onFocus={() => choose(track)}
              onKeyDown={(event) => press(event, track, box)}
              onPointerDown={(event) => begin(event, { kind: 'move', track, box })}
            >
              <span className={css.boxNumber}>{track + 1}</span>
              <span className={css.boxCorner} onPointerDown={(event) => begin(event, { kind: 'size', track, box })} />
            </div>
          ),
      )}
      {rubber && (
        <div className={`${css.box} ${css.boxRubber}`} style={{ left: `${rubber.x * 100}%`, top: `${rubber.y * 100}%`, width: `${rubber.width * 100}%`, height: `${rubber.height * 100}%` }} />
      )}
    </div>
  );
}

/** The box with its lower right corner elsewhere. */
function grown(box: Box, dx: number, dy: number): Box {
  return { ...box, width: Math.min(1 - box.x, box.width + dx), height: Math.min(1 - box.y, box.height + dy) };
}
