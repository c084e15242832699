import type { Line, Session } from './api';
import { h } from './dom';
import type { Profile } from './profile';
import type { Sender } from './sender';
import { t } from './text';
import type { Erased, Vault } from './vault';

/** One account's app on this phone, from its sign-in to its sign-out. */
export interface App {
  readonly vault: Vault;
  readonly line: Line;
  readonly sender: Sender;
  profile: Profile;
  /** The answers of the server that are not kept. */
  session: Session | null;
  /** What somebody else erased of this account, until it is told. */
  erased: Erased | null;
  /** @param queued what `said` is of and now waits, so that it is told when the server has that */
  home(said?: string, queued?: Waiting): Promise<void>;
  /** Whether it is the one that is open: after it was closed, nothing that was still going on shows anything of it. */
  isOpen(): boolean;
  signIn(): void;
  signOut(): Promise<void>;
}

/** A report or a message that was just put among what is to be sent. */
export interface Waiting {
  what: 'report' | 'message';
  id: string;
}

let back: (() => void) | null = null;
let watcher: { destroy(): void } | null = null;
let screens = 0;

/** Tells later whether the screen of now is still up: what one press makes ready gives way to the next press. */
export function sameScreen(): () => boolean {
  const now = screens;
  return () => now === screens;
}

/** Puts a screen up; its heading is spoken, and `goBack` is where the phone's "back" leads. */
export function show(parts: (Node | null)[], goBack: (() => void) | null = null): void {
  back = goBack;
  screens++;
  const main = document.querySelector<HTMLElement>('#phone')!;
  main.replaceChildren(...parts.filter((part) => part !== null));
  const heading = main.querySelector<HTMLElement>('h1');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus({ preventScroll: true });
  scrollTo(0, 0);
  watchBack();
}

/**
 * The phone's "back" goes a step back within the app without an entry in the browser's history, so
 * that nothing is there to be found. Where a browser knows no `CloseWatcher`, the app's own button is
 * the way back; what was typed is kept either way.
 */
function watchBack(): void {
  const Watcher = (globalThis as { CloseWatcher?: new () => { onclose: (() => void) | null; destroy(): void } }).CloseWatcher;
  watcher?.destroy();
  watcher = null;
  if (!Watcher || !back) return;
  const watching = new Watcher();
  watching.onclose = () => back?.();
  watcher = watching;
}

/** A message within a page. */
export function notice(tone: 'ok' | 'bad' | 'warn', title: string, ...more: (Node | string | null | false)[]): HTMLElement {
  return h('section', { class: `notice ${tone}`, role: tone === 'bad' ? 'alert' : 'status' }, h('h2', {}, title), ...more.map((part) => (typeof part === 'string' ? h('p', {}, part) : part)));
}

/** What it takes to do what cannot be undone: a second press, on a button that says it. */
export function sure(label: string, question: string, yes: string, act: () => void | Promise<void>): HTMLElement {
  const box = h('div', { class: 'sure' });
  const ask = h('button', { type: 'button', class: 'plain' }, label);
  ask.addEventListener('click', () => {
    const really = h('button', { type: 'button', class: 'danger' }, yes);
    const not = h('button', { type: 'button', class: 'plain' }, t('phone.no'));
    really.addEventListener('click', () => {
      really.disabled = true;
      void act();
    });
    not.addEventListener('click', () => {
      box.replaceChildren(ask);
      ask.focus();
    });
    box.replaceChildren(h('p', { role: 'alert' }, question), h('div', { class: 'row' }, really, not));
    not.focus();
  });
  box.append(ask);
  return box;
}
