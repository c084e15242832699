import { addDays, startOfDay, zonedFields } from '../time/zone';

/** What of the time line is seen: the playhead is always at the middle. */
export interface View {
  centre: number;
  spanMillis: number;
  widthPixels: number;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** The zoom goes from one minute to 31 days. */
export const spans: readonly number[] = [
  minute,
  2 * minute,
  5 * minute,
  10 * minute,
  20 * minute,
  40 * minute,
  hour,
  2 * hour,
  4 * hour,
  8 * hour,
  16 * hour,
  day,
  2 * day,
  4 * day,
  7 * day,
  14 * day,
  31 * day,
];

export function zoomed(spanMillis: number, steps: number): number {
  let nearest = 0;
  spans.forEach((span, index) => {
    if (Math.abs(Math.log(span / spanMillis)) < Math.abs(Math.log(spans[nearest]! / spanMillis))) nearest = index;
  });
  return spans[Math.max(0, Math.min(spans.length - 1, nearest + steps))]!;
}

export function millisPerPixel(view: View): number {
  return view.spanMillis / Math.max(1, view.widthPixels);
}

/** Time runs from left to right, in every language. */
export function xOf(view: View, at: number): number {
  return view.widthPixels / 2 + (at - view.centre) / millisPerPixel(view);
}

export function timeAt(view: View, x: number): number {
  return view.centre + (x - view.widthPixels / 2) * millisPerPixel(view);
}

export interface Tick {
  at: number;
  label: string;
  major: boolean;
}

const steps = [5_000, 10_000, 30_000, minute, 2 * minute, 5 * minute, 10 * minute, 30 * minute, hour, 2 * hour, 3 * hour, 6 * hour, 12 * hour, day, 2 * day, 7 * day];

const two = (value: number): string => String(value).padStart(2, '0');

/** The marks of the axis, at round times of the site's clock and at least `apart` pixels apart. */
export function ticks(view: View, zone: string, apart = 84): Tick[] {
  const step = steps.find((each) => each / millisPerPixel(view) >= apart) ?? steps.at(-1)!;
  const from = timeAt(view, 0) - step;
  const to = timeAt(view, view.widthPixels) + step;
  const found: Tick[] = [];
  for (let start = startOfDay(from, zone); start < to && found.length < 200; start = addDays(start, 1, zone)) {
    const fields = zonedFields(start, zone);
    const date = `${two(fields.day)}/${two(fields.month)}`;
    if (step >= day) {
      const days = Math.round(step / day);
      const number = Math.floor(Date.UTC(fields.year, fields.month - 1, fields.day) / day);
      if (number % days === 0) found.push({ at: start, label: date, major: true });
      continue;
    }
    const end = addDays(start, 1, zone);
    const first = Math.max(0, Math.floor((from - start) / step));
    for (let at = start + first * step; at < Math.min(end, to); at += step) {
      const local = zonedFields(at, zone);
      const midnight = at === start;
      const time = step < minute ? `${two(local.hour)}:${two(local.minute)}:${two(local.second)}` : `${two(local.hour)}:${two(local.minute)}`;
      found.push({ at, label: midnight ? date : time, major: midnight });
    }
  }
  return found.filter((tick) => tick.at >= from && tick.at <= to);
}

/** The pieces in which coverage is asked for at a zoom: aligned, so that answers can be kept. */
export function chunks(centre: number, spanMillis: number): { from: number; to: number }[] {
  const size = spanMillis <= 8 * hour ? 6 * hour : spanMillis <= 2 * day ? 2 * day : 16 * day;
  const reach = Math.max(spanMillis, 2 * hour);
  const found: { from: number; to: number }[] = [];
  for (let from = Math.floor((centre - reach) / size) * size; from < centre + reach; from += size) {
    found.push({ from, to: from + size });
  }
  return found;
}
