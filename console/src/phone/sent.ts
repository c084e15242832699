import { type App, notice, show, sure } from './app';
import { button, field, h, ltr } from './dom';
import { forgetOwn, type Own } from './own';
import { moment, quickExit, stateOf } from './parts';
import type { Message } from './report';
import { t, tCode } from './text';
import { change } from './vault';

/** From how many seconds on a phone's clock is said to be wrong. */
const wrongClock = 120;
const longest = 4_000;

/** A report that the server has: its number, its day, how it stands; what may follow it. */
export function sentScreen(app: App, own: Own): void {
  const back = () => void app.home();
  const over = own.state === 'RETRACTED';
  show(
    [
      h('header', { class: 'top' }, button(t('phone.back'), 'plain', back), quickExit()),
      h('h1', {}, ltr(own.code)),
      h(
        'dl',
        { class: 'facts' },
        h('div', {}, h('dt', {}, t('phone.stands')), h('dd', { class: 'strong' }, stateOf(own))),
        h('div', {}, h('dt', {}, t('phone.receivedAt')), h('dd', {}, moment(own.receivedAt, app.profile.zone))),
        own.outcome && own.state === 'CLOSED' ? h('div', {}, h('dt', {}, t('phone.outcome')), h('dd', {}, tCode('situations.state', own.outcome))) : null,
      ),
      h('p', { class: 'hint' }, t('phone.sentMore')),
      Math.abs(own.skewSeconds) > wrongClock ? notice('warn', t('phone.clock'), t('phone.clockMore', { minutes: String(Math.round(Math.abs(own.skewSeconds) / 60)) })) : null,
      own.waiting > 0 ? notice('warn', t('phone.filesMissing', { count: String(own.waiting) }), t('phone.filesMissingMore')) : null,
      writing(app, own, 'ADDITION'),
      over || own.retractionAsked ? null : writing(app, own, 'RETRACTION'),
      sure(t('phone.forget'), t('phone.forgetSure'), t('phone.remove'), async () => {
        await forgetOwn(app.vault, own.id);
        await app.home(t('phone.removed'));
      }),
    ],
    back,
  );
}

/** Words that follow. They wait like a report does, and leave the phone once the server has them. */
function writing(app: App, own: Own, about: Message['about']): HTMLElement {
  return h(
    'details',
    {},
    h('summary', {}, t(about === 'ADDITION' ? 'phone.add' : 'phone.retract')),
    ...form(app, { id: crypto.randomUUID(), situationId: own.id, about, words: '', writtenAt: '', stage: 'QUEUED', trouble: null }),
  );
}

function form(app: App, message: Message, instead: string | null = null): Node[] {
  const addition = message.about === 'ADDITION';
  const words = h('textarea', { rows: '3', maxlength: String(longest), dir: 'auto' });
  words.value = message.words;
  const wrong = h('div');
  const send = button(t(addition ? 'phone.addSend' : 'phone.retractSend'), 'plain', async () => {
    wrong.replaceChildren();
    if (!words.value.trim()) return wrong.replaceChildren(notice('bad', t(addition ? 'phone.addEmpty' : 'phone.retractEmpty')));
    const next: Message = { ...message, words: words.value.trim(), writtenAt: new Date().toISOString(), stage: 'QUEUED', trouble: null };
    try {
      const known = await change<Message>(app.vault, 'message', message.id, () => next);
      if (!known) await app.vault.put('message', message.id, next, 0);
      if (instead) await app.vault.remove('message', instead);
    } catch {
      return wrong.replaceChildren(notice('bad', t('phone.full'), t('phone.fullMore')));
    }
    app.sender.kick();
    await app.home(t('phone.queued'), { what: 'message', id: message.id });
  });
  return [h('p', { class: 'hint' }, t(addition ? 'phone.addMore' : 'phone.retractMore')), field(t(addition ? 'phone.addWords' : 'phone.retractWords'), words), wrong, send];
}

/** Words that wait, or that were refused: to be read, changed and removed, also where their report's line is gone. */
export function messageScreen(app: App, message: Message, own: Own | undefined): void {
  const back = () => void app.home();
  const { trouble } = message;
  // What was refused is sent anew under a number of its own.
  const next: Message = message.stage === 'REFUSED' ? { ...message, id: crypto.randomUUID() } : message;
  show(
    [
      h('header', { class: 'top' }, button(t('phone.back'), 'plain', back), quickExit()),
      h('h1', {}, t(message.about === 'ADDITION' ? 'phone.addition' : 'phone.retraction'), ' ', ltr(own?.code ?? '')),
      message.stage === 'QUEUED'
        ? h('p', {}, t('phone.queuedMore'))
        : notice('bad', trouble?.title || t('phone.refused'), trouble?.detail ?? '', ...(trouble?.errors ?? []).map((each) => each.message)),
      ...form(app, next, next === message ? null : message.id),
      sure(t('phone.remove'), t('phone.removeSure'), t('phone.remove'), async () => {
        await app.vault.remove('message', message.id);
        await app.home(t('phone.removed'));
      }),
    ],
    back,
  );
}
