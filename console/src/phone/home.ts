import { type App, notice, show, sure, type Waiting } from './app';
import { button, h, ltr } from './dom';
import { emergency } from './enter';
import { languages } from './languages';
import { mostOwn, type Own, type OwnList, ownList } from './own';
import { moment, quickExit, stateOf } from './parts';
import type { Message, Report } from './report';
import { messageScreen, sentScreen } from './sent';
import { t } from './text';
import { viewReport } from './view';
import { writeNew, writeOn } from './write';

/** One line of a list. No list says what a report is about: the phone may be in other hands. */
function line(parts: (Node | string)[], state: string, act: () => void): HTMLElement {
  const open = h('button', { type: 'button', class: 'line' }, h('span', {}, ...parts), h('small', {}, state));
  open.addEventListener('click', act);
  return h('li', {}, open);
}

function section(id: string, title: string, lines: HTMLElement[]): HTMLElement | null {
  return lines.length === 0 ? null : h('section', { 'data-list': id }, h('h2', {}, `${title} (${lines.length})`), h('ul', { class: 'lines' }, ...lines));
}

function reportLine(app: App, report: Report): HTMLElement {
  const waits = report.media.filter((each) => each.state !== 'SENT').length;
  const state = {
    DRAFT: () => (report.was === 'QUEUED' ? t('phone.state.OPEN') : report.held ? t('phone.state.DRAFT_HELD') : t('phone.state.DRAFT')),
    QUEUED: () => (report.held ? t('phone.state.FILES', { count: String(waits) }) : t('phone.state.QUEUED')),
    BESIDE: () => t('phone.state.BESIDE'),
    REFUSED: () => (report.held ? t('phone.state.REFUSED_HELD') : t('phone.state.REFUSED')),
  }[report.stage]();
  return line([t('phone.report'), ' ', moment(report.notedAt, app.profile.zone)], state, () => (report.stage === 'DRAFT' ? void writeOn(app, report.id) : viewReport(app, report)));
}

function messageLine(app: App, message: Message, own: Own | undefined): HTMLElement {
  return line([t(message.about === 'ADDITION' ? 'phone.addition' : 'phone.retraction'), ' ', ltr(own?.code ?? '')], t(message.stage === 'QUEUED' ? 'phone.state.QUEUED' : 'phone.state.REFUSED'), () =>
    messageScreen(app, message, own),
  );
}

let lists: HTMLElement | null = null;
let sending: Waiting | null = null;
let shown = 0;

/** The first screen: one thing to do, what waits, and what was sent. */
export async function homeScreen(app: App, said?: string, queued?: Waiting): Promise<void> {
  const begin = h('button', { type: 'button', class: 'primary big', id: 'begin' }, t('phone.begin'));
  begin.addEventListener('click', () => void writeNew(app));
  begin.disabled = app.profile.communeId === null;
  const box = h('div', { id: 'lists' });
  const bar = h('div', { id: 'line', role: 'status', 'aria-live': 'polite' });
  lists = box;
  const told = said ? notice('ok', said) : null;
  if (told && queued) told.id = 'queued';
  sending = queued ?? null;
  const erased = app.erased;
  app.erased = null;
  show([
    h('header', { class: 'top' }, h('h1', {}, t('phone.title')), quickExit()),
    told,
    erased ? notice('warn', t('phone.erasedByOther', { count: String(erased.count) }), h('p', {}, moment(erased.at, app.profile.zone))) : null,
    emergency(),
    app.profile.communeId === null ? notice('bad', t('phone.noCommune'), t('phone.noCommuneMore')) : null,
    begin,
    bar,
    box,
    h(
      'footer',
      { class: 'foot' },
      h('p', {}, h('bdi', {}, app.profile.name), ' – ', h('bdi', {}, app.profile.communeName)),
      languages(),
      h('p', { class: 'hint' }, t('phone.privacy')),
      sure(t('phone.signOut'), t('phone.signOutSure'), t('phone.signOut'), () => app.signOut()),
    ),
  ]);
  await refreshHome(app);
}

