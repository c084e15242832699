import { type FollowView, post, Refused, type ResidentForm } from './api';
import { button, emergency, field, h, hint, mistake, moment, show, tick, trouble } from './page';
import { t, tCode } from './text';

/** How a report stands, for who has its code: the code is in the memory of this page only. */
export function showFollow(form: ResidentForm, known: string | null, leave: () => void): void {
  if (known) void look(form, known, leave, (failure) => enter(form, leave, failure));
  else enter(form, leave, null);
}

async function look(form: ResidentForm, code: string, leave: () => void, failed: (failure: unknown) => void): Promise<void> {
  try {
    view(form, code, await post<FollowView>('/api/resident-reports/follow-up', { code }), leave, null);
  } catch (failure) {
    failed(failure);
  }
}

function enter(form: ResidentForm, leave: () => void, before: unknown): void {
  let typed = '';
  show(() => {
    const wrong = h('div', { id: 'wrong' }, ...(before ? [said(before)] : []));
    const entry = h('form', { novalidate: '' });
    entry.addEventListener('submit', (event) => {
      event.preventDefault();
      if (typed.trim()) void look(form, typed, leave, (failure) => wrong.replaceChildren(said(failure)));
      else wrong.replaceChildren(mistake(t('report.followNeeded')));
    });
    entry.append(
      field('code', t('report.followCode'), typed, (text) => (typed = text), {
        hint: t('report.followHint'),
        length: 100,
        attributes: { dir: 'ltr', autocapitalize: 'characters', spellcheck: 'false', class: 'code-input' },
      }),
      wrong,
      h('p', { class: 'acts' }, h('button', { type: 'submit', class: 'primary' }, t('report.followOpen')), button(t('report.back'), 'plain', leave)),
    );
    return [h('h1', {}, t('report.followTitle')), entry, hint(t('report.followPrivate')), emergency()];
  });
}

/** A mistyped code is said in the field's own words. */
function said(failure: unknown): HTMLElement {
  const field = failure instanceof Refused ? failure.fields[0] : undefined;
  return field ? mistake(field.message) : trouble(failure);
}

function fact(label: string, value: Node | string): HTMLElement {
  return h('div', {}, h('dt', {}, label), h('dd', {}, value));
}

function view(form: ResidentForm, code: string, one: FollowView, leave: () => void, told: string | null): void {
  const act = async (path: string, body: Record<string, unknown>, wrong: HTMLElement, done: string) => {
    try {
      view(form, code, await post<FollowView>(`/api/resident-reports/${path}`, { code, ...body }), leave, done);
    } catch (failure) {
      wrong.replaceChildren(said(failure));
    }
  };
  // The question that is read here: words that were typed before a later one came answer that one no more.
  const question = one.asked ? (one.messages.filter((each) => each.by === 'OFFICER').at(-1)?.at ?? null) : null;
  let answers = question;
  // One for the same words, so that sending again is sending once, and other words are another message.
  const ids = new Map<string, string>();
  const message = () => {
    const key = `${answers} ${words}`;
    const id = ids.get(key) ?? crypto.randomUUID();
    ids.set(key, id);
    return { id, words, question: answers };
  };
  let words = '';
  let reason = '';
  show(() => {
    const wrong = h('div', { 'aria-live': 'polite' });
    const wrongRetract = h('div', { 'aria-live': 'polite' });
    return [
      h('h1', {}, t('report.followTitle')),
      told ? h('p', { class: 'notice ok', role: 'status' }, told) : null,
      h(
        'dl',
        { class: 'facts' },
        fact(t('report.state'), h('strong', {}, tCode('report.state', one.state))),
        fact(t('report.stateReceived'), moment(one.receivedAt, form.zone)),
        one.acknowledgedAt ? fact(t('report.stateAcknowledged'), moment(one.acknowledgedAt, form.zone)) : null,
        one.endedAt ? fact(t('report.stateEnded'), moment(one.endedAt, form.zone)) : null,
      ),
      one.retractionAsked && h('p', { class: 'notice' }, t('report.retractionAsked')),
      h('h2', {}, t('report.thread')),
      one.messages.length === 0 && h('p', { class: 'hint' }, t('report.threadNone')),
      h(
        'ol',
        { class: 'thread' },
        ...one.messages.map((each) =>
          h(
            'li',
            { 'data-by': each.by },
            h('p', { class: 'hint' }, t(each.by === 'OFFICER' ? 'report.threadOfficer' : 'report.threadYou'), ' · ', moment(each.at, form.zone)),
            each.words && h('p', { dir: 'auto' }, each.words),
          ),
        ),
      ),
      one.asked && h('p', { class: 'notice' }, t('report.asked')),
      field('words', t(one.asked ? 'report.answer' : 'report.add'), words, (text) => (words = text), { rows: 4, length: 4000 }),
      question !== null && tick('about-officer', t('report.aboutOfficer'), answers === null, (now) => (answers = now ? null : question)),
      wrong,
      button(t('report.answerSend'), 'primary', () => (words.trim() ? act('messages', message(), wrong, t('report.answerSent')) : wrong.replaceChildren(mistake(t('report.answerNeeded'))))),
      one.state !== 'WITHDRAWN' && !one.retractionAsked
        ? h(
            'details',
            {},
            h('summary', {}, t('report.retract')),
            h('p', {}, t('report.retractMore')),
            field('reason', t('report.retractReason'), reason, (text) => (reason = text), { rows: 3, length: 4000 }),
            wrongRetract,
            button(t('report.retractSend'), 'plain', () =>
              reason.trim() ? act('retraction', { reason }, wrongRetract, t('report.retractionAsked')) : wrongRetract.replaceChildren(mistake(t('report.answerNeeded'))),
            ),
          )
        : null,
      hint(t('report.followPrivate')),
      h('p', { class: 'acts' }, button(t('report.close'), 'plain', leave)),
      emergency(),
    ];
  });
}
