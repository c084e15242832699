import { asciiDigits } from '../time/parse';

/** `24/11/2026` or `2026-11-24` as the server wants it; null when it is no day. */
export function readDay(text: string): string | null {
  const plain = asciiDigits(text).trim();
  const local = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(plain);
  const iso = local ? `${local[3]}-${local[2]!.padStart(2, '0')}-${local[1]!.padStart(2, '0')}` : plain;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const at = new Date(`${iso}T00:00:00Z`);
  return Number.isFinite(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null;
}

/** `24/11/2026`, in every language. */
export function dayText(iso: string): string {
  const [year, month, day] = iso.split('-');
  return `${day}/${month}/${year}`;
}
