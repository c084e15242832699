import { Refused } from './api';
import { h } from './dom';
import { t } from './text';

type Part = Node | string | null;

function section(tone: 'ok' | 'bad', heading: HTMLElement, more: Part[]): HTMLElement {
  return h('section', { class: `notice ${tone}`, role: tone === 'bad' ? 'alert' : 'status' }, heading, ...more.map((part) => (typeof part === 'string' ? h('p', {}, part) : part)));
}

/** A message on a page. */
export function notice(tone: 'ok' | 'bad', title: string, ...more: Part[]): HTMLElement {
  return section(tone, h('h2', {}, title), more);
}

/** A message that is the page. */
export function answer(tone: 'ok' | 'bad', title: string, ...more: Part[]): HTMLElement {
  return section(tone, h('h1', {}, title), more);
}

/** What went wrong, in the server's words where it had any. */
export function trouble(failure: unknown): HTMLElement {
  return failure instanceof Refused ? notice('bad', failure.title || t('owner.trouble'), failure.detail) : notice('bad', t('owner.trouble'), t('owner.offline'));
}
