import { readDay } from '../register/days';

/** Whether a day as it was typed lies after today. */
export function isToCome(typed: string, today: string): boolean {
  const day = readDay(typed);
  const now = readDay(today);
  return day !== null && now !== null && day > now;
}
