// Lists in parts, as the server gives them: the place to go on from is the number of the item.
const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'd').toLowerCase();

/** A whole list that is never long. */
export const page = (items) => ({ items, next: null, total: { count: items.length, more: false } });

/** The part of a list that an address asks for. */
export function part(items, url) {
  const limit = Number(url.searchParams.get('limit') ?? 50);
  const from = Number(url.searchParams.get('after') ?? 0);
  const to = from + limit;
  const most = 20_000;
  return {
    items: items.slice(from, to),
    next: to < items.length ? String(to) : null,
    total: from === 0 ? { count: Math.min(items.length, most), more: items.length > most } : null,
  };
}

/** What is left of a list of what an address seeks: every word is in one of the texts. */
export function sought(items, url, texts) {
  const words = plain(url.searchParams.get('q') ?? '')
    .split(/\s+/)
    .filter(Boolean);
  return words.length === 0
    ? items
    : items.filter((each) => {
        const text = plain(texts(each).filter(Boolean).join(' '));
        return words.every((word) => text.includes(word));
      });
}
