import { describe, expect, test } from 'vitest';
import { chapterAfter, chapterBefore, chaptersOf, gapAt } from '../../src/copies/chapters';
import type { CameraVideos } from '../../src/copies/types';

describe('the chapters of a video', () => {
  const camera = {
    gaps: [{ from: '2026-11-02T11:00:05Z', to: '2026-11-02T11:00:08Z', cause: 'UNREACHABLE', seconds: 5 }],
    passes: [{ from: '2026-11-02T11:00:02Z', to: '2026-11-02T11:00:03Z', kind: 'CAR', plate: '36A12345', confidence: 0.9, weakness: null, seconds: 2 }],
  } as unknown as CameraVideos;
  const chapters = chaptersOf(camera);

  test('are in the order of time, and the next and the one before are found', () => {
    expect(chapters.map((each) => each.what)).toEqual(['pass', 'gap']);
    expect([0, 2, 5].map((at) => chapterAfter(chapters, at)?.what)).toEqual(['pass', 'gap', undefined]);
    expect([1, 3.5, 5.5, 7].map((at) => chapterBefore(chapters, at)?.what)).toEqual([undefined, 'pass', 'pass', 'gap']);
  });

  test('tell the gap in which the picture stands still', () => {
    const startsAt = Date.parse('2026-11-02T11:00:00Z');
    expect([4.9, 5, 7.9, 8].map((at) => gapAt(chapters, startsAt, at)?.what)).toEqual([undefined, 'gap', 'gap', undefined]);
  });
});
