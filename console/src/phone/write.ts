import { clockText } from '../time/format';
import { type App, notice, sameScreen, show, sure, type Waiting } from './app';
import { button, h } from './dom';
import { Editor } from './editor';
import { quickExit } from './parts';
import { pastNow, type Report, sayable, sendFrom, steps } from './report';
import { step } from './steps';
import { t, tCode } from './text';
import { change } from './vault';
import { stopHearing } from './voice';

/** Below so many free bytes a phone is said to be nearly full. */
const little = 50_000_000;

/** One report while somebody writes it. */
export interface Writing {
  readonly app: App;
  readonly editor: Editor;
  go(to: number): Promise<void>;
  again(): void;
  /** What the step ends before it is left; false where something of it is not kept. */
  leaving(end: () => Promise<boolean>): void;
}

export async function writeNew(app: App): Promise<void> {
  const { communeId, villageId } = app.profile;
  if (communeId === null) return;
  void navigator.storage?.persist?.().catch(() => false);
  const here = sameScreen();
  const editor = await Editor.begin(app.vault, new Date(), communeId, villageId);
  if (here()) start(app, editor);
  else await giveWay(app, editor);
}

/** @param renew under another number, where the server knows this one as another's */
export async function writeOn(app: App, id: string, renew = false): Promise<void> {
  const here = sameScreen();
  let requested = id;
  const there = renew ? await app.vault.find<Report>('report', id) : null;
  if (there) {
    requested = crypto.randomUUID();
    await app.vault.put('report', requested, { ...there.value, id: requested, held: null, trouble: null }, 0);
    await app.vault.remove('report', id);
  }
  const moved = await toCommune(app, requested);
  await change<Report>(app.vault, 'report', requested, (there) => pastNow(there, new Date()));
  const editor = await Editor.open(app.vault, requested);
  if (!here()) await giveWay(app, editor);
  else if (editor) start(app, editor, moved ? t('phone.communeChanged') : null);
  else await app.home(t('phone.openElsewhere'));
}

/** Closes what was being opened when somebody went elsewhere: it is again what it was. */
async function giveWay(app: App, editor: Editor | null): Promise<void> {
  await editor?.close();
  app.sender.kick();
}

/** Puts what was begun in a commune that is no longer one's own into the one that is; nothing else can send it. */
async function toCommune(app: App, id: string): Promise<boolean> {
  const { communeId, villages } = app.profile;
  let moved = false;
  await change<Report>(app.vault, 'report', id, (there) => {
    moved = communeId !== null && there.communeId !== communeId && there.held === null && there.stage !== 'BESIDE';
    if (!moved || communeId === null) return null;
    const known = villages.some((each) => each.id === there.said.villageId);
    return { ...there, communeId, said: { ...there.said, villageId: known ? there.said.villageId : null } };
  });
  return moved;
}

function start(app: App, editor: Editor, told: string | null = null): void {
  const wrong = h('div', { 'aria-live': 'assertive' });
  let ending: (() => Promise<boolean>) | null = null;
  /** Ends what the step has running; false where something of it is not kept. */
  async function ended(): Promise<boolean> {
    const end = ending;
    ending = null;
    if (!end) return true;
    const kept = await end();
    ending = end;
    return kept;
  }
  const saved = h('p', { class: 'saved', role: 'status', id: 'saved' });
  editor.onSaved((state, at) => {
    if (state === 'SAVING' && saved.dataset['saved'] === 'FULL') return;
    saved.dataset['saved'] = state;
    if (state === 'SAVING') return;
    saved.textContent = state === 'SAVED' ? `${t('phone.saved')} ${clockText(at.getTime(), app.profile.zone).slice(0, 5)}` : t('phone.notSaved');
  });
  const writing: Writing = {
    app,
    editor,
    go: async (to) => {
      if (!(await ended()) || !app.isOpen()) return;
      editor.report.step = Math.min(steps, Math.max(1, to));
      void editor.save();
      draw();
    },
    again: draw,
    leaving: (end) => (ending = end),
  };
  // Only what was begun is kept: who presses "back" on an empty first page leaves nothing behind.
  const empty = editor.report.said.kind === null && editor.report.savedAt === editor.report.notedAt;

  async function leave(said?: string, queued?: Waiting): Promise<void> {
    if (!(await ended())) return;
    await editor.close();
    if (!queued) app.sender.kick();
    await app.home(said, queued);
  }
  async function send(): Promise<void> {
    wrong.replaceChildren();
    if (!(await ended())) return;
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
    await leave(t('phone.queued'), { what: 'report', id: editor.report.id });
  }
  const back = () => (editor.report.step > 1 ? writing.go(editor.report.step - 1) : leave());
  const remove = () =>
    sure(t('phone.remove'), t(editor.report.held ? 'phone.removeHeld' : 'phone.removeSure'), t('phone.remove'), async () => {
      ending = null;
      stopHearing();
      await editor.discard();
      await app.home(t('phone.removed'));
    });
  function draw(): void {
    ending = null;
    const at = editor.report.step;
    const trouble = editor.report.trouble;
    const sending = at >= sendFrom;
    const buttons = [
      ...(sending ? [button(t('phone.send'), at === steps ? 'primary' : 'send', send)] : []),
      ...(at < steps && (at > 1 || editor.said.kind !== null) ? [button(t('phone.next'), sending ? 'plain' : 'primary', () => writing.go(at + 1))] : []),
    ];
    show(
      [
        h(
          'header',
          { class: 'top' },
          button(t('phone.back'), 'plain', back),
          button(t('phone.later'), 'plain', () => leave()),
          quickExit(),
        ),
        h('p', { class: 'hint' }, t('phone.stepOf', { step: String(at), steps: String(steps) })),
        h('h1', {}, tCode('phone.step', String(at))),
        told ? notice('warn', told) : null,
        trouble && at === steps ? notice('bad', trouble.title || t('phone.refused'), trouble.detail, ...trouble.errors.map((each) => each.message)) : null,
        h('div', { id: 'step', 'data-step': String(at) }, ...step(writing)),
        wrong,
        editor.said.kind !== null ? remove() : null,
        buttons.length > 0 ? h('div', { class: 'bottom' }, saved, h('div', { class: 'row' }, ...buttons)) : null,
      ],
      () => void back(),
    );
  }
  draw();
  if (!empty) void editor.save();
  void tellRoom(wrong);
}

function whatLacks(app: App, editor: Editor): { step: number; words: string } | null {
  const { said } = editor.report;
  if (said.kind === null) return { step: 1, words: t('phone.lacksKind') };
  const nameless = said.people.some((each) => !each.name.trim() && each.words.trim());
  if ((said.precision === 'ABOUT' || said.precision === 'DAY') && said.happenedAt === null) return { step: 3, words: t('phone.lacksTime') };
  if (nameless) return { step: 5, words: t('phone.lacksName') };
  const guarded = app.profile.kinds.find((each) => each.code === said.kind)?.guarded ?? false;
  return sayable(editor.report, guarded) === 'NO' ? { step: 4, words: t('phone.lacksWords') } : null;
}

async function tellRoom(wrong: HTMLElement): Promise<void> {
  const room = await navigator.storage?.estimate?.().catch(() => null);
  const free = room?.quota !== undefined && room.usage !== undefined ? room.quota - room.usage : null;
  if (free !== null && free < little) wrong.append(notice('warn', t('phone.littleRoom'), t('phone.fullMore')));
}
