import { describe, expect, test } from 'vitest';
import { chase } from '../../src/cameras/liveStream';
import { Coverage, snap } from '../../src/player/coverage';
import { eventFrom, gapFrom } from '../../src/player/events';
import { type Frame, frameAt, hasFrame, instantOf, keyAtOrBefore, mediaSecondsOf, playingSecondsOf } from '../../src/player/frames';
import { marked, marksAddress, marksOf } from '../../src/player/marks';
import { monthAfter, monthText, weeksOf } from '../../src/player/month';
import { previewStep } from '../../src/player/previews';
import { stillName } from '../../src/player/still';
import { columnsFor } from '../../src/player/tiles';
import { chunks, ticks, timeAt, type View, xOf, zoomed } from '../../src/player/timelineModel';
import { splitMoment } from '../../src/shell/splitMoment';
import { parseMoment } from '../../src/time/parse';

const zone = 'Asia/Ho_Chi_Minh';
const t0 = Date.parse('2026-11-24T01:00:00Z'); // 08:00 at the site
const iso = (at: number) => new Date(at).toISOString();

function coverage(...gaps: [number, number][]): Coverage {
  const end = t0 + 3_600_000;
  let at = t0;
  const recorded = [];
  for (const [from, to] of [...gaps, [end, end] as [number, number]]) {
    recorded.push({ from: iso(at), to: iso(from) });
    at = to;
  }
  return Coverage.of([
    {
      from: t0,
      to: end,
      answer: {
        recorded,
        gaps: gaps.map(([from, to]) => ({ from: iso(from), to: iso(to), cause: 'UNREACHABLE', reason: 'UNREACHABLE', detail: '', switched: null })),
        reasons: {},
        remarks: [],
        earliest: iso(t0),
        latest: iso(end),
      },
    },
  ]);
}

describe('a jump', () => {
  const gap: [number, number] = [t0 + 664_000, t0 + 820_000]; // 08:11:04–08:13:40
  const one = coverage(gap);

  test('into a gap lands on its end and tells both ends', () => {
    expect(snap([one], gap[0] + 5_000, 1)).toEqual({ at: gap[1], over: { from: gap[0], to: gap[1], cause: 'UNREACHABLE' } });
  });
  test('backwards into a gap lands just before its start', () => {
    expect(snap([one], gap[1] - 5_000, -1)?.at).toBe(gap[0] - 100);
  });
  test('to a recorded moment stays there', () => {
    expect(snap([one], t0 + 1_000, 1)).toEqual({ at: t0 + 1_000, over: null });
  });
  test('stays where another camera has a picture', () => {
    expect(snap([one, coverage()], gap[0] + 5_000, 1)?.over).toBeNull();
  });
  test('past the end comes back to the last recorded moment', () => {
    expect(snap([one], t0 + 4_000_000, 1)?.at).toBe(t0 + 3_599_900);
  });
  test('is impossible where nothing is recorded at all', () => {
    expect(snap([Coverage.empty], t0, 1)).toBeNull();
  });
});

test('answers for neighbouring spans join into one run', () => {
  const part = (from: number, to: number) => ({ from, to, answer: { recorded: [{ from: iso(from), to: iso(to) }], gaps: [], remarks: [], reasons: {}, earliest: iso(from), latest: iso(to) } });
  const joined = Coverage.of([part(t0 + 1_000, t0 + 2_000), part(t0, t0 + 1_000)]);
  expect(joined.recorded).toEqual([{ from: t0, to: t0 + 2_000 }]);
  expect(joined.isKnown(t0 + 1_500)).toBe(true);
});

test('a file on the edge of two answers is remarked on once', () => {
  const remark = { from: iso(t0 + 500), to: iso(t0 + 1_500), frames: 15, damagedFrames: 4, timeByReceipt: true, uncertaintyMillis: 300, cameraRate: 1.25 };
  const part = (from: number, to: number) => ({ from, to, answer: { recorded: [], gaps: [], remarks: [remark], reasons: {}, earliest: null, latest: null } });
  const joined = Coverage.of([part(t0, t0 + 1_000), part(t0 + 1_000, t0 + 2_000)]);
  expect(joined.remarks).toHaveLength(1);
  expect(joined.remarkAt(t0 + 1_200)).toMatchObject({ damagedFrames: 4, timeByReceipt: true, uncertaintyMillis: 300 });
  expect(joined.remarkAt(t0 + 1_500)).toBeNull();
});

