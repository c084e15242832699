/** Wall-clock fields of an instant in a zone. */
export interface ZonedFields {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  milli: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

function format(zone: string): Intl.DateTimeFormat {
  let found = formats.get(zone);
  if (!found) {
    found = new Intl.DateTimeFormat('en-GB-u-ca-gregory-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(zone, found);
  }
  return found;
}

/** Milliseconds that a zone's clock is ahead of UTC at an instant. Kept per quarter of an hour. */
export function offsetMillis(at: number, zone: string): number {
  const slot = Math.floor(at / 900_000);
  const key = `${zone} ${slot}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const instant = slot * 900_000;
  const parts: Record<string, number> = {};
  for (const part of format(zone).formatToParts(instant)) parts[part.type] = Number(part.value);
  const local = Date.UTC(parts['year']!, parts['month']! - 1, parts['day']!, parts['hour']!, parts['minute']!, parts['second']!);
  const offset = local - instant;
  if (offsets.size > 5_000) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

export function zonedFields(at: number, zone: string): ZonedFields {
  const local = new Date(at + offsetMillis(at, zone));
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    milli: local.getUTCMilliseconds(),
  };
}

/** The instant at which a zone's clock shows these fields; null if there is no such date. */
export function fromZoned(fields: ZonedFields, zone: string): number | null {
  const local = Date.UTC(fields.year, fields.month - 1, fields.day, fields.hour, fields.minute, fields.second, fields.milli);
  const check = new Date(local);
  const same =
    check.getUTCFullYear() === fields.year &&
    check.getUTCMonth() === fields.month - 1 &&
    check.getUTCDate() === fields.day &&
    check.getUTCHours() === fields.hour &&
    check.getUTCMinutes() === fields.minute &&
    check.getUTCSeconds() === fields.second;
  if (!same) return null;
  let at = local - offsetMillis(local, zone);
  at = local - offsetMillis(at, zone);
  return at;
}

/** The first instant of the day that holds `at`. */
export function startOfDay(at: number, zone: string): number {
  const fields = zonedFields(at, zone);
  return fromZoned({ ...fields, hour: 0, minute: 0, second: 0, milli: 0 }, zone) ?? at;
}

export function addDays(at: number, days: number, zone: string): number {
  const fields = zonedFields(at, zone);
  const day = new Date(Date.UTC(fields.year, fields.month - 1, fields.day + days));
  return fromZoned({ ...fields, year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() }, zone) ?? at + days * 86_400_000;
}

/** Milliseconds since 1970, with the microseconds of the text as a fraction. */
export function parseInstant(text: string): number {
  const match = /^(.*\.\d{3})(\d{1,6})(Z|[+-]\d\d:?\d\d)$/.exec(text);
  if (!match) return Date.parse(text);
  return Date.parse(match[1]! + match[3]!) + Number(`0.${match[2]!}`);
}

/** ISO 8601 in UTC with milliseconds, or microseconds when the instant has them. */
export function isoInstant(at: number): string {
  const whole = Math.floor(at + 1e-7);
  const micros = Math.round((at - whole) * 1000);
  const text = new Date(micros >= 1000 ? whole + 1 : whole).toISOString();
  if (micros <= 0 || micros >= 1000) return text;
  return `${text.slice(0, -1)}${String(micros).padStart(3, '0')}Z`;
}
