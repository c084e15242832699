import './owner.css';
import { dateTimeText, offsetText } from '../time/format';
import { call, Refused, secret, type OwnersAsk } from './api';
import { button, h } from './dom';
import { chooseLanguage, chosenLanguage, languageNames, startText, t, type Language } from './text';

/*
 * The page of an owner who is asked for footage: one page, no account, no framework, so that it opens
 * on any phone over any line.
 */
const main = document.querySelector<HTMLElement>('#owner')!;

function show(...parts: (Node | null)[]): void {
  main.replaceChildren(languages(), ...parts.filter((part) => part !== null));
  main.focus({ preventScroll: true });
  scrollTo(0, 0);
}

function languages(): HTMLElement {
  const list = h('p', { class: 'languages', role: 'group', 'aria-label': t('owner.language') });
  for (const language of Object.keys(languageNames) as Language[]) {
    const choice = h('button', { type: 'button', lang: language, 'aria-pressed': String(language === chosenLanguage()) }, languageNames[language]);
    choice.addEventListener('click', () => chooseLanguage(language));
    list.append(choice);
  }
  return list;
}

function notice(tone: 'ok' | 'bad', title: string, ...more: (Node | string | null)[]): HTMLElement {
  return h('section', { class: `notice ${tone}`, role: tone === 'bad' ? 'alert' : 'status' }, h('h2', {}, title), ...more.map((part) => (typeof part === 'string' ? h('p', {}, part) : part)));
}

/** A time of the site, left to right in every language. */
function moment(at: string, zone: string): HTMLElement {
  const millis = Date.parse(at);
  return h('time', { datetime: at, dir: 'ltr' }, `${dateTimeText(millis, zone)} ${offsetText(millis, zone)}`);
}

function fact(label: string, ...values: (Node | string)[]): HTMLElement {
  return h('div', {}, h('dt', {}, label), h('dd', {}, ...values));
}

function code(text: string): HTMLElement {
  return h('bdi', { dir: 'ltr' }, text);
}

function asked(ask: OwnersAsk): HTMLElement {
  return h(
    'dl',
    { class: 'facts' },
    fact(t('owner.site'), h('bdi', {}, `${ask.office} – ${ask.site}`)),
    fact(t('owner.case'), code(ask.caseCode)),
    fact(t('owner.request'), code(ask.requestCode)),
    fact(t('owner.basis'), h('bdi', {}, ask.basis), h('small', {}, ask.article)),
    fact(t('owner.camera'), h('bdi', {}, ask.cameraName), ' ', code(ask.cameraCode)),
    fact(t('owner.from'), moment(ask.from, ask.zone)),
    fact(t('owner.to'), moment(ask.to, ask.zone)),
    fact(t('owner.until'), moment(ask.openUntil, ask.zone), h('small', {}, t('owner.untilMore'))),
  );
}

function refusing(): HTMLElement {
  const reason = h('textarea', { id: 'reason', rows: '3', maxlength: '500', dir: 'auto' });
  const wrong = h('div');
  const refuse = button(t('owner.refuse'), 'plain', async () => {
    try {
      await call('/api/owner/ask/refuse', reason.value.trim() ? { reason: reason.value.trim() } : {});
      show(notice('ok', t('owner.refused'), t('owner.refusedMore')));
    } catch (failure) {
      wrong.replaceChildren(trouble(failure));
    }
  });
  return h(
    'details',
    { class: 'refuse' },
    h('summary', {}, t('owner.refuse')),
    h('label', { for: 'reason' }, t('owner.refuseReason')),
    reason,
    h('p', { class: 'hint' }, t('owner.refuseSure')),
    wrong,
    refuse,
  );
}

function trouble(failure: unknown): HTMLElement {
  return failure instanceof Refused ? notice('bad', failure.title || t('owner.trouble'), failure.detail) : notice('bad', t('owner.trouble'), t('owner.offline'));
}

async function open(): Promise<void> {
  show(h('p', { role: 'status' }, t('owner.loading')));
  try {
    if (!secret) throw new Refused('no-such-link', '', '');
    const ask = (await (await call('/api/owner/ask')).json()) as OwnersAsk;
    show(
      ask.demonstration ? h('p', { class: 'notice warn' }, t('owner.demonstration')) : null,
      h('h1', {}, t('owner.title', { office: ask.office })),
      h('p', {}, t('owner.lead')),
      asked(ask),
      h('h2', {}, t('owner.right')),
      h('p', {}, t('owner.rightMore')),
      refusing(),
      h('h2', {}, t('owner.use')),
      h('p', {}, t('owner.useMore')),
      h('p', { class: 'hint' }, t('owner.safety')),
    );
  } catch (failure) {
    if (failure instanceof Refused && failure.code === 'no-such-link') show(notice('bad', t('owner.noLink'), t('owner.noLinkMore')));
    else show(trouble(failure), button(t('owner.again'), 'primary', open));
  }
}

await startText(chosenLanguage());
document.title = t('owner.page');
addEventListener('hashchange', () => location.reload());
await open();