describe('frames', () => {
  // 20 frames, 100 ms apart, then a gap of a minute, then 20 more; the video has no gap.
  const frames: Frame[] = Array.from({ length: 40 }, (_, n) => ({ at: t0 + n * 100 + (n >= 20 ? 60_000 : 0), media: n * 100, key: n % 10 === 0, damaged: false }));

  test('an instant shows the last frame at or before it', () => {
    expect(frameAt(frames, t0 + 250)).toBe(2);
    expect(frameAt(frames, t0 - 1)).toBe(0);
    expect(frameAt(frames, t0 - 5_000)).toBe(-1);
  });
  test('the edge of a gap shows the first frame after it', () => {
    expect(frameAt(frames, t0 + 61_900)).toBe(20);
    expect(hasFrame(frames, t0 + 30_000)).toBe(false);
  });
  test('a frame is sought in the middle of its time', () => {
    expect(mediaSecondsOf(frames, 3)).toBeCloseTo(0.35);
  });
  test('place and instant are each other’s inverse within a run', () => {
    for (let n = 0; n < 19; n++) {
      const at = t0 + n * 100 + 37;
      expect(instantOf(frames, playingSecondsOf(frames, at)!)).toBeCloseTo(at, 3);
    }
  });
  test('a key frame stands for those after it, and a frame before all of them for itself', () => {
    expect(keyAtOrBefore(frames, 19)).toBe(10);
    expect(keyAtOrBefore(frames, 20)).toBe(20);
    expect(keyAtOrBefore([{ ...frames[1]! }], 0)).toBe(0);
  });
  test('seeking any frame and reading back gives that frame (seeded)', () => {
    let seed = 42;
    const random = () => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
    for (let round = 0; round < 200; round++) {
      const list: Frame[] = [];
      let at = t0;
      let media = 0;
      for (let n = 0; n < 50; n++) {
        list.push({ at, media, key: n === 0, damaged: false });
        const step = 20 + random() * 80;
        at += step + (random() < 0.05 ? 10_000 : 0);
        media += step;
      }
      const index = Math.floor(random() * 50);
      expect(frameAt(list, instantOf(list, mediaSecondsOf(list, index))!)).toBe(index);
      expect(frameAt(list, list[index]!.at)).toBe(index);
    }
  });
});

describe('the time line', () => {
  const view: View = { centre: t0, spanMillis: 3_600_000, widthPixels: 1_000 };
  test('runs from left to right with the playhead in the middle', () => {
    expect(xOf(view, t0)).toBe(500);
    expect(xOf(view, t0 + 60_000)).toBeGreaterThan(500);
    expect(timeAt(view, xOf(view, t0 + 123_456))).toBeCloseTo(t0 + 123_456, 3);
  });
  test('is marked at round times of the site’s clock', () => {
    const labels = ticks(view, zone).map((tick) => tick.label);
    expect(labels).toContain('08:00');
    expect(labels).toContain('08:10');
  });
  test('shows the date at midnight and at far zoom', () => {
    const night = ticks({ centre: Date.parse('2026-11-24T17:00:00Z'), spanMillis: 7_200_000, widthPixels: 900 }, zone);
    expect(night.find((tick) => tick.major)?.label).toBe('25/11');
    expect(ticks({ ...view, spanMillis: 31 * 86_400_000 }, zone).every((tick) => /^\d\d\/11|^\d\d\/12/.test(tick.label))).toBe(true);
  });
  test('never has labels closer than they are wide', () => {
    for (let span = 60_000; span < 32 * 86_400_000; span *= 1.7) {
      const xs = ticks({ ...view, spanMillis: span }, zone).map((tick) => xOf({ ...view, spanMillis: span }, tick.at));
      for (let n = 1; n < xs.length; n++) expect(xs[n]! - xs[n - 1]!).toBeGreaterThan(40);
    }
  });
  test('zooms from one minute to 31 days and no further', () => {
    expect(zoomed(60_000, -1)).toBe(60_000);
    expect(zoomed(31 * 86_400_000, 1)).toBe(31 * 86_400_000);
    expect(zoomed(3_600_000, 1)).toBe(7_200_000);
  });
  test('asks for coverage in aligned pieces around what is seen', () => {
    const pieces = chunks(t0, 3_600_000);
    expect(pieces[0]!.from).toBeLessThanOrEqual(t0 - 3_600_000);
    expect(pieces.at(-1)!.to).toBeGreaterThanOrEqual(t0 + 3_600_000);
    for (const piece of pieces) expect(piece.from % (piece.to - piece.from)).toBe(0);
  });
});

