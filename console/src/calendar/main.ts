/*
 * A calendar of the month and nothing else: where one goes who leaves in a hurry. It knows nothing of
 * the console and shows nothing of it.
 */
import { endWhatWasLeft } from '../phone/leave';

const tags: Record<string, string> = { vi: 'vi-VN', en: 'en-GB', ar: 'ar-u-ca-gregory-nu-latn' };
const language = localStorage.getItem('anbinh.language') ?? 'vi';
const tag = tags[language] ?? 'vi-VN';
const today = new Date();
const first = new Date(today.getFullYear(), today.getMonth(), 1);
const days = new Date(today.getFullYear(), today.getMonth() + 1, 0).getDate();
const weekdayOf = (date: Date) => (date.getDay() + 6) % 7;

function cell(kind: 'th' | 'td', text: string, isToday = false): HTMLElement {
  const made = document.createElement(kind);
  made.textContent = text;
  if (kind === 'th') made.setAttribute('scope', 'col');
  if (isToday) made.setAttribute('aria-current', 'date');
  return made;
}

function row(cells: HTMLElement[]): HTMLTableRowElement {
  const made = document.createElement('tr');
  made.append(...cells);
  return made;
}

const title = new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric' }).format(today);
document.documentElement.lang = language;
document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
document.title = title;

const heading = document.createElement('h1');
heading.textContent = title;
const monday = new Date(first.getTime());
monday.setDate(1 - weekdayOf(first));
const names = Array.from({ length: 7 }, (_, day) => new Intl.DateTimeFormat(tag, { weekday: 'short' }).format(new Date(monday.getFullYear(), monday.getMonth(), monday.getDate() + day)));
const table = document.createElement('table');
const body = document.createElement('tbody');
const head = document.createElement('thead');
head.append(row(names.map((name) => cell('th', name))));
for (let day = 1 - weekdayOf(first); day <= days; day += 7) {
  body.append(row(Array.from({ length: 7 }, (_, more) => (day + more >= 1 && day + more <= days ? cell('td', String(day + more), day + more === today.getDate()) : cell('td', '')))));
}
table.append(head, body);
document.querySelector('main')!.replaceChildren(heading, table);

// Who left the phone app without a line is signed out once there is one.
addEventListener('online', () => void endWhatWasLeft());
