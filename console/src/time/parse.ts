import { fold } from '../i18n/fold';
import { addDays, fromZoned, zonedFields } from './zone';

export interface ParseContext {
  zone: string;
  /** Now, in milliseconds. */
  now: number;
  /** What a bare time of day or `-15m` refers to: the playhead. */
  reference: number;
}

interface Day {
  year: number;
  month: number;
  day: number;
}

const dayWords: [RegExp, number][] = [
  [/\b(hom kia|day before yesterday)\b|أول أمس/, -2],
  [/\b(hom qua|yesterday)\b|أمس/, -1],
  [/\b(hom nay|today)\b|اليوم/, 0],
];

const unitMillis: [RegExp, number][] = [
  [/^(s|sec|secs|seconds?|g|giay|ثانية|ثواني|ث)$/, 1_000],
  [/^(m|min|mins|minutes?|p|ph|phut|دقيقة|دقائق|د)$/, 60_000],
  [/^(h|hours?|gio|ساعة|ساعات|س)$/, 3_600_000],
  [/^(d|days?|ngay|يوم|أيام|ي)$/, 86_400_000],
];

function unit(word: string): number | null {
  for (const [pattern, millis] of unitMillis) if (pattern.test(word)) return millis;
  return null;
}

/** Arabic-Indic and Persian digits become 0–9. */
export function asciiDigits(text: string): string {
  return text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)).replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}

/**
 * The instant that a person means: `0902`, `09:02:51.240`, `9h02`, `24/11 21h`,
 * `24/11/2026 09:02:51`, `2026-11-24T09:02`, `hôm qua 21h`, `9 giờ tối hôm qua`, `-15m`,
 * `15 phút trước`, `now`. Null when it cannot be read; nothing is guessed from a part of the text.
 */
export function parseMoment(input: string, context: ParseContext): number | null {
  const text = fold(asciiDigits(input.normalize('NFC')))
    .replace(/[،,;]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (!text) return null;
  if (/^(bay gio|now|الآن|الان)$/.test(text)) return context.now;
  if (/^\d{4}-\d\d-\d\dt[\d:.]+z$/.test(text)) {
    const at = Date.parse(text.toUpperCase());
    return Number.isNaN(at) ? null : at;
  }
  return relative(text, context) ?? absolute(text, context);
}

function relative(text: string, context: ParseContext): number | null {
  const signed = /^([+\-−])\s*(\d+(?:\.\d+)?)\s*([^\d\s]+)$/.exec(text);
  if (signed) {
    const millis = unit(signed[3]!);
    if (millis === null) return null;
    return context.reference + (signed[1] === '+' ? 1 : -1) * Number(signed[2]) * millis;
  }
  const ago = /^(?:قبل )?(\d+)\s*([^\d\s]+)(?: (?:truoc|ago))?$/.exec(text);
  if (ago && (/ (truoc|ago)$/.test(text) || text.startsWith('قبل '))) {
    const millis = unit(ago[2]!);
    return millis === null ? null : context.now - Number(ago[1]) * millis;
  }
  return null;
}

function absolute(text: string, context: ParseContext): number | null {
  let rest = text;
  let day: Day | null = null;
  let dayGiven = false;
  const nowFields = zonedFields(context.now, context.zone);

  for (const [pattern, days] of dayWords) {
    if (pattern.test(rest)) {
      day = zonedFields(addDays(context.now, days, context.zone), context.zone);
      rest = rest.replace(pattern, ' ');
      dayGiven = true;
      break;
    }
  }
  const iso = /(\d{4})-(\d{1,2})-(\d{1,2})t?/.exec(rest);
  const slashed = /(?:ngay )?(?<![:.\d])(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?\b/.exec(rest);
  if (!dayGiven && iso) {
    day = { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
    rest = rest.replace(iso[0], ' ');
    dayGiven = true;
  } else if (!dayGiven && slashed) {
    const year = slashed[3] ? (slashed[3].length === 2 ? 2000 : 0) + Number(slashed[3]) : nowFields.year;
    day = { year, month: Number(slashed[2]), day: Number(slashed[1]) };
    rest = rest.replace(slashed[0], ' ');
    dayGiven = true;
  }
  day ??= zonedFields(context.reference, context.zone);

  const half = /\b(sang|am)\b|صباحا?/.test(rest) ? 'am' : /\b(trua|chieu|toi|dem|pm)\b|مساء/.test(rest) ? 'pm' : null;
  rest = rest
    .replace(/\b(sang|trua|chieu|toi|dem|am|pm|luc|at|vao)\b|صباحا?|مساء|الساعة|في/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

  const time = timeOfDay(rest);
  if (rest && !time) return null;
  if (!time && !dayGiven) return null;
  const { hour, minute, second, milli } = time ?? { hour: 0, minute: 0, second: 0, milli: 0 };
  const hour24 = half === 'pm' && hour < 12 ? hour + 12 : half === 'am' && hour === 12 ? 0 : hour;
  const at = fromZoned({ ...day, hour: hour24, minute, second, milli }, context.zone);
  if (at === null) return null;
  if (!dayGiven && at > context.now + 60_000) return addDays(at, -1, context.zone);
  return at;
}

function timeOfDay(text: string): { hour: number; minute: number; second: number; milli: number } | null {
  const match =
    /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?$/.exec(text) ??
    /^(\d{1,2}) ?(?:h|g|gio)(?: ?(\d{1,2})(?: ?(?:p|ph|phut|:) ?(\d{1,2})? ?(?:s|giay)?)?)?()$/.exec(text) ??
    /^(\d{2})(\d{2})(\d{2})?()$/.exec(text);
  if (!match) return null;
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  const second = Number(match[3] ?? 0);
  const milli = match[4] ? Number(match[4].padEnd(3, '0')) : 0;
  return hour < 24 && minute < 60 && second < 60 ? { hour, minute, second, milli } : null;
}
