import { parseInstant } from '../time/zone';
import { isDown } from './health';
import type { Camera } from './types';

/** Cameras that were lost together, at one switch or on one line; `at` is null for all that stopped alone. */
export interface Outage {
  at: string | null;
  cameras: Camera[];
}

const togetherMillis = 2_000;
const fewest = 3;

/** What was lost within the same moment, the most first; then the rest, as they were. */
export function outages(cameras: Camera[]): Outage[] {
  const lost = cameras
    .filter((each) => isDown(each) && each.health.lastFrameAt)
    .map((camera) => ({ camera, at: parseInstant(camera.health.lastFrameAt!) }))
    .toSorted((one, other) => one.at - other.at);
  const together: Outage[] = [];
  for (let from = 0; from < lost.length; ) {
    const group = lost.slice(from).filter((each) => each.at - lost[from]!.at <= togetherMillis);
    if (group.length >= fewest) together.push({ at: lost[from]!.camera.health.lastFrameAt, cameras: cameras.filter((each) => group.some(({ camera }) => camera === each)) });
    from += group.length >= fewest ? group.length : 1;
  }
  const alone = cameras.filter((each) => !together.some((outage) => outage.cameras.includes(each)));
  return [...together.toSorted((one, other) => other.cameras.length - one.cameras.length), ...(alone.length > 0 ? [{ at: null, cameras: alone }] : [])];
}
