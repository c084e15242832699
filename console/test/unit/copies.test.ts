import { describe, expect, test } from 'vitest';
import { boxAt, boxOf, hasKeyAt, inside, newTrack, withKey, withoutKey } from '../../src/copies/tracks';
import type { Track } from '../../src/copies/types';

const box = (x: number) => ({ x, y: 0.2, width: 0.2, height: 0.4 });
const track: Track = {
  beyond: false,
  keys: [
    { seconds: 1, box: box(0.1) },
    { seconds: 3, box: box(0.5) },
  ],
};

describe('boxes over time', () => {
  test('go straight from one key position to the next', () => {
    expect(boxAt(track, 1)!.x).toBeCloseTo(0.1);
    expect(boxAt(track, 1.5)!.x).toBeCloseTo(0.2);
    expect(boxAt(track, 3)!.x).toBeCloseTo(0.5);
  });

  test('end with their key positions unless they are kept beyond', () => {
    expect(boxAt(track, 0.9)).toBeNull();
    expect(boxAt(track, 3.1)).toBeNull();
    expect(boxAt({ ...track, beyond: true }, 0)).toEqual(box(0.1));
    expect(boxAt({ ...track, beyond: true }, 9)).toEqual(box(0.5));
  });

  test('that cover are kept beyond, and those that show are not', () => {
    expect(newTrack('COVER', 2, box(0.1)).beyond).toBe(true);
    expect(newTrack('REVEAL', 2, box(0.1)).beyond).toBe(false);
  });

  test('get key positions in the order of time, one for each picture', () => {
    const more = withKey(withKey(track, 2, box(0.3)), 2.001, box(0.4));
    expect(more.keys.map((key) => key.seconds)).toEqual([1, 2.001, 3]);
    expect(hasKeyAt(more, 2)).toBe(true);
    expect(withoutKey(more, 2).keys.map((key) => key.seconds)).toEqual([1, 3]);
  });

  test('stay inside the picture, whichever way they are drawn', () => {
    expect(inside({ x: 0.95, y: -0.1, width: 0.2, height: 2 })).toEqual({ x: 0.8, y: 0, width: 0.2, height: 1 });
    expect(boxOf(0.5, 0.9, 0.2, -1)).toEqual({ x: 0.2, y: 0, width: 0.3, height: 0.9 });
  });
});
