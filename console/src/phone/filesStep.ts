import { notice } from './app';
import { h, icon, tick } from './dom';
import { dropFile, mostFiles } from './files';
import type { Medium } from './report';
import { t } from './text';
import { fileLine } from './view';
import { record, voiceForm, type Recording } from './voice';
import type { Writing } from './write';

/** Photos, voice and film. Each is kept before anything is done with it. */
export function filesStep(writing: Writing): Node[] {
  const { editor, app } = writing;
  const { list, draw } = fileList(writing);
  const wrong = h('div', { 'aria-live': 'assertive' });
  let keepPosition = false;

  async function take(kind: Medium['kind'], files: Blob[]): Promise<void> {
    wrong.replaceChildren();
    for (const file of files) {
      if (editor.report.media.length >= mostFiles) return wrong.replaceChildren(notice('bad', t('phone.manyFiles', { count: String(mostFiles) })));
      const taken = editor.take(kind, file, keepPosition);
      await editor.look().then(draw);
      if (!(await taken)) return wrong.replaceChildren(notice('bad', t('phone.full'), t('phone.fullMore')));
      draw();
      // A report that was sent meanwhile waits for this file.
      if (await editor.isQueued()) app.sender.kick();
    }
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
    voice(take, wrong) ?? pick('VOICE', t('phone.chooseVoice'), 'VOICE', { accept: 'audio/mp4,audio/x-m4a,.m4a,.mp4', capture: '' }),
    pick('VIDEO', t('phone.takeVideo'), 'FILM', { accept: 'video/mp4', capture: 'environment' }),
    tick(t('phone.keepPlace'), false, (now) => (keepPosition = now)),
    h('p', { class: 'hint' }, t('phone.keepPlaceMore')),
    wrong,
    list,
  ];
}

/** The files of a report, each with a way to take it out. */
export function fileList({ editor, app }: Writing): { list: HTMLElement; draw: () => void } {
  const list = h('ul', { class: 'files', 'aria-live': 'polite' });
  function draw(): void {
    list.replaceChildren(
      ...editor.report.media.map((each) =>
        fileLine(each, () => {
          void dropFile(app.vault, editor.report.id, each.id)
            .then(() => editor.look())
            .then(draw);
        }),
      ),
    );
  }
  draw();
  return { list, draw };
}

/** A button that records and stops; null where this browser has no form of sound that the server takes. */
function voice(take: (kind: Medium['kind'], files: Blob[]) => Promise<void>, wrong: HTMLElement): HTMLElement | null {
  const form = voiceForm();
  if (form === null) return null;
  let recording: Recording | null = null;
  const words = h('span', {}, t('phone.recordVoice'));
  const act = h('button', { type: 'button', class: 'pick', 'aria-pressed': 'false' }, icon('VOICE'), words);
  act.addEventListener('click', () => {
    act.disabled = true;
    void (async () => {
      try {
        if (recording) {
          const done = recording;
          recording = null;
          await take('VOICE', [await done.stop()]);
        } else {
          recording = await record(form);
        }
      } catch {
        wrong.replaceChildren(notice('bad', t('phone.noMicrophone')));
      }
      act.disabled = false;
      act.setAttribute('aria-pressed', String(recording !== null));
      words.textContent = t(recording ? 'phone.stopVoice' : 'phone.recordVoice');
    })();
  });
  return act;
}
