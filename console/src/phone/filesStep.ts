import { notice } from './app';
import { h, icon, tick } from './dom';
import { mostFiles } from './files';
import { fileLine } from './parts';
import type { Medium } from './report';
import { t } from './text';
import { type Recording, record, voiceForm } from './voice';
import type { Writing } from './write';

/** Photos, voice and video. Each is kept before anything is done with it. */
export function filesStep(writing: Writing): Node[] {
  const { editor, app } = writing;
  const { list, draw } = fileList(writing);
  const wrong = h('div', { 'aria-live': 'assertive' });
  let keepPosition = false;

  async function take(kind: Medium['kind'], all: Blob[]): Promise<boolean> {
    wrong.replaceChildren();
    const files = all.slice(0, editor.room);
    if (files.length < all.length) wrong.replaceChildren(notice('bad', t('phone.manyFiles', { count: String(mostFiles) })));
    if (files.length === 0) return false;
    const taken = editor.take(kind, files, keepPosition);
    await editor.look().then(draw);
    if (!(await taken)) {
      wrong.replaceChildren(notice('bad', t('phone.full'), t('phone.fullMore')));
      return false;
    }
    draw();
    // A report that was sent meanwhile waits for these files.
    if (await editor.isQueued()) app.sender.kick();
    return true;
  }

  function pick(kind: Medium['kind'], label: string, picture: string, attributes: Record<string, string>): HTMLElement {
    const input = h('input', { type: 'file', class: 'visually-hidden', 'data-take': kind, ...attributes });
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])];
      input.value = '';
      void take(kind, files);
    });
    return h('label', { class: 'pick' }, icon(picture), h('span', {}, label), input);
  }

  return [
    h('p', { class: 'hint' }, t('phone.filesHint')),
    pick('PHOTO', t('phone.takePhoto'), 'CAMERA', { accept: 'image/*', capture: 'environment' }),
    pick('PHOTO', t('phone.choosePhoto'), 'CAMERA', { accept: 'image/jpeg,image/png,image/webp,image/*', multiple: '' }),
    voice(writing, take, wrong) ?? pick('VOICE', t('phone.chooseVoice'), 'VOICE', { accept: 'audio/mp4,audio/x-m4a,.m4a,.mp4', capture: '' }),
    pick('VIDEO', t('phone.takeVideo'), 'VIDEO', { accept: 'video/mp4', capture: 'environment' }),
    tick(t('phone.keepPlace'), false, (now) => (keepPosition = now)),
    h('p', { class: 'hint' }, t('phone.keepPlaceMore')),
    wrong,
    list,
  ];
}

/** The files of a report, each with a way to take it out. */
export function fileList({ editor }: Writing): { list: HTMLElement; draw: () => void } {
  const list = h('ul', { class: 'files', 'aria-live': 'polite' });
  function draw(): void {
    list.replaceChildren(
      ...editor.report.media.map((each) =>
        fileLine(each, () => {
          void editor.drop(each.id).then(draw);
        }),
      ),
    );
  }
  draw();
  return { list, draw };
}

/**
 * A button that records and stops; null where this browser has no form of sound that the server takes.
 * Whoever leaves the step, or sends, has recorded what was said until then.
 */
function voice(writing: Writing, take: (kind: Medium['kind'], files: Blob[]) => Promise<boolean>, wrong: HTMLElement): HTMLElement | null {
  const form = voiceForm();
  if (form === null) return null;
  let recording: Recording | null = null;
  let beginning: Promise<void> = Promise.resolve();
  const words = h('span', {}, t('phone.recordVoice'));
  const act = h('button', { type: 'button', class: 'pick', 'aria-pressed': 'false' }, icon('VOICE'), words);
  const failed = () => wrong.replaceChildren(notice('bad', t('phone.noMicrophone')));
  /** False where what was recorded is not kept. */
  async function end(): Promise<boolean> {
    await beginning;
    const done = recording;
    recording = null;
    if (!done) return true;
    const sound = await done.stop();
    return sound.size === 0 || take('VOICE', [sound]);
  }
  writing.leaving(() => end().catch(() => (failed(), true)));
  act.addEventListener('click', () => {
    act.disabled = true;
    void (async () => {
      try {
        if (recording) await end();
        else {
          beginning = record(form).then((begun) => void (recording = begun), failed);
          await beginning;
        }
      } catch {
        failed();
      }
      act.disabled = false;
      act.setAttribute('aria-pressed', String(recording !== null));
      words.textContent = t(recording ? 'phone.stopVoice' : 'phone.recordVoice');
    })();
  });
  return act;
}
