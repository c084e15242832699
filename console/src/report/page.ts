import { button, h } from '../owner/dom';
import { dateTimeText, offsetText } from '../time/format';
import { Refused } from './api';
import { type Language, language, languageNames, startText, t, tCode } from './text';

const elsewhere = '/calendar.html';
const presses = 3;
const withinMillis = 2_000;
const lines = ['113', '114', '115', '111'];

const main = document.querySelector<HTMLElement>('#report')!;
let again: () => void = () => undefined;

function guardLeaving(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

/** Whether the browser asks before the page is left by mistake. */
export function keepFromLeaving(keep: boolean): void {
  if (keep) addEventListener('beforeunload', guardLeaving);
  else removeEventListener('beforeunload', guardLeaving);
}

/** Leaves at once; nothing stays on the screen, and "back" does not lead here. */
export function leaveQuickly(): void {
  keepFromLeaving(false);
  document.body.replaceChildren();
  document.title = '';
  location.replace(elsewhere);
}

/** Shift three times, as everywhere in the house. */
export function watchForLeaving(): void {
  let times: number[] = [];
  addEventListener('keydown', (event) => {
    if (event.key !== 'Shift') {
      times = [];
      return;
    }
    if (event.repeat) return;
    times = [...times.filter((at) => event.timeStamp - at < withinMillis), event.timeStamp];
    if (times.length >= presses) leaveQuickly();
  });
}

function top(): HTMLElement {
  const list = h('p', { class: 'languages', role: 'group', 'aria-label': t('report.language') });
  for (const each of Object.keys(languageNames) as Language[]) {
    const choice = h('button', { type: 'button', lang: each, 'aria-pressed': String(each === language()) }, languageNames[each]);
    choice.addEventListener('click', () => void startText(each).then(() => again()));
    list.append(choice);
  }
  const exit = h('button', { type: 'button', class: 'exit', title: t('report.exitMore') }, t('report.exit'));
  exit.addEventListener('click', leaveQuickly);
  return h('header', {}, list, exit);
}

/** The numbers to call, first of all. */
export function emergency(): HTMLElement {
  return h('section', { class: 'notice bad', id: 'emergency' }, h('h2', {}, t('report.emergency')), h('p', {}, t('report.emergencyMore')), calls(lines));
}

export function calls(numbers: string[]): HTMLElement {
  return h('ul', { class: 'calls' }, ...numbers.map((number) => h('li', {}, h('a', { href: `tel:${number}` }, h('bdi', { dir: 'ltr' }, number), ' ', tCode('report.call', number)))));
}

type Parts = (Node | null | undefined | false)[];

/** Shows a page, which is drawn anew in another language. */
export function show(draw: () => Parts): void {
  again = () => main.replaceChildren(top(), ...draw().filter((part): part is Node => part instanceof Node));
  again();
  const heading = main.querySelector<HTMLElement>('h1');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus({ preventScroll: true });
  scrollTo(0, 0);
}

export function redraw(): void {
  again();
}

export function moment(at: string, zone: string): HTMLElement {
  const millis = Date.parse(at);
  return h('time', { datetime: at, dir: 'ltr' }, `${dateTimeText(millis, zone)} ${offsetText(millis, zone)}`);
}

/** What went wrong, in the server's words where it had any. */
export function trouble(failure: unknown): HTMLElement {
  const refused = failure instanceof Refused ? failure : null;
  return h(
    'section',
    { class: 'notice bad', role: 'alert' },
    h('h2', {}, refused?.title || t('report.trouble')),
    h('p', {}, refused ? refused.detail : t('report.offline')),
    ...(refused?.fields ?? []).map((each) => h('p', {}, each.message)),
  );
}

/** A mistake that the page sees by itself. */
export function mistake(text: string): HTMLElement {
  return h('p', { class: 'wrong', role: 'alert' }, text);
}

export const hint = (text: string): HTMLElement => h('p', { class: 'hint' }, text);

export { button, h };

/** A text field with its label. */
export function field(
  id: string,
  label: string,
  value: string,
  onInput: (text: string) => void,
  more: { hint?: string; rows?: number; type?: string; length: number; optional?: boolean; attributes?: Record<string, string> },
): HTMLElement {
  const described: Record<string, string> = more.hint ? { 'aria-describedby': `${id}-hint` } : {};
  const input = more.rows
    ? h('textarea', { id, rows: String(more.rows), maxlength: String(more.length), dir: 'auto', ...described, ...more.attributes })
    : h('input', { id, type: more.type ?? 'text', maxlength: String(more.length), dir: 'auto', autocomplete: 'off', ...described, ...more.attributes });
  input.value = value;
  input.addEventListener('input', () => onInput(input.value));
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, label, more.optional && h('small', { class: 'optional' }, ` (${t('report.optional')})`)),
    more.hint && h('p', { class: 'hint', id: `${id}-hint` }, more.hint),
    input,
  );
}

/** A box to tick. */
export function tick(id: string, label: string, value: boolean, onChange: (on: boolean) => void, more?: string): HTMLElement {
  const box = h('input', { type: 'checkbox', id });
  box.checked = value;
  box.addEventListener('change', () => onChange(box.checked));
  return h('label', { class: 'option', for: id }, box, h('span', {}, label, more && h('small', {}, more)));
}

/**
 * One of several.
 *
 * @param heard whether the label is only heard, since the same stands above
 */
export function choices(
  name: string,
  label: string,
  options: { value: string; label: string; more?: string | undefined }[],
  value: string | null,
  onChange: (value: string) => void,
  heard = false,
): HTMLElement {
  return h(
    'fieldset',
    {},
    h('legend', heard ? { class: 'visually-hidden' } : {}, label),
    ...options.map((each) => {
      const radio = h('input', { type: 'radio', name, id: `${name}-${each.value}`, value: each.value });
      radio.checked = each.value === value;
      radio.addEventListener('change', () => onChange(each.value));
      return h('label', { class: 'option', for: `${name}-${each.value}` }, radio, h('span', {}, h('bdi', {}, each.label), each.more && h('small', {}, each.more)));
    }),
  );
}
