import type { Activity } from './activity';
import type { Coverage } from './coverage';
import type { Direction } from './Playback';

/** Nearer than this is where one is. */
const nearMillis = 1_000;
/** So long before a gap one sees what was recorded last. */
const leadMillis = 3_000;

/** Where the next gap is seen to begin, or the one before; null where none is known. */
export function gapFrom(coverages: readonly Coverage[], at: number, direction: Direction): number | null {
  // Where recording stops, and not where the cause changes or the first recording is still to come.
  const begins = coverages.flatMap((coverage) => coverage.gaps.filter((gap) => coverage.runAt(gap.from - 1) !== null).map((gap) => gap.from - leadMillis));
  return nearest(begins, at, direction);
}

/** When the next vehicles or persons passed, or those before; null where none are known. */
export function eventFrom(activities: readonly (readonly Activity[])[], at: number, direction: Direction): number | null {
  const begins = activities.flatMap((parts) => parts.filter((part) => part.vehicles + part.persons > 0).map((part) => part.from));
  return nearest(begins, at, direction);
}

function nearest(begins: readonly number[], at: number, direction: Direction): number | null {
  const found = direction > 0 ? begins.filter((each) => each > at + nearMillis) : begins.filter((each) => each < at - nearMillis);
  if (found.length === 0) return null;
  return direction > 0 ? Math.min(...found) : Math.max(...found);
}
