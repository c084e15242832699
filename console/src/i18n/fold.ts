/** Lower case without tone marks: `Bá Thước` and `ba thuoc` fold to the same. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐðÐƉɖ]/g, 'd')
    .toLowerCase()
    .normalize('NFC');
}

/** The folded words with one space between two, as the server searches: `Cổng (A1)` is `cong a1`. */
function words(text: string): string {
  return fold(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{Alphabetic}0-9\u0660-\u0669\u06f0-\u06f9]+/gu, ' ')
    .trim();
}

/** Whether every word of the search is somewhere in the texts, tone marks, case and punctuation aside. */
export function matches(search: string, ...texts: (string | null | undefined)[]): boolean {
  const hay = words(texts.filter(Boolean).join(' '));
  return search.split(/\s+/).every((word) => hay.includes(words(word)));
}
