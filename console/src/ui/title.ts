/** What the window's title says: how much is unread, that something is wrong in a form, and the page. */
export interface TitleParts {
  page: string;
  /** How many forms of the page have something wrong, and the word for it. */
  wrong: number;
  wrongWord: string;
  unread: number;
}

/** More than the server counts. */
const mostShown = 99;

/** `12`, or `99+` for more. */
export const unreadText = (count: number): string => (count > mostShown ? `${mostShown}+` : String(count));

/** `(2) Error: Cases – An Bình`. */
export function titleText({ page, wrong, wrongWord, unread }: TitleParts): string {
  return `${unread > 0 ? `(${unreadText(unread)}) ` : ''}${wrong > 0 ? wrongWord : ''}${page}`;
}

let shown: TitleParts = { page: '', wrong: 0, wrongWord: '', unread: 0 };

/** Changes a part of the window's title; the others stay. */
export function changeTitle(change: (before: TitleParts) => Partial<TitleParts>): void {
  shown = { ...shown, ...change(shown) };
  document.title = titleText(shown);
}
