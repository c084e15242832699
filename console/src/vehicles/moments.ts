import { dateTimeText } from '../time/format';
import { parseInstant } from '../time/zone';

/** A moment of the address as it is typed; empty where there is none. */
export function momentOf(at: string | null, zone: string): string {
  const instant = at === null ? Number.NaN : parseInstant(at);
  return Number.isFinite(instant) ? dateTimeText(instant, zone) : '';
}