describe('the next and the last', () => {
  const at = t0 + 1_800_000;
  test('gap are seen a moment before they begin, of any camera', () => {
    const two = [coverage([t0 + 600_000, t0 + 700_000]), coverage([t0 + 2_400_000, t0 + 2_500_000])];
    expect(gapFrom(two, at, -1)).toBe(t0 + 597_000);
    expect(gapFrom(two, at, 1)).toBe(t0 + 2_397_000);
    expect(gapFrom(two, t0 + 2_397_000, 1)).toBeNull();
    expect(gapFrom(two, t0 + 597_000, -1)).toBeNull();
  });
  test('pass are parts of time in which somebody passed, of any camera', () => {
    const part = (from: number, vehicles: number, persons: number) => ({ from: t0 + from, to: t0 + from + 60_000, vehicles, persons });
    const two = [[part(600_000, 2, 0), part(2_400_000, 0, 0)], [part(3_000_000, 0, 1)]];
    expect(eventFrom(two, at, -1)).toBe(t0 + 600_000);
    expect(eventFrom(two, at, 1)).toBe(t0 + 3_000_000);
    expect(eventFrom(two, t0 + 3_000_000, 1)).toBeNull();
  });
});

describe('marks', () => {
  test('are read from the address as they were written to it', () => {
    const marks = { from: t0, to: t0 + 90_500 };
    const { in: from, out: to } = marksAddress(marks);
    expect(marksOf(from, to)).toEqual(marks);
    expect(marksOf(null, 'yesterday')).toEqual({ from: null, to: null });
    expect(marksAddress({ from: null, to: null })).toEqual({ in: null, out: null });
  });
  test('that would cross leave the one that was set last', () => {
    expect(marked({ from: t0, to: t0 + 1_000 }, 'from', t0 + 2_000)).toEqual({ from: t0 + 2_000, to: null });
    expect(marked({ from: t0, to: null }, 'to', t0 + 2_000)).toEqual({ from: t0, to: t0 + 2_000 });
  });
});

describe('the calendar', () => {
  test('has whole weeks from Monday on, by the site’s days', () => {
    const weeks = weeksOf({ year: 2026, month: 11 }, zone);
    expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7, 7]);
    expect(weeks[0]![0]).toBe(Date.parse('2026-10-25T17:00:00Z')); // Monday 26/10 at the site
    expect(weeks[0]![6]).toBe(Date.parse('2026-10-31T17:00:00Z')); // Sunday 1/11
    expect(weeks.at(-1)!.includes(Date.parse('2026-11-29T17:00:00Z'))).toBe(true);
  });
  test('goes from month to month over the year’s end', () => {
    expect(monthAfter({ year: 2026, month: 12 }, 1)).toEqual({ year: 2027, month: 1 });
    expect(monthAfter({ year: 2026, month: 1 }, -1)).toEqual({ year: 2025, month: 12 });
    expect(monthText({ year: 2026, month: 1 })).toBe('01/2026');
  });
});

test('pictures stand in as many columns as make them largest', () => {
  expect([1, 2, 3, 4].map((count) => columnsFor(count, 1_130, 470, 30))).toEqual([1, 2, 3, 2]);
  expect(columnsFor(9, 1_130, 400, 30)).toBe(5);
  expect(columnsFor(9, 1_900, 1_000, 30)).toBe(3);
  expect(columnsFor(2, 400, 700, 30)).toBe(1);
});

test('previews lie some pixels of the strip apart, and no closer than key frames', () => {
  expect(previewStep(60_000)).toBe(2_000);
  expect(previewStep(3_600_000)).toBe(18_000);
  expect(previewStep(86_400_000)).toBe(432_000);
});

test('live play speeds up a little behind the edge and jumps only past a second', () => {
  expect(chase(0.1)).toBe(1);
  expect(chase(0.3)).toBeGreaterThan(1);
  expect(chase(0.9)).toBeLessThan(1.5);
  expect(chase(1.1)).toBe('jump');
});

test('a still is named by the site’s time', () => {
  expect(stillName('CAM-0412', Date.parse('2026-11-24T02:02:51.240Z'), zone)).toBe('CAM-0412_2026-11-24_09-02-51.240.jpg');
});

test('the palette splits a camera from a moment', () => {
  const read = (words: string) => parseMoment(words, { zone, now: t0, reference: t0 });
  expect(splitMoment('CAM-0412 24/11 0702', read)).toEqual({ rest: 'CAM-0412', at: Date.parse('2026-11-24T00:02:00Z') });
  expect(splitMoment('cổng chợ hôm qua 21h', read).rest).toBe('cổng chợ');
  expect(splitMoment('cổng chợ', read)).toEqual({ rest: 'cổng chợ', at: null });
});
