import { fold } from '../i18n/fold';
import type { NamedCommune } from './api';

/** A commune, and the former name by which it was found. */
export interface FoundCommune {
  commune: NamedCommune;
  former: string | null;
}

const words = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** How well a name fits what was typed: 0 is best, null is not at all. With accents counts for more, so that Đồng Tiến and Đông Tiến are told apart by who types them. */
function fit(name: string, typed: string): number | null {
  const accented = words(name);
  const requested = words(typed);
  const bare = fold(accented);
  const bareRequested = fold(requested);
  if (accented === requested || accented.endsWith(` ${requested}`)) return 0;
  if (` ${accented}`.includes(` ${requested}`)) return 1;
  if (bare === bareRequested || bare.endsWith(` ${bareRequested}`)) return 2;
  return bareRequested.split(' ').every((word) => bare.includes(word)) ? 3 : null;
}

/** Those that fit, best first, present names before former ones. */
export function findCommunes(all: readonly NamedCommune[], typed: string): FoundCommune[] {
  if (!words(typed)) return [];
  const found: (FoundCommune & { rank: number })[] = [];
  for (const commune of all) {
    const present = fit(commune.name, typed);
    const former = commune.former
      .map((name) => ({ name, fits: fit(name, typed) }))
      .filter((each) => each.fits !== null)
      .sort((one, other) => one.fits! - other.fits!)[0];
    if (present !== null && (!former || present <= former.fits!)) found.push({ commune, former: null, rank: present * 2 });
    else if (former) found.push({ commune, former: former.name, rank: former.fits! * 2 + 1 });
  }
  return found.sort((one, other) => one.rank - other.rank);
}
