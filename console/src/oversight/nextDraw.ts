import { addDays, startOfDay, zonedFields } from '../time/zone';

/** After midnight, when what happened before it is in the log. */
const afterMidnight = 10 * 60_000;
const daysOfWeek = 7;

/** The start of the Monday on which the sample is drawn next: after the end of the week at the site. */
export function nextDraw(now: number, zone: string): number {
  const from = now - afterMidnight;
  const { year, month, day } = zonedFields(from, zone);
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return startOfDay(addDays(from, ((daysOfWeek - weekday) % daysOfWeek) + 1, zone), zone);
}
