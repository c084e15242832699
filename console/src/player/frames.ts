/** One frame: when it was taken, and where it stands in the video of its window, in milliseconds. */
export interface Frame {
  at: number;
  media: number;
  /** Whether it can be decoded by itself, and so is shown fast. */
  key: boolean;
  /** Whether parts of it, or of a picture that it builds on, never came. */
  damaged: boolean;
}

/** The length of a window of video; windows are aligned, so that their answers can be kept. */
export const windowMillis = 120_000;
/** Two frames further apart than this have a gap between them. */
export const gapMillis = 1_500;

/** The index of the last frame with `key` not above `value`; -1 if there is none. */
function lastAtOrBefore(frames: readonly Frame[], key: 'at' | 'media', value: number): number {
  let low = 0;
  let high = frames.length - 1;
  let found = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (frames[middle]![key] <= value) {
      found = middle;
      low = middle + 1;
    } else high = middle - 1;
  }
  return found;
}

/** The frame shown at an instant; the first after a gap when the instant is on the gap's edge. */
export function frameAt(frames: readonly Frame[], at: number): number {
  const index = lastAtOrBefore(frames, 'at', at + 0.0005);
  const next = frames[index + 1];
  if (next && (index < 0 || at - frames[index]!.at > gapMillis) && next.at - at <= gapMillis) return index + 1;
  return index;
}

/** The index of the last key frame at or before a frame; the frame itself where there is none. */
export function keyAtOrBefore(frames: readonly Frame[], index: number): number {
  let found = index;
  while (found >= 0 && !frames[found]!.key) found--;
  return found < 0 ? index : found;
}

/** Where in the video, in seconds, a frame is shown for sure: in the middle of its time. */
export function mediaSecondsOf(frames: readonly Frame[], index: number): number {
  const frame = frames[index]!;
  const next = frames[index + 1];
  const length = next ? Math.min(next.media - frame.media, 1_000) : 20;
  return (frame.media + Math.max(1, length / 2)) / 1000;
}

/** The instant that a place in the video shows. */
export function instantOf(frames: readonly Frame[], mediaSeconds: number): number | null {
  const media = mediaSeconds * 1000;
  const index = Math.max(0, lastAtOrBefore(frames, 'media', media + 0.01));
  const frame = frames[index];
  if (!frame) return null;
  const next = frames[index + 1];
  const into = Math.max(0, media - frame.media);
  const limit = next ? Math.min(next.at - frame.at, gapMillis) : gapMillis;
  return frame.at + Math.min(into, limit);
}

/** The place in the video of an instant while playing: between two frames too. */
export function playingSecondsOf(frames: readonly Frame[], at: number): number | null {
  const index = frameAt(frames, at);
  if (index < 0) return null;
  const frame = frames[index]!;
  const next = frames[index + 1];
  const into = Math.max(0, at - frame.at);
  return (frame.media + Math.min(into, next ? next.media - frame.media : 100)) / 1000;
}

/** Whether a frame stands for the instant: not in a gap before, between or after the frames. */
export function hasFrame(frames: readonly Frame[], at: number): boolean {
  const index = frameAt(frames, at);
  return index >= 0 && Math.abs(at - frames[index]!.at) <= gapMillis;
}
