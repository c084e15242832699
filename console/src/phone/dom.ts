import { h } from '../owner/dom';
import { icons } from './icons';

export { button, h } from '../owner/dom';

const svg = 'http://www.w3.org/2000/svg';

/** A picture beside words, which say the same. */
export function icon(name: string): SVGSVGElement {
  const picture = document.createElementNS(svg, 'svg');
  picture.setAttribute('viewBox', '0 0 24 24');
  picture.setAttribute('aria-hidden', 'true');
  picture.classList.add('icon');
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', icons[name] ?? icons['OTHER']!);
  picture.append(path);
  return picture;
}

/** A number of the emergency services that the phone dials. */
export function dial(number: string, label: string, kind = 'call'): HTMLElement {
  return h('a', { href: `tel:${number}`, class: kind }, icon('CALL'), h('span', {}, label));
}

let fields = 0;

/** A field with its words; `input` is told its name. */
export function field(label: string, input: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, hint = '', wrong = ''): HTMLElement {
  const id = `field-${++fields}`;
  input.id = id;
  const described = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ');
  if (described) input.setAttribute('aria-describedby', described);
  if (wrong) input.setAttribute('aria-invalid', 'true');
  return h('div', { class: 'field' }, h('label', { for: id }, label), hint && h('p', { class: 'hint', id: `${id}-hint` }, hint), wrong && h('p', { class: 'wrong', id: `${id}-wrong` }, wrong), input);
}

/** A big box to tick. */
export function tick(label: string, checked: boolean, changed: (now: boolean) => void, kind = 'tick'): HTMLElement {
  const box = h('input', { type: 'checkbox' });
  box.checked = checked;
  box.addEventListener('change', () => changed(box.checked));
  return h('label', { class: kind }, box, h('span', {}, label));
}

/** One of several, each a big line. */
export function choices<T extends string>(legend: string, all: readonly (readonly [T, string])[], chosen: T | null, changed: (now: T) => void): HTMLElement {
  const name = `choice-${++fields}`;
  return h(
    'fieldset',
    {},
    h('legend', {}, legend),
    ...all.map(([value, label]) => {
      const radio = h('input', { type: 'radio', name, value });
      radio.checked = value === chosen;
      radio.addEventListener('change', () => changed(value));
      return h('label', { class: 'tick' }, radio, h('span', {}, label));
    }),
  );
}

/** Text that others wrote, or that is in another direction. */
export const apart = (text: string): HTMLElement => h('bdi', {}, text);
export const ltr = (text: string): HTMLElement => h('bdi', { dir: 'ltr' }, text);
