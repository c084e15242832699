import { type CSSProperties, type KeyboardEvent, type PointerEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { t } from '../i18n/text';
import { dateTimeText } from '../time/format';
import { useSiteTime } from '../time/site';
import type { Marks } from './marks';
import type { Playback } from './Playback';
import css from './player.module.css';
import { type Lane, type LaneSize, TimelineCanvas } from './TimelineCanvas';
import { millisPerPixel, timeAt, type View } from './timelineModel';

interface Props {
  playback: Playback;
  /** Of the playhead, since 1970. */
  second: number;
  spanMillis: number;
  lanes: readonly Lane[];
  size: LaneSize;
  marks: Marks;
  onZoom: (steps: number) => void;
}

/** The strip under the pictures: the playhead stays in the middle and the strip moves under it. */
export function Timeline({ playback, second, spanMillis, lanes, size, marks, onZoom }: Props) {
  const { zone, now } = useSiteTime();
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const axis = useRef<HTMLDivElement>(null);
  const drag = useRef<{ x: number; centre: number; moved: boolean } | null>(null);
  const wheelEnd = useRef<ReturnType<typeof setTimeout> | null>(null);
  const latest = useRef({ spanMillis, lanes, size, marks, onZoom });
  // Together with what the page shows: who sees a new zoom and clicks, clicks in it, also on a busy machine.
  useLayoutEffect(() => {
    latest.current = { spanMillis, lanes, size, marks, onZoom };
  });

  const viewNow = (): View => ({
    centre: playback.instant(),
    spanMillis: latest.current.spanMillis,
    widthPixels: box.current?.clientWidth ?? 0,
  });

  useEffect(() => {
    const element = box.current!;
    const labels = axis.current!;
    const painter = new TimelineCanvas(canvas.current!, labels, zone);
    // Asking an element for its width with each picture makes the browser lay out the page each time.
    let widthPixels = element.clientWidth;
    const sizes = new ResizeObserver(() => {
      widthPixels = element.clientWidth;
    });
    sizes.observe(element);
    let raf = 0;
    const loop = () => {
      raf = requestAnimationFrame(loop);
      const { spanMillis, lanes, size, marks } = latest.current;
      painter.draw({ centre: playback.instant(), spanMillis, widthPixels }, lanes, size, marks, now());
    };
    loop();
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      if (event.ctrlKey) {
        latest.current.onZoom(event.deltaY > 0 ? 1 : -1);
        return;
      }
      const view: View = { centre: playback.instant(), spanMillis: latest.current.spanMillis, widthPixels: element.clientWidth };
      const moved = Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX : event.deltaY;
      playback.scrub(view.centre + moved * millisPerPixel(view));
      if (wheelEnd.current) clearTimeout(wheelEnd.current);
      wheelEnd.current = setTimeout(() => playback.endScrub(), 160);
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      cancelAnimationFrame(raf);
      sizes.disconnect();
      element.removeEventListener('wheel', onWheel);
      labels.replaceChildren();
    };
  }, [playback, zone, now]);

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, centre: playback.instant(), moved: false };
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const start = drag.current;
    if (!start) return;
    const by = event.clientX - start.x;
    if (!start.moved && Math.abs(by) < 4) return;
    start.moved = true;
    playback.scrub(start.centre - by * millisPerPixel(viewNow()));
  };
  const onPointerUp = (event: PointerEvent<HTMLDivElement>) => {
    const start = drag.current;
    drag.current = null;
    if (!start) return;
    if (start.moved) playback.endScrub();
    else {
      const view = viewNow();
      const target = timeAt(view, event.clientX - box.current!.getBoundingClientRect().x);
      playback.seek(target, target < view.centre ? -1 : 1);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      playback.seek(playback.instant() + (event.key === 'End' ? spanMillis : -spanMillis), event.key === 'End' ? 1 : -1);
    }
  };

  const at = second * 1000;
  const states = lanes.map((lane) => {
    const passed = lane.activity.find((part) => part.from <= at && at < part.to);
    const state = t(lane.coverage.runAt(at) ? 'player.recorded' : 'player.notRecorded');
    return t('player.sliderLane', { camera: lane.label, state: passed ? `${state}, ${t('player.passed', { vehicles: passed.vehicles, persons: passed.persons })}` : state });
  });
  return (
    <div
      className={css.timeline}
      dir="ltr"
      ref={box}
      role="slider"
      tabIndex={0}
      aria-label={t('player.timeline')}
      aria-orientation="horizontal"
      aria-valuemin={second - Math.round(spanMillis / 2000)}
      aria-valuemax={second + Math.round(spanMillis / 2000)}
      aria-valuenow={second}
      aria-valuetext={`${dateTimeText(at, zone)}. ${states.join('. ')}`}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => {
        drag.current = null;
        playback.endScrub();
      }}
      onKeyDown={onKeyDown}
    >
      <div
        className={size.numbered ? `${css.timelineLanes} ${css.timelineNarrow}` : css.timelineLanes}
        style={{ '--lane': `${size.height}px`, '--lane-gap': `${size.gap}px` } as CSSProperties}
        aria-hidden="true"
      >
        {lanes.map((lane, index) => (
          <span key={lane.cameraId}>{size.numbered ? index + 1 : lane.label}</span>
        ))}
      </div>
      <canvas ref={canvas} aria-hidden="true" />
      <div className={css.timelineAxis} ref={axis} aria-hidden="true" />
    </div>
  );
}
