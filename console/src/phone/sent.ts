import { notice, show, sure, type App } from './app';
import { button, field, h, ltr } from './dom';
import { troubleOf } from './enter';
import { moment, quickExit, stateOf } from './home';
import { forgetOwn, readAnswer, type Own } from './own';
import type { Message } from './report';
import { t } from './text';

/** From how many seconds on a phone's clock is said to be wrong. */
const wrongClock = 120;
const longest = 4_000;

/** A report that the server has: its number, its day, how it stands; what may follow it. */
export function sentScreen(app: App, own: Own): void {
  const back = () => void app.home();
  const answer = h('div');
  const over = own.state === 'RETRACTED';
  show(
    [
      h('header', { class: 'top' }, button(t('phone.back'), 'plain', back), quickExit()),
      h('h1', {}, ltr(own.code)),
      h('dl', { class: 'facts' }, h('div', {}, h('dt', {}, t('phone.stands')), h('dd', { class: 'strong' }, stateOf(own))), h('div', {}, h('dt', {}, t('phone.receivedAt')), h('dd', {}, moment(own.receivedAt, app.profile.zone)))),
      h('p', { class: 'hint' }, t('phone.sentMore')),
      Math.abs(own.skewSeconds) > wrongClock ? notice('warn', t('phone.clock'), t('phone.clockMore', { minutes: String(Math.round(Math.abs(own.skewSeconds) / 60)) })) : null,
      own.waiting > 0 ? notice('warn', t('phone.filesMissing', { count: String(own.waiting) }), t('phone.filesMissingMore')) : null,
      own.answered ? h('div', {}, button(t('phone.readAnswer'), 'plain', async () => answer.replaceChildren(await answered(app, own))), answer) : null,
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

async function answered(app: App, own: Own): Promise<HTMLElement> {
  try {
    return notice('ok', t('phone.answer'), h('p', {}, h('bdi', {}, (await readAnswer(app.line, own.id)) ?? t('phone.noAnswer'))));
  } catch (failure) {
    return troubleOf(failure);
  }
}

/** Words that follow. They wait like a report does, and leave the phone once the server has them. */
function writing(app: App, own: Own, about: Message['about']): HTMLElement {
  const addition = about === 'ADDITION';
  const words = h('textarea', { rows: '3', maxlength: String(longest), dir: 'auto' });
  const wrong = h('div');
  const id = crypto.randomUUID();
  const before: string[] = [];
  const send = button(t(addition ? 'phone.addSend' : 'phone.retractSend'), 'plain', async () => {
    wrong.replaceChildren();
    if (!words.value.trim()) return wrong.replaceChildren(notice('bad', t(addition ? 'phone.addEmpty' : 'phone.retractEmpty')));
    const message: Message = { id, situationId: own.id, about, words: words.value.trim(), writtenAt: new Date().toISOString(), stage: 'QUEUED', trouble: null };
    try {
      await app.vault.put('message', message.id, message, 0);
      for (const each of before) await app.vault.remove('message', each);
    } catch {
      return wrong.replaceChildren(notice('bad', t('phone.full'), t('phone.fullMore')));
    }
    app.sender.kick();
    await app.home(t('phone.queued'), true);
  });
  const refused = h('div', { 'data-refused': about });
  void app.vault.list<Message>('message').then((all) => {
    for (const { value } of all.filter((each) => each.value.situationId === own.id && each.value.about === about && each.value.stage === 'REFUSED')) {
      refused.append(
        notice('bad', value.trouble?.title || t('phone.refused'), value.trouble?.detail ?? '', h('p', {}, h('bdi', {}, value.words)), button(t('phone.remove'), 'plain', () => app.vault.remove('message', value.id).then(() => sentScreen(app, own)))),
      );
      words.value ||= value.words;
      before.push(value.id);
    }
  });
  return h('details', {}, h('summary', {}, t(addition ? 'phone.add' : 'phone.retract')), h('p', { class: 'hint' }, t(addition ? 'phone.addMore' : 'phone.retractMore')), refused, field(t(addition ? 'phone.addWords' : 'phone.retractWords'), words), wrong, send);
}
