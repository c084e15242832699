import { type Line, NoAnswer, Refused, type Session, type SessionUser } from './api';
import { notice, show, sure } from './app';
import { button, dial, field, h } from './dom';
import { languages } from './languages';
import { inTurn } from './leave';
import { t, tCode } from './text';

/** The sign-in of the house: a password, and a code where the account has one. */
export function enter(line: Line, reason: string | null, entered: (user: SessionUser) => Promise<void>): void {
  const wrong = h('div');
  const name = h('input', { type: 'text', autocomplete: 'username', autocapitalize: 'none', spellcheck: 'false', dir: 'ltr', id: 'username' });
  const password = h('input', { type: 'password', autocomplete: 'current-password', dir: 'ltr' });
  const form = h('form', {}, field(t('phone.username'), name), field(t('phone.password'), password), wrong, h('button', { type: 'submit', class: 'primary' }, t('phone.enter')));
  submits(form, wrong, async () => {
    const session = await inTurn(() => line.send<Session>('POST', '/api/session', { username: name.value.trim(), password: password.value }));
    if (session.user) await entered(session.user);
    else second(line, session.secondFactor?.methods ?? [], entered);
  });
  show([
    languages(),
    h('h1', {}, t('phone.title')),
    h('p', {}, t('phone.lead')),
    emergency(),
    reason ? notice('warn', reason, t('phone.keptMore')) : null,
    navigator.onLine ? null : notice('warn', t('phone.noLine'), t('phone.noLineEnter')),
    form,
    h('p', {}, h('a', { href: '/sign-in', class: 'link' }, t('phone.otherWays'))),
  ]);
}

function second(line: Line, methods: string[], entered: (user: SessionUser) => Promise<void>): void {
  const wrong = h('div');
  const codes = methods.filter((each) => each === 'TOTP' || each === 'RECOVERY_CODE');
  const code = h('input', { type: 'text', autocomplete: 'one-time-code', autocapitalize: 'none', spellcheck: 'false', dir: 'ltr' });
  const form = h('form', {}, field(t('phone.code'), code, t('phone.codeMore')), wrong, h('button', { type: 'submit', class: 'primary' }, t('phone.enter')));
  submits(form, wrong, async () => {
    const value = code.value.trim();
    const session = await line.send<Session>('POST', '/api/session/second-factor', { method: /^\d{6}$/.test(value) ? 'TOTP' : 'RECOVERY_CODE', value });
    if (session.user) await entered(session.user);
  });
  show([h('h1', {}, t('phone.second')), ...(codes.length > 0 ? [form] : [h('p', {}, t('phone.secondElsewhere'))]), h('p', {}, h('a', { href: '/sign-in', class: 'link' }, t('phone.otherWays')))]);
}

function submits(form: HTMLFormElement, wrong: HTMLElement, act: () => Promise<void>): void {
  const submit = form.querySelector('button')!;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit.disabled = true;
    wrong.replaceChildren();
    act()
      .catch((failure: unknown) => wrong.replaceChildren(troubleOf(failure)))
      .finally(() => (submit.disabled = false));
  });
}

/** What went wrong, in the server's words where it had any. */
function troubleOf(failure: unknown): HTMLElement {
  if (failure instanceof Refused) return notice('bad', failure.trouble.title || t('phone.wrong'), failure.trouble.detail, ...failure.trouble.errors.map((each) => each.message));
  return failure instanceof NoAnswer ? notice('bad', t('phone.noLine'), t('phone.again')) : notice('bad', t('phone.wrong'), t('phone.again'));
}

/** Who comes at once; this app does not. */
export function emergency(): HTMLElement {
  return h(
    'section',
    { class: 'emergency', 'aria-label': t('phone.emergency') },
    h('p', {}, t('phone.emergencyMore')),
    dial('113', t('phone.call113'), 'call first'),
    h(
      'div',
      { class: 'numbers' },
      ...['114', '115', '111'].map((number) => h('a', { href: `tel:${number}`, class: 'call' }, h('bdi', { dir: 'ltr' }, number), h('small', {}, tCode('phone.call', number)))),
    ),
  );
}

/** Another account has something here that was not sent. */
export function askAboutOthers(count: number, keep: () => void, eraseAll: () => void): void {
  show([
    h('h1', {}, t('phone.others')),
    h('p', {}, t('phone.othersMore', { count: String(count) })),
    h('div', { class: 'stack' }, button(t('phone.othersKeep'), 'primary', keep), sure(t('phone.othersErase'), t('phone.othersEraseSure'), t('phone.othersErase'), eraseAll)),
  ]);
}
