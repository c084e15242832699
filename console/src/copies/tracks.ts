import type { Box, CoverMode, Track } from './types';

/** How near a moment has to be to a key position to be the same; half of a short picture. */
const near = 0.008;
const smallest = 0.02;

/** Where a box is at a moment; null where there is none. The server computes the same. */
export function boxAt(track: Track, seconds: number): Box | null {
  const first = track.keys[0];
  const last = track.keys.at(-1);
  if (!first || !last) return null;
  if (!track.beyond && (seconds < first.seconds - near || seconds > last.seconds + near)) return null;
  if (seconds <= first.seconds) return first.box;
  if (seconds >= last.seconds) return last.box;
  const next = track.keys.findIndex((key) => key.seconds >= seconds);
  const to = track.keys[next]!;
  const from = track.keys[next - 1]!;
  const part = (seconds - from.seconds) / (to.seconds - from.seconds);
  const between = (one: number, other: number) => one + (other - one) * part;
  return {
    x: between(from.box.x, to.box.x),
    y: between(from.box.y, to.box.y),
    width: between(from.box.width, to.box.width),
    height: between(from.box.height, to.box.height),
  };
}

export function hasKeyAt(track: Track, seconds: number): boolean {
  return track.keys.some((key) => Math.abs(key.seconds - seconds) < near);
}

/** The track with its box there at that moment: a new key position, or another place for the one there is. */
export function withKey(track: Track, seconds: number, box: Box): Track {
  const others = track.keys.filter((key) => Math.abs(key.seconds - seconds) >= near);
  return { ...track, keys: [...others, { seconds: Math.max(0, seconds), box: inside(box) }].sort((a, b) => a.seconds - b.seconds) };
}

export function withoutKey(track: Track, seconds: number): Track {
  return { ...track, keys: track.keys.filter((key) => Math.abs(key.seconds - seconds) >= near) };
}

/** A new box stays for the whole video when it covers, and only between its key positions when it shows. */
export function newTrack(mode: CoverMode, seconds: number, box: Box): Track {
  return withKey({ beyond: mode === 'COVER', keys: [] }, seconds, box);
}

/** The box, moved back into the picture and not smaller than a hand can hold. */
export function inside(box: Box): Box {
  const width = Math.min(1, Math.max(smallest, box.width));
  const height = Math.min(1, Math.max(smallest, box.height));
  return {
    x: Math.min(1 - width, Math.max(0, box.x)),
    y: Math.min(1 - height, Math.max(0, box.y)),
    width,
    height,
  };
}

/** The box between two corners. */
export function boxOf(x1: number, y1: number, x2: number, y2: number): Box {
  const clamp = (value: number) => Math.min(1, Math.max(0, value));
  const [left, right] = [Math.min(clamp(x1), clamp(x2)), Math.max(clamp(x1), clamp(x2))];
  const [top, bottom] = [Math.min(clamp(y1), clamp(y2)), Math.max(clamp(y1), clamp(y2))];
  return { x: left, y: top, width: right - left, height: bottom - top };
}