/** Shows the lists as they are now, if the first screen is up. */
export async function refreshHome(app: App): Promise<void> {
  const box = lists;
  if (!box?.isConnected) return;
  const turn = ++shown;
  const [reports, messages, own] = await Promise.all([app.vault.list<Report>('report'), app.vault.list<Message>('message'), ownList(app.vault)]);
  if (turn !== shown || !box.isConnected) return;
  const all = reports.map((each) => each.value).sort((one, other) => other.notedAt.localeCompare(one.notedAt));
  const written = messages.map((each) => each.value);
  const ownOf = (id: string) => own.items.find((each) => each.id === id);
  const lost = app.vault.unopened.size;
  const by = (...stages: Report['stage'][]) => all.filter((each) => stages.includes(each.stage)).map((each) => reportLine(app, each));
  const said = (stage: Message['stage']) => written.filter((each) => each.stage === stage).map((each) => messageLine(app, each, ownOf(each.situationId)));
  const waiting = [...by('QUEUED'), ...said('QUEUED')];
  const focused = document.activeElement?.closest('li');
  const at = focused && box.contains(focused) ? [...box.querySelectorAll('li')].indexOf(focused) : -1;
  const sent = own.items.map((each) => line([ltr(each.code), ' ', moment(each.receivedAt, app.profile.zone)], stateOf(each), () => sentScreen(app, each)));
  const parts = [
    section('needs', t('phone.list.needs'), [...by('REFUSED', 'BESIDE'), ...said('REFUSED')]),
    section('drafts', t('phone.list.drafts'), by('DRAFT')),
    section('waiting', t('phone.list.waiting'), waiting),
    section('sent', t('phone.list.sent'), sent),
  ].filter((each) => each !== null);
  if (sent.length >= mostOwn) parts.push(h('p', { class: 'hint' }, t('phone.older', { count: String(mostOwn) })));
  if (lost > 0) parts.unshift(notice('warn', t('phone.unopened', { count: String(lost) }), t('phone.unopenedMore')));
  box.replaceChildren(...(parts.length > 0 ? parts : [h('p', { class: 'hint' }, t('phone.nothing'))]));
  if (at >= 0) box.querySelectorAll<HTMLElement>('li button')[at]?.focus();
  if (sending) tellSent(sending, all, written, own);
  document.querySelector('#line')?.replaceChildren(...barOf(app, waiting.length, own.syncedAt));
}

/** Says of what was just put among what is to be sent that the server has it, or does not take it: of that alone. */
function tellSent({ what, id }: Waiting, reports: Report[], messages: Message[], own: OwnList): void {
  const told = document.querySelector('#queued h2');
  if (!told) return;
  const there = (what === 'report' ? reports : messages).find((each) => each.id === id);
  if (there?.stage === 'REFUSED') told.textContent = t('held' in there && there.held ? 'phone.state.REFUSED_HELD' : 'phone.state.REFUSED');
  else if (!there && (what === 'message' || own.items.some((each) => each.id === id))) told.textContent = t('phone.allSent');
}

/** How the line is, without alarm: being without one is ordinary. */
function barOf(app: App, waiting: number, syncedAt: string | null): Node[] {
  const round = app.sender.round;
  const parts: Node[] = [];
  if (round === 'SIGNED_OUT' || round === 'OTHER') {
    parts.push(
      h('p', {}, t(round === 'OTHER' ? 'phone.otherSession' : 'phone.sessionOver')),
      button(t('phone.enter'), 'primary', () => app.signIn()),
    );
  } else if (round === 'DUE') {
    parts.push(h('p', {}, t('phone.due')), h('a', { href: '/', class: 'link' }, t('phone.dueLink')));
  }
  const away = !navigator.onLine || round === 'NO_LINE';
  const words = [t(away ? 'phone.offline' : 'phone.online'), ...(waiting > 0 ? [t('phone.waits', { count: String(waiting) })] : [])];
  const state = h('p', { class: 'bar', 'data-line': away ? 'OFFLINE' : 'ONLINE' }, words.join(' · '));
  if (round === 'LATER') parts.push(h('p', {}, t('phone.laterMore')));
  if (round === 'FULL') parts.push(h('p', { class: 'wrong' }, t('phone.fullReceipt')));
  if (syncedAt) state.append(' · ', t('phone.synced'), ' ', moment(syncedAt, app.profile.zone));
  parts.unshift(state);
  if (waiting > 0 && !(round === 'SIGNED_OUT' || round === 'OTHER')) {
    const now = h('button', { type: 'button', class: 'plain' }, t('phone.sendNow'));
    now.addEventListener('click', () => app.sender.kick());
    parts.push(now);
  }
  return parts;
}
