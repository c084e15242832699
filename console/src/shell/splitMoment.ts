/**
 * Splits `CAM-0412 24/11 09:02` into what names a thing and the moment at its end: the longest
 * tail of words that reads as a moment. A text that is a moment as a whole has an empty rest.
 */
export function splitMoment(text: string, read: (words: string) => number | null): { rest: string; at: number | null } {
  const words = text.trim().split(/\s+/).filter(Boolean);
  for (let from = 0; from < words.length; from++) {
    const at = read(words.slice(from).join(' '));
    if (at !== null) return { rest: words.slice(0, from).join(' '), at };
  }
  return { rest: words.join(' '), at: null };
}
