import { clockText } from '../time/format';
import { notice, show, type App } from './app';
import { button, h } from './dom';
import { Editor } from './editor';
import { quickExit } from './home';
import { sayable, sendFrom, steps, type Report } from './report';
import { step } from './steps';
import { t, tCode } from './text';

/** Below so many free bytes a phone is said to be nearly full. */
const little = 50_000_000;

/** One report while somebody writes it. */
export interface Writing {
  readonly app: App;
  readonly editor: Editor;
  go(to: number): void;
  again(): void;
}

export async function writeNew(app: App): Promise<void> {
  const { communeId, villageId } = app.profile;
  if (communeId === null) return;
  void navigator.storage?.persist?.().catch(() => false);
  start(app, await Editor.begin(app.vault, new Date(), communeId, villageId));
}

/** @param renew under another number, where the server knows this one as another's */
export async function writeOn(app: App, id: string, renew = false): Promise<void> {
  let wanted = id;
  const there = renew ? await app.vault.find<Report>('report', id) : null;
  if (there) {
    wanted = crypto.randomUUID();
    await app.vault.put('report', wanted, { ...there.value, id: wanted, held: null, trouble: null }, 0);
    await app.vault.remove('report', id);
  }
  const editor = await Editor.open(app.vault, wanted);
  if (editor) start(app, editor);
  else await app.home(t('phone.openElsewhere'));
}

function start(app: App, editor: Editor): void {
  const wrong = h('div', { 'aria-live': 'assertive' });
  const saved = h('p', { class: 'saved', role: 'status', id: 'saved' });
  editor.onSaved((state, at) => {
    saved.dataset['saved'] = state;
    saved.textContent = state === 'SAVED' ? `${t('phone.saved')} ${clockText(at.getTime(), app.profile.zone).slice(0, 5)}` : t('phone.notSaved');
  });
  const writing: Writing = {
    app,
    editor,
    go: (to) => {
      editor.report.step = Math.min(steps, Math.max(1, to));
      void editor.save();
      draw();
    },
    again: draw,
  };
  // Only what was begun is kept: who presses "back" on an empty first page leaves nothing behind.
  const empty = editor.report.said.kind === null && editor.report.savedAt === editor.report.notedAt;

  async function leave(said?: string, queued = false): Promise<void> {
    await editor.close();
    await app.home(said, queued);
  }
  async function send(): Promise<void> {
    wrong.replaceChildren();
    const problem = whatLacks(app, editor);
    if (problem) {
      editor.report.step = problem.step;
      draw();
      wrong.replaceChildren(notice('bad', problem.words));
      wrong.scrollIntoView({ block: 'nearest' });
      return;
    }
    if (!(await editor.queue())) return wrong.replaceChildren(notice('bad', t('phone.full'), t('phone.fullMore')));
    app.sender.kick();
    await leave(t('phone.queued'), true);
  }
  function back(): void {
    if (editor.report.step > 1) writing.go(editor.report.step - 1);
    else void leave();
  }
  function draw(): void {
    const at = editor.report.step;
    const trouble = editor.report.trouble;
    const sending = at >= sendFrom;
    const buttons = [
      ...(sending ? [button(t('phone.send'), at === steps ? 'primary' : 'send', send)] : []),
      ...(at < steps && (at > 1 || editor.said.kind !== null) ? [button(t('phone.next'), sending ? 'plain' : 'primary', () => writing.go(at + 1))] : []),
    ];
    show(
      [
        h('header', { class: 'top' }, button(t('phone.back'), 'plain', back), button(t('phone.later'), 'plain', () => leave()), quickExit()),
        h('p', { class: 'hint' }, t('phone.stepOf', { step: String(at), steps: String(steps) })),
        h('h1', {}, tCode('phone.step', String(at))),
        trouble && at === steps ? notice('bad', trouble.title || t('phone.refused'), trouble.detail, ...trouble.errors.map((each) => each.message)) : null,
        h('div', { id: 'step', 'data-step': String(at) }, ...step(writing)),
        wrong,
        buttons.length > 0 ? h('div', { class: 'bottom' }, saved, h('div', { class: 'row' }, ...buttons)) : null,
      ],
      back,
    );
  }
  draw();
  if (!empty) void editor.save();
  void tellRoom(wrong);
}

function whatLacks(app: App, editor: Editor): { step: number; words: string } | null {
  const { said } = editor.report;
  if (said.kind === null) return { step: 1, words: t('phone.lacksKind') };
  if ((said.precision === 'ABOUT' || said.precision === 'DAY') && said.happenedAt === null) return { step: 3, words: t('phone.lacksTime') };
  const guarded = app.profile.kinds.find((each) => each.code === said.kind)?.guarded ?? false;
  return sayable(editor.report, guarded) === 'NO' ? { step: 4, words: t('phone.lacksWords') } : null;
}

async function tellRoom(wrong: HTMLElement): Promise<void> {
  const room = await navigator.storage?.estimate?.().catch(() => null);
  const free = room?.quota !== undefined && room.usage !== undefined ? room.quota - room.usage : null;
  if (free !== null && free < little) wrong.append(notice('warn', t('phone.littleRoom'), t('phone.fullMore')));
}
