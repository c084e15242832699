import './owner.css';
import { dateTimeText, offsetText } from '../time/format';
import { call, type OwnersAsk, online, Refused, secret } from './api';
import { button, h } from './dom';
import { choosing, clock, list } from './files';
import { leavingApp } from './inApp';
import { answer, trouble } from './notices';
import { chooseLanguage, chosenLanguage, type Language, languageNames, startText, t } from './text';

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
      await call('/api/owner/request/refusal', reason.value.trim() ? { reason: reason.value.trim() } : {});
      show(answer('ok', t('owner.refused'), t('owner.refusedMore')));
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

/** Handing over what was accepted, once nothing is on its way. */
function giving(ask: OwnersAsk): HTMLElement {
  const wrong = h('div');
  const ready = ask.files.some((file) => file.state === 'ACCEPTED' && file.kind === 'VIDEO') && !ask.files.some((file) => file.state === 'RECEIVING' || file.state === 'RECEIVED');
  const give = button(t('owner.give'), 'primary', async () => {
    try {
      await call('/api/owner/request/provision', {});
      await open();
    } catch (failure) {
      wrong.replaceChildren(trouble(failure));
    }
  });
  give.disabled = !ready;
  return h('div', {}, h('p', {}, t('owner.giveMore')), wrong, give);
}

/** After the hand-over: the receipt, and the way back while there is one. */
function given(ask: OwnersAsk): void {
  const wrong = h('div');
  const act = (what: () => Promise<void>) => async () => {
    try {
      await what();
    } catch (failure) {
      wrong.replaceChildren(trouble(failure));
    }
  };
  show(
    answer('ok', t('owner.given'), t('owner.givenMore', { code: ask.requestCode })),
    asked(ask),
    h('h2', {}, t('owner.filesGiven')),
    list(
      ask.files.filter((file) => file.state === 'ACCEPTED'),
      null,
    ),
    wrong,
    h(
      'p',
      {},
      button(
        t('owner.receipt'),
        'primary',
        act(async () => {
          const link = h('a', { href: URL.createObjectURL(await (await call('/api/owner/receipt.pdf')).blob()), download: `${ask.requestCode}.pdf` });
          link.click();
        }),
      ),
    ),
    ...(ask.receiptUntil
      ? [h('p', {}, t('owner.receiptUntil'), ' ', moment(ask.receiptUntil, ask.zone))]
      : [
          h('h2', {}, t('owner.withdraw')),
          h('p', {}, t('owner.withdrawMore'), ' ', moment(ask.revocableUntil ?? ask.now, ask.zone)),
          button(
            t('owner.withdraw'),
            'plain',
            act(async () => {
              await call('/api/owner/request/withdrawal', {});
              show(answer('ok', t('owner.withdrawn'), t('owner.withdrawnMore')));
            }),
          ),
        ]),
  );
}

/** Looks again while the server looks at a file. */
function follow(ask: OwnersAsk): void {
  if (ask.files.some((file) => file.state === 'RECEIVED')) setTimeout(() => void online().then(refresh), 1_000);
}

let parts: { files: HTMLElement; give: HTMLElement } | null = null;

/** Shows the files as they are now; the rest of the page, with what is typed in it, stays. */
async function refresh(): Promise<void> {
  const ask = (await (await call('/api/owner/request')).json()) as OwnersAsk;
  if (!parts || ask.state === 'GIVEN') return open();
  parts.files.replaceChildren(list(ask.files, refresh));
  parts.give.replaceChildren(giving(ask));
  follow(ask);
}

async function open(): Promise<void> {
  parts = null;
  show(h('p', { role: 'status' }, t('owner.loading')));
  try {
    if (!secret) throw new Refused('no-such-link', '', '');
    const ask = (await (await call('/api/owner/request')).json()) as OwnersAsk;
    if (ask.state === 'GIVEN') {
      given(ask);
      return;
    }
    parts = { files: h('div', {}, list(ask.files, refresh)), give: h('div', {}, giving(ask)) };
    follow(ask);
    show(
      leavingApp(navigator.userAgent, location.href),
      ask.demonstration ? h('p', { class: 'notice warn' }, t('owner.demonstration')) : null,
      h('h1', {}, t('owner.title', { office: ask.office })),
      h('p', {}, t('owner.lead')),
      asked(ask),
      h('h2', {}, t('owner.files')),
      choosing(ask, 'VIDEO', refresh),
      parts.files,
      clock(ask, open),
      parts.give,
      h('h2', {}, t('owner.right')),
      h('p', {}, t('owner.rightMore')),
      refusing(),
      h('h2', {}, t('owner.use')),
      h('p', {}, t('owner.useMore')),
      h('p', { class: 'hint' }, t('owner.safety')),
      ask.phone ? h('p', {}, t('owner.phone'), ' ', h('a', { href: `tel:${ask.phone.replace(/[^\d+]/g, '')}`, dir: 'ltr' }, ask.phone)) : null,
    );
  } catch (failure) {
    if (failure instanceof Refused && failure.code === 'no-such-link') show(answer('bad', t('owner.noLink'), t('owner.noLinkMore')));
    else show(trouble(failure), button(t('owner.again'), 'primary', open));
  }
}

await startText(chosenLanguage());
document.title = t('owner.page');
addEventListener('hashchange', () => location.reload());
await open();
