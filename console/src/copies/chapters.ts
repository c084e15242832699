import { parseInstant } from '../time/zone';
import type { CameraVideos } from './types';

/** A gap or a pass with its place in the video, in seconds; without one where there is no video that it is in. */
export type Chapter = { key: string; from: number; to: number; seconds: number | null } & (
  | { what: 'gap'; cause: string }
  | { what: 'pass'; plate: string | null; confidence: number | null; kind: string | null; weakness: string | null }
);

/** What a package says of a camera's video, in the order of time. */
export function chaptersOf(camera: CameraVideos): Chapter[] {
  const gaps = camera.gaps.map(({ from, to, cause, seconds }): Chapter => ({ key: `gap ${from}`, what: 'gap', from: parseInstant(from), to: parseInstant(to), cause, seconds }));
  const passes = camera.passes.map(
    ({ from, to, seconds, plate, confidence, kind, weakness }, index): Chapter => ({
      key: `pass ${index}`,
      what: 'pass',
      from: parseInstant(from),
      to: parseInstant(to),
      seconds,
      plate,
      confidence,
      kind,
      weakness,
    }),
  );
  return [...gaps, ...passes].toSorted((a, b) => a.from - b.from);
}

/** A picture's worth: who stands at a chapter goes to the next. */
const near = 0.05;
/** Who has just left a chapter goes to the one before. */
const justLeft = 1;

export function chapterAfter(chapters: readonly Chapter[], at: number): Chapter | undefined {
  return chapters.find((chapter) => chapter.seconds !== null && chapter.seconds > at + near);
}

export function chapterBefore(chapters: readonly Chapter[], at: number): Chapter | undefined {
  return chapters.findLast((chapter) => chapter.seconds !== null && chapter.seconds < at - justLeft);
}

/** The gap in which a video stands still at a place; a video keeps its gaps' length. */
export function gapAt(chapters: readonly Chapter[], startsAt: number, seconds: number): Chapter | null {
  const at = startsAt + seconds * 1000;
  return chapters.find((chapter) => chapter.what === 'gap' && chapter.from <= at && at < chapter.to) ?? null;
}
