import { addDays, fromZoned, zonedFields } from '../time/zone';

export interface Month {
  year: number;
  /** 1 to 12. */
  month: number;
}

export function monthOf(at: number, zone: string): Month {
  const { year, month } = zonedFields(at, zone);
  return { year, month };
}

export function monthAfter({ year, month }: Month, steps: number): Month {
  const number = year * 12 + month - 1 + steps;
  return { year: Math.floor(number / 12), month: (number % 12) + 1 };
}

/** `11/2026`. */
export function monthText({ year, month }: Month): string {
  return `${String(month).padStart(2, '0')}/${year}`;
}

/** The weeks that a month touches, each from Monday on: when each day begins. */
export function weeksOf({ year, month }: Month, zone: string): number[][] {
  const first = fromZoned({ year, month, day: 1, hour: 0, minute: 0, second: 0, milli: 0 }, zone)!;
  const sinceMonday = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const weeks: number[][] = [];
  for (let day = -sinceMonday; day < days; day += 7) weeks.push(Array.from({ length: 7 }, (_, index) => addDays(first, day + index, zone)));
  return weeks;
}
