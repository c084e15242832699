import { offsetMillis, zonedFields } from './zone';

const two = (value: number): string => String(value).padStart(2, '0');

/** `24/11/2026`, in every language. */
export function dateText(at: number, zone: string): string {
  const f = zonedFields(at, zone);
  return `${two(f.day)}/${two(f.month)}/${f.year}`;
}

/** `09:02:51`; with milliseconds `09:02:51.240`. */
export function clockText(at: number, zone: string, millis = false): string {
  const f = zonedFields(at, zone);
  const text = `${two(f.hour)}:${two(f.minute)}:${two(f.second)}`;
  return millis ? `${text}.${String(f.milli).padStart(3, '0')}` : text;
}

/** `24/11/2026 09:02:51`. */
export function dateTimeText(at: number, zone: string, millis = false): string {
  return `${dateText(at, zone)} ${clockText(at, zone, millis)}`;
}

/** `+07:00`. */
export function offsetText(at: number, zone: string): string {
  const minutes = Math.round(offsetMillis(at, zone) / 60_000);
  const sign = minutes < 0 ? '−' : '+';
  return `${sign}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
}

/** `1:02:03`, `2:03` or, below ten seconds, `0:04.2`: a length, not a time of day. */
export function lengthText(millis: number): string {
  if (millis > 0 && millis < 9_950) return `0:0${(millis / 1000).toFixed(1)}`;
  const total = Math.max(0, Math.round(millis / 1000));
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  const seconds = total % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}
