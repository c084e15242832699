import { dateText } from '../time/format';
import { parseInstant } from '../time/zone';
import type { WorklistKind } from '../worklist/types';
import type { Notification } from './types';

/** Somebody may be in danger as long as nobody does it. */
export const isDanger = (kind: WorklistKind): boolean => kind === 'SITUATION_DANGER';

export type Sound = 'danger' | 'urgent';

/** What came after something that was known; identifiers rise with time. */
export const newerThan = <N extends Pick<Notification, 'id' | 'readAt'>>(items: readonly N[], known: string): N[] => items.filter((each) => each.readAt === null && each.id > known);

/** The one sound for what came at once: that of danger before the other, none where nothing is urgent. */
export function soundOf(items: readonly Pick<Notification, 'kind' | 'urgent'>[]): Sound | null {
  if (items.some((each) => isDanger(each.kind))) return 'danger';
  return items.some((each) => each.urgent) ? 'urgent' : null;
}

export interface Day {
  /** As it is written. */
  day: string;
  items: Notification[];
}

/** What comes newest first, day by day in the site's zone. */
export function byDay(items: readonly Notification[], zone: string): Day[] {
  const days: Day[] = [];
  for (const each of items) {
    const day = dateText(parseInstant(each.at), zone);
    if (days.at(-1)?.day !== day) days.push({ day, items: [] });
    days.at(-1)!.items.push(each);
  }
  return days;
}

/** A day without its number where people have a word for it. */
export function dayWord(day: string, now: number, zone: string): 'today' | 'yesterday' | null {
  if (day === dateText(now, zone)) return 'today';
  return day === dateText(now - 86_400_000, zone) ? 'yesterday' : null;
}

/** Between two announcements of the count. */
const pauseMillis = 10_000;

/** The count that was announced last, and when. */
export interface Announced {
  count: number;
  at: number;
}

/** In how many milliseconds a count may be announced; null where there is nothing to say. */
export function waitToAnnounce(last: Announced, count: number, now: number): number | null {
  return count === last.count ? null : Math.max(0, last.at + pauseMillis - now);
}

/** Of urgent work, what somebody is to see on every page. */
export interface Urgent {
  kind: WorklistKind;
  /** The newest notification of it; empty where there is none. */
  id: string;
  /** How many wait now. */
  count: number;
}

/**
 * What of urgent work still waits: what was notified and is unread, and danger until somebody has received it,
 * whether it was read or not. Danger comes first.
 */
export function urgentOf(items: readonly Notification[], waiting: readonly { kind: WorklistKind; count: number }[], dismissed: Readonly<Record<string, string>>): Urgent[] {
  const newest = (kind: WorklistKind) => items.find((each) => each.kind === kind && each.urgent);
  return waiting
    .filter(({ kind, count }) => count > 0 && (isDanger(kind) || newest(kind)?.readAt === null))
    .map(({ kind, count }) => ({ kind, id: newest(kind)?.id ?? '', count }))
    .filter(({ kind, id }) => dismissed[kind] === undefined || id > dismissed[kind])
    .sort((one, other) => Number(isDanger(other.kind)) - Number(isDanger(one.kind)));
}

/** `22:00` of `22:00`, `22h`, `2200` or `7:5`; null where it is no time of day. */
export function clockOf(text: string): string | null {
  const match = /^(\d{1,2})(?:\s*(?:[:.h]|giờ)\s*(\d{1,2})?)?$/.exec(text.trim()) ?? /^(\d{2})(\d{2})$/.exec(text.trim());
  if (!match) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
  return hour < 24 && minute < 60 ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : null;
}
